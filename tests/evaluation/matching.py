"""Matches what was found with the gold data: pieces that overlap by 80 %, the best pair first."""

import re
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from citations.extraction.quotation import Quotation
from citations.text.spans import Span
from tests.evaluation.gold import GoldQuotation, GoldText

_SHARE = 0.8
_LINE = re.compile(r"[^\n\r]+")
_EDGES = ' \t\u00a0\u2009\u200a\u202f"“”„«»‟'
Owner = TypeVar("Owner", GoldQuotation, Quotation)


class Piece(NamedTuple, Generic[Owner]):
    """One line of a quotation."""

    span: Span
    of: Owner


class Pieces(NamedTuple):
    """The pieces of a text by their fate."""

    pairs: list[tuple[GoldQuotation, Quotation]]
    missed: list[GoldQuotation]
    surplus: list[Quotation]


def match_pieces(gold: GoldText, found: Iterable[Quotation], mode: str = "") -> Pieces:
    """Pairs of gold and found pieces: all, or those that are "direct" or "mixed" on both sides."""
    expected = [
        Piece(span, each)
        for each in gold.quotations
        if mode in {"", each.mode}
        for span in cut_at_lines(gold.text, each.spans)
    ]
    given = [
        Piece(span, each)
        for each in found
        if mode in {"", mode_of(each)}
        for span in cut_at_lines(gold.text, each.segments)
    ]
    shares = sorted(
        (-share, one, other)
        for one, piece in enumerate(expected)
        for other, candidate in enumerate(given)
        if (share := _overlap(piece.span, candidate.span)) >= _SHARE
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in shares:
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return Pieces(
        [(expected[one].of, given[other].of) for one, other in sorted(pairs.items())],
        [piece.of for number, piece in enumerate(expected) if number not in pairs],
        [
            piece.of
            for number, piece in enumerate(given)
            if number not in taken and not _is_ignored(piece.span, gold.ignored)
        ],
    )


def mode_of(found: Quotation) -> str:
    return "direct" if found.mode == "direct" else "mixed"


def cut_at_lines(text: str, spans: Iterable[Span]) -> list[Span]:
    """The lines of these spans without marks, space and a comma at their ends."""
    pieces = []
    for span in spans:
        for line in _LINE.finditer(text, span.start, span.end):
            words = line[0].strip(_EDGES)
            start = line.start() + line[0].find(words)
            if words := words.removesuffix(","):
                pieces.append(Span(start, start + len(words)))
    return pieces


def _overlap(one: Span, other: Span) -> float:
    """The share of the longer span that both have in common."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / max(one.end - one.start, other.end - other.start)


def _is_ignored(span: Span, ignored: Sequence[Span]) -> bool:
    half = (span.end - span.start) / 2
    return any(min(span.end, each.end) - max(span.start, each.start) > half for each in ignored)
