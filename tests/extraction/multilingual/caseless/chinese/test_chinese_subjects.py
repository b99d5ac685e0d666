"""The subject of a Chinese clause is the person it begins with."""

import re

import pytest

from citations.extraction.multilingual.caseless.chinese.chinese_mentions import (
    CHINESE_NAMES,
    ChineseMentionFinder,
)
from citations.extraction.multilingual.caseless.chinese.chinese_names import chinese_names
from citations.extraction.multilingual.caseless.chinese.chinese_subjects import ChineseSubjects
from citations.extraction.multilingual.caseless.chinese.chinese_verbs import chinese_verbs
from citations.extraction.multilingual.caseless.known_people import KnownPeople
from citations.extraction.multilingual.caseless.marked_prose import mark_prose


def subjects(text: str) -> ChineseSubjects:
    prose = mark_prose(text, [], re.compile("。"), re.compile("，"))
    mentions = ChineseMentionFinder(text, chinese_names("zh")).mentions()
    return ChineseSubjects(KnownPeople(prose, mentions, CHINESE_NAMES), chinese_verbs("zh"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("局长贺春生在会上", "贺春生"),
        ("局长贺春生走进来，笑着", "贺春生"),
        ("教师梁佩玲对站长祁连海", "梁佩玲"),
        ("记者问站长祁连海", ""),
    ],
)
def test_the_first_person_who_is_not_addressed(text: str, name: str) -> None:
    found = subjects(text).first(0, len(text))
    assert (found.name if found else "") == name


def test_two_people_together_are_nobody() -> None:
    text = "局长贺春生和站长祁连海"
    found = subjects(text).first(0, len(text))
    assert found
    assert found.kind == "nominal"


def test_an_organisation_is_found_without_a_person() -> None:
    found = subjects("市气象局昨天").without_person("市气象局昨天", 0)
    assert found
    assert (found.kind, found.name) == ("organisation", "市气象局")


def test_the_last_clause_starts_behind_its_comma() -> None:
    assert subjects("").last_clause_of("他来了，说：") == 4
