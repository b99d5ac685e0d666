"""Lists of records that cost no more the more records there are."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from citations.models import Quote, State
from citations.query.parser import parse
from citations.search.facets import values
from citations.search.find import Search, find_numbers

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
    Pages = Paginator[Any]
else:
    ModelAdmin, Pages = admin.ModelAdmin, Paginator

# Rows that the pages of a list reach, and that an action on all of them touches.
MOST_LISTED = 5_000
# Rows, the newest ones, in which everything is looked for; of the rest an index offers some.
MOST_READ = 1_000
MOST_OFFERED = 100
EVERY_STATE = tuple(State.values)
CHECKBOX = (
    '<input type="checkbox" name="{}" value="{}" class="action-select"'
    ' aria-label="Select this object for an action - {}">'
)


class BoundedPages(Pages):
    """Counts rows only as far as its pages reach."""

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        return int(rows[:MOST_LISTED].count())

    @property
    def is_cut(self) -> bool:
        """Whether there may be more rows than the pages reach."""
        return self.count == MOST_LISTED


class OrderedList(ChangeList):
    """A change list that no address can order by a column that does not offer it."""

    def get_ordering_field(self, field_name: Any) -> Any:
        offered = field_name in (self.sortable_by or ())
        return super().get_ordering_field(field_name) if offered else None


class BoundedList(ModelAdmin):
    """A change list that counts, searches and changes a bounded number of rows."""

    # To order by a column is to read the list from end to end; None, all columns, in short lists.
    sortable_by: ClassVar[tuple[str, ...] | None] = ()
    paginator = BoundedPages
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50

    def action_checkbox(self, obj: Any) -> SafeString:
        """As Django makes it, but without a template for every row: a fifth of a page's time."""
        return format_html(CHECKBOX, ACTION_CHECKBOX_NAME, obj.pk, obj)

    def get_changelist(self, request: HttpRequest, **options: Any) -> Any:
        return OrderedList

    def offered(self, term: str) -> Iterable[int]:
        """The numbers of rows that an index offers for what is searched, however old they are."""
        return ()

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """What Django's own search finds among the newest rows and among those offered."""
        term = search_term.replace("\0", " ").strip()
        if not term:
            return queryset, False
        rows = self.model.objects.order_by("-pk").values_list("pk", flat=True)
        older = rows[MOST_READ : MOST_READ + 1].first()
        newest = queryset.filter(pk__gt=older) if older else queryset
        among = [newest, queryset.filter(pk__in=list(self.offered(term)))] if older else [newest]
        found: set[int] = set()
        for each in among:
            fitting, _ = super().get_search_results(request, each.order_by(), term)
            found.update(fitting.values_list("pk", flat=True)[:MOST_LISTED])
        return queryset.filter(pk__in=found), False

    def response_action(
        self, request: HttpRequest, queryset: QuerySet[Any], *place: Any
    ) -> HttpResponse | None:
        """All that were chosen are at most those that the pages reach."""
        if request.POST.get("select_across", "0") != "0":
            reached = queryset.values("pk")[:MOST_LISTED]
            queryset = self.model.objects.filter(pk__in=reached)
        return super().response_action(request, queryset, *place)


def beginning(rows: QuerySet[Any], column: str, text: str) -> QuerySet[Any]:
    """The first rows, by the alphabet, whose column begins with the text in whatever case.

    An index on the column in lower case leads there, in whatever order a database keeps texts.
    """
    low = rows.alias(low=Lower(column)).filter(low__gte=text.lower()).order_by("low")
    return rows.filter(pk__in=low.values("pk")[:MOST_OFFERED], **{f"{column}__istartswith": text})


def speakers_named(words: str) -> list[str]:
    """The slugs of the most quoted speakers with these words, or their beginnings, in a name."""
    search = Search(states=EVERY_STATE)
    return list(values(search, "speaker", within=words, size=MOST_OFFERED).buckets["speaker"])


def of_quotes_found(words: str, column: str) -> list[int]:
    """What the quotes found by these words, in every state, have in a column."""
    numbers = find_numbers(Search(asked=parse(words), states=EVERY_STATE), MOST_OFFERED)
    found = Quote.objects.filter(pk__in=numbers, **{f"{column}__isnull": False})
    return list(found.order_by().values_list(column, flat=True).distinct())
