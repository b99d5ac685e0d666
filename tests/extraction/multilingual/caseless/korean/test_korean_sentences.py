"""Korean sentences attribute the quotation beside them."""

import pytest

from tests.support.attributed_texts import quoted_in


@pytest.mark.parametrize(
    "text",
    [
        '"산은 늘 기다립니다." 탁명수 씨는 이렇게 말했다.',
        '"산은 늘 기다립니다." 탁명수 씨가 말했다.',
        '탁명수 씨는 이렇게 말했다. "산은 늘 기다립니다."',
        '탁명수 씨는 산을 보며 중얼거렸다. "산은 늘 기다립니다."',
        '"산은 늘 기다립니다." 탁명수 씨의 말이다.',
        '탁명수 씨: "산은 늘 기다립니다."',
    ],
)
def test_the_neighbour_names_the_speaker(text: str) -> None:
    assert quoted_in(text, "ko") == [("산은 늘 기다립니다.", "탁명수", "direct")]


def test_a_quotation_alone_is_open() -> None:
    assert quoted_in('"산은 늘 기다립니다."', "ko") == [("산은 늘 기다립니다.", "", "direct")]
