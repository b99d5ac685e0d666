"""Any search to take along: as a table or as JSON Lines, by the search's own parameters."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from citations.exchange.downloads import FORMATS, Body, BusyError, Extent, turn
from citations.exchange.rows import rows
from citations.filters import QuoteFilterSet
from citations.models import Quote
from citations.search.find import count_each, find_numbers
from citations.views.addresses import PASSING, addresses_of

MOST = 100_000
BUSY = "Another download is being made, and there is one at a time. Come back in a few seconds.\n"
TEXT = "text/plain; charset=utf-8"
# Public data for any page or program to use, but no pages for crawlers.
OPEN = {"Cross-Origin-Resource-Policy": "cross-origin", "X-Robots-Tag": "noindex"}


@require_safe
def download(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The quotes found, in the search's order, as they come; 503 while another is being made."""
    filterset = read(request)
    if unread := list(errors_in(filterset)):
        return unreadable(unread)
    if request.method == "HEAD":
        return described(HttpResponse(), kind, extent_of(count_each([filterset.search])[0]))
    try:
        with ExitStack() as held:
            held.enter_context(turn())
            numbers = find_numbers(filterset.search, MOST)
            is_all = len(numbers) < MOST
            extent = extent_of(len(numbers) if is_all else count_each([filterset.search])[0])
            made = rows(numbers, address_of(request, "quote"), address_of(request, "article"))
            body = Body(FORMATS[kind].write(made, extent), held.pop_all().close)
    except BusyError:
        return plain(BUSY, 503, {"Retry-After": "10"})
    return described(StreamingHttpResponse(body), kind, extent)


def read(request: HttpRequest) -> QuoteFilterSet:
    """The search's parameters, without the page and what else belongs to pages alone."""
    asked = request.GET.copy()
    for name in PASSING:
        asked.pop(name, None)
    return QuoteFilterSet(asked, queryset=Quote.objects.published())


def errors_in(filterset: QuoteFilterSet) -> Iterator[str]:
    """A line for each thing that cannot be read: the parameter's name and what to do.

    A program takes what it gets: to leave a condition out would give it what it did not ask for.
    """
    for name, told in filterset.form.errors.get_json_data().items():
        yield from (f"{name}: {one['message']}" for one in told)
    query = filterset.query
    yield from (f"q: {one}." for one in query.ignored)
    if query.repaired:
        yield f"q: perhaps {query.repaired} was meant."


def unreadable(lines: Iterable[str]) -> HttpResponse:
    return plain("".join(f"{line}\n" for line in lines), 400)


def plain(text: str, status: int, headers: dict[str, str] | None = None) -> HttpResponse:
    told = OPEN | {"Cache-Control": "no-store"} | (headers or {})
    return HttpResponse(text, status=status, content_type=TEXT, headers=told)


def extent_of(found: int) -> Extent:
    return Extent(min(found, MOST), found)


def described(response: HttpResponseBase, kind: str, extent: Extent) -> HttpResponseBase:
    """The response with what its headers say of the file."""
    response.headers["Content-Type"] = FORMATS[kind].media_type
    response.headers["Content-Disposition"] = f'attachment; filename="{extent.name}.{kind}"'
    response.headers["Quotes-Found"] = str(extent.found)
    response.headers["Quotes-Included"] = str(extent.included)
    response.headers["Cache-Control"] = "no-store"
    return opened(response)


def opened(response: HttpResponseBase) -> HttpResponseBase:
    """The response, for any page or program to use."""
    for name, value in OPEN.items():
        response.headers[name] = value
    return response


def address_of(request: HttpRequest, name: str) -> Callable[[str], str]:
    """The absolute address of each record of a kind (`quote`, `article`), by its key."""
    site, path = request.build_absolute_uri("/").removesuffix("/"), addresses_of(name)
    return lambda key: f"{site}{path(key)}"
