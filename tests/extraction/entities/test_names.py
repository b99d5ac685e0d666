"""The name in a noun phrase, without titles."""

import pytest

from citations.extraction.entities.names import name_in, plain_name
from citations.extraction.token_stream import token_stream


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Russian President Vladimir Putin", "Vladimir Putin"),
        ("Prime Minister Kishida Fumio", "Kishida Fumio"),
        ("Sen. Ana Duarte", "Ana Duarte"),
        ("the Foreign Ministry", "Foreign Ministry"),
        ("Pope Francis", "Pope Francis"),
        ("Sir Alan Whitcombe", "Alan Whitcombe"),
        ("Ludwig van Beethoven", "Ludwig van Beethoven"),
        ("Trump's lawyer Rudy Giuliani", "Rudy Giuliani"),
        ("Duarte's", "Duarte"),
        ("a tall stranger", None),
    ],
)
def test_it_finds_the_name(words: str, name: str | None) -> None:
    stream = token_stream(words, [])
    found = name_in(stream, 0, len(stream.words))
    assert (plain_name(stream, found) if found else None) == name
