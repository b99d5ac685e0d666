"""Quotes on record that a proposal may be a further printing of."""

from dataclasses import dataclass

from rapidfuzz import fuzz

from citations.models import Mode, Proposal, Quote, State
from citations.query.parser import parse
from citations.search.find import Search, find_numbers
from citations.text.folding import fold_for_search
from citations.text.tokens import Kind, tokens

# What is looked through: quotes that share most of these words.
MOST_WORDS = 24
MOST_READ = 20
MOST_OFFERED = 5
# From 0 to 100, rapidfuzz's ratio of the folded wordings.
NEARLY, SAME = 80, 100
STATES = (State.PROPOSED.value, State.PUBLISHED.value)


@dataclass(frozen=True)
class Recorded:
    """A quote of the same or nearly the same wording as a proposal.

    `likeness` goes to 100; `is_here` tells whether the proposal's article prints it elsewhere.
    """

    quote: Quote
    likeness: float
    is_here: bool

    @property
    def is_same(self) -> bool:
        return self.likeness == SAME

    @property
    def is_meant(self) -> bool:
        """Whether it can be taken for granted: who says one word of anger may say it again."""
        return self.is_same and (self.quote.mode == Mode.DIRECT or self.is_here)


def recorded(proposal: Proposal) -> list[Recorded]:
    """Quotes of the same or nearly the same wording, the most alike first.

    Where its speaker is known, only those of that speaker. Partial ones count only when they are
    the same: few words are soon alike.
    """
    quotes = Quote.objects.filter(pk__in=_found(proposal))
    if proposal.speaker_id:
        quotes = quotes.filter(speaker=proposal.speaker_id)
    read = quotes.select_related("speaker", "occasion").prefetch_related("appearances")
    alike = [_beside(each, proposal) for each in read]
    least = SAME if proposal.mode == Mode.PARTIAL else NEARLY
    near = [each for each in alike if each.likeness >= least]
    return sorted(near, key=lambda each: (-each.likeness, each.quote.pk))[:MOST_OFFERED]


def _beside(quote: Quote, proposal: Proposal) -> Recorded:
    likeness = fuzz.ratio(fold_for_search(quote.text), fold_for_search(proposal.exact))
    article = proposal.snapshot.article_id
    is_here = any(each.article_id == article for each in quote.appearances.all())
    return Recorded(quote, likeness, is_here)


def _found(proposal: Proposal) -> list[int]:
    """The numbers of quotes that share words with it, those that share most of them first."""
    words = sorted(
        {token.key for token in tokens(proposal.exact) if token.kind == Kind.WORD},
        key=lambda word: (-len(word), word),
    )[:MOST_WORDS]
    if not words:
        return []
    chosen = {"speaker": (proposal.speaker.slug,)} if proposal.speaker else {}
    asked = parse(" OR ".join(f'"{word}"' for word in words))
    return find_numbers(Search(asked=asked, chosen=chosen, states=STATES), MOST_READ)
