"""Japanese words that complete a sentence of the writer get the speaker of that sentence."""

import pytest

from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

_P = "partial"

CASES = [
    AttributedText(
        "called something",
        "批評家の冬木澪氏は、改装された劇場を「静かな失敗作」と呼んだ。",
        (("静かな失敗作", "冬木澪", _P),),
    ),
    AttributedText(
        "according to",
        "消防団の赤城勉団長によると、「煙は階段を選んだ」という声が上がったが、原因は不明だ。",
        (("煙は階段を選んだ", "赤城勉", _P),),
    ),
    AttributedText(
        "words in a sentence 1",
        "霧島市の大迫康介副市長は五日、「橋の名前は住民が決めるべきだ」との考えを示した。",
        (("橋の名前は住民が決めるべきだ", "大迫康介", _P),),
    ),
    AttributedText(
        "words in a sentence 2",
        "映画評論家の不知火純氏は、新作を「眠れない子守歌」と評価した。特集「夜の映画」は来月"
        "まで。",
        (("眠れない子守歌", "不知火純", _P),),
    ),
    AttributedText(
        "words in a sentence 3",
        "建築評論家の白川瞳氏は、新庁舎を「ガラスの言い訳」と表現した。通称「銀の箱」は来年完"
        "成する。",
        (("ガラスの言い訳", "白川瞳", _P),),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_the_words_in_a_sentence_get_its_speaker(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
