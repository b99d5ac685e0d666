"""Noun phrases, forward and back from a word."""

import pytest

from citations.extraction.syntax.noun_phrases import NounPhrase, phrase_before, phrase_from
from citations.extraction.token_stream import TokenStream, token_stream


def shown(stream: TokenStream, phrase: NounPhrase | None) -> tuple[str, str]:
    """The phrase, and its name."""
    if phrase is None:
        return "", ""
    name = stream.text_of(*phrase.name) if phrase.name else ""
    return stream.text_of(phrase.start, phrase.end), name


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("the mayor, Ana Duarte, in Rome", "the mayor, Ana Duarte", "Ana Duarte"),
        ("Ana Duarte of the central bank said", "Ana Duarte", "Ana Duarte"),
        ("Secretary of State Ana Duarte said", "Secretary of State Ana Duarte", "Ana Duarte"),
        ("a senior official who left", "a senior official", ""),
        ("the local MLA, Iqbal Sayyed, left", "the local MLA, Iqbal Sayyed", "Iqbal Sayyed"),
        ("the Guardian, Ana Duarte said", "the Guardian", "Guardian"),
        (
            "the head of the parents' council, Ana Duarte.",
            "the head of the parents' council, Ana Duarte",
            "Ana Duarte",
        ),
        ("she said", "she", ""),
        ("and then", "", ""),
    ],
)
def test_it_reads_forward(text: str, phrase: str, name: str) -> None:
    stream = token_stream(text, [])
    assert shown(stream, phrase_from(stream, 0, len(stream.words))) == (phrase, name)


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Then the mayor Ana Duarte", "the mayor Ana Duarte", "Ana Duarte"),
        ("he met a senior official", "a senior official", ""),
        ("It rained. Duarte", "Duarte", "Duarte"),
    ],
)
def test_it_reads_back(text: str, phrase: str, name: str) -> None:
    stream = token_stream(text, [])
    assert shown(stream, phrase_before(stream, len(stream.words), 0)) == (phrase, name)
