"""Compares quoted words with recorded words. It is strict: in doubt, they are `altered`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rapidfuzz.distance import Levenshtein

from citations.comparison.abridgement import (
    RecordedKeys,
    count_negations,
    has_omissions,
    matches_wording,
    read_literally,
    read_omissions,
)
from citations.comparison.verdict import Verdict
from citations.text.spans import Span, common_prefix_length
from citations.text.tokens import Kind, Token, tokens

# Below this share of words in common, the two are unrelated.
LEAST_IN_COMMON = 1 / 3
# Alignment takes time proportional to the product of the lengths. Beyond this product, the middle
# is one replacement.
MOST_ALIGNED = 25_000_000

Operation = Literal["equal", "insert", "delete", "replace"]
_OPERATIONS: dict[str, Operation] = {
    "equal": "equal",
    "insert": "insert",
    "delete": "delete",
    "replace": "replace",
}


@dataclass(frozen=True, slots=True)
class Edit:
    """One step from the recorded to the quoted words.

    `insert`: only quoted; `delete`: only recorded. The joined texts of all edits are the quoted
    and the recorded text: each includes the white space after its words.
    """

    op: Operation
    quoted: str
    recorded: str
    quoted_span: Span
    recorded_span: Span


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict, and the edits that explain it.

    `drops_negation`: the quotation is abridged and omits a "not" or another negation.
    """

    verdict: Verdict
    edits: tuple[Edit, ...]
    drops_negation: bool = False


class _TokenizedText(NamedTuple):
    text: str
    tokens: tuple[Token, ...]

    def span(self, first: int, last: int) -> Span:
        """From one token up to another; spans that follow one another leave no gap."""
        return Span(self._start(first), self._start(last))

    def _start(self, index: int) -> int:
        if index == len(self.tokens):
            return len(self.text)
        return self.tokens[index].span.start if index else 0


def compare(quoted: str, recorded: str | Sequence[str]) -> Comparison:
    """Compare all the quoted words with all the recorded words.

    `recorded` may be the segments of a split quotation. They are joined by one space; at each seam
    a comma or full stop and the case of the next letter may differ. Spans of edits refer to
    `quoted` and to the joined text. For words from a longer passage, locate them first and compare
    them with the located passage.
    """
    segments = (recorded,) if isinstance(recorded, str) else tuple(recorded)
    whole = " ".join(segments)
    ours = _TokenizedText(quoted, tokens(quoted))
    theirs = ours if quoted == whole else _TokenizedText(whole, tokens(whole))
    verdict = _verdict(ours, theirs, segments)
    drops = verdict is Verdict.ABRIDGED and _drops_negation(ours, theirs)
    return Comparison(verdict, tuple(_edits(ours, theirs)), drops)


def _verdict(ours: _TokenizedText, theirs: _TokenizedText, segments: Sequence[str]) -> Verdict:
    if not ours.text.strip() or not theirs.text.strip():
        return Verdict.ABSENT
    if ours.text == theirs.text:
        return Verdict.VERBATIM
    in_common = _share_in_common(ours, theirs)
    wording = RecordedKeys.from_segments(segments, theirs.tokens)
    if in_common and matches_wording(read_literally(ours.tokens), wording):
        return Verdict.TYPOGRAPHIC
    pattern = read_omissions(ours.tokens)
    if in_common and has_omissions(pattern) and matches_wording(pattern, wording):
        return Verdict.ABRIDGED
    return Verdict.ALTERED if in_common >= LEAST_IN_COMMON else Verdict.ABSENT


def _share_in_common(ours: _TokenizedText, theirs: _TokenizedText) -> float:
    """The share of the shorter text's words that the other has too, in any order and case."""
    quoted, recorded = _word_counts(ours), _word_counts(theirs)
    shorter = min(quoted.total(), recorded.total())
    return (quoted & recorded).total() / shorter if shorter else 0.0


def _word_counts(read: _TokenizedText) -> Counter[str]:
    return Counter(token.key.casefold() for token in read.tokens if token.kind is Kind.WORD)


def _drops_negation(ours: _TokenizedText, theirs: _TokenizedText) -> bool:
    return bool(count_negations(theirs.tokens) - count_negations(ours.tokens))


def _edits(ours: _TokenizedText, theirs: _TokenizedText) -> Iterator[Edit]:
    quoted = [token.key for token in ours.tokens]
    recorded = [token.key for token in theirs.tokens]
    for op, first, last, to_first, to_last in _alignment_steps(recorded, quoted):
        quoted_span, recorded_span = ours.span(to_first, to_last), theirs.span(first, last)
        said, printed = quoted_span.text_in(ours.text), recorded_span.text_in(theirs.text)
        yield Edit(op, said, printed, quoted_span, recorded_span)


def _alignment_steps(
    old: list[str], new: list[str]
) -> Iterator[tuple[Operation, int, int, int, int]]:
    """The edits that turn the old list into the new one, as stretches of both."""
    if len(old) * len(new) > MOST_ALIGNED and old != new:
        yield from _coarse_steps(old, new)
        return
    for step in Levenshtein.opcodes(old, new):
        op = _OPERATIONS[step.tag]
        yield op, step.src_start, step.src_end, step.dest_start, step.dest_end


def _coarse_steps(old: list[str], new: list[str]) -> Iterator[tuple[Operation, int, int, int, int]]:
    """The common beginning, the common end, and everything between as one replacement."""
    head = common_prefix_length(old, new)
    tail = common_prefix_length(old[head:][::-1], new[head:][::-1])
    middle, to_middle = len(old) - tail, len(new) - tail
    if head:
        yield "equal", 0, head, 0, head
    yield "replace", head, middle, head, to_middle
    if tail:
        yield "equal", middle, len(old), to_middle, len(new)
