"""The notes in the margin of a source's text, and the anchors of its quotations."""

from collections.abc import Iterable
from dataclasses import dataclass

from citations.models import Appearance, Snapshot


@dataclass(frozen=True)
class MarginNote:
    """A note beside a quotation, and the anchor of the quotation on the page."""

    appearance: Appearance
    anchor: str


def anchors_of(appearances: Iterable[Appearance]) -> dict[Appearance, str]:
    """The anchor of each on its source's page: `q-` and the quote's key at its first appearance.

    The newest text comes first: it is the one that the page shows.
    """
    anchors: dict[Appearance, str] = {}
    seen: set[tuple[int, int]] = set()
    for one in sorted(appearances, key=lambda one: (-(one.snapshot_id or 0), one.spans)):
        again = (one.article_id, one.quote_id) in seen
        anchors[one] = f"a-{one.key}" if again else f"q-{one.quote.key}"
        seen.add((one.article_id, one.quote_id))
    return anchors


def margin_notes(
    appearances: Iterable[Appearance], snapshot: Snapshot | None
) -> tuple[list[MarginNote], list[MarginNote]]:
    """The notes on quotations in this text, and those on quotations in an older text or none."""
    notes = [MarginNote(one, anchor) for one, anchor in anchors_of(appearances).items()]
    here = snapshot.pk if snapshot else 0
    placed = [note for note in notes if note.appearance.snapshot_id == here]
    return placed, [note for note in notes if note.appearance.snapshot_id != here]
