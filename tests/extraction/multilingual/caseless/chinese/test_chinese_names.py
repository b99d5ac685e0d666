"""Chinese names end where the next word begins."""

import pytest

from citations.extraction.multilingual.caseless.chinese.chinese_names import chinese_names


@pytest.mark.parametrize(
    ("prose", "name"),
    [
        ("贺春生表示", "贺春生"),
        ("古月走进", "古月"),
        ("霍刚赛后说", "霍刚"),
        ("欧阳建平说", "欧阳建平"),
    ],
)
def test_a_name_behind_an_office(prose: str, name: str) -> None:
    end = chinese_names("zh").name_end(prose, 0, is_behind_role=True, is_certain=True)
    assert prose[:end] == name


@pytest.mark.parametrize("prose", ["方面表示", "的人说", "张贴在"])
def test_other_words_are_no_name(prose: str) -> None:
    assert chinese_names("zh").name_end(prose, 0, is_behind_role=False, is_certain=False) == 0


def test_a_bare_name_needs_a_common_surname_and_two_characters() -> None:
    names = chinese_names("zh")
    assert names.is_likely("王建国")
    assert not names.is_likely("王建")
    assert not names.is_likely("王家局")


@pytest.mark.parametrize(
    ("given", "role", "gender"),
    [("丽娟", "", "f"), ("志强", "", "m"), ("一", "", ""), ("志强", "女士", "f")],
)
def test_gender(given: str, role: str, gender: str) -> None:
    assert chinese_names("zh").gender(given, role) == gender
