"""Headlines: lines whose capitals are no names."""

import pytest

from citations.extraction.entities.headlines import headline_words
from citations.extraction.token_stream import token_stream


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Rennick Slams Toll Plan", True),
        ("Mayor and Council Agree on Budget", True),
        ("Brandt and Weiss Blast Their Critics.", True),
        ("Rennick slams toll plan", False),
        ("The mayor met Ana Duarte and Karl Weiss in Rome.", False),
        ("Ana Duarte, Lisbon Correspondent:", False),
        ("Ana Duarte", False),
        ("Karl Weiss met Ana Weiss.", False),
        ("LEEDS, March 3 (Continental Wire) — The ferry sank.", True),
        ("SAN MIGUEL — The ferry sank off the coast.", True),
        ("ANA met Karl on the ferry — again.", False),
    ],
)
def test_a_line_of_capitals_is_a_headline(line: str, expected: bool) -> None:
    stream = token_stream(f"{line}\n\nIt rained.", [])
    assert headline_words(stream)[0] is expected
    assert not headline_words(stream)[-1]
