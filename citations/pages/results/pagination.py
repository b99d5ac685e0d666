"""One page of a list, for any page number asked.

Nothing is counted for a list of records: one extra row tells whether another page follows. Page
numbers end where reaching a page would cost too much; from there a list continues after the last
row shown.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.db.models import Model, QuerySet

from citations.forms.quote_filters import LAST_PAGE
from citations.pages.results.result_rows import Result, results_of
from citations.search.find import PAGE_SIZE, QuoteResults, find_quotes
from citations.search.request import Search

# The rows of a list of records that page numbers reach.
MOST_LISTED = 500
LONGEST_SHOWN = 20
PAGE_NUMBER = re.compile(r"[1-9][0-9]{0,8}")

Row = TypeVar("Row")
Record = TypeVar("Record", bound=Model)
# Parameters of an address, the last value of each.
Parameters = Mapping[str, str]


@dataclass(frozen=True)
class ListPage(Generic[Row]):
    """The rows of a page, its place among the pages, and the addresses beside it ("" for none)."""

    rows: Sequence[Row]
    number: int
    pages: int  # 0 if nobody counted them
    first: int  # the positions of its first and last row in the list, from 1
    last: int
    previous: str
    next: str
    is_cut: bool = False  # whether the list continues after the last page number
    asked: str = ""  # the page asked for, if there is no such page


def page_of_records(
    listed: QuerySet[Record, Record],
    parameters: Parameters,
    per_page: int = PAGE_SIZE,
    *,
    shown: QuerySet[Record, Any],
    name: str,
) -> ListPage[Record]:
    """The page of the list that the `page` parameter names, or the nearest one there is.

    `listed` is read for primary keys only; `shown` loads the rows of the page. After the last
    page number, `next` continues the list `after` the last row, by that row's `name` field.
    """
    most = MOST_LISTED // per_page
    number = min(asked_page_number(parameters), most)
    keys = _primary_keys(listed, number, per_page)
    pages = 0
    if not keys and number > 1:
        number = pages = max(1, -(-listed[:MOST_LISTED].count() // per_page))
        keys = _primary_keys(listed, number, per_page)
    found = shown.in_bulk(keys[:per_page])
    rows = [found[each] for each in keys[:per_page] if each in found]
    following = ""
    if rows and len(keys) > per_page:
        last = {"after": getattr(rows[-1], name)}
        following = page_address(parameters, number + 1) if number < most else f"?{urlencode(last)}"
    before = (number - 1) * per_page
    return ListPage(
        rows=rows,
        number=number,
        pages=pages,
        first=before + 1,
        last=before + len(rows),
        previous=page_address(parameters, number - 1) if number > 1 else "",
        next=following,
        asked=missing_page(parameters, number),
    )


def _primary_keys(listed: QuerySet[Any], number: int, per_page: int) -> list[int]:
    """The primary keys of the rows of a page, and that of the row after them."""
    start = (number - 1) * per_page
    return list(listed.values_list("pk", flat=True)[start : start + per_page + 1])


def page_of_quotes(
    search: Search, parameters: Parameters, *, years: bool = False
) -> tuple[QuoteResults, ListPage[Result]]:
    """What the search finds, and the page of it that the `page` parameter names."""
    asked = asked_page_number(parameters)
    found = find_quotes(replace(search, page=min(asked, LAST_PAGE)), (), years=years)
    number = min(asked, page_count(found.total))
    if number < asked:
        last_page = find_quotes(replace(search, page=number), (), years=False)
        found = replace(found, quotes=last_page.quotes)
    found = replace(found, rows=results_of(found.quotes))
    page = page_of_results(found, number, partial(page_address, parameters))
    return found, replace(page, asked=missing_page(parameters, number))


def find_page(asked: Search) -> tuple[Search, QuoteResults, int]:
    """The search and its results, with rows.

    A page beyond the last one is answered with the last; the number asked for comes third, else 0.
    """
    load_rows = partial(results_of, query=asked.query)
    found = find_quotes(asked, load_rows=load_rows)
    last = page_count(found.total)
    if asked.page <= last:
        return asked, found, 0
    last_page = replace(asked, page=last)
    return last_page, find_quotes(last_page, load_rows=load_rows), asked.page


def page_of_results(
    found: QuoteResults, number: int, to_page: Callable[[int], str]
) -> ListPage[Result]:
    """The page with this number; `to_page` makes the address of another one."""
    pages = page_count(found.total)
    return ListPage(
        rows=found.rows,
        number=number,
        pages=pages,
        first=(number - 1) * PAGE_SIZE + 1,
        last=min(number * PAGE_SIZE, found.total),
        previous=to_page(number - 1) if number > 1 else "",
        next=to_page(number + 1) if number < pages else "",
        is_cut=number == pages and found.total > pages * PAGE_SIZE,
    )


def page_count(total: int) -> int:
    """The number of pages that can be reached; an empty list has one page too."""
    return min(max(1, -(-total // PAGE_SIZE)), LAST_PAGE)


def asked_page_number(parameters: Parameters) -> int:
    """The page number asked for; 1 if it is no page number."""
    asked = parameters.get("page", "")
    return int(asked) if PAGE_NUMBER.fullmatch(asked) else 1


def missing_page(parameters: Parameters, number: int) -> str:
    """The page asked for, if another one is shown; else ""."""
    asked = parameters.get("page") or "1"
    if asked == str(number):
        return ""
    return asked if len(asked) <= LONGEST_SHOWN else f"{asked[:LONGEST_SHOWN]}…"


def page_address(parameters: Parameters, number: int) -> str:
    """The address of another page of the same list."""
    rest = {name: text for name, text in parameters.items() if name != "page"}
    return f"?{urlencode(rest | {'page': number})}"


def name_to_start_after(parameters: Parameters) -> str:
    """The key or slug after which the list starts; "" if it starts at its beginning."""
    return parameters.get("after", "").replace("\0", "")
