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
