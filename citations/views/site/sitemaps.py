"""Sitemaps of all published pages (sitemaps.org, 0.9).

A section is a range of row ids, so that its cost does not grow with the number of records.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote as percent_encoded
from xml.sax.saxutils import escape

from django.db.models import CharField, Max, QuerySet
from django.db.models.functions import Cast
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from citations.models import Article, Publication, Quote, Speaker, Topic

# Row ids of a section, and so its maximum number of addresses.
SECTION = 2_000
SECTION_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
# Pages that always exist.
PAGES = ("home", "search", "speaker_list", "article_list", "dates", "check", "about")
ANY = "0" * 8  # a key and a slug


@dataclass(frozen=True)
class SitemapKind:
    """A kind of record: its rows, and the columns with the name and the last change."""

    view: str
    rows: QuerySet[Any]
    name: str = "slug"
    changed: str = ""

    def sections(self) -> int:
        """How many sections there are, by the id of the last row."""
        last = self.rows.model.objects.aggregate(last=Max("pk"))["last"] or 0
        return max(1, -(-last // SECTION))

    def pages(self, number: int) -> Iterator[tuple[str, str]]:
        """(path, day of the last change) of each page in a section; sections count from 1."""
        first = (number - 1) * SECTION
        rows = self.rows.filter(pk__gt=first, pk__lte=first + SECTION).order_by("pk")
        before, after = reverse(self.view, args=[ANY]).split(ANY)
        # As text, because parsing thousands of times only to show the day is slow.
        columns = [Cast(self.changed, CharField())] if self.changed else []
        for name, *moment in rows.values_list(self.name, *columns):
            yield f"{before}{percent_encoded(name)}{after}", "".join(moment)[:10]


KINDS = {
    "quotes": SitemapKind("quote", Quote.objects.published(), name="key", changed="changed"),
    "speakers": SitemapKind("speaker", Speaker.objects.public()),
    "articles": SitemapKind("article", Article.objects.public(), name="key"),
    "publications": SitemapKind("publication", Publication.objects.public()),
    "topics": SitemapKind("topic", Topic.objects.public()),
}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    sections = {"pages": 1} | {name: kind.sections() for name, kind in KINDS.items()}
    paths = (
        reverse("sitemap_section", args=[name]) + (f"?p={number}" if number > 1 else "")
        for name, last in sections.items()
        for number in range(1, last + 1)
    )
    return _xml(request, "sitemapindex", "sitemap", ((path, "") for path in paths))


@require_safe
def section(request: HttpRequest, section: str) -> HttpResponse:
    """The pages of one section; 404 for an unknown section."""
    if section == "pages":
        return _xml(request, "urlset", "url", ((reverse(name), "") for name in PAGES))
    kind, number = KINDS.get(section), request.GET.get("p", "1")
    if not kind or not SECTION_NUMBER.fullmatch(number) or int(number) > kind.sections():
        raise Http404("Unknown section of the sitemap.")
    return _xml(request, "urlset", "url", kind.pages(int(number)))


def _xml(
    request: HttpRequest, root: str, item: str, pages: Iterable[tuple[str, str]]
) -> HttpResponse:
    site = f"{request.scheme}://{request.get_host()}"
    lines = (
        f"<{item}><loc>{escape(site + path)}</loc>"
        f"{f'<lastmod>{day}</lastmod>' if day else ''}</{item}>"
        for path, day in pages
    )
    body = "\n".join(lines)
    xml = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} {NAMESPACE}>\n{body}\n</{root}>\n'
    return HttpResponse(xml, content_type="application/xml", headers={"X-Robots-Tag": "noindex"})
