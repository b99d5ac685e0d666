"""Compares appearances with their snapshots, to see whether the source prints the quote's words."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.text import Truncator
from django.utils.timezone import is_naive, make_aware

from citations.comparison.compare import compare
from citations.comparison.verdict import Verdict
from citations.models import Appearance, Article, Change, Subject, Verification
from citations.models.appearances import AppearanceQuerySet
from citations.models.base.verdicts import verdict_label
from citations.text.cleaning.clean import clean

# Appearances read and written at a time; only their texts are in memory.
BATCH = 200

# Database clocks may be less precise than ours.
CLOCK_TOLERANCE = timedelta(seconds=1)
# The source does not print the words.
FAILING = (Verdict.ALTERED, Verdict.ABSENT)
# Called with an appearance, which still has its old verdict, and the new verdict.
DriftCallback = Callable[[Appearance, Verdict], object]


def verify_appearances(
    appearances: AppearanceQuerySet, on_drift: DriftCallback | None = None
) -> Counter[Verdict]:
    """Compare them with their snapshots, record every verdict, and count the verdicts.

    Appearances without a snapshot are skipped. `on_drift` gets those whose verdict has changed.
    """
    counts: Counter[Verdict] = Counter()
    for batch in _batches(appearances.exclude(snapshot=None)):
        verdicts = {appearance: verdict_of(appearance) for appearance in batch}
        _record_verdicts(verdicts, timezone.now())
        for appearance, verdict in verdicts.items():
            if on_drift and appearance.verdict not in ("", verdict):
                on_drift(appearance, verdict)
        counts.update(verdicts.values())
    return counts


def failing_appearances() -> AppearanceQuerySet:
    published = Appearance.objects.published().select_related("quote", "article")
    return published.filter(verdict__in=FAILING).order_by("pk")


def describe_drift(appearance: Appearance, now: Verdict) -> str:
    key = Article.objects.values_list("key", flat=True).get(pk=appearance.article_id)
    before, words = appearance.get_verdict_display(), Truncator(appearance.exact).chars(60)
    return f"Quote {appearance.quote.key} in {key}: {before}, now {verdict_label(now)}: “{words}”"


def parse_moment(text: str) -> datetime:
    """A date or time in ISO 8601, by default in the site's time zone. Raises ValueError."""
    try:
        day = parse_date(text)
        found = datetime.combine(day, time()) if day else parse_datetime(text)
    except ValueError:
        found = None
    if not found:
        raise ValueError(f"“{text}” is not a time: write 2026-11-01 or 2026-11-01T12:00.")
    return make_aware(found) if is_naive(found) else found


def appearances_changed_since(start: datetime) -> AppearanceQuerySet:
    """Changed ones by the change log (all, if it cannot tell), and those never checked."""
    rows = Change.objects.filter(at__gte=start - CLOCK_TOLERANCE)
    if rows.filter(subject=Subject.ALL).exists():
        return Appearance.objects.all()
    quotes = rows.filter(subject=Subject.QUOTE).values("subject_id")
    return Appearance.objects.filter(Q(quote__in=quotes) | Q(checked_at=None))


def verdict_of(appearance: Appearance) -> Verdict:
    """The wording compared with the snapshot; at best altered if the spans do not print `exact`."""
    printed = appearance.printed
    if " ".join(printed) == appearance.exact:
        # Line ends, page numbers and note markers between the words are no words.
        words = [clean(each).text for each in printed]
        return compare(appearance.quote.text, words).verdict
    found = compare(appearance.exact, printed).verdict
    return found if found == Verdict.ABSENT else Verdict.ALTERED


def _batches(appearances: AppearanceQuerySet) -> Iterator[list[Appearance]]:
    """Batches by primary key, a query each, so that no cursor is open while rows are written."""
    ordered = appearances.select_related("quote").prefetch_related("snapshot").order_by("pk")
    last = 0
    while batch := list(ordered.filter(pk__gt=last)[:BATCH]):
        yield batch
        last = batch[-1].pk


@transaction.atomic
def _record_verdicts(verdicts: dict[Appearance, Verdict], at: datetime) -> None:
    """Append the verifications and update the appearances, without writing their history."""
    Verification.objects.bulk_create(
        Verification(appearance=checked, snapshot=checked.snapshot, verdict=verdict, at=at)
        for checked, verdict in verdicts.items()
    )
    for verdict in set(verdicts.values()):
        checked = [one.pk for one, found in verdicts.items() if found == verdict]
        Appearance.objects.filter(pk__in=checked).update(verdict=verdict, checked_at=at)
