"""Finding words again in a text: exactly, folded, or nearly."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal, NamedTuple

from rapidfuzz.fuzz import partial_ratio_alignment, ratio

from citations.text.folding import Folded, fold
from citations.text.spans import Span, shared_start
from citations.text.tokens import cuts_a_word, is_letter

# Likeness in percent (of code points that agree, in order). A sentence with one word changed is
# above NEARLY; two sentences of the same language that share nothing stand at 40 to 50.
NEARLY = 80.0
REMOTELY = 55.0
# Two passages that differ less than this in likeness are equally good.
TOO_CLOSE = 1.0

# Approximate search looks for the first and the last piece, then judges the whole. These bound
# its cost, in folded code points. Longer wordings and texts are found exactly or folded only.
PIECE = 64
SHORTEST_NEARLY = 8
LONGEST_NEARLY = 10_000
LONGEST_TEXT = 200_000
MARGIN = 120

# More occurrences than this are not weighed: the words are too common to be told apart.
MOST_OCCURRENCES = 1_000
# Places looked at, whole words or not.
MOST_TRIES = 10_000
MOST_CONTEXT = 64


@dataclass(frozen=True, slots=True)
class Match:
    """Where the words stand, in code points of the text, and how they were found."""

    span: Span
    how: Literal["exact", "folded", "approximate"]


class _Passage(NamedTuple):
    span: Span
    likeness: float


def locate(
    exact: str, text: str, prefix: str = "", suffix: str = "", hint: int | None = None
) -> Match | None:
    """The one place in the text where these words stand, or None.

    Tried in turn: the exact words, the folded words, the most alike passage (at least NEARLY).
    Of several places the one wins that stands between `prefix` and `suffix` (the words around),
    then at the code point `hint`, then nearest to `hint`. Where that leaves several, the answer is
    None: exactly one place or none. Words that stand only inside others (legal in illegal) are not
    there: None.
    """
    if not exact.strip():
        return None
    choose = _chooser(text, prefix, suffix, hint)
    if found := _occurrences(exact, text, _hints(exact, text, prefix, suffix, hint)):
        return _match(choose(found), "exact")
    words, folded = _words(exact), fold(text)
    if words in folded.text:
        found = [folded.span(*span) for span in _occurrences(words, folded.text)]
        return _match(choose(found), "folded")
    return _match(choose(_alike(words, folded)), "approximate")


def nearest_passage(exact: str, text: str) -> Span | None:
    """The passage most like these words, however poor, to be shown beside them.

    None below REMOTELY, and where the words or the text are too long to search.
    """
    words, folded = _words(exact), fold(text)
    best = _best(words, folded.text, 0, REMOTELY)
    return folded.span(*best.span) if best else None


def _match(span: Span | None, how: Literal["exact", "folded", "approximate"]) -> Match | None:
    return Match(span, how) if span else None


def _words(exact: str) -> str:
    return fold(exact).text.strip()


def _occurrences(words: str, text: str, hints: tuple[int, ...] = ()) -> list[Span]:
    """Where the words stand: at the hints, and all others that do not overlap one another."""
    if not words:
        return []
    hinted = {start for start in hints if text.startswith(words, start)}
    spans = {Span(start, start + len(words)) for start in hinted}
    found = {span for span in spans if not cuts_a_word(text, span)}
    return sorted(found | set(islice(_whole(words, text), MOST_OCCURRENCES)))


def _whole(words: str, text: str) -> Iterator[Span]:
    """Where the words stand as whole words, and do not overlap one another."""
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
    """Places to try first, so that they count even among overlapping or countless ones."""
    hints = [] if hint is None or hint < 0 else [hint]
    if prefix or suffix:
        between = text.find(prefix + exact + suffix)
        hints += [between + len(prefix)] if between >= 0 else []
    return tuple(hints)


def _chooser(
    text: str, prefix: str, suffix: str, hint: int | None
) -> Callable[[list[Span]], Span | None]:
    """What makes one place out of several, or None."""
    before, after = _context_before(prefix), _context_after(suffix)

    def weight(span: Span) -> tuple[int, bool]:
        context = _alike_before(text, span, before) + _alike_after(text, span, after)
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


def _alike_before(text: str, span: Span, words: str) -> int:
    if not words:
        return 0
    there = _context_before(text[max(0, span.start - 2 * MOST_CONTEXT) : span.start])
    return shared_start(there[::-1], words[::-1])


def _alike_after(text: str, span: Span, words: str) -> int:
    if not words:
        return 0
    there = _context_after(text[span.end : span.end + 2 * MOST_CONTEXT])
    return shared_start(there, words)


def _alike(words: str, folded: Folded) -> list[Span]:
    """The most alike passage, and any that is equally like, before or after it."""
    best = _best(words, folded.text, 0, NEARLY)
    if not best:
        return []
    before = _best(words, folded.text[: best.span.start], 0, NEARLY)
    after = _best(words, folded.text[best.span.end :], best.span.end, NEARLY)
    passages = [passage for passage in (best, before, after) if passage]
    enough = max(passage.likeness for passage in passages) - TOO_CLOSE
    return [folded.span(*each.span) for each in passages if each.likeness >= enough]


def _best(words: str, text: str, offset: int, least: float) -> _Passage | None:
    """The passage most like the words; its span is counted from `offset` before the text."""
    if not SHORTEST_NEARLY <= len(words) <= LONGEST_NEARLY or len(text) > LONGEST_TEXT:
        return None
    passages = [_trimmed(words, text, start) for start in _estimates(words, text)]
    best = max(passages, key=lambda passage: passage.likeness, default=None)
    if best is None or best.likeness < least:
        return None
    return _Passage(best.span.shifted(offset), best.likeness)


def _estimates(words: str, text: str) -> Iterator[int]:
    """Where the words may begin, by their first and by their last piece."""
    for place in {0, max(0, len(words) - PIECE)}:
        piece = words[place : place + PIECE]
        found = partial_ratio_alignment(piece, text) if len(text) >= len(piece) else None
        if found:
            yield max(0, found.dest_start - place)
    if len(text) < len(words):
        yield 0


def _trimmed(words: str, text: str, start: int) -> _Passage:
    """The passage near there, its ends on those bounds of words that make it most alike."""
    margin = min(MARGIN, 16 + len(words) // 8)
    end = min(len(text), start + len(words))
    head, tail = words[:PIECE], words[-PIECE:]

    def likeness_from(at: int) -> float:
        return ratio(head, text[at : min(end, at + PIECE)])

    def likeness_to(at: int) -> float:
        return ratio(tail, text[max(start, at - PIECE) : at])

    for _ in range(2):
        start = max(_bounds(text, start, margin, end=False), key=likeness_from, default=start)
        end = max(_bounds(text, end, margin, end=True), key=likeness_to, default=end)
    return _Passage(Span(start, max(start, end)), ratio(words, text[start:end]))


def _bounds(text: str, near: int, margin: int, end: bool) -> Iterator[int]:
    """Places within the margin where a word begins, or ends."""
    for at in range(max(0, near - margin), min(len(text), near + margin) + 1):
        inside, outside = (at - 1, at) if end else (at, at - 1)
        filled = 0 <= inside < len(text) and not text[inside].isspace()
        bound = not 0 <= outside < len(text) or not is_letter(text[outside])
        if filled and bound and not cuts_a_word(text, Span(at, at)):
            yield at
