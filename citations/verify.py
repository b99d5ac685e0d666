"""Whether quotes still stand in their sources: every appearance against its snapshot."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from citations.models import Appearance, Verdict, Verification
from citations.models.appearances import AppearanceQuerySet
from citations.text.comparison import compare

# Appearances read and written at a time; their texts are all that is held.
BATCH = 200

# The words are not those of the source.
FALLEN = (Verdict.ALTERED, Verdict.ABSENT)


def verify(appearances: AppearanceQuerySet) -> Counter[Verdict]:
    """Compare with the snapshots, append every verdict to the record, and count them.

    Appearances without a snapshot have nothing to be compared with and are left alone.
    """
    counts: Counter[Verdict] = Counter()
    for batch in _batches(appearances.exclude(snapshot=None)):
        verdicts = {appearance: verdict_of(appearance) for appearance in batch}
        _record(verdicts, timezone.now())
        counts.update(verdicts.values())
    return counts


def verdict_of(appearance: Appearance) -> Verdict:
    """How the quote's wording stands to what the snapshot prints at the appearance's spans.

    Spans that do not print `exact` point to something else, so that it is altered at best.
    """
    printed = appearance.printed
    if " ".join(printed) == appearance.exact:
        return Verdict(compare(appearance.quote.text, printed).verdict)
    found = Verdict(compare(appearance.exact, printed).verdict)
    return found if found == Verdict.ABSENT else Verdict.ALTERED


def _batches(appearances: AppearanceQuerySet) -> Iterator[list[Appearance]]:
    """In order of number, each batch a query of its own: nothing is open while it is written."""
    ordered = appearances.select_related("quote").prefetch_related("snapshot").order_by("pk")
    last = 0
    while batch := list(ordered.filter(pk__gt=last)[:BATCH]):
        yield batch
        last = batch[-1].pk


@transaction.atomic
def _record(verdicts: dict[Appearance, Verdict], at: datetime) -> None:
    """Append the checks, and set the latest on the appearances without a line of history."""
    Verification.objects.bulk_create(
        Verification(appearance=checked, snapshot=checked.snapshot, verdict=verdict, at=at)
        for checked, verdict in verdicts.items()
    )
    for verdict in set(verdicts.values()):
        checked = [one.pk for one, found in verdicts.items() if found == verdict]
        Appearance.objects.filter(pk__in=checked).update(verdict=verdict, checked_at=at)
