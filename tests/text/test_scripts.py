"""Which characters belong to scripts without spaces, and which are combining marks."""

import re
import unicodedata

import pytest

from citations.text.scripts import CJK, MARKS, UNSPACED

CJK_CHARACTERS = "々〇ぁんァヶー㐀䶿一鿿가힯豈ﾊｶ\U00020000"
OTHER_UNSPACED = "กลကក"
SPACED = "aé1ñяעع .,_"


@pytest.mark.parametrize("character", CJK_CHARACTERS)
def test_chinese_japanese_and_korean_are_written_without_spaces(character: str) -> None:
    assert re.fullmatch(f"[{CJK}]", character)
    assert re.fullmatch(f"[{UNSPACED}]", character)


@pytest.mark.parametrize("character", OTHER_UNSPACED)
def test_thai_lao_burmese_and_khmer_are_unspaced_too(character: str) -> None:
    assert re.fullmatch(f"[{UNSPACED}]", character)
    assert not re.fullmatch(f"[{CJK}]", character)


@pytest.mark.parametrize("character", SPACED)
def test_other_scripts_have_spaces(character: str) -> None:
    assert not re.fullmatch(f"[{UNSPACED}]", character)


def test_the_marks_are_those_of_unicode() -> None:
    marks = re.compile(f"[{MARKS}]")
    wrong = [
        hex(code)
        for code in range(0x110000)
        if bool(marks.match(chr(code))) != unicodedata.category(chr(code)).startswith("M")
    ]
    assert wrong == []
