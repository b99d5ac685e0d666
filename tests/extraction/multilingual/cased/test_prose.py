"""Prose is a row of words and signs in which a quotation is one token."""

import pytest

from citations.extraction.multilingual.cased.prose import QUOTE
from tests.support.prose_reading import prose_of


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("de", "„Ja“, sagte er.", [QUOTE, ",", "sagte", "er", "."]),
        ("fr", "« Oui », a-t-elle dit.", [QUOTE, ",", "a", "elle", "dit", "."]),
        ("fr", "L’éclusier part.", ["L", "éclusier", "part", "."]),
        ("fr", "M. Roux part.", ["M.", "Roux", "part", "."]),
        ("pt", "«Sim», disse-se.", [QUOTE, ",", "disse", "se", "."]),
    ],
)  # fmt: skip
def test_words_are_parted_as_the_language_does(code: str, text: str, expected: list[str]) -> None:
    assert [token.text for token in prose_of(text, code).tokens] == expected


def test_a_quotation_ends_a_sentence_if_it_ends_with_a_stop_and_a_capital_follows() -> None:
    prose = prose_of("„Wir gehen.“ Sie ging. „Wir gehen“, sagte sie.", "de")
    assert len(set(prose.sentences)) == 3


def test_tokens_keep_their_places_in_the_text() -> None:
    text = "Le maire, M. Roux, l’a dit : « Non. »"
    for token in prose_of(text, "fr").tokens:
        if token.text != QUOTE:
            assert text[token.start : token.end].rstrip("’") == token.text
