"""What everybody may read: a record is public when something published hangs on it."""

from django.db.models import Exists, OuterRef


def has_published(path: str, outer: str = "pk") -> Exists:
    """Whether a published quote leads, by `path`, to the row whose column is named `outer`.

    Asked row by row: a page of a list pays for its own rows, however many quotes there are.
    """
    from citations.models.quotes import Quote  # which stands on this module

    return Exists(Quote.objects.published().filter(**{path: OuterRef(outer)}))
