"""The page from which a quote's citations are copied, in any style and language."""

from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from citations.citation_form import CitationForm
from citations.cite.copies import Copy, copies
from citations.cite.engine import CannotCiteError
from citations.cite.markup import clean
from citations.cite.quoted import Quoted
from citations.cite.styles import Style
from citations.exchange.citable import citable
from citations.models import Quote
from citations.views.files import FORMATS, site_of

SECONDS_KEPT = 24 * 60 * 60


@dataclass(frozen=True)
class Shown:
    """One thing to copy: as it stands on the page, as it is pasted elsewhere, and as text."""

    name: str
    set: SafeString
    rich: str
    plain: str


@require_safe
def quote_citations(request: HttpRequest, key: str) -> HttpResponse:
    """A quote's citations; 404 when there is no such style or language, with the nearest."""
    quote = get_object_or_404(Quote.objects.published().with_record(), key=key)
    form = CitationForm(request.GET)
    is_read = form.is_valid()
    context = {
        "quote": quote,
        "form": form,
        "references": {kind: each.label for kind, each in FORMATS.items()},
        "made": [one for each in citable([quote], site_of(request)) for one in shown(each, form)],
    }
    return render(request, "citations/cite.html", context, status=200 if is_read else 404)


def shown(quoted: Quoted, form: CitationForm) -> list[Shown]:
    """What there is to copy; nothing where the style cannot be run."""
    key = key_of(quoted, form.chosen, form.language)
    made: list[Shown] | None = cache.get(key)
    if made is None:
        try:
            made = [prepared(one) for one in copies(quoted, form.chosen, form.language)]
        except CannotCiteError:
            return []
        cache.set(key, made, SECONDS_KEPT)
    return made


def prepared(copy: Copy) -> Shown:
    on_page, pasted = clean(copy.rich), clean(copy.rich, inline=True)
    return Shown(copy.name, SafeString(on_page), pasted, copy.plain)


def key_of(quoted: Quoted, style: Style, locale: str) -> str:
    """Another one whenever anything that is cited has changed."""
    cited = repr((quoted, style.name, locale))
    return f"cite-{sha256(cited.encode()).hexdigest()}"
