"""Where it was printed: the articles, their archived texts, and who published them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from citations.cite.formats.highwire import metatags
from citations.models import Appearance, Article, Merged, Publication, Snapshot
from citations.models.citable import cited_alone
from citations.models.history import last_change
from citations.models.sources import ArticleQuerySet
from citations.pages.marked_text import Mark, marked
from citations.pages.open_graph import of_article
from citations.pages.results.pagination import UpToForm, address_of, after_of, leaf
from citations.search.find import Search, find
from citations.views.responses.redirects import follows_merges


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """The articles, newest first; 400 when the day up to which is asked cannot be read."""
    form, context = article_page(Article.objects.public(), request)
    status = 400 if form.errors else 200
    return render(request, "citations/article_list.html", context, status=status)


def article_page(
    articles: ArticleQuerySet, request: HttpRequest
) -> tuple[UpToForm, dict[str, object]]:
    """A page of these articles up to the day asked for, with what its templates need."""
    form = UpToForm(request.GET)
    after = after_of(request)
    last = get_object_or_404(Article, key=after) if after else None
    listed = articles.newest_first(form.day, undated=form.undated_only, after=last)
    shown = Article.objects.with_quote_count().select_related("publication")
    return form, {"form": form, "page": leaf(listed, request, shown=shown, name="key")}


@require_safe
@follows_merges(Merged.ARTICLE)
def article(request: HttpRequest, key: str) -> HttpResponse:
    """The article's newest text, with every published quotation marked."""
    public = Article.objects.public().select_related("publication", "derived_from")
    found = get_object_or_404(public, key=key)
    snapshot = found.current_snapshot
    appearances = list(found.appearances.published().with_quotes())
    placed, elsewhere = notes(appearances, snapshot)
    marks = [Mark(note, tuple(note.appearance.spans)) for note in placed]
    context = {
        "article": found,
        "snapshot": snapshot,
        "paragraphs": marked(snapshot.text, marks) if snapshot else [],
        "elsewhere": elsewhere,
        "quote_keys": list(dict.fromkeys(one.quote.key for one in appearances)),
        "preview": of_article(found, request),
        "metatags": metatags(cited_alone(found)),
        "changed": last_change(found),
    }
    return render(request, "citations/article.html", context)


@dataclass(frozen=True)
class Note:
    """What the margin says beside a quotation, and the name of its place on the page."""

    appearance: Appearance
    anchor: str


def anchors(appearances: Iterable[Appearance]) -> dict[Appearance, str]:
    """The place of each on its article's page: `q-` and the quote's key where it stands first.

    The latest text comes first, which is the one that is set to read.
    """
    anchors: dict[Appearance, str] = {}
    seen: set[tuple[int, int]] = set()
    for one in sorted(appearances, key=lambda one: (-(one.snapshot_id or 0), one.spans)):
        again = (one.article_id, one.quote_id) in seen
        anchors[one] = f"a-{one.key}" if again else f"q-{one.quote.key}"
        seen.add((one.article_id, one.quote_id))
    return anchors


def notes(
    appearances: Iterable[Appearance], snapshot: Snapshot | None
) -> tuple[list[Note], list[Note]]:
    """The notes on what stands in this text, and those on what stands in an older one or none."""
    made = [Note(one, anchor) for one, anchor in anchors(appearances).items()]
    here = snapshot.pk if snapshot else 0
    placed = [note for note in made if note.appearance.snapshot_id == here]
    return placed, [note for note in made if note.appearance.snapshot_id != here]


@require_safe
@follows_merges(Merged.PUBLICATION)
def publication(request: HttpRequest, slug: str) -> HttpResponse:
    """A publication with its articles, newest first; 400 as in the list of all articles."""
    found = get_object_or_404(Publication.objects.public(), slug=slug)
    form, context = article_page(Article.objects.filter(publication=found).public(), request)
    search = Search(chosen={"publication": (slug,)})
    context |= {
        "publication": found,
        "total": find(search, (), years=False).total,
        "search_url": address_of(search),
        "changed": last_change(found),
    }
    status = 400 if form.errors else 200
    return render(request, "citations/publication.html", context, status=status)
