"""The possessive before a noun."""

import pytest

from citations.extraction.attribution.owners import owner_of
from citations.extraction.token_stream import token_stream


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Ana Duarte’s promise", "Ana Duarte’s"),
        ("They forgot Governor Ana Duarte's old promise", "Governor Ana Duarte's"),
        ("the harbour master’s promise", "the harbour master’s"),
        ("It was her second promise", "her"),
        ("Ana Duarte made a promise", ""),
        ("Ana Duarte’s friends, the promise", ""),
    ],
)
def test_it_reads_the_owner_of_the_last_word(text: str, owner: str) -> None:
    stream = token_stream(text, [])
    found = owner_of(stream, len(stream.words) - 1, 0)
    assert (stream.text_of(found.start, found.end) if found else "") == owner
