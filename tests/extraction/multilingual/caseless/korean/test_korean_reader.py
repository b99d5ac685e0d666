"""Korean quotations get the right speaker, or none."""

import pytest

from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

CASES = [
    AttributedText(
        "a topic before the words",
        '도서관 이전 문제에 대해 청산시 문태경 시장은 "책은 도망가지 않는다. 사람이 도망간다"'
        "라고 밝혔다. 의회는 다음 달 열린다.",
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
        '국혜련 관장은 관람객에게 고개를 숙였다. 국 관장은 "열쇠를 잃어버린 것이지 종을 잃어'
        '버린 것은 아니다"라고 해명했다.',
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
        "words that somebody heard",
        '옻칠 장인 공명식 씨는 스승 탁재원 씨에게서 "급하면 내일 해라"는 말을 들었다.',
        (("급하면 내일 해라", "탁재원"),),
    ),
    AttributedText(
        "an organisation",
        '입찰 중단에 대해 항만공사는 "계단의 폭을 잘못 쟀다"고 발표했다.',
        (("계단의 폭을 잘못 쟀다", "항만공사"),),
    ),
    AttributedText(
        "one speaker 1",
        '남해군 황인철 부군수는 5일 "다리 이름은 주민이 정해야 한다"는 입장을 밝혔다.',
        (("다리 이름은 주민이 정해야 한다", "황인철"),),
    ),
    AttributedText(
        "one speaker 2",
        '도예가 진서영(58) 씨는 가마 앞에서 중얼거렸다. "흙은 거짓말을 기억한다."',
        (("흙은 거짓말을 기억한다.", "진서영"),),
    ),
    AttributedText(
        "one speaker 3",
        '"열쇠는 늘 옆집에 있다." 자물쇠 장인 모한길 씨의 말이다.',
        (("열쇠는 늘 옆집에 있다.", "모한길"),),
    ),
    AttributedText(
        "one speaker 4",
        '방성규 감독은 경기 후 "진 것은 날씨가 아니다"라며 선수들을 감쌌다.',
        (("진 것은 날씨가 아니다", "방성규"),),
    ),
    AttributedText(
        "one speaker 5",
        '배우 임수향은 기자회견에서 "대본은 바다에 버렸다"고 눈물로 말했다.',
        (("대본은 바다에 버렸다", "임수향"),),
    ),
    AttributedText(
        "one speaker 6",
        '식물학자 구본철 교수가 온실을 공개했다. 구 교수는 "꽃은 요일을 모른다"고 설명했다.',
        (("꽃은 요일을 모른다", "구본철"),),
    ),
    AttributedText(
        "one speaker 7",
        '어부 차길동 씨와 아내 민영자 씨가 항구에 섰다. "배는 돌아오려고 있는 것"이라고 차 씨'
        "는 말했다.",
        (("배는 돌아오려고 있는 것", "차길동"),),
    ),
    AttributedText(
        "one speaker 8",
        '염정아 의원은 "숫자가 걸어 다닌다"며 목소리를 높였다.',
        (("숫자가 걸어 다닌다", "염정아"),),
    ),
    AttributedText(
        "one speaker 9",
        '시장에 당선된 길해연 당선인은 "약속은 종이보다 무겁다"고 첫 소감을 말했다.',
        (("약속은 종이보다 무겁다", "길해연"),),
    ),
    AttributedText(
        "one speaker 10",
        '남궁석 한빛연구소 책임연구원은 "소용돌이에는 버릇이 있다"고 분석했다.',
        (("소용돌이에는 버릇이 있다", "남궁석"),),
    ),
    AttributedText(
        "one speaker 11",
        '김 대표는 "문은 열려 있다"고 했다.',
        (("문은 열려 있다", "김"),),
    ),
    AttributedText(
        "one speaker 12",
        '이번 회의에서 하정민 실장이 "서류가 숨을 쉰다"고 농담을 던졌다.',
        (("서류가 숨을 쉰다", "하정민"),),
    ),
    AttributedText(
        "one speaker 13",
        "“눈이 소리를 먹었다.” 산악 안내인 국중호 씨가 말했다.",
        (("눈이 소리를 먹었다.", "국중호"),),
    ),
    AttributedText(
        "one speaker 14",
        '수문 개량을 두고 하천사무소 주경석 소장은 "물은 기다리지 않는다. 기다리는 것은 관청'
        '뿐이다"라고 답했다. 공사는 가을에 시작된다.',
        (("물은 기다리지 않는다. 기다리는 것은 관청뿐이다", "주경석"),),
    ),
    AttributedText(
        "one speaker 15",
        '"가지는 말을 듣지 않는 학생이다"라고 분재가 엄송대 씨는 설명했다.',
        (("가지는 말을 듣지 않는 학생이다", "엄송대"),),
    ),
    AttributedText(
        "one speaker 16",
        "요리사 도종술 씨는 “냄비를 너무 씻으면 맛을 잊는다”고 잘라 말했다.",
        (("냄비를 너무 씻으면 맛을 잊는다", "도종술"),),
    ),
    AttributedText(
        "one speaker 17",
        '빈혜경 순경은 길 잃은 아이를 데려왔다. 빈 순경은 "미아는 지도 밖에 있다"라고 웃었다.',
        (("미아는 지도 밖에 있다", "빈혜경"),),
    ),
    AttributedText(
        "one speaker 18",
        '양계조합 경리나 대표는 "달걀이 싼 게 아니다"라며 "닭이 싼 것"이라고 호소했다.',
        (("달걀이 싼 게 아니다|닭이 싼 것", "경리나"),),
    ),
    AttributedText(
        "one speaker 19",
        '극작가 좌동혁은 상을 받았다. "대사는 전봇대에게 들었다"고 그는 고백했다.',
        (("대사는 전봇대에게 들었다", "좌동혁"),),
    ),
    AttributedText(
        "one speaker 20",
        '문하늘 총장은 공고의 오류를 사과했다. "학교 이름에서 한 글자를 빠뜨렸다"며 머리를 긁'
        "적였다.",
        (("학교 이름에서 한 글자를 빠뜨렸다", "문하늘"),),
    ),
    AttributedText(
        "one speaker 21",
        '불꽃 기술자 감철수 씨와 조수 인미선 씨가 강가에 섰다. "바람이 정한다"고 그녀는 하늘'
        "을 보며 말했다.",
        (("바람이 정한다", "인미선"),),
    ),
    AttributedText(
        "one speaker 22",
        '서점 주인 표석호 씨는 "우리 고양이는 신문을 읽는다"고 자랑했다.',
        (("우리 고양이는 신문을 읽는다", "표석호"),),
    ),
    AttributedText(
        "one speaker 23",
        "구두장이 변태성 씨는 \"손님에게서 '아픈 구두가 기억에 남는다'는 말을 들었다\"고 전했다.",
        (("손님에게서 '아픈 구두가 기억에 남는다'는 말을 들었다", "변태성"),),
    ),
    AttributedText(
        "one speaker 24",
        '휴관을 두고 시립박물관 나경수 학예실장은 "전시는 잠들지 않는다. 잠드는 것은 전등이다'
        '"라고 설명했다.',
        (("전시는 잠들지 않는다. 잠드는 것은 전등이다", "나경수"),),
    ),
    AttributedText(
        "one speaker 25",
        '"나무는 바다를 잊지 않는다"라고 배 목수 심태호 씨는 말했다.',
        (("나무는 바다를 잊지 않는다", "심태호"),),
    ),
    AttributedText(
        "one speaker 26",
        "대장장이 우상혁 씨는 “쇠는 거짓말을 못 한다”고 강조했다.",
        (("쇠는 거짓말을 못 한다", "우상혁"),),
    ),
    AttributedText(
        "one speaker 27",
        '명세진 서장은 연기를 바라보았다. 명 서장은 "연기는 정직하다"라고 단언했다.',
        (("연기는 정직하다", "명세진"),),
    ),
    AttributedText(
        "one speaker 28",
        '설계사 곽유나 씨는 "미로에는 출구가 세 개"라며 "입구는 하나"라고 귀띔했다.',
        (("미로에는 출구가 세 개|입구는 하나", "곽유나"),),
    ),
    AttributedText(
        "one speaker 29",
        '무용가 채송이는 귀국했다. "가만히 서 있는 게 가장 어렵다"고 그녀는 말했다.',
        (("가만히 서 있는 게 가장 어렵다", "채송이"),),
    ),
    AttributedText(
        "one speaker 30",
        '반기철 이장은 간판의 오자를 시인했다. "글자를 하나 빠뜨렸다"며 얼굴을 붉혔다.',
        (("글자를 하나 빠뜨렸다", "반기철"),),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_the_speaker_is_the_one_of_the_text(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
