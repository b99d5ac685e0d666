"""Chinese words that complete a sentence of the writer get the speaker of that sentence."""

import pytest

from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

_P = "partial"

CASES = [
    AttributedText(
        "calls it something",
        "诗人冯子谦把这条新路称为“一条没有耐心的河”。",
        (("一条没有耐心的河", "冯子谦", _P),),
    ),
    AttributedText(
        "is called something by somebody",
        "这座塔被建筑师龚立言形容为“一根忘了点燃的蜡烛”。",
        (("一根忘了点燃的蜡烛", "龚立言", _P),),
    ),
    AttributedText(
        "words in a sentence 1",
        "鞋匠凤长林称这双鞋是“一封走路的信”。他的回忆录《脚踝》已再版，“慢走街区”项目下月启动。",
        (("一封走路的信", "凤长林", _P),),
    ),
    AttributedText(
        "words in a sentence 2",
        "老师傅任重山把这口锅比作“不会说话的师父”。",
        (("不会说话的师父", "任重山", _P),),
    ),
    AttributedText(
        "words in a sentence 3",
        "建筑评论家毕若琳称新大楼是“玻璃做的借口”。俗称“银盒子”的大楼明年完工。",
        (("玻璃做的借口", "毕若琳", _P),),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_the_words_in_a_sentence_get_its_speaker(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
