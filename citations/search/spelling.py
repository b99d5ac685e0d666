"""Spelling suggestions: for words that occur in no quote, similar words that do."""

import math
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice

from rapidfuzz import process
from rapidfuzz.distance import OSA
from tantivy import Searcher

from citations.index.analysis import stem, term_patterns
from citations.index.generations import Generation
from citations.query.ast import Word
from citations.query.parser import MAX_CHARACTERS, Query
from citations.search.engine_query import EXACT_WEIGHTS, STEMMED_WEIGHTS
from citations.search.execution import run_parallel, with_index
from citations.search.find import count_searches
from citations.search.request import Search

# Rewritten searches that are tried.
MAX_SUGGESTIONS = 3
# A spelling differs in at most one letter, in a word of this many letters or more in at most two.
LONG_WORD = 5
# How long the vocabulary of an index is cached.
CACHE_SECONDS = 600


@dataclass(frozen=True)
class SpellingHint:
    query: Query
    count: int


class Vocabulary:
    """The words of an index by their first letters, with the number of quotes that have them.

    Reading them takes longer than comparing them, so they are cached for a while, until the index
    has grown by about a hundredth. A word that has come or gone meanwhile does no harm: the
    results of every suggestion are counted afresh.
    """

    def __init__(self) -> None:
        self.cache_key: tuple[str, int, int] = ("", 0, 0)
        self.words: dict[str, Counter[str]] = {}

    def words_starting(self, start: str, searcher: Searcher, index: str) -> Counter[str]:
        hundredths = int(100 * math.log1p(searcher.num_docs))
        key = (index, int(time.monotonic() / CACHE_SECONDS), hundredths)
        if key != self.cache_key:
            self.cache_key, self.words = key, {}
        words = self.words
        if start not in words:
            counts: Counter[str] = Counter()
            for field in EXACT_WEIGHTS:
                counts.update(dict(searcher.terms_with_prefix(field, start)))
            words[start] = counts
        return words[start]


VOCABULARY = Vocabulary()


def suggest_spellings(search: Search) -> list[SpellingHint]:
    """The search with other spellings for the words that no quote has, where that finds any.

    Spellings differ by letters left out, added, replaced or transposed (optimal string
    alignment); of equally similar ones the more frequent comes first.
    """
    near = with_index(lambda generation, _: _near_spellings(generation, search.query.plain_words))
    if not near:
        return []
    rewritten = _rewritten_queries(search.query, near)
    fitting = (query for query in rewritten if len(query.to_text()) <= MAX_CHARACTERS)
    queries = list(islice(fitting, MAX_SUGGESTIONS))
    counts = count_searches([replace(search, query=query, page=1) for query in queries])
    hints = zip(queries, counts, strict=True)
    return [SpellingHint(query, count) for query, count in hints if count]


def _near_spellings(generation: Generation, words: Sequence[Word]) -> dict[str, list[str]]:
    searcher = generation.searcher()
    missing = [word.text for word in words if _occurs_nowhere(searcher, word)]
    find = partial(_spellings_of, searcher, generation.folder.name)
    near = run_parallel(*(partial(find, word) for word in missing)) if missing else []
    return {word: found for word, found in zip(missing, near, strict=True) if found}


def _occurs_nowhere(searcher: Searcher, word: Word) -> bool:
    patterns = term_patterns(word)
    if len(patterns) != 1 or patterns[0].pattern or not patterns[0].text.isalpha():
        return False
    term = patterns[0].text
    stemmed = {field: stem(term) if field.endswith("_stems") else term for field in STEMMED_WEIGHTS}
    return not any(searcher.doc_freq(field, text) for field, text in stemmed.items())


def _spellings_of(searcher: Searcher, index: str, word: str) -> list[str]:
    term = term_patterns(Word(word))[0].text
    # Few slips change the first letter, and comparing all the words of a language is slow.
    near = (
        _nearest_words(term, VOCABULARY.words_starting(start, searcher, index))
        for start in (term[0], "")
    )
    return next(filter(None, near), [])


def _nearest_words(term: str, words: Counter[str]) -> list[str]:
    max_distance = 2 if len(term) >= LONG_WORD else 1
    matches = process.extract(
        term, list(words), scorer=OSA.distance, score_cutoff=max_distance, limit=None
    )
    ranked = sorted(matches, key=lambda match: (match[1], -words[match[0]], match[0]))
    return [text for text, _, _ in ranked[:MAX_SUGGESTIONS]]


def _rewritten_queries(query: Query, near: dict[str, list[str]]) -> Iterator[Query]:
    """The query with the nearest spelling of each word, then with others of one word at a time."""
    best = query
    for word, spellings in near.items():
        best = best.with_word(word, spellings[0])
    others = (
        best.with_word(spellings[0], other)
        for spellings in near.values()
        for other in spellings[1:]
    )
    return chain([best], others)
