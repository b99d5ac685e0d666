"""Chinese names are found without the words around them."""

import pytest

from citations.extraction.multilingual.caseless.chinese.chinese_mentions import (
    ChineseMentionFinder,
    role_forms,
    short_forms,
)
from citations.extraction.multilingual.caseless.chinese.chinese_names import chinese_names


def names_in(prose: str) -> list[str]:
    found = ChineseMentionFinder(prose, chinese_names("zh")).mentions()
    return [each.name for each in found if each.kind == "name"]


@pytest.mark.parametrize(
    ("prose", "name"),
    [
        ("临江县文物局局长贺春生表示", "贺春生"),
        ("养蜂人戚雨桐在山里住", "戚雨桐"),
        ("贾局长说", "贾"),
        ("韦女士告诉记者", "韦"),
        ("钟子期教授打开了温室", "钟子期"),
        ("演员欧阳建平笑道", "欧阳建平"),
        ("总统罗伯特·哈丁说", "罗伯特·哈丁"),
        ("画家古月走进展厅", "古月"),
        ("王建国站起来", "王建国"),
    ],
)
def test_one_name(prose: str, name: str) -> None:
    assert names_in(prose) == [name]


@pytest.mark.parametrize("prose", ["白宫表示", "双方称", "高度赞扬了这一做法", "时任局长"])
def test_no_name(prose: str) -> None:
    assert names_in(prose) == []


def test_a_name_is_found_again_without_its_office() -> None:
    assert names_in("站长祁连海来了。后来祁连海走了") == ["祁连海", "祁连海"]


def test_short_forms_are_the_surname_or_the_last_part() -> None:
    assert short_forms("贺春生") == ["贺"]
    assert short_forms("欧阳建平") == ["欧阳"]
    assert short_forms("马可·贝里尼") == ["贝里尼", "马可"]


def test_an_office_has_shorter_forms() -> None:
    assert role_forms("渔业部长") == ["部长", "业部长", "渔业部长"]
