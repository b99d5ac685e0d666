"""The name in a noun phrase, without titles."""

import pytest

from citations.extraction.entities.names import is_lone_title, name_in, plain_name
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
        ("Ana Duarte MP", "Ana Duarte"),
        ("Father Karl Weiss SJ", "Karl Weiss"),
        ("Canon Ana Duarte", "Ana Duarte"),
        ("The Reverend Canon Ana Duarte", "Ana Duarte"),
        ("Able Seaman Karl Weiss", "Karl Weiss"),
        ("Lance Corporal Ana Duarte", "Ana Duarte"),
        ("Cllr Ana Duarte", "Ana Duarte"),
        ("Alhaji Musa Danladi", "Musa Danladi"),
        ("Engr. Musa Danladi", "Musa Danladi"),
        ("Ustad Ravi Kelkar", "Ravi Kelkar"),
        ("Detective Garda Ana Duarte", "Ana Duarte"),
        ("Señora Ana Duarte", "Ana Duarte"),
        ("Taoiseach Ana Duarte", "Ana Duarte"),
        ("Councillor Lindo kaNdaba", "Lindo kaNdaba"),
        ("a tall stranger", None),
    ],
)
def test_it_finds_the_name(words: str, name: str | None) -> None:
    stream = token_stream(words, [])
    found = name_in(stream, 0, len(stream.words))
    assert (plain_name(stream, found) if found else None) == name


@pytest.mark.parametrize(
    ("words", "is_title"),
    [
        ("the Major", True),
        ("The Taoiseach", True),
        ("the Scot", True),
        ("a Tory", True),
        ("the General Secretary", True),
        ("the Guardian", False),
        ("the Scot Weiss", False),
        ("Major Weiss", False),
    ],
)
def test_a_title_alone_is_no_name(words: str, is_title: bool) -> None:
    stream = token_stream(words, [])
    first = 0 if words[0] == "M" else 1
    assert is_lone_title(stream, (first, len(stream.words))) is is_title
