"""The results of any search as a download, with the parameters of the search."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from citations.export.file_formats import FORMATS
from citations.export.tables import DownloadBusyError, Extent, StreamedBody, download_lock
from citations.forms.quote_filters import QuoteFilterSet
from citations.models import Quote
from citations.pages.links import PAGE_PARAMETERS
from citations.search.find import count_searches, find_quote_ids
from citations.views.responses.files import as_download, file_body, plain_text, unknown_format


@require_safe
def download(request: HttpRequest, kind: str) -> HttpResponseBase:
    """Streams the results in their order; 503 while another download is running."""
    if kind not in FORMATS:
        return unknown_format(kind)
    filterset, most = filters_from(request), FORMATS[kind].max_quotes
    if unread := list(filter_errors(filterset)):
        return bad_request(unread)
    if request.method == "HEAD":
        [found] = count_searches([filterset.search])
        return with_extent_headers(HttpResponse(), kind, extent_of(found, most))
    try:
        with ExitStack() as stack:
            stack.enter_context(download_lock())
            numbers = find_quote_ids(filterset.search, most)
            is_all = len(numbers) < most
            found = len(numbers) if is_all else count_searches([filterset.search])[0]
            extent = extent_of(found, most)
            body = StreamedBody(file_body(request, kind, numbers, extent), stack.pop_all().close)
    except DownloadBusyError:
        return busy_response()
    return with_extent_headers(StreamingHttpResponse(body), kind, extent)


def extent_of(found: int, most: int) -> Extent:
    return Extent(min(found, most), found)


def with_extent_headers(response: HttpResponseBase, kind: str, extent: Extent) -> HttpResponseBase:
    """Add how many quotes the search found, and how many of them the file includes."""
    response.headers["Quotes-Found"] = str(extent.found)
    response.headers["Quotes-Included"] = str(extent.included)
    response.headers["Cache-Control"] = "no-store"
    return as_download(response, kind, extent.name)


def filters_from(request: HttpRequest) -> QuoteFilterSet:
    """The parameters of the search, without those of a page, such as its number."""
    asked = request.GET.copy()
    for name in PAGE_PARAMETERS:
        asked.pop(name, None)
    return QuoteFilterSet(asked, queryset=Quote.objects.published())


def filter_errors(filterset: QuoteFilterSet) -> Iterator[str]:
    """One line for each invalid parameter.

    A program would not notice an ignored condition, and would get more than it asked for.
    """
    for name, errors in filterset.form.errors.get_json_data().items():
        yield from (f"{name}: {one['message']}" for one in errors)
    query = filterset.query
    yield from (f"q: {one}." for one in query.ignored)
    if query.repaired:
        yield f"q: {_('Did you mean %(query)s?') % {'query': query.repaired}}"


def busy_response() -> HttpResponse:
    message = _("Another download is running. Try again in a few seconds.")
    return plain_text(f"{message}\n", 503, {"Retry-After": "10"})


def bad_request(lines: Iterable[str]) -> HttpResponse:
    return plain_text("".join(f"{line}\n" for line in lines), 400)
