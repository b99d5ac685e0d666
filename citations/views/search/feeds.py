"""A feed of any search (Atom, RFC 4287): a reader learns of what is new, and of what changed."""

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
from citations.views.search.downloads import filter_errors, filters_from, bad_request

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class FeedVersion:
    """What the index holds: `tag` is another one after every change, `since` its last one."""

    tag: str
    since: datetime | None


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The newest of the quotes found, by their last change; 304 when the reader has them."""
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
    response.headers["Cache-Control"] = "no-cache"  # to be kept, and asked about each time
    allow_all_sites(response)
    return response


def feed_version(request: HttpRequest) -> FeedVersion:
    """The version of this feed, without making it."""
    generation, _ = sync.generation_to_search()
    followed = generation.sync_position()
    held = f"{request.build_absolute_uri()} {generation.folder.name} {followed}"
    # With changes ahead of the mark, the mark's time is not that of the last one.
    known = followed.last_change.at and not followed.ahead
    since = datetime.fromisoformat(followed.last_change.at) if known else None
    return FeedVersion(f'W/"{sha256(held.encode()).hexdigest()[:32]}"', since)


def render_feed(request: HttpRequest, filterset: QuoteFilterSet, otherwise: datetime) -> HttpResponse:
    found = list(feed_entries(filterset, site_of(request)))
    to = Addresses(filterset)
    context = {
        "asked": clean_xml_text(", ".join(chain.from_iterable(to.asked.values()))),
        "address": request.build_absolute_uri(),
        "page": request.build_absolute_uri(to.with_values()),
        "updated": max((entry.updated for entry in found), default=otherwise),
        "entries": found,
    }
    return render(request, "citations/feed.xml", context, content_type=MEDIA_TYPE)
