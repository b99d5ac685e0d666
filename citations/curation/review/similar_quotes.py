"""Finds recorded quotes of which a proposal may be another printing."""

from dataclasses import dataclass

from rapidfuzz import fuzz

from citations.models import Mode, Proposal, Quote, State
from citations.query.parser import parse_query
from citations.search.find import find_quote_ids
from citations.search.request import Search
from citations.text.folding import fold_for_search
from citations.text.tokens import Kind, tokens

# The search: quotes that share most of the longest words.
MOST_WORDS = 24
MOST_READ = 20
MOST_OFFERED = 5
# rapidfuzz's ratio of the folded wordings, from 0 to 100.
LEAST_SIMILAR, SAME = 80, 100
STATES = (State.PROPOSED.value, State.PUBLISHED.value)


@dataclass(frozen=True)
class SimilarQuote:
    """`likeness` goes from 0 to 100; `is_here` says whether the same article prints the quote."""

    quote: Quote
    likeness: float
    is_here: bool

    @property
    def is_same(self) -> bool:
        return self.likeness == SAME

    @property
    def is_certain(self) -> bool:
        """Whether it is surely the same quote: a speaker may use a single word twice."""
        return self.is_same and (self.quote.mode == Mode.DIRECT or self.is_here)


def find_similar_quotes(proposal: Proposal) -> list[SimilarQuote]:
    """Quotes of the speaker (if known) with nearly the same wording, the most similar first.

    For a partial quotation the wording must be the same: few words are easily similar.
    """
    quotes = Quote.objects.filter(pk__in=_candidate_numbers(proposal))
    if proposal.speaker_id:
        quotes = quotes.filter(speaker=proposal.speaker_id)
    read = quotes.select_related("speaker", "occasion").prefetch_related("appearances")
    compared = [_compare_with(each, proposal) for each in read]
    least = SAME if proposal.mode == Mode.PARTIAL else LEAST_SIMILAR
    near = [each for each in compared if each.likeness >= least]
    return sorted(near, key=lambda each: (-each.likeness, each.quote.pk))[:MOST_OFFERED]


def _compare_with(quote: Quote, proposal: Proposal) -> SimilarQuote:
    likeness = fuzz.ratio(fold_for_search(quote.text), fold_for_search(proposal.exact))
    article = proposal.snapshot.article_id
    is_here = any(each.article_id == article for each in quote.appearances.all())
    return SimilarQuote(quote, likeness, is_here)


def _candidate_numbers(proposal: Proposal) -> list[int]:
    words = sorted(
        {token.key for token in tokens(proposal.exact) if token.kind == Kind.WORD},
        key=lambda word: (-len(word), word),
    )[:MOST_WORDS]
    if not words:
        return []
    chosen = {"speaker": (proposal.speaker.slug,)} if proposal.speaker else {}
    query = parse_query(" OR ".join(f'"{word}"' for word in words))
    return find_quote_ids(Search(query=query, chosen=chosen, states=STATES), MOST_READ)
