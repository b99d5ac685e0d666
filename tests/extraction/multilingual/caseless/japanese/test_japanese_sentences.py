"""Japanese sentences attribute the quotation beside them."""

import pytest

from tests.support.attributed_texts import quoted_in


@pytest.mark.parametrize(
    "text",
    [
        "「山は待っている」。桐谷萌子さんはこう語った。",
        "桐谷萌子さんはこう語った。「山は待っている」",
        "桐谷萌子さんは山を見てつぶやいた。「山は待っている」",
        "「山は待っている」。桐谷萌子さんの口癖だ。",
        "桐谷萌子さん「山は待っている」",
        "「山は待っている」（桐谷萌子さん）",
        "桐谷萌子さんは笑った。「山は待っている」。そう語ると山へ帰った。",
    ],
)
def test_the_neighbour_names_the_speaker(text: str) -> None:
    assert quoted_in(text, "ja") == [("山は待っている", "桐谷萌子", "direct")]


def test_a_quotation_alone_is_open() -> None:
    assert quoted_in("「山は待っている。いつまでも」", "ja") == [
        ("山は待っている。いつまでも", "", "direct")
    ]


FIRST = "白川瞳さんは「一つ目の話は長い。」と述べた。"
SECOND = ("二つ目の話はもっと長い。", "白川瞳", "direct")


def test_the_speaker_goes_on_right_behind_her_words() -> None:
    assert quoted_in(f"{FIRST}「二つ目の話はもっと長い。」", "ja")[1] == SECOND


def test_behind_other_sentences_the_speaker_is_open() -> None:
    text = f"{FIRST}会場は静かだった。雨が降った。「二つ目の話はもっと長い。」"
    assert quoted_in(text, "ja")[1] == (SECOND[0], "", "direct")


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("白川瞳さんは帰り際に一言、「橋は歌っていた。」", True),
        ("白川瞳さんは帰り際に「橋は歌っていた。」", False),
        ("白川瞳さんは橋を「歌う橋」と名付けた。", False),
        ("白川瞳さんは新しい店を「歌う橋」という名前にした。", False),
    ],
)
def test_words_behind_a_topic_need_something_that_leads_to_them(text: str, is_said: bool) -> None:
    assert [speaker for _, speaker, _ in quoted_in(text, "ja")] == ["白川瞳"] * is_said
