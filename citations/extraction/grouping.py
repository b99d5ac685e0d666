"""Groups the segments of each quotation, with its speaker.

A quotation with the cue in its middle, or over several paragraphs, is one group.
"""

from typing import NamedTuple

from citations.extraction.attribution.attribution import Attribution, carry_on
from citations.extraction.classification import Mode, classify
from citations.extraction.context import QuotationContext, context_of
from citations.extraction.token_stream import DASHES, GAP, LINE, TokenStream
from citations.text.spans import Span

_CLOSING = "\"”»’'」』“"
# Spaces in words that are too many to be the same in two quotations by chance.
_FEWEST_SPACES = 4
# Rules that find the speaker beside the quotation itself.
# Confidence in a speaker from a sentence without a quotation.
_GUESSED = 0.55
_CREDITS = frozenset({"credit", "dash"})
_CARRIED = frozenset({"carried", "sentence-before", "subject-before"})


class SegmentGroup(NamedTuple):
    """The segments of one quotation; `place` is that of the first."""

    place: int
    segments: tuple[Span, ...]
    mode: Mode
    attribution: Attribution | None


class SegmentCandidate(NamedTuple):
    """One pair of marks that was classified as a quotation."""

    around: QuotationContext
    mode: Mode
    attribution: Attribution | None


def group_segments(stream: TokenStream) -> list[SegmentGroup]:
    groups: list[list[SegmentCandidate]] = []
    for piece in _segment_candidates(stream):
        if groups and _belongs(stream, groups[-1][-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [_segment_group(group) for group in _drop_pull_quotes(groups)]


def _segment_candidates(stream: TokenStream) -> list[SegmentCandidate]:
    given: dict[int, Attribution] = {}
    found: list[SegmentCandidate] = []
    for place in stream.places:
        around = context_of(stream, place)
        verdict = classify(stream, around, given) if around.words else None
        if verdict is None:
            continue
        piece = SegmentCandidate(around, *verdict)
        if found and _continues_unclosed(stream, found[-1], piece):
            piece = _with_speaker_of(piece, found[-1])
        if piece.attribution:
            given[place] = piece.attribution
        found.append(piece)
    return found


def _with_speaker_of(piece: SegmentCandidate, first: SegmentCandidate) -> SegmentCandidate:
    """Give the next paragraph of a quotation its speaker, unless it names one itself."""
    own = piece.attribution
    if first.attribution is None or (own and own.rule not in _CARRIED):
        return piece
    return piece._replace(attribution=carry_on(first.attribution, first.attribution.confidence))


def _belongs(stream: TokenStream, first: SegmentCandidate, second: SegmentCandidate) -> bool:
    if first.mode == "partial" or second.mode == "partial":
        return False
    if _continues_unclosed(stream, first, second):
        return not _speak_apart(first.attribution, second.attribution)
    return _is_split(stream, first, second)


def _speak_apart(first: Attribution | None, second: Attribution | None) -> bool:
    """Whether each names its own speaker; then the closing mark of the first is missing."""
    if first is None or second is None or second.rule in _CARRIED:
        return False
    return first.confidence > _GUESSED and first.phrase != second.phrase


def _continues_unclosed(
    stream: TokenStream, first: SegmentCandidate, second: SegmentCandidate
) -> bool:
    """The first paragraph has no closing mark, and the next begins with an opening mark."""
    outer = stream.span_at(first.around.place).text_in(stream.text)
    between = stream.words[first.around.place + 1 : second.around.place]
    is_open = outer[-1] not in _CLOSING and outer[0] not in DASHES
    return is_open and between in ([], [LINE], [GAP])


def _is_split(stream: TokenStream, first: SegmentCandidate, second: SegmentCandidate) -> bool:
    """Only the cue separates the two: “…,” she said. “…”"""
    if first.attribution is None or second.attribution is None:
        return False
    start, end = first.around.place + 1, second.around.place
    if end - start > 60 or any(word in {LINE, GAP, ":"} for word in stream.words[start:end]):
        return False
    stops = [at for at in range(start, end) if stream.words[at] in {".", "?", "!"}]
    same = first.attribution.phrase == second.attribution.phrase
    beside = start <= first.attribution.phrase.start < end
    return same and beside and (not stops or stops == [end - 1])


def _drop_pull_quotes(groups: list[list[SegmentCandidate]]) -> list[list[SegmentCandidate]]:
    """Drop pull quotes: words that stand alone and are also quoted in the text."""
    printed: dict[str, float] = {}
    for group in groups:
        for piece in group:
            words = _plain_words(piece)
            printed[words] = max(printed.get(words, -1.0), _certainty(piece))
    rest = "\n".join(
        _plain_words(piece) for group in groups if not _alone(group) for piece in group
    )
    return [group for group in groups if not _is_pull_quote(group, printed, rest)]


def _plain_words(piece: SegmentCandidate) -> str:
    return " ".join(piece.around.words.rstrip(".,…!").replace("’", "'").lower().split())


def _certainty(piece: SegmentCandidate) -> float:
    """How sure the speaker is; a pull quote itself is the least certain place."""
    found = piece.attribution
    beside = found is not None and found.rule not in _CARRIED
    if found is None or not beside:
        return 0.0 if piece.around.stands_alone else 0.1
    return found.confidence


def _alone(group: list[SegmentCandidate]) -> bool:
    """Whether the group is one paragraph with nothing but its credit."""
    around, found = group[0].around, group[0].attribution
    credited = around.begins_line and found is not None and found.rule in _CREDITS
    return len(group) == 1 and (around.stands_alone or credited)


def _is_pull_quote(group: list[SegmentCandidate], printed: dict[str, float], rest: str) -> bool:
    """Whether a more certain place has the same words, or a longer quotation contains them."""
    if not _alone(group):
        return False
    words = _plain_words(group[0])
    if printed[words] > _certainty(group[0]):
        return True
    long = words.count(" ") >= _FEWEST_SPACES
    return long and _certainty(group[0]) < _GUESSED and words in rest


def _segment_group(group: list[SegmentCandidate]) -> SegmentGroup:
    spans = tuple(piece.around.span for piece in group)
    known = [piece.attribution for piece in group if piece.attribution]
    best = max(known, key=lambda each: each.confidence, default=None)
    return SegmentGroup(group[0].around.place, spans, group[0].mode, best)
