"""Passages: the quotations of a text, each with all its segments and with who speaks.

One whose cue stands in its middle, or that runs over several paragraphs, is one passage.
"""

from dataclasses import dataclass, replace

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.classification import Mode, judged
from citations.extraction.context import Surroundings, surroundings
from citations.extraction.token_stream import GAP, LINE, Frame
from citations.text.spans import Span

_CLOSING = "\"”»’'」』“"
# Rules that found the speaker beside the quotation itself.
# The confidence of a speaker who was read from a sentence without a quotation.
_GUESSED = 0.55
_CARRIED = frozenset({"carried", "sentence-before", "subject-before"})


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that somebody is quoted with; `place` is that of the first segment."""

    place: int
    segments: tuple[Span, ...]
    mode: Mode
    attribution: Attribution | None


@dataclass(frozen=True, slots=True)
class Piece:
    """One pair of marks that was judged a quotation."""

    around: Surroundings
    mode: Mode
    attribution: Attribution | None


def passages(frame: Frame) -> list[Passage]:
    """The passages of the text, in order."""
    groups: list[list[Piece]] = []
    for piece in _pieces(frame):
        if groups and _belongs(frame, groups[-1][-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [_passage(group) for group in _without_pulled(groups)]


def _pieces(frame: Frame) -> list[Piece]:
    given: dict[int, Attribution] = {}
    found: list[Piece] = []
    for place in frame.places:
        around = surroundings(frame, place)
        verdict = judged(frame, around, given) if around.words else None
        if verdict is None:
            continue
        piece = Piece(around, *verdict)
        if found and _continues_unclosed(frame, found[-1], piece):
            piece = _with_speaker_of(piece, found[-1])
        if piece.attribution:
            given[place] = piece.attribution
        found.append(piece)
    return found


def _with_speaker_of(piece: Piece, first: Piece) -> Piece:
    """The next paragraph of one quotation: unless it names its speaker itself."""
    own = piece.attribution
    if first.attribution is None or (own and own.rule not in _CARRIED):
        return piece
    return replace(piece, attribution=replace(first.attribution, rule="carried"))


def _belongs(frame: Frame, first: Piece, second: Piece) -> bool:
    if first.mode == "partial" or second.mode == "partial":
        return False
    if _continues_unclosed(frame, first, second):
        return not _speak_apart(first.attribution, second.attribution)
    return _is_split(frame, first, second)


def _speak_apart(first: Attribution | None, second: Attribution | None) -> bool:
    """Whether each names a speaker of its own: the closing mark of the first is missing."""
    if first is None or second is None or second.rule in _CARRIED:
        return False
    return first.confidence > _GUESSED and first.phrase != second.phrase


def _continues_unclosed(frame: Frame, first: Piece, second: Piece) -> bool:
    """The paragraph before has no closing mark, and this one opens again."""
    outer = frame.spans[first.around.place].text_in(frame.text)
    between = frame.words[first.around.place + 1 : second.around.place]
    return outer[-1] not in _CLOSING and between in ([], [LINE], [GAP])


def _is_split(frame: Frame, first: Piece, second: Piece) -> bool:
    """Only the cue stands between the two: “…,” she said. “…”"""
    if first.attribution is None or second.attribution is None:
        return False
    start, end = first.around.place + 1, second.around.place
    if end - start > 60 or any(word in {LINE, GAP, ":"} for word in frame.words[start:end]):
        return False
    stops = [at for at in range(start, end) if frame.words[at] in {".", "?", "!"}]
    same = first.attribution.phrase == second.attribution.phrase
    beside = start <= first.attribution.phrase.start < end
    return same and beside and (not stops or stops == [end - 1])


def _without_pulled(groups: list[list[Piece]]) -> list[list[Piece]]:
    """Without what an editor pulled out to stand alone: words that are quoted in the text too."""
    counts: dict[str, int] = {}
    for group in groups:
        for piece in group:
            words = piece.around.words.rstrip(".,")
            counts[words] = counts.get(words, 0) + 1
    return [group for group in groups if not _is_pulled(group, counts)]


def _is_pulled(group: list[Piece], counts: dict[str, int]) -> bool:
    piece, attribution = group[0], group[0].attribution
    beside = attribution is not None and attribution.rule not in _CARRIED
    alone = len(group) == 1 and piece.around.stands_alone and not beside
    return alone and counts[piece.around.words.rstrip(".,")] > 1


def _passage(group: list[Piece]) -> Passage:
    spans = tuple(piece.around.span for piece in group)
    known = [piece.attribution for piece in group if piece.attribution]
    best = max(known, key=lambda each: each.confidence, default=None)
    return Passage(group[0].around.place, spans, group[0].mode, best)
