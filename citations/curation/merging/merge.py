"""Merging two records into one, in one transaction, with a reason that history keeps."""

from typing import Any

from django.db import transaction

from citations.curation.merging.plans import Plan, follow_texts, plan
from citations.models import (
    Article,
    Different,
    Merge,
    Merged,
    Publication,
    Quote,
    Speaker,
)

MODELS: dict[str, Any] = {
    Merged.SPEAKER: Speaker,
    Merged.PUBLICATION: Publication,
    Merged.ARTICLE: Article,
    Merged.QUOTE: Quote,
}


class CannotMergeError(Exception):
    """The message says what is to be mended first."""


def name_of(record: Any) -> str:
    """What the record is called in its address: its slug, or its key."""
    return str(record.natural_key()[0])


@transaction.atomic
def merge(kind: str, kept: int, merged: int, user: Any, reason: str) -> Merge:
    """Merge one record into another, by their numbers. Raises CannotMergeError, changing nothing.

    Two who merge at once wait for each other: the second plan sees what the first has done.
    """
    rows = MODELS[kind].objects.select_for_update().in_bulk(sorted({kept, merged}))
    if len(rows) < 2:
        raise CannotMergeError("These are not two records that are there: choose two.")
    made = plan(kind, rows[kept], rows[merged])
    merged_name = name_of(made.merged)
    if Merge.objects.standing().filter(kind=kind, merged__in=(merged_name, name_of(made.kept))):
        made.problems.append("One of them is merged already.")
    if made.problems:
        raise CannotMergeError(" ".join(made.problems))
    _do(made, kind, reason)
    return Merge.objects.create(
        kind=kind,
        kept=name_of(made.kept),
        merged=merged_name,
        reason=reason,
        changes=made.journal.changes,
        added=made.journal.added,
        by=user,
    )


def _do(made: Plan, kind: str, reason: str) -> None:
    for row in made.to_add:
        made.journal.add(row)
    for topic in made.topics:
        through = Quote.topics.through
        made.journal.add(through(quote=made.kept, topic=topic))
    if kind == Merged.ARTICLE:
        follow_texts(made, made.kept, made.merged)
    if kind == Merged.QUOTE:
        Quote.objects.filter(pk=made.merged.pk).note_published()
    made.journal.write(reason)


def tell_apart(kind: str, one: Any, other: Any, user: Any) -> None:
    """Remember that these two are not the same."""
    first, second = sorted((name_of(one), name_of(other)))
    Different.objects.get_or_create(kind=kind, one=first, other=second, defaults={"by": user})
