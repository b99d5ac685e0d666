"""Locates words in a text: exactly, folded, or approximately."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal, NamedTuple

from rapidfuzz.fuzz import partial_ratio_alignment, ratio

from citations.text.folding import FoldedText, fold
from citations.text.spans import Span, common_prefix_length
from citations.text.tokens import cuts_a_word, is_letter

# Likeness in percent (of code points that agree, in order). A sentence with one word changed is
# above NEARLY; two unrelated sentences in the same language have 40 to 50.
NEARLY = 80.0
REMOTELY = 55.0
# Two passages whose likeness differs by less than this are equally good.
TOO_CLOSE = 1.0

# Approximate search looks for the first and the last piece, then measures the whole. These limits,
# in folded code points, bound its cost. Longer wordings and texts are located exactly or folded.
PIECE = 64
SHORTEST_NEARLY = 8
LONGEST_NEARLY = 10_000
LONGEST_TEXT = 200_000
MARGIN = 120

# More occurrences than this are not compared: the words are too common to be distinguished.
MOST_OCCURRENCES = 1_000
# Places examined, whether whole words or not.
MOST_TRIES = 10_000
MOST_CONTEXT = 64


@dataclass(frozen=True, slots=True)
class LocatedMatch:
    """Where the words are, in code points of the text, and how they were located."""

    span: Span
    how: Literal["exact", "folded", "approximate"]


class _Passage(NamedTuple):
    span: Span
    likeness: float


def locate(
    exact: str, text: str, prefix: str = "", suffix: str = "", hint: int | None = None
) -> LocatedMatch | None:
    """The one place of these words in the text, or None.

    It tries the exact words, then the folded words, then the most similar passage (at least
    NEARLY). Of several places, it prefers the one between `prefix` and `suffix` (the words around
    it), then the one at the code point `hint`, then the one nearest to `hint`. If several remain,
    the answer is None. Words that occur only inside other words (legal in illegal) do not count.
    """
    if not exact.strip():
        return None
    choose = _chooser(text, prefix, suffix, hint)
    if found := _occurrences(exact, text, _hints(exact, text, prefix, suffix, hint)):
        return _match(choose(found), "exact")
    words, folded = _fold_words(exact), fold(text)
    if words in folded.text:
        found = [folded.span(*span) for span in _occurrences(words, folded.text)]
        return _match(choose(found), "folded")
    return _match(choose(_similar_passages(words, folded)), "approximate")


def nearest_passage(exact: str, text: str) -> Span | None:
    """The passage most similar to these words, to show beside them.

    None if its likeness is below REMOTELY, or the words or the text are too long to search.
    """
    words, folded = _fold_words(exact), fold(text)
    best = _best_passage(words, folded.text, 0, REMOTELY)
    return folded.span(*best.span) if best else None


def _match(
    span: Span | None, how: Literal["exact", "folded", "approximate"]
) -> LocatedMatch | None:
    return LocatedMatch(span, how) if span else None


def _fold_words(exact: str) -> str:
    return fold(exact).text.strip()


def _occurrences(words: str, text: str, hints: tuple[int, ...] = ()) -> list[Span]:
    """Where the words occur: at the hints, and all other places that do not overlap."""
    if not words:
        return []
    hinted = {start for start in hints if text.startswith(words, start)}
    spans = {Span(start, start + len(words)) for start in hinted}
    found = {span for span in spans if not cuts_a_word(text, span)}
    return sorted(found | set(islice(_whole_occurrences(words, text), MOST_OCCURRENCES)))


def _whole_occurrences(words: str, text: str) -> Iterator[Span]:
    """Where the words occur as whole words without overlapping."""
    start = text.find(words)
    for _ in range(MOST_TRIES):
        if start < 0:
            return
        span = Span(start, start + len(words))
        cut = cuts_a_word(text, span)
        if not cut:
            yield span
        start = text.find(words, start + 1 if cut else span.end)


def _hints(exact: str, text: str, prefix: str, suffix: str, hint: int | None) -> tuple[int, ...]:
    """Places to try first, so that they count even among overlapping or very many places."""
    hints = [] if hint is None or hint < 0 else [hint]
    if prefix or suffix:
        between = text.find(prefix + exact + suffix)
        hints += [between + len(prefix)] if between >= 0 else []
    return tuple(hints)


def _chooser(
    text: str, prefix: str, suffix: str, hint: int | None
) -> Callable[[list[Span]], Span | None]:
    """A function that chooses one of several places, or none."""
    before, after = _context_before(prefix), _context_after(suffix)

    def weight(span: Span) -> tuple[int, bool]:
        context = _shared_before(text, span, before) + _shared_after(text, span, after)
        return context, span.start == hint

    def choose(spans: list[Span]) -> Span | None:
        if len(spans) < 2:
            return spans[0] if spans else None
        weights = [weight(span) for span in spans]
        best = max(weights)
        return _nearest([s for s, w in zip(spans, weights, strict=True) if w == best], hint)

    return choose


def _nearest(spans: list[Span], hint: int | None) -> Span | None:
    if len(spans) == 1:
        return spans[0]
    if hint is None:
        return None
    first, second = sorted(spans, key=lambda span: abs(span.start - hint))[:2]
    return None if abs(first.start - hint) == abs(second.start - hint) else first


def _context_before(words: str) -> str:
    return fold(words[-2 * MOST_CONTEXT :]).text.strip()[-MOST_CONTEXT:]


def _context_after(words: str) -> str:
    return fold(words[: 2 * MOST_CONTEXT]).text.strip()[:MOST_CONTEXT]


def _shared_before(text: str, span: Span, words: str) -> int:
    if not words:
        return 0
    there = _context_before(text[max(0, span.start - 2 * MOST_CONTEXT) : span.start])
    return common_prefix_length(there[::-1], words[::-1])


def _shared_after(text: str, span: Span, words: str) -> int:
    if not words:
        return 0
    there = _context_after(text[span.end : span.end + 2 * MOST_CONTEXT])
    return common_prefix_length(there, words)


def _similar_passages(words: str, folded: FoldedText) -> list[Span]:
    """The most similar passage, and any equally similar one before or after it."""
    best = _best_passage(words, folded.text, 0, NEARLY)
    if not best:
        return []
    before = _best_passage(words, folded.text[: best.span.start], 0, NEARLY)
    after = _best_passage(words, folded.text[best.span.end :], best.span.end, NEARLY)
    passages = [passage for passage in (best, before, after) if passage]
    enough = max(passage.likeness for passage in passages) - TOO_CLOSE
    return [folded.span(*each.span) for each in passages if each.likeness >= enough]


def _best_passage(words: str, text: str, offset: int, least: float) -> _Passage | None:
    """The passage most similar to the words; its span is moved by `offset`."""
    if not SHORTEST_NEARLY <= len(words) <= LONGEST_NEARLY or len(text) > LONGEST_TEXT:
        return None
    passages = [_trim_to_words(words, text, start) for start in _estimates(words, text)]
    best = max(passages, key=lambda passage: passage.likeness, default=None)
    if best is None or best.likeness < least:
        return None
    return _Passage(best.span.shift(offset), best.likeness)


def _estimates(words: str, text: str) -> Iterator[int]:
    """Where the words may begin, judging by their first and their last piece."""
    for place in {0, max(0, len(words) - PIECE)}:
        piece = words[place : place + PIECE]
        found = partial_ratio_alignment(piece, text) if len(text) >= len(piece) else None
        if found:
            yield max(0, found.dest_start - place)
    if len(text) < len(words):
        yield 0


def _trim_to_words(words: str, text: str, start: int) -> _Passage:
    """The passage near `start`, with the word bounds as ends that make it most similar."""
    margin = min(MARGIN, 16 + len(words) // 8)
    end = min(len(text), start + len(words))
    head, tail = words[:PIECE], words[-PIECE:]

    def likeness_from(at: int) -> float:
        return ratio(head, text[at : min(end, at + PIECE)])

    def likeness_to(at: int) -> float:
        return ratio(tail, text[max(start, at - PIECE) : at])

    for _ in range(2):
        start = max(_word_bounds(text, start, margin, end=False), key=likeness_from, default=start)
        end = max(_word_bounds(text, end, margin, end=True), key=likeness_to, default=end)
    return _Passage(Span(start, max(start, end)), ratio(words, text[start:end]))


def _word_bounds(text: str, near: int, margin: int, end: bool) -> Iterator[int]:
    """Positions within the margin at which a word begins or, with `end`, ends."""
    for at in range(max(0, near - margin), min(len(text), near + margin) + 1):
        inside, outside = (at - 1, at) if end else (at, at - 1)
        filled = 0 <= inside < len(text) and not text[inside].isspace()
        bound = not 0 <= outside < len(text) or not is_letter(text[outside])
        if filled and bound and not cuts_a_word(text, Span(at, at)):
            yield at
