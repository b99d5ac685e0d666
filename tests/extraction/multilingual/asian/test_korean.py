"""Korean quotations get the right speaker, or none."""

import pytest

from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

_P = "partial"

CASES = [
    AttributedText(
        "a topic before the words",
        '도서관 이전 문제에 대해 청산시 문태경 시장은 "책은 도망가지 않는다. 사람이 도망간다"라고 밝혔다. 의회는 다음 달 열린다.',
        (("책은 도망가지 않는다. 사람이 도망간다", "문태경"),),
    ),
    AttributedText(
        "the speaker behind the particle",
        '"다리는 무너지기 전에 노래를 불렀다"고 설계자 선우재민 씨는 회상했다.',
        (("다리는 무너지기 전에 노래를 불렀다", "선우재민"),),
    ),
    AttributedText(
        "curly marks",
        "시계공 도영찬 씨는 “시계는 거짓말을 하지 않지만 늦는다”며 웃었다.",
        (("시계는 거짓말을 하지 않지만 늦는다", "도영찬"),),
    ),
    AttributedText(
        "surname and office",
        '국혜련 관장은 관람객에게 고개를 숙였다. 국 관장은 "열쇠를 잃어버린 것이지 종을 잃어버린 것은 아니다"라고 해명했다.',
        (("열쇠를 잃어버린 것이지 종을 잃어버린 것은 아니다", "국혜련"),),
    ),
    AttributedText(
        "two pieces of one sentence",
        '상인회장 표길수 씨는 "생선이 비싼 게 아니다"며 "시간이 비싼 것"이라고 말했다.',
        (("생선이 비싼 게 아니다|시간이 비싼 것", "표길수"),),
    ),
    AttributedText(
        "she",
        '화가 염수아는 새벽 시장에서 그림을 그린다. "그림자가 더 정직하다"고 그녀는 설명했다.',
        (("그림자가 더 정직하다", "염수아"),),
    ),
    AttributedText(
        "he",
        '목수 방종두 씨는 40년 동안 배를 만들었다. 그는 "나무에게 먼저 사과한다"고 했다.',
        (("나무에게 먼저 사과한다", "방종두"),),
    ),
    AttributedText(
        "a dropped subject",
        '맹지훈 교장은 지각을 인정했다. "알람 시계를 너무 믿었다"며 어깨를 으쓱했다.',
        (("알람 시계를 너무 믿었다", "맹지훈"),),
    ),
    AttributedText(
        "a dropped subject goes on with the speaker",
        '제갈민 선장은 "파도는 셀 수 있다"고 말했다. 이어 "바다는 셀 수 없다"고 덧붙였다.',
        (("파도는 셀 수 있다", "제갈민"), ("바다는 셀 수 없다", "제갈민")),
    ),
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
        "an affiliation between name and office",
        '김도훈 한빛대 교수는 "별은 기다려 주지만 예산은 기다려 주지 않는다"고 지적했다. 김 교수는 "망원경은 밤에만 일한다"고도 했다.',
        (
            ("별은 기다려 주지만 예산은 기다려 주지 않는다", "김도훈"),
            ("망원경은 밤에만 일한다", "김도훈"),
        ),
    ),
    AttributedText(
        "an age behind the name",
        '주민 황보숙(63) 씨는 "눈은 소리를 먹는다"고 말했다.',
        (("눈은 소리를 먹는다", "황보숙"),),
    ),
    AttributedText(
        "according to",
        '소방대장 육근호 씨에 따르면 "연기가 계단을 골랐다"는 증언이 나왔다. 원인은 조사 중이다.',
        (("연기가 계단을 골랐다", "육근호"),),
    ),
    AttributedText(
        "an announcement before the words",
        '사육사 천보미 씨는 이렇게 말했다. "코끼리는 내 이름을 안다. 나는 코끼리의 나이를 모른다."',
        (("코끼리는 내 이름을 안다. 나는 코끼리의 나이를 모른다.", "천보미"),),
    ),
    AttributedText(
        "without a particle",
        '"소금은 마지막에 넣어야 합니다." 주방장 편도균 씨는 이렇게 말했다.',
        (("소금은 마지막에 넣어야 합니다.", "편도균"),),
    ),
    AttributedText(
        "two people, each with a statement",
        '해녀 갈순덕 씨는 "바다가 차가워졌다"고 말했고, 연구원 류상민 씨는 "따뜻해졌다"고 반박했다.',
        (("바다가 차가워졌다", "갈순덕"), ("따뜻해졌다", "류상민")),
    ),
    AttributedText(
        "words that somebody heard",
        '옻칠 장인 공명식 씨는 스승 탁재원 씨에게서 "급하면 내일 해라"는 말을 들었다.',
        (("급하면 내일 해라", "탁재원"),),
    ),
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
        "an organisation",
        '입찰 중단에 대해 항만공사는 "계단의 폭을 잘못 쟀다"고 발표했다.',
        (("계단의 폭을 잘못 쟀다", "항만공사"),),
    ),
    AttributedText(
        "works, plans and shops are nobody's words",
        "작가 하지온의 소설 '비의 지도'가 출간됐다. 이른바 '항구 재생' 사업도 시작되고 카페 '갈매기'가 문을 열었다.",
    ),
    AttributedText(
        "an inscription is nobody's words",
        "대문에는 \"개 조심\"이라고 적힌 팻말이 있다. 골목은 '등불길'로 불린다.",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_the_speaker_is_the_one_of_the_text(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
