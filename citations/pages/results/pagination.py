"""One page of a list: any page number is answered, with a word when there is no such page.

No list is counted: whether another page follows is seen from one row more. Numbers of pages end
where reaching one would cost more and more; there the list begins anew, after the last row shown.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django import forms
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from citations.forms.parameter_fields import EdtfDateField
from citations.forms.quote_filters import LAST_PAGE
from citations.pages.results.result_rows import Result, pages_of, results_of
from citations.search.find import PAGE_SIZE, QuoteResults, Search, find_quotes

# Rows that numbers of pages reach.
MOST_LISTED = 500
LONGEST_SHOWN = 20
PAGE_NUMBER = re.compile(r"[1-9][0-9]{0,8}")

Row = TypeVar("Row")
Record = TypeVar("Record", bound=Model)


class UpToForm(forms.Form):
    """Where a list by date begins: at a day, or with what has no date."""

    until = EdtfDateField(required=False, label="Up to", max_length=100)
    undated = forms.BooleanField(required=False, label="Without a date")

    @property
    def day(self) -> date | None:
        """The last day of the date given, if it has one."""
        until = self.cleaned_data.get("until") if self.is_valid() else None
        return until.latest if until else None

    @property
    def undated_only(self) -> bool:
        return self.is_valid() and self.cleaned_data["undated"]


@dataclass(frozen=True)
class Leaf(Generic[Row]):
    """A page's rows, its place among the pages, and the addresses beside it ("" where none)."""

    rows: Sequence[Row]
    number: int
    pages: int  # 0 where nobody has counted them
    first: int  # the number of the first row in the list
    previous: str
    next: str
    is_cut: bool  # there is more than the pages reach
    asked: str  # the page asked for, when there is no such page


def leaf(
    listed: QuerySet[Record, Record],
    request: HttpRequest,
    per_page: int = PAGE_SIZE,
    *,
    shown: QuerySet[Record, Any],
    name: str,
) -> Leaf[Record]:
    """The page of the list that the `page` parameter names: the first or the last if it is none.

    The list is gone through by number alone; the rows of the page come as `shown` has them. The
    last page there is a number for leads on to what comes `after` its last row, by the row's name.
    """
    most = MOST_LISTED // per_page
    number = min(page_asked(request), most)
    numbers = _numbers(listed, number, per_page)
    pages = 0
    if not numbers and number > 1:
        number = pages = max(1, -(-listed[:MOST_LISTED].count() // per_page))
        numbers = _numbers(listed, number, per_page)
    found = shown.in_bulk(numbers[:per_page])
    rows = [found[each] for each in numbers[:per_page] if each in found]
    following = ""
    if rows and len(numbers) > per_page:
        last = {"after": getattr(rows[-1], name)}
        following = to_page(request, number + 1) if number < most else f"?{urlencode(last)}"
    return Leaf(
        rows=rows,
        number=number,
        pages=pages,
        first=(number - 1) * per_page + 1,
        previous=to_page(request, number - 1) if number > 1 else "",
        next=following,
        is_cut=False,
        asked=unmet(request, number),
    )


def _numbers(listed: QuerySet[Any], number: int, per_page: int) -> list[int]:
    """The numbers of the rows of a page, and of the one after them."""
    start = (number - 1) * per_page
    return list(listed.values_list("pk", flat=True)[start : start + per_page + 1])


def quotes_leaf(
    search: Search, request: HttpRequest, *, years: bool = False
) -> tuple[QuoteResults, Leaf[Result]]:
    """What the search finds, and the page of it that the `page` parameter names."""
    asked = page_asked(request)
    found = find_quotes(replace(search, page=min(asked, LAST_PAGE)), (), years=years)
    number, pages = asked, pages_of(found.total)
    if asked > pages:
        number = pages
        found = replace(found, quotes=find_quotes(replace(search, page=pages), (), years=False).quotes)
    return found, Leaf(
        rows=results_of(found.quotes),
        number=number,
        pages=pages,
        first=(number - 1) * PAGE_SIZE + 1,
        previous=to_page(request, number - 1) if number > 1 else "",
        next=to_page(request, number + 1) if number < pages else "",
        is_cut=number == pages and found.total > pages * PAGE_SIZE,
        asked=unmet(request, number),
    )


def page_asked(request: HttpRequest) -> int:
    """The number of the page asked for; 1 when it is no number of a page."""
    asked = request.GET.get("page", "")
    return int(asked) if PAGE_NUMBER.fullmatch(asked) else 1


def unmet(request: HttpRequest, number: int) -> str:
    """The page asked for, when another one is shown; else empty."""
    asked = request.GET.get("page") or "1"
    if asked == str(number):
        return ""
    return asked if len(asked) <= LONGEST_SHOWN else f"{asked[:LONGEST_SHOWN]}…"


def to_page(request: HttpRequest, number: int) -> str:
    """The address of another page of the list at hand."""
    rest = {name: text for name, text in request.GET.items() if name != "page"}
    return f"?{urlencode(rest | {'page': number})}"


def address_of(search: Search, **more: str) -> str:
    """Where the quotes with what is chosen are searched."""
    chosen = {name: slugs[0] for name, slugs in search.chosen.items()}
    return f"{reverse('search')}?{urlencode(chosen | more)}"


def after_of(request: HttpRequest) -> str:
    """The key or slug after which a list is to begin; empty when it begins at its beginning."""
    return request.GET.get("after", "").replace("\0", "")
