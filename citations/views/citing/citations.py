"""The pages with citations of a quote or an article to copy, in any style and language."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from citations.export.file_formats import FORMATS, FileFormat
from citations.forms.citation import CitationForm
from citations.models import Article, MergeKind, Quote
from citations.models.citable import cited_quotes, csl_source
from citations.models.projections import with_sources
from citations.pages.citing.prepared_citations import PreparedCitation, prepared_citations
from citations.views.responses.files import site_of
from citations.views.responses.gone import answer_gone_if_withdrawn
from citations.views.responses.redirects import redirect_if_merged


@dataclass(frozen=True)
class CitedSubject:
    """The quote or article that a page of citations is about."""

    noun: str
    key: str
    url: str
    text: str
    language: str
    by: str


@require_safe
@answer_gone_if_withdrawn()
def quote_citations(request: HttpRequest, key: str) -> HttpResponse:
    """404 with similar names for an unknown style or language."""
    quote = get_object_or_404(with_sources(Quote.objects.published()), key=key)
    form = CitationForm(request.GET)
    form.is_valid()
    url, by = quote.get_absolute_url(), quote.speaker.name
    subject = CitedSubject("quotation", key, url, quote.text, quote.language, by)
    quoted = cited_quotes([quote], site_of(request))
    citations = [one for each in quoted for one in prepared_citations(each, form)]
    return citations_page(request, form, subject, citations, FORMATS)


@require_safe
@redirect_if_merged(MergeKind.ARTICLE)
def article_citations(request: HttpRequest, key: str) -> HttpResponse:
    public = Article.objects.public().select_related("publication")
    article = get_object_or_404(public, key=key)
    form = CitationForm(request.GET)
    form.is_valid()
    url, by = article.get_absolute_url(), str(article.publication or "")
    subject = CitedSubject("source", key, url, article.headline, article.language, by)
    return citations_page(request, form, subject, prepared_citations(csl_source(article), form), {})


def citations_page(
    request: HttpRequest,
    form: CitationForm,
    subject: CitedSubject,
    citations: list[PreparedCitation],
    formats: Mapping[str, FileFormat],
) -> HttpResponse:
    context = {"form": form, "cited": subject, "citations": citations, "formats": formats}
    status = 404 if form.errors else 200
    return render(request, "citations/cite.html", context, status=status)
