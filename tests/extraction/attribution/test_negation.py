"""Words that somebody did not say."""

import pytest

from citations.extraction.quotations import find_quotations


@pytest.mark.parametrize(
    "text",
    [
        "Ana Duarte did not say “we go home as we came”.",
        "Ana Duarte didn’t say: “We go home as we came.”",
        "Ana Duarte has never said that the dam was “a gift”.",
        "Neither Ana Duarte nor Bo Lindt said “we go home as we came”.",
        "Ana Duarte denied having said “we go home”.",
        "Ana Duarte denies that she ever said “we go home”.",
        "“We go home,” Ana Duarte did not say.",
    ],
)
def test_they_are_nobodys(text: str) -> None:
    assert [each.speaker for each in find_quotations(text)] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Duarte not only said “we go home”, she went.",
        "Ana Duarte denied that the dam was “a gift”.",
        "It was not until Monday that Ana Duarte said: “We go home.”",
        "“I am not going,” Ana Duarte said.",
        "Nobody moved. Ana Duarte said: “We go home.”",
    ],
)
def test_a_denial_of_something_else_leaves_the_speaker(text: str) -> None:
    assert [each.speaker for each in find_quotations(text)] == ["Ana Duarte"]
