"""Korean quotations get the right speaker, or none."""

import pytest

from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

_P = "partial"

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
        "a dropped subject goes on with the speaker",
        '제갈민 선장은 "파도는 셀 수 있다"고 말했다. 이어 "바다는 셀 수 없다"고 덧붙였다.',
        (
            ("파도는 셀 수 있다", "제갈민"),
            ("바다는 셀 수 없다", "제갈민"),
        ),
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
        '김도훈 한빛대 교수는 "별은 기다려 주지만 예산은 기다려 주지 않는다"고 지적했다. 김 '
        '교수는 "망원경은 밤에만 일한다"고도 했다.',
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
        '해녀 갈순덕 씨는 "바다가 차가워졌다"고 말했고, 연구원 류상민 씨는 "따뜻해졌다"고 반'
        "박했다.",
        (
            ("바다가 차가워졌다", "갈순덕"),
            ("따뜻해졌다", "류상민"),
        ),
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
        "작가 하지온의 소설 '비의 지도'가 출간됐다. 이른바 '항구 재생' 사업도 시작되고 카페 '"
        "갈매기'가 문을 열었다.",
    ),
    AttributedText(
        "an inscription is nobody's words",
        "대문에는 \"개 조심\"이라고 적힌 팻말이 있다. 골목은 '등불길'로 불린다.",
    ),
    AttributedText(
        "further text 1",
        '남해군 황인철 부군수는 5일 "다리 이름은 주민이 정해야 한다"는 입장을 밝혔다.',
        (("다리 이름은 주민이 정해야 한다", "황인철"),),
    ),
    AttributedText(
        "further text 2",
        '도예가 진서영(58) 씨는 가마 앞에서 중얼거렸다. "흙은 거짓말을 기억한다."',
        (("흙은 거짓말을 기억한다.", "진서영"),),
    ),
    AttributedText(
        "further text 3",
        '"열쇠는 늘 옆집에 있다." 자물쇠 장인 모한길 씨의 말이다.',
        (("열쇠는 늘 옆집에 있다.", "모한길"),),
    ),
    AttributedText(
        "further text 4",
        '방성규 감독은 경기 후 "진 것은 날씨가 아니다"라며 선수들을 감쌌다.',
        (("진 것은 날씨가 아니다", "방성규"),),
    ),
    AttributedText(
        "further text 5",
        '배우 임수향은 기자회견에서 "대본은 바다에 버렸다"고 눈물로 말했다.',
        (("대본은 바다에 버렸다", "임수향"),),
    ),
    AttributedText(
        "further text 6",
        '식물학자 구본철 교수가 온실을 공개했다. 구 교수는 "꽃은 요일을 모른다"고 설명했다.',
        (("꽃은 요일을 모른다", "구본철"),),
    ),
    AttributedText(
        "further text 7",
        '어부 차길동 씨와 아내 민영자 씨가 항구에 섰다. "배는 돌아오려고 있는 것"이라고 차 씨'
        "는 말했다.",
        (("배는 돌아오려고 있는 것", "차길동"),),
    ),
    AttributedText(
        "further text 8",
        '염정아 의원은 "숫자가 걸어 다닌다"며 목소리를 높였다.',
        (("숫자가 걸어 다닌다", "염정아"),),
    ),
    AttributedText(
        "further text 9",
        '철도공사 사장은 "지연은 문화"라고 말했지만 한 승객은 "문화는 기다려 주지 않는다"고 '
        "반박했다.",
        (
            ("지연은 문화", ""),
            ("문화는 기다려 주지 않는다", ""),
        ),
    ),
    AttributedText(
        "further text 10",
        "정부는 '빛의 밤' 행사를 열었고 300명이 참가했다.",
    ),
    AttributedText(
        "further text 11",
        '시장에 당선된 길해연 당선인은 "약속은 종이보다 무겁다"고 첫 소감을 말했다.',
        (("약속은 종이보다 무겁다", "길해연"),),
    ),
    AttributedText(
        "further text 12",
        '남궁석 한빛연구소 책임연구원은 "소용돌이에는 버릇이 있다"고 분석했다.',
        (("소용돌이에는 버릇이 있다", "남궁석"),),
    ),
    AttributedText(
        "further text 13",
        '피아니스트 마리아 벨로 씨는 "침묵도 음표"라고 말했다. 벨로 씨는 "박수는 마지막에"라'
        "고도 했다.",
        (
            ("침묵도 음표", "마리아 벨로"),
            ("박수는 마지막에", "마리아 벨로"),
        ),
    ),
    AttributedText(
        "further text 14",
        '이발사 현종수 씨는 "머리카락은 소문보다 빨리 자란다"고 말했다. 가게는 내년에 100년을'
        ' 맞는다. "아들에게는 물려주지 않겠다"고도 했다.',
        (
            ("머리카락은 소문보다 빨리 자란다", "현종수"),
            ("아들에게는 물려주지 않겠다", "현종수"),
        ),
    ),
    AttributedText(
        "further text 15",
        '김 대표는 "문은 열려 있다"고 했다.',
        (("문은 열려 있다", "김"),),
    ),
    AttributedText(
        "further text 16",
        '이번 회의에서 하정민 실장이 "서류가 숨을 쉰다"고 농담을 던졌다.',
        (("서류가 숨을 쉰다", "하정민"),),
    ),
    AttributedText(
        "further text 17",
        '역사학자 사공민지 씨는 그 조약을 "종이로 만든 다리"라고 표현했다.',
        (("종이로 만든 다리", "사공민지", _P),),
    ),
    AttributedText(
        "further text 18",
        "“눈이 소리를 먹었다.” 산악 안내인 국중호 씨가 말했다.",
        (("눈이 소리를 먹었다.", "국중호"),),
    ),
    AttributedText(
        "further text 19",
        '경찰 관계자는 "수사 중인 사안"이라며 말을 아꼈다.',
        (("수사 중인 사안", ""),),
    ),
    AttributedText(
        "further text 20",
        '수문 개량을 두고 하천사무소 주경석 소장은 "물은 기다리지 않는다. 기다리는 것은 관청'
        '뿐이다"라고 답했다. 공사는 가을에 시작된다.',
        (("물은 기다리지 않는다. 기다리는 것은 관청뿐이다", "주경석"),),
    ),
    AttributedText(
        "further text 21",
        '"가지는 말을 듣지 않는 학생이다"라고 분재가 엄송대 씨는 설명했다.',
        (("가지는 말을 듣지 않는 학생이다", "엄송대"),),
    ),
    AttributedText(
        "further text 22",
        "요리사 도종술 씨는 “냄비를 너무 씻으면 맛을 잊는다”고 잘라 말했다.",
        (("냄비를 너무 씻으면 맛을 잊는다", "도종술"),),
    ),
    AttributedText(
        "further text 23",
        '빈혜경 순경은 길 잃은 아이를 데려왔다. 빈 순경은 "미아는 지도 밖에 있다"라고 웃었다.',
        (("미아는 지도 밖에 있다", "빈혜경"),),
    ),
    AttributedText(
        "further text 24",
        '양계조합 경리나 대표는 "달걀이 싼 게 아니다"라며 "닭이 싼 것"이라고 호소했다.',
        (("달걀이 싼 게 아니다|닭이 싼 것", "경리나"),),
    ),
    AttributedText(
        "further text 25",
        '극작가 좌동혁은 상을 받았다. "대사는 전봇대에게 들었다"고 그는 고백했다.',
        (("대사는 전봇대에게 들었다", "좌동혁"),),
    ),
    AttributedText(
        "further text 26",
        '문하늘 총장은 공고의 오류를 사과했다. "학교 이름에서 한 글자를 빠뜨렸다"며 머리를 긁'
        "적였다.",
        (("학교 이름에서 한 글자를 빠뜨렸다", "문하늘"),),
    ),
    AttributedText(
        "further text 27",
        "영화평론가 설지훈 씨는 신작을 '잠들지 못하는 자장가'라고 평했다. 특집 '밤의 영화'는 "
        "다음 달까지다.",
        (("잠들지 못하는 자장가", "설지훈", _P),),
    ),
    AttributedText(
        "further text 28",
        '불꽃 기술자 감철수 씨와 조수 인미선 씨가 강가에 섰다. "바람이 정한다"고 그녀는 하늘'
        "을 보며 말했다.",
        (("바람이 정한다", "인미선"),),
    ),
    AttributedText(
        "further text 29",
        '서점 주인 표석호 씨는 "우리 고양이는 신문을 읽는다"고 자랑했다.',
        (("우리 고양이는 신문을 읽는다", "표석호"),),
    ),
    AttributedText(
        "further text 30",
        "입구에는 '환영합니다'라는 현수막이 걸렸고 '고향의 노래'가 흘러나왔다.",
    ),
    AttributedText(
        "further text 31",
        '이 시장은 "답변하지 않겠다"고 말했다.',
        (("답변하지 않겠다", ""),),
    ),
    AttributedText(
        "further text 32",
        "구두장이 변태성 씨는 \"손님에게서 '아픈 구두가 기억에 남는다'는 말을 들었다\"고 전했다.",
        (("손님에게서 '아픈 구두가 기억에 남는다'는 말을 들었다", "변태성"),),
    ),
    AttributedText(
        "further text 33",
        '도널드 해리스 미국 대통령은 "다리는 지어질 것"이라고 말했다. 해리스 대통령은 "곧"이'
        "라고 덧붙였다.",
        (
            ("다리는 지어질 것", "도널드 해리스"),
            ("곧", "도널드 해리스"),
        ),
    ),
    AttributedText(
        "further text 34",
        '한 주민은 "물이 무릎까지 찼다"고 말했다.',
        (("물이 무릎까지 찼다", ""),),
    ),
    AttributedText(
        "further text 35",
        '휴관을 두고 시립박물관 나경수 학예실장은 "전시는 잠들지 않는다. 잠드는 것은 전등이다'
        '"라고 설명했다.',
        (("전시는 잠들지 않는다. 잠드는 것은 전등이다", "나경수"),),
    ),
    AttributedText(
        "further text 36",
        '"나무는 바다를 잊지 않는다"라고 배 목수 심태호 씨는 말했다.',
        (("나무는 바다를 잊지 않는다", "심태호"),),
    ),
    AttributedText(
        "further text 37",
        "대장장이 우상혁 씨는 “쇠는 거짓말을 못 한다”고 강조했다.",
        (("쇠는 거짓말을 못 한다", "우상혁"),),
    ),
    AttributedText(
        "further text 38",
        '명세진 서장은 연기를 바라보았다. 명 서장은 "연기는 정직하다"라고 단언했다.',
        (("연기는 정직하다", "명세진"),),
    ),
    AttributedText(
        "further text 39",
        '설계사 곽유나 씨는 "미로에는 출구가 세 개"라며 "입구는 하나"라고 귀띔했다.',
        (("미로에는 출구가 세 개|입구는 하나", "곽유나"),),
    ),
    AttributedText(
        "further text 40",
        '무용가 채송이는 귀국했다. "가만히 서 있는 게 가장 어렵다"고 그녀는 말했다.',
        (("가만히 서 있는 게 가장 어렵다", "채송이"),),
    ),
    AttributedText(
        "further text 41",
        '반기철 이장은 간판의 오자를 시인했다. "글자를 하나 빠뜨렸다"며 얼굴을 붉혔다.',
        (("글자를 하나 빠뜨렸다", "반기철"),),
    ),
    AttributedText(
        "further text 42",
        "건축평론가 표은채 씨는 새 청사를 '유리로 된 핑계'라고 표현했다. 일명 '은상자'는 내년"
        "에 완공된다.",
        (("유리로 된 핑계", "표은채", _P),),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_the_speaker_is_the_one_of_the_text(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
