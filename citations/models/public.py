"""What everybody may read: a record is public when something published hangs on it."""

from django.apps import apps
from django.db.models import Exists, OuterRef


def has_published(model: str, path: str, outer: str = "pk") -> Exists:
    """Whether a published quote hangs on the row whose column is named `outer`.

    `model` is what stands next to the row on the way to its quotes: the quote itself, or what has
    one; its `path` leads to the row. Asked row by row from there: a page of a list pays for its
    own rows, however many quotes there are.
    """
    rows = apps.get_model("citations", model)._default_manager  # noqa: SLF001  documented
    on_the_row = rows.filter(**{path: OuterRef(outer)})
    if model == "quote":
        return Exists(on_the_row.filter(state="published"))
    # Not "is published", or SQLite begins with all published quotes, by the index on their state.
    return Exists(on_the_row.exclude(quote__state__in=("proposed", "rejected")))
