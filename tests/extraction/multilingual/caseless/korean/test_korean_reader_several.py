"""Korean texts with several quotations: each gets its own speaker."""

import pytest

from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

CASES = [
    AttributedText(
        "a dropped subject goes on with the speaker",
        '제갈민 선장은 "파도는 셀 수 있다"고 말했다. 이어 "바다는 셀 수 없다"고 덧붙였다.',
        (
            ("파도는 셀 수 있다", "제갈민"),
            ("바다는 셀 수 없다", "제갈민"),
        ),
    ),
    AttributedText(
        "an affiliation between name and office",
        '김도훈 한빛대 교수는 "별은 기다려 주지만 예산은 기다려 주지 않는다"고 지적했다. 김 '
        '교수는 "망원경은 밤에만 일한다"고도 했다.',
        (
            ("별은 기다려 주지만 예산은 기다려 주지 않는다", "김도훈"),
            ("망원경은 밤에만 일한다", "김도훈"),
        ),
    ),
    AttributedText(
        "two people, each with a statement",
        '해녀 갈순덕 씨는 "바다가 차가워졌다"고 말했고, 연구원 류상민 씨는 "따뜻해졌다"고 반'
        "박했다.",
        (
            ("바다가 차가워졌다", "갈순덕"),
            ("따뜻해졌다", "류상민"),
        ),
    ),
    AttributedText(
        "several quotations 1",
        '피아니스트 마리아 벨로 씨는 "침묵도 음표"라고 말했다. 벨로 씨는 "박수는 마지막에"라'
        "고도 했다.",
        (
            ("침묵도 음표", "마리아 벨로"),
            ("박수는 마지막에", "마리아 벨로"),
        ),
    ),
    AttributedText(
        "several quotations 2",
        '이발사 현종수 씨는 "머리카락은 소문보다 빨리 자란다"고 말했다. 가게는 내년에 100년을'
        ' 맞는다. "아들에게는 물려주지 않겠다"고도 했다.',
        (
            ("머리카락은 소문보다 빨리 자란다", "현종수"),
            ("아들에게는 물려주지 않겠다", "현종수"),
        ),
    ),
    AttributedText(
        "several quotations 3",
        '도널드 해리스 미국 대통령은 "다리는 지어질 것"이라고 말했다. 해리스 대통령은 "곧"이'
        "라고 덧붙였다.",
        (
            ("다리는 지어질 것", "도널드 해리스"),
            ("곧", "도널드 해리스"),
        ),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_each_quotation_gets_its_own_speaker(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
