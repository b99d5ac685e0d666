"""Two people who are one subject."""

import pytest

from citations.extraction.entities.joint_subjects import joins_subject
from citations.extraction.entities.mentions import find_mentions
from citations.extraction.token_stream import token_stream


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Duarte and Ines Vega came late.", True),
        ("Ana Duarte and her sister Ines Vega came late.", True),
        ("Ana Duarte and her younger sister, Ines Vega, came late.", True),
        ("Ana Duarte sang and Ines Vega danced.", False),
        ("Ana Duarte and the roof of Ines Vega fell down.", False),
        ("Ana Duarte saw Ines Vega come late.", False),
    ],
)
def test_and_joins_two_people(text: str, expected: bool) -> None:
    stream = token_stream(text, [])
    first, second = find_mentions(stream)
    assert joins_subject(stream, first, second) is expected
