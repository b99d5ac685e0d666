"""The part of a quotation that a search hit, with the hit words marked."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from citations.index.analysis import Term, Wanted, stem, terms, wanted
from citations.query import ast
from citations.text.spans import Span

# Code points a result shows of a long quotation, and how far before the first hit it begins.
LONGEST = 420
BEFORE = 120
# Code points that are looked through: a page has twenty quotations, and two seconds.
LOOKED_THROUGH = 20_000


class Piece(NamedTuple):
    """A stretch of the text, marked or not. The pieces of an excerpt make up its text."""

    text: str
    marked: bool = False


def excerpt(text: str, asked: Sequence[ast.Term]) -> list[Piece]:
    """The text in pieces; a long one is cut around its first hit, with an ellipsis."""
    hits = list(hit_spans(text[:LOOKED_THROUGH], asked))
    start, end = _window(text, hits)
    pieces = list(_pieces(text, hits, start, end))
    return [
        *([Piece("… ")] if start else []),
        *pieces,
        *([Piece(" …")] if end < len(text) else []),
    ]


def hit_spans(text: str, asked: Sequence[ast.Term]) -> Iterator[Span]:
    """Where the wanted terms stand in the text, rising and without overlaps (code points)."""
    found = terms(text) if asked else []
    covered = 0
    spans = sorted(span for want in asked for span in _spans_of(want, found))
    for start, end in spans:
        if end > covered:
            yield Span(max(start, covered), end)
            covered = end


def _spans_of(want: ast.Term, found: list[Term]) -> Iterator[Span]:
    looked_for = _looked_for(want)
    texts = [term.text for term in found]
    if isinstance(want, ast.Word):
        texts = [stem(text) for text in texts]
    if not looked_for:
        return
    first, *others = looked_for
    for at in [at for at, text in enumerate(texts) if first.matches(text)]:
        last = at + len(others)
        if last < len(texts) and all(map(Wanted.matches, others, texts[at + 1 : last + 1])):
            yield Span(found[at].start, found[last].end)


# The same for every text on a page.
@lru_cache(maxsize=256)
def _looked_for(want: ast.Term) -> tuple[Wanted, ...]:
    """What is wanted of terms; of stems where a word is."""
    if isinstance(want, ast.Word):
        return tuple(each._replace(text=stem(each.text)) for each in wanted(want))
    return tuple(wanted(want))


def _window(text: str, hits: list[Span]) -> tuple[int, int]:
    if len(text) <= LONGEST:
        return 0, len(text)
    first = hits[0].start if hits else 0
    start = max(0, min(first - BEFORE, len(text) - LONGEST))
    if start:
        start = text.find(" ", start, first) + 1 or start
    end = min(len(text), start + LONGEST)
    if end < len(text):
        end = max(text.rfind(" ", start, end), hits[0].end if hits else 0) or end
    return start, end


def _pieces(text: str, hits: list[Span], start: int, end: int) -> Iterator[Piece]:
    at = start
    for hit in hits:
        if start <= hit.start and hit.end <= end:
            if at < hit.start:
                yield Piece(text[at : hit.start])
            yield Piece(text[hit.start : hit.end], marked=True)
            at = hit.end
    if at < end:
        yield Piece(text[at:end])
