"""Adding an article in two steps: it is read, then seen and mended; only then is it kept."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from citations.admin.base.record_admin import require
from citations.admin.curation.ingest_form import HELD, BringForm, TakeForm, filled_in
from citations.curation.ingest import How, Recognised, Taken, publication_of, recognise, take
from citations.curation.near_duplicates import fingerprint_missing
from citations.documents.detection import Reading

# Texts that came otherwise and are made recognisable before a page is shown; a command does more.
MOST_AT_ONCE = 200


def bring(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """The page of either step, or on to the review of what was kept."""
    require(request.user.has_perms(["citations.add_article", "citations.add_snapshot"]))
    form: BringForm | TakeForm = BringForm()
    if request.method == "POST":
        made = _kept(request) if request.POST.get("step") == "keep" else _read(request)
        if isinstance(made, HttpResponse):
            return made
        form = made
    shown = context | {"title": "Add an article", "form": form, "media": form.media}
    return TemplateResponse(request, "admin/citations/take.html", shown)


def _read(request: HttpRequest) -> HttpResponse | BringForm | TakeForm:
    """The second step, filled in with what was read; or where it is, if it is held."""
    form = BringForm(request.POST, request.FILES)
    if not form.is_valid():
        return form
    reading: Reading = form.cleaned_data["reading"]
    fingerprint_missing(MOST_AT_ONCE)
    known = recognise(reading)
    if known.snapshot:
        messages.info(request, HELD.format(known.of))
        return HttpResponseRedirect(_review(known.snapshot.pk))
    origin = form.cleaned_data["origin"]
    initial = filled_in(reading, origin, publication_of(reading), known)
    return TakeForm(initial=initial, known=known)


def _kept(request: HttpRequest) -> HttpResponse | TakeForm:
    """On to the review; or the form again, with what is wrong, and nothing kept."""
    form = TakeForm(request.POST, known=_known(request))
    if not form.is_valid():
        return form
    data = form.cleaned_data
    try:
        taken = take(
            form.reading(), data["origin"], publication=data["publication"], known=form.chosen()
        )
    except ValidationError as error:
        form.add_error(None, error.messages)
        return form
    messages.success(request, _told(taken))
    return HttpResponseRedirect(_review(taken.snapshot.pk))


def _known(request: HttpRequest) -> Recognised:
    """What the text is, as it stands in the form: it may have been mended."""
    text = request.POST.get("text", "").replace("\r\n", "\n").replace("\0", "")
    url = request.POST.get("url", "").replace("\0", "")
    return recognise(Reading(text=text, headline="", url=url))


def _review(number: int) -> str:
    return reverse("admin:citations_snapshot_review", args=[number])


def _told(taken: Taken) -> str:
    article = taken.snapshot.article
    what = {How.NEWER: "A newer text is kept of", How.COPY: "A copy is kept:"}
    return format_html(
        "{} “{}”. {} quotations were found.",
        what.get(taken.how, "An article is kept:"), article, taken.proposals,
    )  # fmt: skip
