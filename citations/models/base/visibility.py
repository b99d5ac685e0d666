"""Which records are public: those of a published quote."""

from django.apps import apps
from django.db.models import OuterRef, Subquery
from django.db.models.lookups import IsNull


def has_published(model: str, path: str, outer: str = "pk") -> IsNull:
    """Whether the row whose column is named `outer` belongs to a published quote.

    `model` is the next model on the way from the row to its quotes: the quote itself, or one that
    has a quote; `path` leads from it back to the row. The condition runs once per row, so that a
    page of a list costs the same however many quotes there are. It avoids EXISTS, which PostgreSQL
    turns into a join that collects all quotes of a row.
    """
    rows = apps.get_model("citations", model)._default_manager  # noqa: SLF001  documented
    on_the_row = rows.filter(**{path: OuterRef(outer)})
    if model == "quote":
        published = on_the_row.filter(state="published")
    else:
        # As a negation, or SQLite starts from the index of states and reads all published quotes.
        published = on_the_row.exclude(quote__state__in=("proposed", "rejected"))
    return IsNull(Subquery(published.order_by().values("pk")[:1]), False)
