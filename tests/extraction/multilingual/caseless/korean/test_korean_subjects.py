"""The subject of a Korean sentence is its topic, or what stands right before the words."""

import re

import pytest

from citations.extraction.multilingual.caseless.known_people import KnownPeople
from citations.extraction.multilingual.caseless.korean.korean_mentions import (
    KOREAN_NAMES,
    KoreanMentionFinder,
)
from citations.extraction.multilingual.caseless.korean.korean_subjects import KoreanSubjects
from citations.extraction.multilingual.caseless.korean.korean_verbs import korean_verbs
from citations.extraction.multilingual.caseless.korean.korean_words import (
    korean_lexicon,
    korean_words,
)
from citations.extraction.multilingual.caseless.marked_prose import mark_prose


def subjects(text: str) -> KoreanSubjects:
    prose = mark_prose(text, [], re.compile(r"\."), re.compile("고"))
    lexicon = korean_lexicon("ko")
    mentions = KoreanMentionFinder(text, korean_words(text, lexicon), lexicon).mentions()
    return KoreanSubjects(KnownPeople(prose, mentions, KOREAN_NAMES), korean_verbs("ko"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("서윤창 청장은 산에서 ", "서윤창"),
        ("서윤창 청장은 탁명수 씨가 오자 산에서 ", "서윤창"),
        ("서윤창 청장은 산에서, 탁명수 씨가 ", "탁명수"),
        ("서윤창 청장에 따르면 ", "서윤창"),
        ("서윤창 청장을 만나 ", ""),
    ],
)
def test_the_subject_before(text: str, name: str) -> None:
    found = subjects(text + '"').before(len(text))
    assert (found.name if found else "") == name


@pytest.mark.parametrize(
    ("rest", "name"),
    [
        (" 서윤창 청장은 말했다", "서윤창"),
        (" 말하자 서윤창 청장은 웃었다", ""),
        (" 게 서윤창 청장의 설명이다", "서윤창"),
    ],
)
def test_the_subject_behind(rest: str, name: str) -> None:
    found = subjects(rest).subject_behind(0, rest)
    assert (found.name if found else "") == name


def test_somebody_without_a_name_right_before() -> None:
    assert subjects('승무원들은 "').is_unknown_before(6)


def test_who_says_what_somebody_hears() -> None:
    text = "서윤창 청장에게서 "
    found = subjects(text + '"').agent(len(text))
    assert found
    assert found.name == "서윤창"
