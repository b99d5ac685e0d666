"""The pages that add an article in two steps: read it, then check and save it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from citations.admin.base.record_admin import require
from citations.admin.curation.ingest_form import (
    ALREADY_STORED,
    IngestArticleForm,
    IngestSourceForm,
    initial_values,
)
from citations.curation.ingest import (
    IngestOutcome,
    IngestResult,
    TextIdentity,
    identify_text,
    ingest_document,
    publication_of,
)
from citations.curation.near_duplicates import store_missing_fingerprints
from citations.documents.document import Document

# The most loaded texts that one request fingerprints; a command fingerprints the rest.
MOST_FINGERPRINTED = 200


def ingest_page(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    require(request.user.has_perms(["citations.add_article", "citations.add_snapshot"]))
    form: IngestSourceForm | IngestArticleForm = IngestSourceForm()
    if request.method == "POST":
        answer = (
            _store_article(request) if request.POST.get("step") == "keep" else _read_source(request)
        )
        if isinstance(answer, HttpResponse):
            return answer
        form = answer
    page = context | {"title": _("Add an article"), "form": form, "media": form.media}
    return TemplateResponse(request, "admin/citations/ingest.html", page)


def _read_source(request: HttpRequest) -> HttpResponse | IngestSourceForm | IngestArticleForm:
    """The form of the second step; or a redirect to the review of a text stored already."""
    form = IngestSourceForm(request.POST, request.FILES)
    if not form.is_valid():
        return form
    document: Document = form.cleaned_data["document"]
    store_missing_fingerprints(MOST_FINGERPRINTED)
    known = identify_text(document)
    if known.snapshot:
        messages.info(request, ALREADY_STORED % {"article": known.article})
        return HttpResponseRedirect(_review_address(known.snapshot.pk))
    origin = form.cleaned_data["origin"]
    initial = initial_values(document, origin, publication_of(document), known)
    return IngestArticleForm(initial=initial, known=known)


def _store_article(request: HttpRequest) -> HttpResponse | IngestArticleForm:
    form = IngestArticleForm(request.POST, known=_identify_posted(request))
    if not form.is_valid():
        return form
    data = form.cleaned_data
    try:
        result = ingest_document(
            form.document(),
            data["origin"],
            publication=data["publication"],
            known=form.chosen_identity(),
        )
    except ValidationError as error:
        form.add_error(None, error.messages)
        return form
    messages.success(request, _success_message(result))
    return HttpResponseRedirect(_review_address(result.snapshot.pk))


def _identify_posted(request: HttpRequest) -> TextIdentity:
    """Identify the posted text, which the curator may have corrected."""
    text = request.POST.get("text", "").replace("\r\n", "\n").replace("\0", "")
    url = request.POST.get("url", "").replace("\0", "")
    return identify_text(Document(text=text, headline="", url=url))


def _review_address(number: int) -> str:
    return reverse("admin:citations_snapshot_review", args=[number])


def _success_message(result: IngestResult) -> str:
    saved = {
        IngestOutcome.NEWER: _("A newer text of “%(article)s” was saved."),
        IngestOutcome.COPY: _("A copy was saved: “%(article)s”."),
    }
    sentence = saved.get(result.outcome, _("An article was saved: “%(article)s”."))
    found = ngettext(
        "%(count)d quotation was found.", "%(count)d quotations were found.", result.proposals
    )
    return " ".join(
        (
            sentence % {"article": result.snapshot.article},
            found % {"count": result.proposals},
        )
    )
