"""Japanese names are found without the words around them."""

import pytest

from citations.extraction.languages.lexicon_loading import load_language
from citations.extraction.multilingual.caseless.japanese.japanese_mentions import (
    JapaneseMentionFinder,
    short_forms,
)


def mentions_in(prose: str) -> list[tuple[str, str, str]]:
    lexicon = load_language("ja")
    assert lexicon
    found = JapaneseMentionFinder(prose, lexicon).mentions()
    return [(each.kind, each.name, each.role) for each in found]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("養蜂家の桐谷萌子さんは", ("name", "桐谷萌子", "養蜂家")),
        ("大槻町の戸田澄江町長は", ("name", "戸田澄江", "町長")),
        ("作家桐谷萌子氏が", ("name", "桐谷萌子", "作家")),
        ("堤あやめ代表は", ("name", "堤あやめ", "代表")),
        ("評論家の財前礼子は", ("name", "財前礼子", "評論家")),
        ("鬼頭章さん（71）は", ("name", "鬼頭章", "")),
        ("元市長は", ("role", "", "市長")),
        ("同氏は", ("same", "", "")),
        ("彼女は", ("pronoun", "", "")),
        ("港湾局は", ("organisation", "港湾局", "")),
        ("男性は", ("nominal", "", "男性")),
        ("マルコ・ベリーニは", ("name", "マルコ・ベリーニ", "")),
    ],
)
def test_one_mention(prose: str, expected: tuple[str, str, str]) -> None:
    assert mentions_in(prose) == [expected]


@pytest.mark.parametrize("prose", ["灯台の修理は", "今日も晴れた", "駅長の話を聞く"])
def test_nobody_is_mentioned(prose: str) -> None:
    assert mentions_in(prose) == []


def test_the_mayor_of_a_town_is_no_surname() -> None:
    assert ("role", "", "町長") in mentions_in("大槻町で会議があった。大槻町長は")


def test_surnames_are_beginnings() -> None:
    assert short_forms("桐谷萌子") == ["桐", "桐谷", "桐谷萌"]
    assert short_forms("マルコ・ベリーニ") == ["ベリーニ"]
