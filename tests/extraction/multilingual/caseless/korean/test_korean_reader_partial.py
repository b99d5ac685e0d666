"""Korean words that complete a sentence of the writer get the speaker of that sentence."""

import pytest

from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

_P = "partial"

CASES = [
    AttributedText(
        "calls it something",
        "건축가 옥다인 씨는 새 청사를 '유리로 만든 변명'이라고 불렀다.",
        (("유리로 만든 변명", "옥다인", _P),),
    ),
    AttributedText(
        "defines it as something",
        "평론가 어진성은 이 연극을 “조용한 실패”로 규정했다.",
        (("조용한 실패", "어진성", _P),),
    ),
    AttributedText(
        "words in a sentence 1",
        '역사학자 사공민지 씨는 그 조약을 "종이로 만든 다리"라고 표현했다.',
        (("종이로 만든 다리", "사공민지", _P),),
    ),
    AttributedText(
        "words in a sentence 2",
        "영화평론가 설지훈 씨는 신작을 '잠들지 못하는 자장가'라고 평했다. 특집 '밤의 영화'는 "
        "다음 달까지다.",
        (("잠들지 못하는 자장가", "설지훈", _P),),
    ),
    AttributedText(
        "words in a sentence 3",
        "건축평론가 표은채 씨는 새 청사를 '유리로 된 핑계'라고 표현했다. 일명 '은상자'는 내년"
        "에 완공된다.",
        (("유리로 된 핑계", "표은채", _P),),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_the_words_in_a_sentence_get_its_speaker(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
