"""The pages of articles with their archived texts, and of publications."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from citations.cite.formats.highwire import highwire_tags
from citations.forms.list_filters import UpToForm
from citations.models import Article, MergeKind, Publication
from citations.models.citable import csl_source
from citations.models.history import last_change
from citations.models.sources import ArticleQuerySet
from citations.pages.links import search_address
from citations.pages.marked_text import TextMark, mark_paragraphs
from citations.pages.metadata.open_graph import article_preview
from citations.pages.record.sources import margin_notes
from citations.pages.results.pagination import name_to_start_after, page_of_records
from citations.search.find import find_quotes
from citations.search.request import Search
from citations.views.responses.files import site_of
from citations.views.responses.redirects import redirect_if_merged


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """The articles, newest first; 400 for an invalid date."""
    form, context = article_list_context(Article.objects.public(), request)
    status = 400 if form.errors else 200
    return render(request, "citations/article_list.html", context, status=status)


def article_list_context(
    articles: ArticleQuerySet, request: HttpRequest
) -> tuple[UpToForm, dict[str, object]]:
    """One page of these articles up to the requested date, for the templates."""
    parameters = request.GET.dict()
    form = UpToForm(parameters)
    after = name_to_start_after(parameters)
    last = get_object_or_404(Article, key=after) if after else None
    rows = articles.newest_first(form.day, undated=form.undated_only, after=last)
    shown = Article.objects.with_quote_count().select_related("publication")
    return form, {
        "form": form,
        "page": page_of_records(rows, parameters, shown=shown, name="key"),
    }


@require_safe
@redirect_if_merged(MergeKind.ARTICLE)
def article(request: HttpRequest, key: str) -> HttpResponse:
    """The newest text of the article, with every published quotation marked."""
    public = Article.objects.public().select_related("publication", "derived_from")
    found = get_object_or_404(public, key=key)
    snapshot = found.current_snapshot
    appearances = list(found.appearances.published().with_quotes())
    placed, elsewhere = margin_notes(appearances, snapshot)
    marks = [TextMark(note, tuple(note.appearance.spans)) for note in placed]
    context = {
        "article": found,
        "snapshot": snapshot,
        "paragraphs": mark_paragraphs(snapshot.text, marks) if snapshot else [],
        "elsewhere": elsewhere,
        "quote_keys": list(dict.fromkeys(one.quote.key for one in appearances)),
        "preview": article_preview(found, site_of(request)),
        "metatags": highwire_tags(csl_source(found)),
        "changed": last_change(found),
    }
    return render(request, "citations/article.html", context)


@require_safe
@redirect_if_merged(MergeKind.PUBLICATION)
def publication(request: HttpRequest, slug: str) -> HttpResponse:
    """A publication and its articles, newest first; 400 for an invalid date."""
    found = get_object_or_404(Publication.objects.public(), slug=slug)
    form, context = article_list_context(
        Article.objects.filter(publication=found).public(), request
    )
    search = Search(chosen={"publication": (slug,)})
    context |= {
        "publication": found,
        "total": find_quotes(search, (), years=False).total,
        "search_url": search_address(search),
        "changed": last_change(found),
    }
    status = 400 if form.errors else 200
    return render(request, "citations/publication.html", context, status=status)
