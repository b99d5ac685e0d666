"""Quotations are looked up together: as they are, in the text around quotes, and in pieces."""

import pytest

from citations.comparison.verdict import Verdict
from citations.comparison.wording_tokens import WordingTokens
from citations.drafts.lookup import find_joined_quotes, find_matches
from citations.index.sync import rebuild_index
from citations.models import Quote
from tests.support.merging import kishida, make_quote, make_speaker

pytestmark = pytest.mark.usefixtures("indexed")

HARBOUR = "The harbour of the north is our home"
RIVER = "Nobody will take the river from us"


def test_each_quotation_gets_its_matches_the_best_first() -> None:
    priorities = Quote.objects.get(key="XYRS28E5")
    unknown, known = find_matches(
        [WordingTokens(("Nobody has ever seen a zeppelin",)), WordingTokens((priorities.text,))]
    )
    assert unknown == []
    assert known[0].candidate.number == priorities.pk
    assert known[0].passage.verdict is Verdict.VERBATIM


def test_words_printed_around_a_quote_are_found_in_a_second_search() -> None:
    (matches,) = find_matches(
        [WordingTokens(("currently difficult amid Moscow’s war in Ukraine",))]
    )
    assert matches[0].candidate.number == Quote.objects.get(text="difficult").pk
    assert matches[0].passage.goes_beyond


def test_pieces_that_one_speaker_said_in_several_quotes_are_joined() -> None:
    quotes = [make_quote(kishida(), HARBOUR), make_quote(kishida(), RIVER)]
    rebuild_index()
    joined = find_joined_quotes(WordingTokens((f"{HARBOUR} … {RIVER}",)))
    assert [each.candidate.number for each in joined] == [quote.pk for quote in quotes]


def test_pieces_of_two_speakers_are_not_joined() -> None:
    make_quote(kishida(), HARBOUR)
    make_quote(make_speaker("Ana Duarte"), RIVER)
    rebuild_index()
    assert find_joined_quotes(WordingTokens((f"{HARBOUR} … {RIVER}",))) == []


def test_altered_pieces_are_not_joined() -> None:
    make_quote(kishida(), HARBOUR)
    make_quote(kishida(), RIVER)
    rebuild_index()
    assert (
        find_joined_quotes(WordingTokens((f"{HARBOUR} … {RIVER.replace('river', 'lake')}",))) == []
    )


@pytest.mark.parametrize("words", [HARBOUR, f"{HARBOUR} … we go"])
def test_one_piece_or_a_short_one_is_not_joined(words: str) -> None:
    make_quote(kishida(), HARBOUR)
    rebuild_index()
    assert find_joined_quotes(WordingTokens((words,))) == []
