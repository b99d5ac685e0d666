"""Splits texts into terms: the same way for the index, for queries and for highlights.

A word is folded (marks, width, case, accents). A run of Chinese, Japanese or Korean characters
becomes its overlapping pairs, so that a two-character word is found in the middle of a sentence.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

from citations.query import ast
from citations.text.folding import fold, fold_for_search
from citations.text.scripts import CJK, MARKS

# Combining marks belong to their letter; the underscore separates.
TOKEN_PATTERN = re.compile(rf"(?P<cjk>[{CJK}]+)|(?:(?![{CJK}_])[\w{MARKS}])+")
# Texts of only these characters are split as they are: folding them first is slower and gives
# the same terms.
SIMPLE_TEXT = re.compile(r"[\x00-\x7fÀ-ÖØ-öø-ÿĀ-ľŁ-ňŊ-žА-яЁё“”‘’„«»–—…\u00a0]*")
SIMPLE_WORD = re.compile(r"[^\W_]+")
SIMPLE_PUNCTUATION = "“”‘’„«»–—…\u00a0"
ASCII_PUNCTUATION = {code: " " for code in range(128) if not chr(code).isalnum()}

STEMMING_ANALYZER = (
    TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.stemmer("english")).build()
)
PLAIN_ANALYZER = TextAnalyzerBuilder(Tokenizer.whitespace()).build()


class IndexTerm(NamedTuple):
    """A folded word or pair of characters, and the half-open span it came from (code points)."""

    text: str
    start: int
    end: int


def index_terms(text: str) -> list[IndexTerm]:
    """The terms of a text in order, each with its place in the text as given."""
    if SIMPLE_TEXT.fullmatch(text):
        return [IndexTerm(_fold_word(word[0]), *word.span()) for word in SIMPLE_WORD.finditer(text)]
    folded = fold(text)
    tokens = chain.from_iterable(map(_terms_of_token, TOKEN_PATTERN.finditer(folded.text)))
    return [IndexTerm(word, *folded.span(start, end)) for word, start, end in tokens if word]


def indexable_text(text: str) -> str:
    """The terms of a text separated by spaces, ready for the index's whitespace tokenizer."""
    plain = _without_simple_punctuation(text)
    if plain.isascii():
        return " ".join(plain.lower().translate(ASCII_PUNCTUATION).split())
    if SIMPLE_TEXT.fullmatch(plain):
        return " ".join(map(_fold_word, SIMPLE_WORD.findall(plain)))
    tokens = chain.from_iterable(map(_terms_of_token, TOKEN_PATTERN.finditer(fold(text).text)))
    return " ".join(word for word, _, _ in tokens if word)


def _without_simple_punctuation(text: str) -> str:
    if not text.isascii():
        for mark in SIMPLE_PUNCTUATION:
            text = text.replace(mark, " ")
    return text


def _terms_of_token(token: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    start, end = token.span()
    if not token["cjk"] or end - start == 1:
        yield _fold_word(token[0]), start, end
        return
    for at in range(start, end - 1):
        yield _fold_word(token.string[at : at + 2]), at, at + 2


# The words of a language come again and again.
@lru_cache(maxsize=65_536)
def _fold_word(word: str) -> str:
    return fold_for_search(word)


@lru_cache(maxsize=65_536)
def stem(term: str) -> str:
    return "".join(STEMMING_ANALYZER.analyze(term))


class TermPattern(NamedTuple):
    """One term to look for: the term itself, or a pattern if it may be part of a longer term."""

    text: str
    pattern: str = ""

    def matches(self, term: str) -> bool:
        return bool(re.fullmatch(self.pattern, term)) if self.pattern else term == self.text


def term_patterns(node: ast.Term) -> list[TermPattern]:
    """The terms that a node of a query stands for, which must follow one another.

    A single character of a script without spaces, at the edge of a query, may be half of a pair:
    年 in 2022年 is found where the text goes on. The last term of a prefix may go on too.
    """
    tokens = list(TOKEN_PATTERN.finditer(fold(node.text).text))
    patterns: list[TermPattern] = []
    for number, token in enumerate(tokens):
        words = [word for word, _, _ in _terms_of_token(token) if word]
        if token["cjk"] and len(token[0]) == 1:
            before = ".?" if number == 0 else ""
            after = ".?" if number == len(tokens) - 1 else ""
            patterns += [TermPattern(word, f"{before}{word}{after}") for word in words]
        else:
            patterns += map(TermPattern, words)
    if patterns and isinstance(node, ast.Prefix):
        last = patterns[-1].pattern or re.escape(patterns[-1].text)
        patterns[-1] = TermPattern(patterns[-1].text, f"{last}.*")
    return patterns
