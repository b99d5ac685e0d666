"""Spelling suggestions for words that no quote has."""

from collections import Counter

import pytest

from citations.query.parser import parse_query
from citations.search import spelling
from citations.search.request import Search
from citations.search.spelling import Vocabulary, suggest_spellings

pytestmark = pytest.mark.usefixtures("indexed")


@pytest.mark.parametrize(
    ("query", "suggested"),
    [
        ("teraty", "treaty"),  # transposed
        ("treatyy", "treaty"),  # one letter too many
        ("unaceptable", "unacceptable"),  # one missing
        ("peace teraty", "peace treaty"),  # the others stay
        ("-war teraty", "-war treaty"),
    ],
)
def test_a_slip_is_corrected(query: str, suggested: str) -> None:
    first = suggest_spellings(Search(parse_query(query)))[0]
    assert first.query.to_text() == suggested
    assert first.count > 0


@pytest.mark.parametrize(
    "query", ["treaty", '"teraty"', "zzzzzzzz", "speaker:kishda", "", "tra", "1"]
)
def test_nothing_is_suggested_for_what_exists_or_has_no_near_word(query: str) -> None:
    assert suggest_spellings(Search(parse_query(query))) == []


def test_a_suggestion_that_finds_nothing_is_left_out() -> None:
    search = Search(parse_query("teraty"), chosen={"lang": ("xx",)})
    assert suggest_spellings(search) == []


def test_a_short_word_may_differ_in_one_letter_a_long_one_in_two() -> None:
    words = Counter({"peace": 3, "pace": 9, "treaties": 2, "treaty": 5})
    assert spelling._nearest_words("pece", words) == ["pace", "peace"]  # the frequent one first
    assert spelling._nearest_words("pxxe", words) == []
    assert spelling._nearest_words("traety", words) == ["treaty"]
    assert spelling._nearest_words("triats", words) == ["treaty"]
    assert len(spelling._nearest_words("aa", Counter(["ab", "ac", "ad", "ae"]))) == 3


class CountingSearcher:
    """Stands for the engine's searcher: two words, and how often it was asked."""

    def __init__(self, number: int) -> None:
        self.num_docs = number
        self.asked = 0

    def terms_with_prefix(self, field: str, start: str) -> list[tuple[str, int]]:
        self.asked += 1
        return [(word, 1) for word in ("peace", "treaty") if word.startswith(start)]


def test_the_words_are_cached_until_the_index_has_grown_by_a_hundredth() -> None:
    vocabulary, searcher = Vocabulary(), CountingSearcher(1000)
    fields = len(spelling.EXACT_WEIGHTS)
    for _ in range(2):
        words = vocabulary.words_starting("p", searcher, "one")  # type: ignore[arg-type]
        assert words == {"peace": fields}
    assert searcher.asked == fields
    for number, index in ((1001, "one"), (1030, "one"), (1030, "other")):
        searcher.num_docs = number
        vocabulary.words_starting("p", searcher, index)  # type: ignore[arg-type]
    assert searcher.asked == 3 * fields
