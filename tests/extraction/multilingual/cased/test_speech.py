"""Speech is what stands between marks, or in lines that begin with a dash."""

import pytest

from tests.support.prose_reading import speech_of


def words(text: str, code: str) -> list[str]:
    return [piece.words.text_in(text) for piece in speech_of(text, code)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("de", "»Ja«, sagte er. „Nein“, sagte sie.", ["Ja", "Nein"]),
        ("fr", "Il parle d’« un gâchis » et part.", ["un gâchis"]),
        ("es", "—Voy —dijo Ana—. Ya voy.\n—Bien —dijo él.", ["Voy", "Ya voy.", "Bien"]),
        ("ru", "— Иду, — сказал Иван. — Уже иду.", ["Иду", "Уже иду."]),
        ("es", "Lista:\n— pan\n— Leche\n— Sal", []),
        ("nl", "— Punt een\n— Punt twee", []),
        ("fr", "«–»", []),
    ],
)
def test_marks_and_dashes_make_speech(code: str, text: str, expected: list[str]) -> None:
    assert words(text, code) == expected


def test_pieces_of_one_speech_know_that_they_go_on() -> None:
    pieces = speech_of("« Non, dit-il. Jamais. » « Si. »", "fr")
    assert [piece.goes_on for piece in pieces] == [False, True, False]
