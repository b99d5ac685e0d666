"""Whether the quoted words are the words on record. Strict: any doubt falls to `altered`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rapidfuzz.distance import Levenshtein

from citations.comparison.abridgement import (
    Wording,
    counts_of_negations,
    has_omissions,
    read_literally,
    read_omissions,
    stands_in,
)
from citations.comparison.verdict import Verdict
from citations.text.spans import Span, shared_start
from citations.text.tokens import Kind, Token, tokens

# Below this share of words in common, the two have nothing to do with each other.
LEAST_IN_COMMON = 1 / 3
# Aligning takes time by the product of the lengths; beyond it the middle is one replacement.
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
    """One step from the record to the quotation.

    `insert`: only quoted; `delete`: only on record. The texts of all edits, joined, give back the
    quoted and the recorded text: each holds the white space after its words.
    """

    op: Operation
    quoted: str
    recorded: str
    quoted_span: Span
    recorded_span: Span


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict and the edits that tell why.

    `drops_negation`: the quotation is abridged, and a "not" or the like is among what it omits.
    """

    verdict: Verdict
    edits: tuple[Edit, ...]
    drops_negation: bool = False


class _Read(NamedTuple):
    """A text and its words and marks."""

    text: str
    tokens: tuple[Token, ...]

    def span(self, first: int, last: int) -> Span:
        """The stretch from one token to another, so that stretches side by side leave no gap."""
        return Span(self._start(first), self._start(last))

    def _start(self, index: int) -> int:
        if index == len(self.tokens):
            return len(self.text)
        return self.tokens[index].span.start if index else 0


def compare(quoted: str, recorded: str | Sequence[str]) -> Comparison:
    """How the quoted words stand to the words on record, as a whole against a whole.

    `recorded` may be the segments of a split quotation: they are read joined by one space, and at
    each seam a comma or stop and the case of the next letter are free. Spans of edits count in
    `quoted` and in the joined text. To judge words taken from a longer passage, locate them first
    and compare them with the passage found.
    """
    segments = (recorded,) if isinstance(recorded, str) else tuple(recorded)
    whole = " ".join(segments)
    ours = _Read(quoted, tokens(quoted))
    theirs = ours if quoted == whole else _Read(whole, tokens(whole))
    verdict = _verdict(ours, theirs, segments)
    drops = verdict is Verdict.ABRIDGED and _drops_negation(ours, theirs)
    return Comparison(verdict, tuple(_edits(ours, theirs)), drops)


def _verdict(ours: _Read, theirs: _Read, segments: Sequence[str]) -> Verdict:
    if not ours.text.strip() or not theirs.text.strip():
        return Verdict.ABSENT
    if ours.text == theirs.text:
        return Verdict.VERBATIM
    in_common = _share_in_common(ours, theirs)
    wording = Wording.of(segments, theirs.tokens)
    if in_common and stands_in(read_literally(ours.tokens), wording):
        return Verdict.TYPOGRAPHIC
    pattern = read_omissions(ours.tokens)
    if in_common and has_omissions(pattern) and stands_in(pattern, wording):
        return Verdict.ABRIDGED
    return Verdict.ALTERED if in_common >= LEAST_IN_COMMON else Verdict.ABSENT


def _share_in_common(ours: _Read, theirs: _Read) -> float:
    """The share of the shorter one's words that the other has too, in any order and case."""
    quoted, recorded = _word_counts(ours), _word_counts(theirs)
    shorter = min(quoted.total(), recorded.total())
    return (quoted & recorded).total() / shorter if shorter else 0.0


def _word_counts(read: _Read) -> Counter[str]:
    return Counter(token.key.casefold() for token in read.tokens if token.kind is Kind.WORD)


def _drops_negation(ours: _Read, theirs: _Read) -> bool:
    return bool(counts_of_negations(theirs.tokens) - counts_of_negations(ours.tokens))


def _edits(ours: _Read, theirs: _Read) -> Iterator[Edit]:
    quoted = [token.key for token in ours.tokens]
    recorded = [token.key for token in theirs.tokens]
    for op, first, last, to_first, to_last in _steps(recorded, quoted):
        quoted_span, recorded_span = ours.span(to_first, to_last), theirs.span(first, last)
        said, printed = quoted_span.of(ours.text), recorded_span.of(theirs.text)
        yield Edit(op, said, printed, quoted_span, recorded_span)


def _steps(old: list[str], new: list[str]) -> Iterator[tuple[Operation, int, int, int, int]]:
    """What makes the new list of the old one, as stretches of both."""
    if len(old) * len(new) > MOST_ALIGNED and old != new:
        yield from _coarse_steps(old, new)
        return
    for step in Levenshtein.opcodes(old, new):
        op = _OPERATIONS[step.tag]
        yield op, step.src_start, step.src_end, step.dest_start, step.dest_end


def _coarse_steps(old: list[str], new: list[str]) -> Iterator[tuple[Operation, int, int, int, int]]:
    """What begins alike, what ends alike, and all between as one replacement."""
    head = shared_start(old, new)
    tail = shared_start(old[head:][::-1], new[head:][::-1])
    middle, to_middle = len(old) - tail, len(new) - tail
    if head:
        yield "equal", 0, head, 0, head
    yield "replace", head, middle, head, to_middle
    if tail:
        yield "equal", middle, len(old), to_middle, len(new)
