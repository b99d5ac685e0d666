"""Cuts a long quotation to an excerpt around the first search hit and marks the hit words."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from citations.index.analysis import IndexTerm, TermPattern, index_terms, stem, term_patterns
from citations.query import ast
from citations.text.spans import Span

# Code points shown of a long quotation, and how many of them come before the first hit.
MAX_EXCERPT = 420
LEAD = 120
# Code points searched for hits: a page has twenty quotations and two seconds.
MAX_SEARCHED = 20_000


class HighlightFragment(NamedTuple):
    """A stretch of text, marked or not; the fragments of an excerpt make up its text."""

    text: str
    marked: bool = False


def highlight_excerpt(text: str, terms: Sequence[ast.Term]) -> list[HighlightFragment]:
    """The text in fragments; a long text is cut around its first hit, with ellipses."""
    hits = list(hit_spans(text[:MAX_SEARCHED], terms))
    start, end = _excerpt_bounds(text, hits)
    fragments = list(_fragments(text, hits, start, end))
    return [
        *([HighlightFragment("… ")] if start else []),
        *fragments,
        *([HighlightFragment(" …")] if end < len(text) else []),
    ]


def hit_spans(text: str, terms: Sequence[ast.Term]) -> Iterator[Span]:
    """Where the terms occur in the text, in order and without overlaps (code points)."""
    words = index_terms(text) if terms else []
    covered = 0
    spans = sorted(span for term in terms for span in _term_spans(term, words))
    for start, end in spans:
        if end > covered:
            yield Span(max(start, covered), end)
            covered = end


def _term_spans(term: ast.Term, words: list[IndexTerm]) -> Iterator[Span]:
    patterns = _comparable_patterns(term)
    texts = [word.text for word in words]
    if isinstance(term, ast.Word):
        texts = [stem(text) for text in texts]
    if not patterns:
        return
    first, *others = patterns
    for at in [at for at, text in enumerate(texts) if first.matches(text)]:
        last = at + len(others)
        if last < len(texts) and all(map(TermPattern.matches, others, texts[at + 1 : last + 1])):
            yield Span(words[at].start, words[last].end)


# Every text of a page is searched for the same terms.
@lru_cache(maxsize=256)
def _comparable_patterns(term: ast.Term) -> tuple[TermPattern, ...]:
    if isinstance(term, ast.Word):
        return tuple(each._replace(text=stem(each.text)) for each in term_patterns(term))
    return tuple(term_patterns(term))


def _excerpt_bounds(text: str, hits: list[Span]) -> tuple[int, int]:
    if len(text) <= MAX_EXCERPT:
        return 0, len(text)
    first = hits[0].start if hits else 0
    start = max(0, min(first - LEAD, len(text) - MAX_EXCERPT))
    if start:
        start = text.find(" ", start, first) + 1 or start
    end = min(len(text), start + MAX_EXCERPT)
    if end < len(text):
        end = max(text.rfind(" ", start, end), hits[0].end if hits else 0) or end
    return start, end


def _fragments(text: str, hits: list[Span], start: int, end: int) -> Iterator[HighlightFragment]:
    at = start
    for hit in hits:
        if start <= hit.start and hit.end <= end:
            if at < hit.start:
                yield HighlightFragment(text[at : hit.start])
            yield HighlightFragment(text[hit.start : hit.end], marked=True)
            at = hit.end
    if at < end:
        yield HighlightFragment(text[at:end])
