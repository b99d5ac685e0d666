"""Near spellings: for words that stand nowhere, words that do."""

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

from citations.index.analysis import stem, wanted
from citations.index.generations import Generation
from citations.query.ast import Word
from citations.query.parser import MAX_CHARACTERS, Query
from citations.search.engine_query import EXACT, STEMS
from citations.search.execution import Search, answered, looking
from citations.search.find import count_each

# Ways of writing the search that are tried.
MOST = 3
# Letters a word may differ in: one, and from so many letters on two.
LONG = 5
# How long the words of an index are kept.
KEPT_SECONDS = 600


@dataclass(frozen=True)
class Hint:
    """A search to make instead, and how many quotes it finds."""

    query: Query
    count: int


class Vocabulary:
    """The words of an index by how they begin, and in how many quotes they stand.

    Kept for a while, for they take longer to be read than to be compared, and until the index has
    grown by a hundredth. A word that has come or gone meanwhile does no harm: what a spelling finds
    is counted anew.
    """

    def __init__(self) -> None:
        self.kept_for: tuple[str, int, int] = ("", 0, 0)
        self.words: dict[str, Counter[str]] = {}

    def beginning(self, start: str, searcher: Searcher, index: str) -> Counter[str]:
        hundredths = int(100 * math.log1p(searcher.num_docs))
        now = (index, int(time.monotonic() / KEPT_SECONDS), hundredths)
        if now != self.kept_for:
            self.kept_for, self.words = now, {}
        words = self.words
        if start not in words:
            counts: Counter[str] = Counter()
            for field in EXACT:
                counts.update(dict(searcher.terms_with_prefix(field, start)))
            words[start] = counts
        return words[start]


VOCABULARY = Vocabulary()


def near_spellings(search: Search) -> list[Hint]:
    """The search with near spellings for the words that stand nowhere, where that finds any.

    Spellings are near by letters left out, put in, exchanged or turned round (optimal string
    alignment); of equally near ones the more frequent comes first.
    """
    near = looking(lambda generation, _: _near(generation, search.asked.plain_words))
    if not near:
        return []
    fitting = (q for q in _rewritten(search.asked, near) if len(q.to_text()) <= MAX_CHARACTERS)
    queries = list(islice(fitting, MOST))
    counts = count_each([replace(search, asked=query, page=1) for query in queries])
    found = zip(queries, counts, strict=True)
    return [Hint(query, count) for query, count in found if count]


def _near(generation: Generation, words: Sequence[Word]) -> dict[str, list[str]]:
    """Near spellings, nearest first, for each word that stands nowhere and has any."""
    searcher = generation.searcher()
    missing = [word.text for word in words if _stands_nowhere(searcher, word)]
    find = partial(_spellings, searcher, generation.folder.name)
    near = answered(*(partial(find, word) for word in missing)) if missing else []
    return {word: found for word, found in zip(missing, near, strict=True) if found}


def _stands_nowhere(searcher: Searcher, word: Word) -> bool:
    terms = wanted(word)
    if len(terms) != 1 or terms[0].pattern or not terms[0].text.isalpha():
        return False
    term = terms[0].text
    stemmed = {field: stem(term) if field.endswith("_stems") else term for field in STEMS}
    return not any(searcher.doc_freq(field, text) for field, text in stemmed.items())


def _spellings(searcher: Searcher, index: str, word: str) -> list[str]:
    term = wanted(Word(word))[0].text
    # Few slips change the first letter, and all the words of a language take a while.
    near = (_nearest(term, VOCABULARY.beginning(start, searcher, index)) for start in (term[0], ""))
    return next(filter(None, near), [])


def _nearest(term: str, terms: Counter[str]) -> list[str]:
    differing = 2 if len(term) >= LONG else 1
    found = process.extract(
        term, list(terms), scorer=OSA.distance, score_cutoff=differing, limit=None
    )
    ranked = sorted(found, key=lambda one: (one[1], -terms[one[0]], one[0]))
    return [text for text, _, _ in ranked[:MOST]]


def _rewritten(query: Query, near: dict[str, list[str]]) -> Iterator[Query]:
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
