"""Change lists whose cost does not grow with the number of records."""

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
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from citations.models import Quote, State
from citations.query.parser import parse_query
from citations.search.facets import count_facet_values
from citations.search.find import find_quote_ids
from citations.search.request import Search

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
    BasePaginator = Paginator[Any]
else:
    ModelAdmin, BasePaginator = admin.ModelAdmin, Paginator

# The most rows that a list pages through and that a bulk action changes.
MOST_LISTED = 5_000
# Django's own search reads only this many of the newest rows; an index finds older ones.
NEWEST_SEARCHED = 1_000
MOST_INDEX_MATCHES = 100
ALL_STATES = tuple(State.values)
CHECKBOX = '<input type="checkbox" name="{}" value="{}" class="action-select" aria-label="{}">'


class BoundedPaginator(BasePaginator):
    """Stops counting at `MOST_LISTED` rows."""

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        return int(rows[:MOST_LISTED].count())

    @property
    def is_truncated(self) -> bool:
        return self.count == MOST_LISTED


class RecordChangeList(ChangeList):
    """A change list titled with its records, which ignores orderings that it does not offer."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if not self.is_popup:
            self.title = capfirst(str(self.opts.verbose_name_plural))

    def get_ordering_field(self, field_name: Any) -> Any:
        sortable = field_name in (self.sortable_by or ())
        return super().get_ordering_field(field_name) if sortable else None


class BoundedListAdmin(ModelAdmin):
    """A change list that counts, searches and changes a bounded number of rows."""

    # Ordering by a column reads the whole table; None (every column) is for short lists.
    sortable_by: ClassVar[tuple[str, ...] | None] = ()
    paginator = BoundedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50

    def action_checkbox(self, obj: Any) -> SafeString:
        """Django's checkbox without a template per row, which took a fifth of the page's time."""
        label = format_html(_("Select this object for an action - {}"), obj)
        return format_html(CHECKBOX, ACTION_CHECKBOX_NAME, obj.pk, label)

    def get_changelist(self, request: HttpRequest, **options: Any) -> Any:
        return RecordChangeList

    def find_in_index(self, term: str) -> Iterable[int]:
        """Primary keys of rows of any age that an index finds for the search term."""
        return ()

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Django's own search, in the newest rows and in those that an index finds."""
        term = search_term.replace("\0", " ").strip()
        if not term:
            return queryset, False
        rows = self.model.objects.order_by("-pk").values_list("pk", flat=True)
        older = rows[NEWEST_SEARCHED : NEWEST_SEARCHED + 1].first()
        newest = queryset.filter(pk__gt=older) if older else queryset
        searched = [newest]
        if older:
            searched.append(queryset.filter(pk__in=list(self.find_in_index(term))))
        found: set[int] = set()
        for each in searched:
            matches, _duplicates = super().get_search_results(request, each.order_by(), term)
            found.update(matches.values_list("pk", flat=True)[:MOST_LISTED])
        return queryset.filter(pk__in=found), False

    def response_action(
        self, request: HttpRequest, queryset: QuerySet[Any], *place: Any
    ) -> HttpResponse | None:
        """“Select all” selects at most `MOST_LISTED` rows."""
        if request.POST.get("select_across", "0") != "0":
            listed = queryset.values("pk")[:MOST_LISTED]
            queryset = self.model.objects.filter(pk__in=listed)
        return super().response_action(request, queryset, *place)


def rows_beginning_with(rows: QuerySet[Any], column: str, text: str) -> QuerySet[Any]:
    """The first rows in alphabetical order whose column begins with the text, ignoring case.

    The index on the column in lower case finds them under any collation.
    """
    low = rows.alias(low=Lower(column)).filter(low__gte=text.lower()).order_by("low")
    return rows.filter(
        pk__in=low.values("pk")[:MOST_INDEX_MATCHES], **{f"{column}__istartswith": text}
    )


def find_speaker_slugs(words: str) -> list[str]:
    search = Search(states=ALL_STATES)
    return list(
        count_facet_values(search, "speaker", within=words, size=MOST_INDEX_MATCHES).buckets[
            "speaker"
        ]
    )


def values_of_found_quotes(words: str, column: str) -> list[int]:
    """The distinct values of a column of the quotes, in any state, that these words find."""
    numbers = find_quote_ids(
        Search(query=parse_query(words), states=ALL_STATES), MOST_INDEX_MATCHES
    )
    found = Quote.objects.filter(pk__in=numbers, **{f"{column}__isnull": False})
    return list(found.order_by().values_list(column, flat=True).distinct())
