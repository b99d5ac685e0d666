"""Moves an article's appearances to a newer text, where it prints the same words."""

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

# The reason in the history of a moved appearance.
CHANGE_REASON = "found again in a newer text"


@dataclass(frozen=True)
class ReanchorResult:
    """How many appearances moved to the newer text, and which ones only an older text prints."""

    moved: int
    unmoved: tuple[Appearance, ...]


@transaction.atomic
def reanchor_appearances(snapshot: Snapshot) -> ReanchorResult:
    """Move the article's appearances to this text where it prints the same words, and verify them.

    Only marks, dashes and spaces may differ: a person judges any other difference. Appearances that
    stay are listed as found only in an older text; similar words are proposed.
    """
    older = Appearance.objects.in_older_texts().filter(article=snapshot.article_id)
    moved, unmoved = [], []
    for appearance in older.select_related("quote").prefetch_related("snapshot").order_by("pk"):
        spans = locate_appearance(appearance, snapshot.text)
        if not spans or _has_appearance_at(appearance, snapshot, spans):
            unmoved.append(appearance)
            continue
        appearance.anchor(snapshot, spans)
        appearance.save()
        update_change_reason(appearance, CHANGE_REASON)
        moved.append(appearance.pk)
    verify_appearances(Appearance.objects.filter(pk__in=moved))
    return ReanchorResult(len(moved), tuple(unmoved))


def record_absence(appearances: Iterable[Appearance], user: User) -> int:
    """Record that a person did not find them in their article's newest text; returns the number.

    They stay in the older text, and are listed again only when a still newer text arrives.
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
    """Where the text prints all segments in order, or with `nearly` similar words; else empty."""
    spans = list(_locate_segments(appearance, text, nearly))
    return spans if len(spans) == len(appearance.printed) else []


def _locate_segments(appearance: Appearance, text: str, nearly: bool) -> Iterator[Span]:
    start, prefix = 0, appearance.prefix
    for words in appearance.printed:
        hint = 0 if start else None  # a later segment is the next occurrence
        match = locate(words, text[start:], prefix, appearance.suffix, hint)
        if not match or (match.how == "approximate" and not nearly):
            return
        span = match.span.shift(start)
        yield span
        start, prefix = span.end, ""


def _has_appearance_at(appearance: Appearance, snapshot: Snapshot, spans: list[Span]) -> bool:
    segments = [[span.start, span.end] for span in spans]
    same = Appearance.objects.filter(quote=appearance.quote_id, snapshot=snapshot)
    return any(each.segments == segments for each in same)
