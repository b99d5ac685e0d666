"""What everybody may read: a record is public when something published hangs on it."""

from django.apps import apps
from django.db.models import OuterRef, Subquery
from django.db.models.lookups import IsNull


def has_published(model: str, path: str, outer: str = "pk") -> IsNull:
    """Whether a published quote hangs on the row whose column is named `outer`.

    `model` is what stands next to the row on the way to its quotes: the quote itself, or what has
    one; its `path` leads to the row. Asked row by row from there: a page of a list pays for its
    own rows, however many quotes there are. Not by EXISTS, of which PostgreSQL makes a join: it
    would collect all the quotes of a row to look at the first.
    """
    rows = apps.get_model("citations", model)._default_manager  # noqa: SLF001  documented
    on_the_row = rows.filter(**{path: OuterRef(outer)})
    if model == "quote":
        published = on_the_row.filter(state="published")
    else:
        # Not "is published", or SQLite begins with all published quotes, by the index on their
        # state.
        published = on_the_row.exclude(quote__state__in=("proposed", "rejected"))
    return IsNull(Subquery(published.order_by().values("pk")[:1]), False)
