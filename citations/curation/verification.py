"""Whether quotes still stand in their sources: every appearance against its snapshot."""

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
from citations.models.verdicts import verdict_label

# Appearances read and written at a time; their texts are all that is held.
BATCH = 200

# The clocks of databases are read less finely.
CLOCKS = timedelta(seconds=1)
# The words are not those of the source.
FAILING = (Verdict.ALTERED, Verdict.ABSENT)


# Told of an appearance that was judged otherwise before: it has the old verdict, this is the new.
DriftCallback = Callable[[Appearance, Verdict], object]


def verify_appearances(appearances: AppearanceQuerySet, tell: DriftCallback | None = None) -> Counter[Verdict]:
    """Compare with the snapshots, append every verdict to the record, and count them.

    Appearances without a snapshot have nothing to be compared with and are left alone. Of each
    whose verdict is another one than before, `tell` is told.
    """
    counts: Counter[Verdict] = Counter()
    for batch in _batches(appearances.exclude(snapshot=None)):
        verdicts = {appearance: verdict_of(appearance) for appearance in batch}
        _record(verdicts, timezone.now())
        for appearance, verdict in verdicts.items():
            if tell and appearance.verdict not in ("", verdict):
                tell(appearance, verdict)
        counts.update(verdicts.values())
    return counts


def failing_appearances() -> AppearanceQuerySet:
    """The appearances of published quotes that do not print the words, with quote and article."""
    published = Appearance.objects.published().select_related("quote", "article")
    return published.filter(verdict__in=FAILING).order_by("pk")


def describe_drift(appearance: Appearance, now: Verdict) -> str:
    """Of which quote in which article the verdict has changed, from what to what."""
    key = Article.objects.values_list("key", flat=True).get(pk=appearance.article_id)
    before, words = appearance.get_verdict_display(), Truncator(appearance.exact).chars(60)
    return f"Quote {appearance.quote.key} in {key}: {before}, now {verdict_label(now)}: “{words}”"


def parse_moment(text: str) -> datetime:
    """A day or a moment in ISO 8601, in the site's time zone where it names none.

    Raises ValueError with how to write it.
    """
    try:
        day = parse_date(text)
        found = datetime.combine(day, time()) if day else parse_datetime(text)
    except ValueError:
        found = None
    if not found:
        raise ValueError(f"“{text}” is no time: write 2026-11-01, or 2026-11-01T12:00.")
    return make_aware(found) if is_naive(found) else found


def appearances_changed_since(start: datetime) -> AppearanceQuerySet:
    """The appearances that were changed, or whose quote was, by whatever way, or never checked.

    The change log knows; where it says that anything may have changed, it is all of them.
    """
    rows = Change.objects.filter(at__gte=start - CLOCKS)
    if rows.filter(subject=Subject.ALL).exists():
        return Appearance.objects.all()
    quotes = rows.filter(subject=Subject.QUOTE).values("subject_id")
    return Appearance.objects.filter(Q(quote__in=quotes) | Q(checked_at=None))


def verdict_of(appearance: Appearance) -> Verdict:
    """How the quote's wording stands to what the snapshot prints at the appearance's spans.

    Spans that do not print `exact` point to something else, so that it is altered at best.
    """
    printed = appearance.printed
    if " ".join(printed) == appearance.exact:
        return compare(appearance.quote.text, printed).verdict
    found = compare(appearance.exact, printed).verdict
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
