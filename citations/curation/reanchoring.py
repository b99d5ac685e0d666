"""A newer text of an article: its quotes are found in it again, or left where they surely stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from simple_history.utils import update_change_reason

from citations.comparison.locate import locate
from citations.comparison.verdict import Verdict
from citations.curation.verification import verify_appearances
from citations.models import Appearance, Snapshot, Verification, VerificationMethod
from citations.text.spans import Span

# Given to the line of history that a move leaves.
CHANGE_REASON = "found again in a newer text"


@dataclass(frozen=True)
class ReanchorResult:
    """How many appearances now stand in the newer text, and which stay in an older one alone."""

    moved: int
    left: tuple[Appearance, ...]


@transaction.atomic
def reanchor_appearances(snapshot: Snapshot) -> ReanchorResult:
    """Move the article's appearances to this text, where it prints the same words in one place.

    The same are words that differ in marks, dashes and spaces alone. Whatever else the text has
    in their place is for a person to judge: the appearance stays in the text in which it was
    checked, and is listed among those that stand in an older text only; what nearly prints it is
    proposed (`citations.curation.proposals`). Moved ones are checked at once; the checks of the older
    text stay.
    """
    older = Appearance.objects.in_older_texts().filter(article=snapshot.article_id)
    moved, left = [], []
    for appearance in older.select_related("quote").prefetch_related("snapshot").order_by("pk"):
        spans = locate_appearance(appearance, snapshot.text)
        if not spans or _has_appearance_at(appearance, snapshot, spans):
            left.append(appearance)
            continue
        appearance.anchor(snapshot, spans)
        appearance.save()
        update_change_reason(appearance, CHANGE_REASON)
        moved.append(appearance.pk)
    verify_appearances(Appearance.objects.filter(pk__in=moved))
    return ReanchorResult(len(moved), tuple(left))


def record_absence(appearances: Iterable[Appearance], user: User) -> int:
    """Note that somebody did not find them in their article's newest text; how many are noted.

    They stay in the text in which they were checked, and are not listed again before a still
    newer one comes.
    """
    checks = [
        Verification(
            appearance=each,
            snapshot=newest,
            verdict=Verdict.ABSENT,
            method=VerificationMethod.PERSON,
            by=user,
        )
        for each in appearances
        if (newest := each.article.current_snapshot) and newest != each.snapshot
    ]
    return len(Verification.objects.bulk_create(checks))


def locate_appearance(appearance: Appearance, text: str, *, nearly: bool = False) -> list[Span]:
    """Where the text prints each segment, one after the other; empty unless it prints them all.

    With `nearly`, the most alike words are enough, where they stand in one place.
    """
    spans = list(_locate_segments(appearance, text, nearly))
    return spans if len(spans) == len(appearance.printed) else []


def _locate_segments(appearance: Appearance, text: str, nearly: bool) -> Iterator[Span]:
    start, prefix = 0, appearance.prefix
    for words in appearance.printed:
        hint = 0 if start else None  # a later part is the next such words
        match = locate(words, text[start:], prefix, appearance.suffix, hint)
        if not match or (match.how == "approximate" and not nearly):
            return
        span = match.span.shifted(start)
        yield span
        start, prefix = span.end, ""


def _has_appearance_at(appearance: Appearance, snapshot: Snapshot, spans: list[Span]) -> bool:
    """Whether the quote has an appearance at this place already."""
    segments = [[span.start, span.end] for span in spans]
    same = Appearance.objects.filter(quote=appearance.quote_id, snapshot=snapshot)
    return any(each.segments == segments for each in same)
