"""Quotes that share the rarest words of a text: the candidates for being what it quotes."""

from collections.abc import Sequence
from functools import partial
from itertools import chain

from tantivy import Query, Searcher

from citations.index.analysis import Term, stem, terms
from citations.index.generations import Generation
from citations.index.schema import UNPUBLISHED
from citations.search.engine_query import Matcher
from citations.search.execution import answered, looking

# Where quotes have their words: the quotation itself, or what is printed around it.
QUOTED = ("text_stems",)
AROUND = ("text_stems", "context_stems")
# Words that a text is looked up by: of a text with two words changed, six are still its own.
MOST_WORDS = 8
MOST_FOUND = 20
MOST_IN_A_ROW = 12
# Words of a long text that are weighed.
MOST_WEIGHED = 200


# The parts of a text: what stands between its omissions.
Parts = Sequence[str]


def similar(
    texts: Sequence[Parts], most: int = MOST_FOUND, fields: Sequence[str] = QUOTED
) -> list[list[int]]:
    """For each text, the numbers of published quotes that may have its words, the likeliest first.

    They have the first words of each of its parts in a row, or share its rarest. Raises
    `IndexNotReadyError` and `TooSlowError`.
    """
    return looking(lambda generation, _: _similar(generation, texts, most, fields))


def _similar(
    generation: Generation, texts: Sequence[Parts], most: int, fields: Sequence[str]
) -> list[list[int]]:
    searcher, matcher = generation.searcher(), Matcher(generation.schema)
    calls = [partial(_found, searcher, matcher, parts, most, fields) for parts in texts]
    return list(answered(*calls))


def _found(
    searcher: Searcher, matcher: Matcher, parts: Parts, most: int, fields: Sequence[str]
) -> list[int]:
    read = [terms(part)[:MOST_WEIGHED] for part in parts]
    words = _rarest(searcher, list(chain(*read))[:MOST_WEIGHED], fields[-1])
    if not words:
        return []
    of_a_word = (Query.term_query(matcher.schema, each, word) for word in words for each in fields)
    asked = [matcher.any_of(of_a_word)]
    if fields == QUOTED and (rows := [_row(matcher, each) for each in read if len(each) > 1]):
        # Of words that many quotes have, the rarest tell too little.
        asked.insert(0, matcher.all_of(rows))
    found = (_numbers(searcher, matcher, each, most) for each in asked)
    return list(dict.fromkeys(chain(*found)))


def _row(matcher: Matcher, read: Sequence[Term]) -> Query:
    """The first of these words in a row."""
    row = [term.text for term in read[:MOST_IN_A_ROW]]
    return Query.phrase_query(matcher.schema, "text", list(row))


def _numbers(searcher: Searcher, matcher: Matcher, query: Query, most: int) -> list[int]:
    published = matcher.all_of([query], matcher.each_of("state", [UNPUBLISHED]))
    hits = searcher.search(published, limit=most, count=False).hits
    numbers = searcher.fast_field_values("id", [address for _, address in hits])
    return [int(number) for number in numbers if number is not None]


def _rarest(searcher: Searcher, read: Sequence[Term], field: str) -> list[str]:
    """The words that the fewest quotes have, of those that some have, as stems."""
    stems = dict.fromkeys(stem(term.text) for term in read)
    known = {word: searcher.doc_freq(field, word) for word in stems}
    rarest = sorted((many, word) for word, many in known.items() if many)
    return [word for _, word in rarest[:MOST_WORDS]]
