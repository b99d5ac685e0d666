"""Merges two records into one, in one transaction, with a reason that the history keeps."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from citations.curation.merging.plans import MergePlan, move_text_references, plan_merge
from citations.models import (
    Article,
    Different,
    Merge,
    MergeKind,
    Publication,
    Quote,
    Speaker,
)

MODEL_OF_KIND: dict[str, Any] = {
    MergeKind.SPEAKER: Speaker,
    MergeKind.PUBLICATION: Publication,
    MergeKind.ARTICLE: Article,
    MergeKind.QUOTE: Quote,
}


class CannotMergeError(Exception):
    """The message says what has to be corrected first."""


def slug_or_key(record: Any) -> str:
    return str(record.natural_key()[0])


@transaction.atomic
def merge_records(kind: str, kept: int, merged: int, user: Any, reason: str) -> Merge:
    """Merge one record into another, by primary key.

    Raises CannotMergeError and changes nothing where that is impossible. The rows are locked, so
    that of two merges at the same time the second one sees what the first one did.
    """
    rows = MODEL_OF_KIND[kind].objects.select_for_update().in_bulk(sorted({kept, merged}))
    if len(rows) < 2:
        raise CannotMergeError(_("Choose two different records that exist."))
    plan = plan_merge(kind, rows[kept], rows[merged])
    merged_name = slug_or_key(plan.merged)
    names = (merged_name, slug_or_key(plan.kept))
    if Merge.objects.in_force().filter(kind=kind, merged__in=names):
        plan.problems.append(_("One of them has already been merged."))
    if plan.problems:
        raise CannotMergeError(" ".join(plan.problems))
    _apply_plan(plan, kind, reason)
    return Merge.objects.create(
        kind=kind,
        kept=slug_or_key(plan.kept),
        merged=merged_name,
        reason=reason,
        changes=plan.change_set.changes,
        added=plan.change_set.added,
        by=user,
    )


def _apply_plan(plan: MergePlan, kind: str, reason: str) -> None:
    for row in plan.to_add:
        plan.change_set.add(row)
    for topic in plan.topics:
        through = Quote.topics.through
        plan.change_set.add(through(quote=plan.kept, topic=topic))
    if kind == MergeKind.ARTICLE:
        move_text_references(plan, plan.kept, plan.merged)
    if kind == MergeKind.QUOTE:
        Quote.objects.filter(pk=plan.merged.pk).note_published()
    plan.change_set.write(reason)


def record_as_different(kind: str, one: Any, other: Any, user: Any) -> None:
    first, second = sorted((slug_or_key(one), slug_or_key(other)))
    Different.objects.get_or_create(kind=kind, one=first, other=second, defaults={"by": user})
