"""Turns as quotations, and those between marks beside them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from citations.extraction.quotation import Quotation
from citations.extraction.turns.turn import Turn
from citations.extraction.turns.turn_finding import find_turns
from citations.text.spans import Span

RULES = {
    "label": "transcript",
    "question": "question-answer",
    "answer": "question-answer",
    "byline": "byline",
    "signature": "signature",
}
_FEWEST_OTHERS = 2
_OPENING = "“\"«„‘'「『"
_LABELLED = frozenset({"label", "question", "answer"})


def with_turns(text: str, marked: Sequence[Quotation]) -> list[Quotation]:
    """The turns of the text and the quotations between marks, in order.

    What is marked inside a turn belongs to that turn's words and is no quotation of its own.
    """
    found = find_turns(text)
    if len(found) == 1 and _quotes_others(found[0], marked):
        found = []
    if found and found[-1].kind in _LABELLED:
        found[-1] = _end_before_report(text, found[-1], marked)
    turns = [_quotation(each) for each in found]
    spoken = [Span(each.segments[0].start, each.segments[-1].end) for each in turns]
    return _in_order([*turns, *(each for each in marked if not _touches(each.segments, spoken))])


def _end_before_report(text: str, turn: Turn, marked: Sequence[Quotation]) -> Turn:
    """The last turn without the report below it, which begins with words in marks and a verb."""
    for each in marked:
        start = each.segments[0].start
        before = text[turn.segments[0].end : start].rstrip(_OPENING)
        if before.endswith("\n\n") and each.attribution and each.cue:
            spoken = tuple(span for span in turn.segments if span.end <= start)
            return replace(turn, segments=spoken)
    return turn


def _quotes_others(turn: Turn, marked: Sequence[Quotation]) -> bool:
    """Whether a letter or a speech names the speakers of several quotations, as a report does."""
    if turn.kind in _LABELLED:
        return False
    inside = [each for each in marked if _touches(each.segments, [turn.words])]
    return sum(bool(each.speaker and each.cue) for each in inside) >= _FEWEST_OTHERS


def with_unmarked_turns(text: str, marked: Sequence[Quotation]) -> list[Quotation]:
    """The same for a draft: what is marked stays, and only turns without marks are added.

    A draft with a byline is its author's text, and no quotation.
    """
    quoted = sorted(segment for each in marked for segment in each.segments)
    turns = [each for each in find_turns(text) if each.kind in _LABELLED]
    unmarked = [_quotation(each) for each in turns if not _touches(each.segments, quoted)]
    return _in_order([*marked, *unmarked])


def _in_order(quotations: Iterable[Quotation]) -> list[Quotation]:
    return sorted(quotations, key=lambda each: each.segments[0])


def _touches(segments: Sequence[Span], spans: Sequence[Span]) -> bool:
    """Whether the segments and these spans, which are in order, have any code point in common."""
    last = bisect_left(spans, (segments[-1].end,))
    return last > 0 and spans[last - 1].end > segments[0].start


def _quotation(turn: Turn) -> Quotation:
    return Quotation(
        segments=turn.segments,
        mode="direct",
        attribution=(turn.named_at or turn.label) if turn.speaker else None,
        cue=None,
        speaker=turn.speaker,
        said="",
        said_from=None,
        confidence=turn.confidence,
        rule=RULES[turn.kind],
    )
