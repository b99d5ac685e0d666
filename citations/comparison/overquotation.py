"""Quoted words that go on where the record has ended, or take in what stands around its marks."""

from collections import Counter
from collections.abc import Sequence

from citations.comparison.compare import compare
from citations.comparison.verdict import Verdict
from citations.comparison.wording_tokens import Taken, Words, places_of

# Of fewer words in common nothing is said, unless they are all there are.
LEAST_WORDS = 3
# Words by which a quotation and a record that it goes beyond may overlap.
MOST_SHARED = 500


def beyond(quoted: Words, recorded: Words) -> Taken | None:
    """The words where they go on once the record has ended, or begin before it."""
    first, last = _shared_end(quoted.words, recorded.words)
    if first == last or _are_moved(quoted.words, recorded.words, first, last):
        return None
    span = recorded.span(recorded.places[first], recorded.places[last - 1])
    edits = compare(quoted.text, recorded.within(span)).edits
    likeness = (last - first) / len(quoted.words)
    return Taken(Verdict.ALTERED, span, edits, likeness, goes_beyond=True)


def beyond_the_marks(quoted: Words, before: str, printed: str, after: str) -> bool:
    """Whether the words are printed so, but partly before or after the marks around `printed`."""
    inner = Words((printed,))
    whole = Words((before, printed, after))
    first = len(Words((before,)).words)
    last = first + len(inner.words)
    for at in places_of(quoted.words, whole.words):
        end = at + len(quoted.words)
        if at < last and end > first and (at < first or end > last):
            return True
    return False


def _shared_end(quoted: Sequence[str], recorded: Sequence[str]) -> tuple[int, int]:
    """The words of the record that the quotation has beside others: all of them, or its last or
    first ones, if they are half of the quotation; else none (0, 0)."""
    if LEAST_WORDS < len(recorded) < len(quoted) and any(True for _ in places_of(recorded, quoted)):
        return 0, len(recorded)
    most = min(len(quoted) - 1, len(recorded), MOST_SHARED)
    for many in range(most, max(LEAST_WORDS, (len(quoted) - 1) // 2), -1):
        if quoted[:many] == recorded[-many:]:
            return len(recorded) - many, len(recorded)
        if quoted[-many:] == recorded[:many]:
            return 0, many
    return 0, 0


def _are_moved(quoted: Sequence[str], recorded: Sequence[str], first: int, last: int) -> bool:
    """Whether what is put in is but what stands elsewhere in the record."""
    put_in = Counter(quoted) - Counter(recorded[first:last])
    return not put_in - Counter([*recorded[:first], *recorded[last:]])
