"""Korean words that nobody says are no quotations, and doubt leaves the speaker open."""

import pytest

from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

CASES = [
    AttributedText(
        "somebody without a name leaves it open",
        '한 관계자는 "열차가 기적을 울리지 않았다"고 말했다.',
        (("열차가 기적을 울리지 않았다", ""),),
    ),
    AttributedText(
        "two people could have spoken",
        '정원사 위상철 씨와 정원사 빈태식 씨가 문 앞에서 만났다. "장미가 늦는다"고 그는 말했다.',
        (("장미가 늦는다", ""),),
    ),
    AttributedText(
        "works, plans and shops are nobody's words",
        "작가 하지온의 소설 '비의 지도'가 출간됐다. 이른바 '항구 재생' 사업도 시작되고 카페 '"
        "갈매기'가 문을 열었다.",
    ),
    AttributedText(
        "an inscription is nobody's words",
        "대문에는 \"개 조심\"이라고 적힌 팻말이 있다. 골목은 '등불길'로 불린다.",
    ),
    AttributedText(
        "open 1",
        '철도공사 사장은 "지연은 문화"라고 말했지만 한 승객은 "문화는 기다려 주지 않는다"고 '
        "반박했다.",
        (
            ("지연은 문화", ""),
            ("문화는 기다려 주지 않는다", ""),
        ),
    ),
    AttributedText(
        "open 2",
        "정부는 '빛의 밤' 행사를 열었고 300명이 참가했다.",
    ),
    AttributedText(
        "open 3",
        '경찰 관계자는 "수사 중인 사안"이라며 말을 아꼈다.',
        (("수사 중인 사안", ""),),
    ),
    AttributedText(
        "open 4",
        "입구에는 '환영합니다'라는 현수막이 걸렸고 '고향의 노래'가 흘러나왔다.",
    ),
    AttributedText(
        "open 5",
        '이 시장은 "답변하지 않겠다"고 말했다.',
        (("답변하지 않겠다", ""),),
    ),
    AttributedText(
        "open 6",
        '한 주민은 "물이 무릎까지 찼다"고 말했다.',
        (("물이 무릎까지 찼다", ""),),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_nobody_is_named_where_the_text_leaves_it_open(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
