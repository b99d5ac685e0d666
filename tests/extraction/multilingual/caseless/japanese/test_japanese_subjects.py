"""The subject of a Japanese sentence is its topic, or what stands right before the words."""

import re

import pytest

from citations.extraction.languages.lexicon_loading import load_language
from citations.extraction.multilingual.caseless.japanese.japanese_mentions import (
    JAPANESE_NAMES,
    JapaneseMentionFinder,
)
from citations.extraction.multilingual.caseless.japanese.japanese_subjects import JapaneseSubjects
from citations.extraction.multilingual.caseless.known_people import KnownPeople
from citations.extraction.multilingual.caseless.marked_prose import mark_prose


def subjects(text: str) -> JapaneseSubjects:
    lexicon = load_language("ja")
    assert lexicon
    prose = mark_prose(text, [("「", "」")], re.compile("。"), re.compile("と"))
    mentions = JapaneseMentionFinder(prose.prose, lexicon).mentions()
    return JapaneseSubjects(KnownPeople(prose, mentions, JAPANESE_NAMES))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("桐谷萌子さんは山で「", "桐谷萌子"),
        ("桐谷萌子さんは山で、妻の鵜飼花子さんが「", "鵜飼花子"),
        ("桐谷萌子さんは鵜飼花子さんが来ると山で「", "桐谷萌子"),
        ("桐谷萌子さんによると、「", "桐谷萌子"),
        ("桐谷萌子さんに「", ""),
    ],
)
def test_the_subject_before(text: str, name: str) -> None:
    found = subjects(text).before(len(text) - 1)
    assert (found.name if found else "") == name


@pytest.mark.parametrize(
    ("rest", "verb", "name"),
    [
        ("桐谷萌子さんは笑う", "笑う", "桐谷萌子"),
        ("語るのは、駅長の桐谷萌子さん", "語", "桐谷萌子"),
        ("話し、桐谷萌子さんは帰った", "話", ""),
    ],
)
def test_the_subject_behind(rest: str, verb: str, name: str) -> None:
    found = subjects(rest).subject_behind(0, rest, re.search(verb, rest))
    assert (found.name if found else "") == name


def test_somebody_without_a_name() -> None:
    found = subjects("利用者からは「").unnamed_before(6, None)
    assert found
    assert found.kind == "nominal"
