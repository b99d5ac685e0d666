"""A feed of any search (Atom, RFC 4287): a reader learns of what is new, and of what changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from itertools import chain

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from citations.cite.formats.xml import clean_xml_text
from citations.export.rows import QuoteRow, quote_rows
from citations.forms.quote_filters import QuoteFilterSet
from citations.index import sync
from citations.models import Standing
from citations.pages.links import Addresses
from citations.search.find import find_quote_ids
from citations.views.responses.files import address_of, opened
from citations.views.search.downloads import errors_in, read, unreadable

NEWEST = 50
LONGEST_TITLE = 80
MEDIA_TYPE = "application/atom+xml; charset=utf-8"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Entry:
    """A quote in a feed. Its permanent address is also its id, which never changes."""

    address: str
    title: str
    author: str
    author_at: str
    text: str
    language: str
    topics: list[str]
    updated: datetime


@dataclass(frozen=True)
class Version:
    """What the index holds: `tag` is another one after every change, `since` its last one."""

    tag: str
    since: datetime | None


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The newest of the quotes found, by their last change; 304 when the reader has them."""
    filterset = read(request)
    if unread := list(errors_in(filterset)):
        return unreadable(unread)
    version = version_of(request)
    since = int(version.since.timestamp()) if version.since else None
    response = get_conditional_response(request, version.tag, since) or made(
        request, filterset, version.since or EPOCH
    )
    response.headers["ETag"] = version.tag
    if since:
        response.headers["Last-Modified"] = http_date(since)
    response.headers["Cache-Control"] = "no-cache"  # to be kept, and asked about each time
    opened(response)
    return response


def version_of(request: HttpRequest) -> Version:
    """The version of this feed, without making it."""
    generation, _ = sync.generation_to_search()
    followed = generation.sync_position()
    held = f"{request.build_absolute_uri()} {generation.folder.name} {followed}"
    # With changes ahead of the mark, the mark's time is not that of the last one.
    known = followed.mark.at and not followed.ahead
    since = datetime.fromisoformat(followed.mark.at) if known else None
    return Version(f'W/"{sha256(held.encode()).hexdigest()[:32]}"', since)


def made(request: HttpRequest, filterset: QuoteFilterSet, otherwise: datetime) -> HttpResponse:
    found = list(entries(request, filterset))
    to = Addresses(filterset)
    context = {
        "asked": clean_xml_text(", ".join(chain.from_iterable(to.asked.values()))),
        "address": request.build_absolute_uri(),
        "page": request.build_absolute_uri(to.with_values()),
        "updated": max((entry.updated for entry in found), default=otherwise),
        "entries": found,
    }
    return render(request, "citations/feed.xml", context, content_type=MEDIA_TYPE)


def entries(request: HttpRequest, filterset: QuoteFilterSet) -> Iterator[Entry]:
    """The newest of the quotes found, the last changed first."""
    numbers = find_quote_ids(replace(filterset.search, sort="changed"), NEWEST)
    quote_at, article_at = address_of(request, "quote"), address_of(request, "article")
    speaker_at = request.build_absolute_uri
    for row in sorted(quote_rows(numbers, quote_at, article_at), key=changed, reverse=True):
        yield entry(row, speaker_at)


def changed(row: QuoteRow) -> datetime:
    at: datetime = row["changed"]
    return at


def entry(row: QuoteRow, absolute: Callable[[str], str]) -> Entry:
    return Entry(
        address=row["address"],
        title=clean_xml_text(title_of(row)),
        author=clean_xml_text(row["speaker_name"]),
        author_at=absolute(reverse("speaker", args=[row["speaker"]])),
        text=clean_xml_text(row["text"]),
        language=row["language"],
        topics=row["topics"],
        updated=row["changed"],
    )


def title_of(row: QuoteRow) -> str:
    """Who, a doubt about that, and the first words."""
    text = row["text"]
    words = text if len(text) <= LONGEST_TITLE else f"{text[: LONGEST_TITLE - 1]}…"
    doubt = "" if row["standing"] == Standing.ACCEPTED else f" ({row['standing']})"
    return f"{row['speaker_name']}{doubt}: {words}"
