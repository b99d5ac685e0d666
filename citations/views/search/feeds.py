"""An Atom feed of any search (RFC 4287): new and changed quotes."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from itertools import chain

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from citations.cite.formats.xml import clean_xml_text
from citations.forms.quote_filters import QuoteFilterSet
from citations.index import sync
from citations.pages.links import Addresses
from citations.pages.results.feed_entries import feed_entries
from citations.views.responses.files import allow_all_sites, site_of
from citations.views.search.downloads import bad_request, filter_errors, filters_from

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class FeedVersion:
    """`tag` differs after every change of the index; `since` is the time of the last change."""

    tag: str
    since: datetime | None


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The most recently changed quotes of the search; 304 if the reader has them already."""
    filterset = filters_from(request)
    if unread := list(filter_errors(filterset)):
        return bad_request(unread)
    version = feed_version(request)
    since = int(version.since.timestamp()) if version.since else None
    response = get_conditional_response(request, version.tag, since) or render_feed(
        request, filterset, version.since or EPOCH
    )
    response.headers["ETag"] = version.tag
    if since:
        response.headers["Last-Modified"] = http_date(since)
    response.headers["Cache-Control"] = "no-cache"  # readers may store it, but must revalidate
    allow_all_sites(response)
    return response


def feed_version(request: HttpRequest) -> FeedVersion:
    """The version of this feed, found without rendering it."""
    generation, _ = sync.generation_to_search()
    position = generation.sync_position()
    state = f"{request.build_absolute_uri()} {generation.folder.name} {position}"
    # Changes indexed ahead of the last one in sequence may be newer than it.
    known = position.last_change.at and not position.ahead
    since = datetime.fromisoformat(position.last_change.at) if known else None
    return FeedVersion(f'W/"{sha256(state.encode()).hexdigest()[:32]}"', since)


def render_feed(
    request: HttpRequest, filterset: QuoteFilterSet, if_empty: datetime
) -> HttpResponse:
    entries = list(feed_entries(filterset, site_of(request)))
    to = Addresses(filterset)
    context = {
        "asked": clean_xml_text(", ".join(chain.from_iterable(to.asked.values()))),
        "address": request.build_absolute_uri(),
        "page": request.build_absolute_uri(to.with_values()),
        "updated": max((entry.updated for entry in entries), default=if_empty),
        "entries": entries,
    }
    return render(request, "citations/feed.xml", context, content_type=MEDIA_TYPE)
