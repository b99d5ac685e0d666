"""Text to terms: the one way in which texts are indexed, queries are looked up and hits marked.

A word is folded (marks, width, case, accents); a run of Chinese, Japanese or Korean characters
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

# Marks belong to their letter; the underscore separates.
TOKEN = re.compile(rf"(?P<cjk>[{CJK}]+)|(?:(?![{CJK}_])[\w{MARKS}])+")
# Texts of these characters alone are parted as they stand: folding them whole, which takes
# longer, would part them alike.
EASY = re.compile(r"[\x00-\x7fÀ-ÖØ-öø-ÿĀ-ľŁ-ňŊ-žА-яЁё“”‘’„«»–—…\u00a0]*")
EASY_WORD = re.compile(r"[^\W_]+")
EASY_MARKS = "“”‘’„«»–—…\u00a0"
ASCII_MARKS = {code: " " for code in range(128) if not chr(code).isalnum()}

STEMMER = TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.stemmer("english")).build()
PLAIN = TextAnalyzerBuilder(Tokenizer.whitespace()).build()


class Term(NamedTuple):
    """A folded word or pair of characters, and the half-open span it came from (code points)."""

    text: str
    start: int
    end: int


def terms(text: str) -> list[Term]:
    """The terms of a text in order, each with its place in the text as given."""
    if EASY.fullmatch(text):
        return [Term(_folded(word[0]), *word.span()) for word in EASY_WORD.finditer(text)]
    folded = fold(text)
    tokens = chain.from_iterable(map(_terms_of, TOKEN.finditer(folded.text)))
    return [Term(word, *folded.span(start, end)) for word, start, end in tokens if word]


def for_index(text: str) -> str:
    """The terms of a text separated by spaces, as the index takes it."""
    plain = _with_plain_marks(text)
    if plain.isascii():
        return " ".join(plain.lower().translate(ASCII_MARKS).split())
    if EASY.fullmatch(plain):
        return " ".join(map(_folded, EASY_WORD.findall(plain)))
    tokens = chain.from_iterable(map(_terms_of, TOKEN.finditer(fold(text).text)))
    return " ".join(word for word, _, _ in tokens if word)


def _with_plain_marks(text: str) -> str:
    """The text with spaces for the marks that most texts have beside plain letters."""
    if not text.isascii():
        for mark in EASY_MARKS:
            text = text.replace(mark, " ")
    return text


def _terms_of(token: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    start, end = token.span()
    if not token["cjk"] or end - start == 1:
        yield _folded(token[0]), start, end
        return
    for at in range(start, end - 1):
        yield _folded(token.string[at : at + 2]), at, at + 2


# The words of a language come again and again.
@lru_cache(maxsize=65_536)
def _folded(word: str) -> str:
    return fold_for_search(word)


@lru_cache(maxsize=65_536)
def stem(term: str) -> str:
    """The English stem of a folded word; other scripts stay as they are."""
    return "".join(STEMMER.analyze(term))


class Wanted(NamedTuple):
    """One term to look for: the term itself, or a pattern where it may be part of a longer one."""

    text: str
    pattern: str = ""

    def matches(self, term: str) -> bool:
        return bool(re.fullmatch(self.pattern, term)) if self.pattern else term == self.text


def wanted(node: ast.Term) -> list[Wanted]:
    """The terms that a node of a query stands for, which must follow one another.

    A character without spaces around it that stands alone at the edge of a query may be half of
    a pair: 年 in 2022年 is found where the text goes on. The last term of a prefix may go on.
    """
    tokens = list(TOKEN.finditer(fold(node.text).text))
    found: list[Wanted] = []
    for number, token in enumerate(tokens):
        words = [word for word, _, _ in _terms_of(token) if word]
        if token["cjk"] and len(token[0]) == 1:
            before = ".?" if number == 0 else ""
            after = ".?" if number == len(tokens) - 1 else ""
            found += [Wanted(word, f"{before}{word}{after}") for word in words]
        else:
            found += map(Wanted, words)
    if found and isinstance(node, ast.Prefix):
        last = found[-1].pattern or re.escape(found[-1].text)
        found[-1] = Wanted(found[-1].text, f"{last}.*")
    return found
