"""Japanese words that nobody says are no quotations, and doubt leaves the speaker open."""

import pytest

from citations.extraction.quotations import find_quotations
from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

_P = "partial"

CASES = [
    AttributedText(
        "somebody without a name leaves it open",
        "事故を見ていた男性は「列車は笛を吹かなかった」と話した。警察が調べている。",
        (("列車は笛を吹かなかった", ""),),
    ),
    AttributedText(
        "two people could have spoken",
        "庭師の秋津豊さんと庭師の宇喜多実さんが門の前で会った。彼は「薔薇は遅れている」と言った。",
        (("薔薇は遅れている", ""),),
    ),
    AttributedText(
        "names of works, plans and shops are nobody's words",
        "作家の雨宮千尋さんの新作「塩の地図」が刊行された。「港町再生」計画も始まり、居酒屋「"
        "かもめ」が開店した。",
    ),
    AttributedText(
        "an inscription and a name are nobody's words",
        "門には「犬に注意」と書かれた札がある。通りは「提灯横丁」と呼ばれている。",
    ),
    AttributedText(
        "words of a list are nobody's words",
        "講座は「潮」と「風」の二つに分かれ、参加は無料だ。",
    ),
    AttributedText(
        "open 1",
        "鉄道会社の小田切社長は「遅れは文化だ」と述べたが、利用者からは「文化は待ってくれない"
        "」との声が上がった。",
        (
            ("遅れは文化だ", "小田切"),
            ("文化は待ってくれない", "", _P),
        ),
    ),
    AttributedText(
        "open 2",
        "大臣は「想定の範囲内」と繰り返すばかりだった。",
        (("想定の範囲内", ""),),
    ),
    AttributedText(
        "open 3",
        "町おこしのイベント「灯りの夜」が開かれ、約三百人が参加した。主催したのは商店会だ。",
    ),
    AttributedText(
        "open 4",
        "桐生市の職員は「担当者が不在で答えられない」としている。",
        (("担当者が不在で答えられない", ""),),
    ),
    AttributedText(
        "open 5",
        "パン職人の阿久津陽子さんは、祖母から「焦がした数だけ上手になる」と教えられた。",
        (("焦がした数だけ上手になる", ""),),
    ),
    AttributedText(
        "open 6",
        "「もう一杯」と客が叫ぶ。",
        (("もう一杯", ""),),
    ),
    AttributedText(
        "open 7",
        "会場には「おかえりなさい」の横幕が掲げられ、「故郷の歌」が流れた。",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_nobody_is_named_where_the_text_leaves_it_open(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)


def test_somebody_unknown_is_not_the_person_named_before() -> None:
    text = "白川瞳さんは町長だ。老婆は「また明日来なさい」と言った。"
    assert [each.speaker for each in find_quotations(text, language="ja")] == [""]
