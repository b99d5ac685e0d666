"""Any search to take along, in any format, by the search's own parameters."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from citations.export.file_formats import FORMATS
from citations.export.tables import DownloadBusyError, Extent, StreamedBody, download_lock
from citations.forms.quote_filters import QuoteFilterSet
from citations.models import Quote
from citations.pages.links import PAGE_PARAMETERS
from citations.search.find import count_searches, find_quote_ids
from citations.views.responses.files import file_body, as_download, unknown_format, plain_text

BUSY = "Another download is being made, and there is one at a time. Come back in a few seconds.\n"


@require_safe
def download(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The quotes found, in the search's order, as they come; 503 while another is being made."""
    if kind not in FORMATS:
        return unknown_format(kind)
    filterset, most = filters_from(request), FORMATS[kind].max_quotes
    if unread := list(filter_errors(filterset)):
        return bad_request(unread)
    if request.method == "HEAD":
        return with_extent_headers(HttpResponse(), kind, extent_of(count_searches([filterset.search])[0], most))
    try:
        with ExitStack() as held:
            held.enter_context(download_lock())
            numbers = find_quote_ids(filterset.search, most)
            is_all = len(numbers) < most
            found = len(numbers) if is_all else count_searches([filterset.search])[0]
            extent = extent_of(found, most)
            body = StreamedBody(file_body(request, kind, numbers, extent), held.pop_all().close)
    except DownloadBusyError:
        return plain_text(BUSY, 503, {"Retry-After": "10"})
    return with_extent_headers(StreamingHttpResponse(body), kind, extent)


def extent_of(found: int, most: int) -> Extent:
    return Extent(min(found, most), found)


def with_extent_headers(response: HttpResponseBase, kind: str, extent: Extent) -> HttpResponseBase:
    """The response with what its headers say of the file, and how much of the search it holds."""
    response.headers["Quotes-Found"] = str(extent.found)
    response.headers["Quotes-Included"] = str(extent.included)
    response.headers["Cache-Control"] = "no-store"
    return as_download(response, kind, extent.name)


def filters_from(request: HttpRequest) -> QuoteFilterSet:
    """The search's parameters, without the page and what else belongs to pages alone."""
    asked = request.GET.copy()
    for name in PAGE_PARAMETERS:
        asked.pop(name, None)
    return QuoteFilterSet(asked, queryset=Quote.objects.published())


def filter_errors(filterset: QuoteFilterSet) -> Iterator[str]:
    """A line for each thing that cannot be read: the parameter's name and what to do.

    A program takes what it gets: to leave a condition out would give it what it did not ask for.
    """
    for name, told in filterset.form.errors.get_json_data().items():
        yield from (f"{name}: {one['message']}" for one in told)
    query = filterset.query
    yield from (f"q: {one}." for one in query.ignored)
    if query.repaired:
        yield f"q: perhaps {query.repaired} was meant."


def bad_request(lines: Iterable[str]) -> HttpResponse:
    return plain_text("".join(f"{line}\n" for line in lines), 400)
