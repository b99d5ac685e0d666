"""No text of any kind takes long, or breaks a reader."""

import time

import pytest

from citations.extraction.multilingual.readers import read_quotations

PIECES = {
    "ja": [
        "「あ」と述べた。",
        "「",
        "」",
        "「」",
        "の田中さんは",
        "町長",
        "田中（",
        "ア・",
        "「あ\n",
    ],
    "zh": [
        "“啊。”王明说。",
        "“",
        "”",
        "局长王小明",
        "王",
        "马·",
        "说",
        "他说：“啊”",
        "是“啊”",
        "“啊\n",
    ],
    "ko": ['"아"라고 김철수 씨는 말했다. ', '"', "김철수 ", '"아"고 ', "김(", "김 시장 ", '"아\n'],
    "ar": ["وقال سامي الحسن: «نعم». ", "«", "»", "قال ", "سامي ", "وزير ", "قال«ا»", "بن "],
}
CASES = [(code, piece) for code, pieces in PIECES.items() for piece in pieces]


@pytest.mark.parametrize(("code", "piece"), CASES)
def test_a_piece_without_end_is_read_in_time_that_grows_with_its_length(
    code: str, piece: str
) -> None:
    # A tenth takes a tenth of the time, give or take; what is quadratic takes a hundredth.
    text = piece * (100_000 // len(piece.encode()))
    long, short = (_fastest(each, code) for each in (text, text[: len(text) // 10]))
    assert long < 0.05 or long < 40 * short
    found = read_quotations(text, "", code)
    assert all(0 <= span.start < span.end <= len(text) for each in found for span in each.segments)


@pytest.mark.parametrize("code", sorted(PIECES))
def test_odd_characters_break_nothing(code: str) -> None:
    for text in (
        "",
        "\ud800「\udfff」",
        "\u202e“\u202c”\u200f",
        "\ufffc«\ufffc»",
        '"',
        "'",
        "\x00“a”",
    ):
        read_quotations(text, "", code)


def _fastest(text: str, code: str) -> float:
    def seconds() -> float:
        start = time.process_time()
        read_quotations(text, "", code)
        return time.process_time() - start

    return min(seconds() for _ in range(2))
