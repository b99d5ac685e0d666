"""Quotations that run past the recorded words, or past the quotation marks in the source."""

from collections import Counter
from collections.abc import Sequence

from citations.comparison.compare import compare
from citations.comparison.verdict import Verdict
from citations.comparison.wording_tokens import Containment, WordingTokens, find_run

# Fewer words in common prove nothing, unless the wording has no more.
LEAST_WORDS = 3
# The longest overlap examined between a quotation and a record that it goes beyond.
MOST_SHARED = 500


def find_overquotation(quoted: WordingTokens, recorded: WordingTokens) -> Containment | None:
    """The recorded words that a quotation includes and goes beyond, at the end or the beginning."""
    first, last = _shared_words(quoted.words, recorded.words)
    if first == last or _is_only_moved(quoted.words, recorded.words, first, last):
        return None
    span = recorded.span(recorded.places[first], recorded.places[last - 1])
    edits = compare(quoted.text, recorded.pieces_within(span)).edits
    likeness = (last - first) / len(quoted.words)
    return Containment(Verdict.ALTERED, span, edits, likeness, goes_beyond=True)


def runs_past_the_marks(quoted: WordingTokens, before: str, printed: str, after: str) -> bool:
    """Whether the source prints these words, but some outside the marks around `printed`."""
    inner = WordingTokens((printed,))
    whole = WordingTokens((before, printed, after))
    first = len(WordingTokens((before,)).words)
    last = first + len(inner.words)
    for at in find_run(quoted.words, whole.words):
        end = at + len(quoted.words)
        if at < last and end > first and (at < first or end > last):
            return True
    return False


def _shared_words(quoted: Sequence[str], recorded: Sequence[str]) -> tuple[int, int]:
    """The range of recorded words that the quotation contains beside others.

    They are all recorded words, or the last or first ones if they are half of the quotation;
    otherwise the range is empty, (0, 0).
    """
    if LEAST_WORDS < len(recorded) < len(quoted) and any(True for _ in find_run(recorded, quoted)):
        return 0, len(recorded)
    most = min(len(quoted) - 1, len(recorded), MOST_SHARED)
    for many in range(most, max(LEAST_WORDS, (len(quoted) - 1) // 2), -1):
        if quoted[:many] == recorded[-many:]:
            return len(recorded) - many, len(recorded)
        if quoted[-many:] == recorded[:many]:
            return 0, many
    return 0, 0


def _is_only_moved(quoted: Sequence[str], recorded: Sequence[str], first: int, last: int) -> bool:
    """Whether the added words are only words from elsewhere in the record."""
    put_in = Counter(quoted) - Counter(recorded[first:last])
    return not put_in - Counter([*recorded[:first], *recorded[last:]])
