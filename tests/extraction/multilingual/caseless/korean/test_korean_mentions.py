"""Korean names are found without the words around them."""

import pytest

from citations.extraction.multilingual.caseless.korean.korean_mentions import (
    KoreanMentionFinder,
    role_forms,
    short_forms,
)
from citations.extraction.multilingual.caseless.korean.korean_words import (
    korean_lexicon,
    korean_words,
)


def mentions_in(prose: str) -> list[tuple[str, str]]:
    lexicon = korean_lexicon("ko")
    finder = KoreanMentionFinder(prose, korean_words(prose, lexicon), lexicon)
    return [(each.kind, each.name) for each in finder.mentions()]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("서윤창 청장은", ("name", "서윤창")),
        ("탁명수 씨는", ("name", "탁명수")),
        ("홍길동씨는", ("name", "홍길동")),
        ("작가 봉하은은", ("name", "봉하은")),
        ("김도훈 한빛대 교수는", ("name", "김도훈")),
        ("주민 황보숙(63) 씨는", ("name", "황보숙")),
        ("추 역장은", ("name", "추")),
        ("마리아 벨로 씨는", ("name", "마리아 벨로")),
        ("도널드 해리스 미국 대통령은", ("name", "도널드 해리스")),
        ("군수는", ("role", "")),
        ("그녀는", ("pronoun", "")),
        ("한 관계자는", ("nominal", "")),
        ("항만공사는", ("organisation", "항만공사")),
    ],
)
def test_one_mention(prose: str, expected: tuple[str, str]) -> None:
    assert mentions_in(prose) == [expected]


@pytest.mark.parametrize(
    "prose", ["이번 회의는", "등대는 팔지 않는다", "미국 정부와", "문제에 대해"]
)
def test_nobody_is_mentioned(prose: str) -> None:
    assert [kind for kind, _name in mentions_in(prose) if kind == "name"] == []


def test_a_determiner_is_no_surname() -> None:
    assert mentions_in("이 시장은") == [("role", "")]


def test_short_forms_are_the_surname() -> None:
    assert short_forms("추미경") == ["추"]
    assert short_forms("남궁혜린") == ["남궁"]
    assert short_forms("마리아 벨로") == ["벨로"]
    assert role_forms("") == []
