"""Japanese texts with several quotations: each gets its own speaker."""

import pytest

from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

CASES = [
    AttributedText(
        "a dropped subject goes on with the speaker",
        "市場協会の氷上節子会長は「魚は安くない。時間が高いのだ」と指摘。「朝の三時に来てほし"
        "い」と続けた。",
        (
            ("魚は安くない。時間が高いのだ", "氷上節子"),
            ("朝の三時に来てほしい", "氷上節子"),
        ),
    ),
    AttributedText(
        "two statements in a sentence",
        "峰岸薫校長は「廊下は走るためにある」と述べ、「ただし静かに」と付け加えた。",
        (
            ("廊下は走るためにある", "峰岸薫"),
            ("ただし静かに", "峰岸薫"),
        ),
    ),
    AttributedText(
        "two people, each with a statement",
        "海女の潮田ハルさんは「海は冷たくなった」と話し、研究者の葉山航さんは「温かくなった」"
        "と反論した。",
        (
            ("海は冷たくなった", "潮田ハル"),
            ("温かくなった", "葉山航"),
        ),
    ),
    AttributedText(
        "a foreign name",
        "指揮者のマルコ・ベリーニさんは「沈黙も音符だ」と語った。ベリーニさんは「拍手は最後で"
        "いい」とも述べた。",
        (
            ("沈黙も音符だ", "マルコ・ベリーニ"),
            ("拍手は最後でいい", "マルコ・ベリーニ"),
        ),
    ),
    AttributedText(
        "several quotations 1",
        "理容師の皆川茂さんは「髪は噂より早く伸びる」と目を細めた。店は来年、百年を迎える。「"
        "息子には継がせない」ともいう。",
        (
            ("髪は噂より早く伸びる", "皆川茂"),
            ("息子には継がせない", "皆川茂"),
        ),
    ),
    AttributedText(
        "several quotations 2",
        "養鶏組合の堤あやめ代表は「卵は安いのではない。鶏が安いのだ」と訴えた。「朝五時に来て"
        "みてほしい」とも語った。",
        (
            ("卵は安いのではない。鶏が安いのだ", "堤あやめ"),
            ("朝五時に来てみてほしい", "堤あやめ"),
        ),
    ),
    AttributedText(
        "several quotations 3",
        "消防署の仁科大地署長は「煙は正直だ」と強調。「火元は台所ではない」と断言した。",
        (
            ("煙は正直だ", "仁科大地"),
            ("火元は台所ではない", "仁科大地"),
        ),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_each_quotation_gets_its_own_speaker(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
