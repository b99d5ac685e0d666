"""Korean particles and verbs are found behind marked words."""

import pytest

from citations.extraction.multilingual.caseless.korean.korean_verbs import (
    AND,
    OWNER,
    PARTICLE,
    korean_verbs,
    word_end,
)


@pytest.mark.parametrize(
    "after", ["라고 말했다", "이라고 했다", "며 웃었다", "는 입장이다", "고 한다"]
)
def test_a_particle_of_quotations(after: str) -> None:
    assert PARTICLE.match(after)


@pytest.mark.parametrize("after", ["를 열었다", "가 나왔다", "고양이"])
def test_no_particle_of_quotations(after: str) -> None:
    assert not PARTICLE.match(after)


def test_one_statement_goes_on() -> None:
    assert AND.fullmatch("며 ")
    assert not AND.fullmatch("고 말했다. ")


def test_a_guide_is_no_verb() -> None:
    verbs = korean_verbs("ko")
    assert verbs.last_in("산악 안내인 국중호") is None
    last = verbs.last_in("강조하며 말했다")
    assert last
    assert last.group() == "말했"


def test_the_end_of_a_word() -> None:
    assert word_end("말했다. 또", 1) == 3
    assert OWNER.match("의 말이다")


def test_a_language_without_lexicon_has_no_verbs() -> None:
    with pytest.raises(LookupError):
        korean_verbs("xx")
