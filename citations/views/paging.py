"""One page of a list: any page number is answered, with a word when there is no such page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest

PER_PAGE = 20
LONGEST_SHOWN = 20

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Leaf(Generic[Row]):
    """A page's rows, its place among the pages, and the addresses beside it ("" where none)."""

    rows: Sequence[Row]
    number: int
    pages: int
    first: int
    last: int
    total: int
    previous: str
    next: str
    asked: str  # the page asked for, when there is no such page


def leaf(rows: QuerySet[Row, Any], request: HttpRequest, per_page: int = PER_PAGE) -> Leaf[Row]:
    """The page of `rows` that the `page` parameter names: the first or the last if it is none."""
    asked = request.GET.get("page") or "1"
    page = Paginator(rows, per_page).get_page(asked)
    return Leaf(
        rows=list(page.object_list),
        number=page.number,
        pages=page.paginator.num_pages,
        first=page.start_index(),
        last=page.end_index(),
        total=page.paginator.count,
        previous=f"?page={page.previous_page_number()}" if page.has_previous() else "",
        next=f"?page={page.next_page_number()}" if page.has_next() else "",
        asked="" if asked == str(page.number) else shown(asked),
    )


def shown(text: str) -> str:
    """What a reader typed, short enough to be repeated to them."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
