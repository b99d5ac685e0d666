"""Finds quotes that share the rarest words of a text: candidates for what it quotes."""

from collections.abc import Sequence
from functools import partial
from itertools import chain

from tantivy import Query, Searcher

from citations.index.analysis import IndexTerm, index_terms, stem
from citations.index.generations import Generation
from citations.index.index_schema import UNPUBLISHED
from citations.search.engine_query import EngineQueryBuilder
from citations.search.execution import run_parallel, with_index

# The index fields to search: the quotation itself, or also the text printed around it.
QUOTATION_FIELDS = ("text_stems",)
CONTEXT_FIELDS = ("text_stems", "context_stems")
# Words that a text is looked up by: six of the eight still match after two words were changed.
MAX_RARE_WORDS = 8
MAX_CANDIDATES = 20
MAX_PHRASE_WORDS = 12
# Words of a long text whose frequency is looked up.
MAX_WEIGHED_WORDS = 200


# A text as the pieces between its omissions.
TextPieces = Sequence[str]


def find_candidate_quotes(
    texts: Sequence[TextPieces],
    most: int = MAX_CANDIDATES,
    fields: Sequence[str] = QUOTATION_FIELDS,
) -> list[list[int]]:
    """For each text, the ids of published quotes that may contain its words, likeliest first.

    A candidate has the first words of every piece in a row, or shares the rarest words. Raises
    `IndexNotReadyError` and `TooSlowError`.
    """
    return with_index(lambda generation, _: _find_candidates(generation, texts, most, fields))


def _find_candidates(
    generation: Generation, texts: Sequence[TextPieces], most: int, fields: Sequence[str]
) -> list[list[int]]:
    searcher, builder = generation.searcher(), EngineQueryBuilder(generation.schema)
    calls = [partial(_candidates_of, searcher, builder, text, most, fields) for text in texts]
    return list(run_parallel(*calls))


def _candidates_of(
    searcher: Searcher,
    builder: EngineQueryBuilder,
    pieces: TextPieces,
    most: int,
    fields: Sequence[str],
) -> list[int]:
    terms = [index_terms(piece)[:MAX_WEIGHED_WORDS] for piece in pieces]
    words = _rarest_stems(searcher, list(chain(*terms))[:MAX_WEIGHED_WORDS], fields[-1])
    if not words:
        return []
    by_word = (Query.term_query(builder.schema, field, word) for word in words for field in fields)
    queries = [builder.any_of(by_word)]
    if fields == QUOTATION_FIELDS and (
        phrases := [_opening_phrase(builder, piece) for piece in terms if len(piece) > 1]
    ):
        # When many quotes have all the words, even the rarest say too little.
        queries.insert(0, builder.all_of(phrases))
    found = (_quote_ids(searcher, builder, query, most) for query in queries)
    return list(dict.fromkeys(chain(*found)))


def _opening_phrase(builder: EngineQueryBuilder, terms: Sequence[IndexTerm]) -> Query:
    words = [term.text for term in terms[:MAX_PHRASE_WORDS]]
    return Query.phrase_query(builder.schema, "text", list(words))


def _quote_ids(
    searcher: Searcher, builder: EngineQueryBuilder, query: Query, most: int
) -> list[int]:
    published = builder.all_of([query], builder.each_of("state", [UNPUBLISHED]))
    hits = searcher.search(published, limit=most, count=False).hits
    numbers = searcher.fast_field_values("id", [address for _, address in hits])
    return [int(number) for number in numbers if number is not None]


def _rarest_stems(searcher: Searcher, terms: Sequence[IndexTerm], field: str) -> list[str]:
    stems = dict.fromkeys(stem(term.text) for term in terms)
    frequencies = {word: searcher.doc_freq(field, word) for word in stems}
    rarest = sorted((count, word) for word, count in frequencies.items() if count)
    return [word for _, word in rarest[:MAX_RARE_WORDS]]
