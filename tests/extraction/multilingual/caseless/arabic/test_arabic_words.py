"""Arabic words are compared without signs, articles and conjunctions."""

import pytest

from citations.extraction.multilingual.caseless.arabic.arabic_words import (
    ArabicWord,
    arabic_lexicon,
    arabic_words,
    fold,
)


def word(text: str) -> ArabicWord:
    (found,) = arabic_words(text, arabic_lexicon("ar"))
    return found


def test_signs_and_forms_of_alef_are_folded() -> None:
    assert fold("أَكَّدَ") == "اكد"
    assert fold("إلى") == "الي"


@pytest.mark.parametrize(
    ("text", "gender"), [("قال", "m"), ("وقالت", "f"), ("فأجاب", "m"), ("بيت", "")]
)
def test_verbs_have_the_gender_of_their_subject(text: str, gender: str) -> None:
    assert word(text).verb_gender == gender


@pytest.mark.parametrize(
    ("text", "role"), [("الوزيرة", "وزير"), ("والباحثة", "باحث"), ("مدير", "مدير"), ("بيت", "")]
)
def test_offices_are_found_in_their_forms(text: str, role: str) -> None:
    assert arabic_lexicon("ar").role_of(word(text)) == role


@pytest.mark.parametrize(("text", "stops"), [("في", True), ("للركاب", True), ("سامي", False)])
def test_prepositions_stop_a_name(text: str, stops: bool) -> None:
    assert arabic_lexicon("ar").is_stop(word(text)) is stops


def test_marks_are_words_of_their_own() -> None:
    words = arabic_words("قال: نعم", arabic_lexicon("ar"))
    assert [(each.text, each.is_word) for each in words] == [
        ("قال", True),
        (":", False),
        ("نعم", True),
    ]
