"""Recorded quotes of which a proposal may be another printing."""

import pytest

from citations.curation.review.similar_quotes import find_similar_quotes
from citations.index.sync import rebuild_index
from citations.models import Proposal, Quote
from tests.support.merging import kishida, make_quote
from tests.support.proposing import propose_in

pytestmark = pytest.mark.usefixtures("indexed")


def propose(words: str, by: str = "Kishida Fumio") -> Proposal:
    (proposal,) = propose_in(f"“{words},” {by} said.")
    return proposal


def test_the_same_words_of_the_same_speaker_are_certain() -> None:
    quote = Quote.objects.get(key="XYRS28E5")
    (similar,) = find_similar_quotes(propose(quote.text))
    assert (similar.quote, similar.likeness) == (quote, 100)
    assert (similar.is_same, similar.is_certain, similar.is_here) == (True, True, False)


def test_nearly_the_same_words_are_offered_but_not_certain() -> None:
    quote = Quote.objects.get(key="XYRS28E5")
    (similar,) = find_similar_quotes(propose(quote.text.replace("exchange", "old exchange")))
    assert (similar.quote, similar.is_same, similar.is_certain) == (quote, False, False)
    assert 80 <= similar.likeness < 100


def test_the_same_words_of_another_speaker_are_not_offered() -> None:
    quote = Quote.objects.get(key="XYRS28E5")
    assert find_similar_quotes(propose(quote.text, "Hayashi Yoshimasa")) == []


def test_the_same_words_are_offered_when_the_speaker_is_unknown() -> None:
    quote = Quote.objects.get(key="XYRS28E5")
    (similar,) = find_similar_quotes(propose(quote.text, "a visitor"))
    assert similar.quote == quote


def test_other_words_are_not_offered() -> None:
    assert find_similar_quotes(propose("Nobody has seen the harbour in winter")) == []


def test_a_partial_quotation_must_be_the_same_and_is_certain_only_in_its_article() -> None:
    quote = make_quote(kishida(), "a quiet harbour", mode="partial")
    rebuild_index()
    (near,) = propose_in("Kishida Fumio called it “a quieter harbour”.")
    assert near.mode == "partial"
    assert find_similar_quotes(near) == []
    (same,) = propose_in("Kishida Fumio called it “a quiet harbour”.")
    (similar,) = find_similar_quotes(same)
    assert (similar.quote, similar.is_same, similar.is_certain) == (quote, True, False)
