"""Chosen quotes together: their sources as one list, and how each of them is cited."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from citations.cite.cited_quote import Quoted
from citations.cite.reference_list import source_list
from citations.cite.styles.citation_markup import as_text, clean
from citations.cite.styles.citeproc import CannotCiteError
from citations.export.file_formats import FORMATS
from citations.forms.citation import MOST_TOGETHER, CollectionForm
from citations.models import Quote
from citations.models.citable import citable
from citations.views.responses.files import no_such_format, plain, refusals, site_of, whole

SECONDS_KEPT = 24 * 60 * 60


@dataclass(frozen=True)
class Set:
    """A citation or an entry: as it stands on the page, as it is pasted elsewhere, and as text."""

    set: SafeString
    rich: str
    plain: str


@dataclass(frozen=True)
class Made:
    """What is shown of a collection: the list of its sources, and the citation of each quote."""

    entries: list[Set]
    citations: list[Set]


@require_safe
def collection(request: HttpRequest) -> HttpResponse:
    """The page; 400 or 404 with what is there, where a quote or a style is not."""
    form = CollectionForm(request.GET)
    is_read = form.is_valid()
    if is_read and form.is_change:
        return redirect(form.address(form.changed))
    quotes = found(form.keys)
    quoted = citable(quotes, site_of(request))
    there = {quote.key for quote in quotes}
    missing = [key for key in form.keys if key not in there]
    made = made_of(quoted, form)
    context = {
        "form": form,
        "missing": missing,
        "without_missing": form.address(there) if missing else "",
        "made": made,
        "cited": list(zip(quoted, made.citations, strict=True)) if made else [],
        "formats": FORMATS,
        "most": MOST_TOGETHER,
    }
    status = 404 if missing or not is_read else 200
    return render(request, "citations/collection.html", context, status=status)


@require_safe
def collection_file(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The chosen quotes as a file, in their order: all of them, or a line on what is wrong."""
    if kind not in FORMATS:
        return no_such_format(kind)
    form = CollectionForm(request.GET)
    if not form.is_valid():
        return plain(refusals(form), 400)
    numbers = dict(Quote.objects.published().filter(key__in=form.keys).values_list("key", "pk"))
    if missing := [key for key in form.keys if key not in numbers]:
        return plain(f"quotes: {', '.join(missing)}: not in this database.\n", 404)
    return whole(request, kind, [numbers[key] for key in form.keys], "citations")


def found(keys: Sequence[str]) -> list[Quote]:
    """The published quotes of these keys, in their order."""
    quotes = Quote.objects.published().with_record().in_bulk(keys, field_name="key")
    return [quotes[key] for key in keys if key in quotes]


def made_of(quotes: Sequence[Quoted], form: CollectionForm) -> Made | None:
    """What is to be copied; None where the style cannot be run."""
    if not quotes:
        return Made([], [])
    cited = repr((quotes, form.chosen.name, form.language))
    key = f"list-{sha256(cited.encode()).hexdigest()}"
    made: Made | None = cache.get(key)
    if made is None:
        try:
            listed = source_list(quotes, form.chosen, form.language)
        except CannotCiteError:
            return None
        made = Made([_set(one) for one in listed.entries], [_set(one) for one in listed.citations])
        cache.set(key, made, SECONDS_KEPT)
    return made


def _set(html: str) -> Set:
    return Set(SafeString(clean(html)), clean(html, inline=True).strip(), as_text(html))
