"""Korean words are read apart from their particles."""

import pytest

from citations.extraction.multilingual.caseless.korean.korean_words import (
    korean_lexicon,
    korean_words,
)


@pytest.mark.parametrize(
    ("text", "stem", "particle"),
    [
        ("시장은", "시장", "은"),
        ("봉하은은", "봉하은", "은"),
        ("씨에게서", "씨", "에게서"),
        ("말", "말", ""),
    ],
)
def test_a_particle_is_taken_off(text: str, stem: str, particle: str) -> None:
    forms = korean_lexicon("ko").forms_of(text)
    assert (forms.stem, forms.particle) == (stem, particle)


def test_a_word_may_be_a_name_or_an_office() -> None:
    lexicon = korean_lexicon("ko")
    assert lexicon.may_be_name("탁명수")
    assert not lexicon.may_be_name("이번")
    assert lexicon.role_in("서울시장") == "시장"
    assert lexicon.forms_of("홍길동씨는").titled == "홍길동"


def test_gender_is_read_off_offices_and_syllables() -> None:
    lexicon = korean_lexicon("ko")
    assert lexicon.gender("순자", "") == "f"
    assert lexicon.gender("지우", "할아버지") == "m"
    assert lexicon.gender("지우", "") == ""


def test_words_keep_their_offsets() -> None:
    words = korean_words("김 씨는, 말", korean_lexicon("ko"))
    assert [(each.start, each.text) for each in words] == [
        (0, "김"),
        (2, "씨는"),
        (4, ","),
        (6, "말"),
    ]


def test_a_language_without_lexicon_has_no_words() -> None:
    with pytest.raises(LookupError):
        korean_lexicon("xx")
