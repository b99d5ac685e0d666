"""Text to terms: the one way in which texts are indexed, queries are looked up and hits marked.

A word is folded (case, accents, width); a run of Chinese, Japanese or Korean characters becomes
its overlapping pairs, so that a two-character word is found in the middle of a sentence.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

from citations.text.folding import fold_for_search

# Kana, Han with its extensions and its repetition mark, Hangul, and half-width kana.
CJK = (
    "々〇\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff"
)
# A combining mark belongs to its letter; the underscore separates.
TOKEN = re.compile(rf"(?P<cjk>[{CJK}]+)|(?:(?![{CJK}_])[\w\u0300-\u036f])+")

STEMMER = TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.stemmer("english")).build()
PLAIN = TextAnalyzerBuilder(Tokenizer.whitespace()).build()


class Term(NamedTuple):
    """A folded word or pair of characters, and the half-open span it came from (code points)."""

    text: str
    start: int
    end: int


def terms(text: str) -> Iterator[Term]:
    """The terms of a text in order, each with its place in the text as given."""
    for token in TOKEN.finditer(text):
        start, end = token.span()
        if token["cjk"]:
            yield from _pairs(text, start, end)
        elif folded := fold_for_search(token[0]):
            yield Term(folded, start, end)


def _pairs(text: str, start: int, end: int) -> Iterator[Term]:
    last = max(end - 1, start + 1)
    for at in range(start, last):
        upto = min(at + 2, end)
        yield Term(fold_for_search(text[at:upto]), at, upto)


def for_index(text: str) -> str:
    """The terms of a text separated by spaces, as the index takes it.

    A run of characters ends with its last one alone: a query of a single character is looked up
    as the beginning of a term, and every character begins one.
    """
    words: list[str] = []
    for token in TOKEN.finditer(text):
        start, end = token.span()
        if token["cjk"]:
            words += (pair.text for pair in _pairs(text, start, end))
            words += [fold_for_search(text[end - 1])] if end - start > 1 else []
        else:
            words.append(fold_for_search(token[0]))
    return " ".join(words)


@lru_cache(maxsize=65_536)
def stem(term: str) -> str:
    """The English stem of a folded word; other scripts stay as they are."""
    return "".join(STEMMER.analyze(term))


def is_single_character(word: str) -> bool:
    """Whether the word is one Chinese, Japanese or Korean character."""
    token = TOKEN.fullmatch(word)
    return len(word) == 1 and token is not None and token["cjk"] is not None
