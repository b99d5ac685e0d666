"""Titles, nicknames and signs stand between marks and are nobody's words."""

import pytest

from citations.extraction.quotations import find_quotations


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Ihr Buch „Der erste Schrei“ erscheint im Herbst."),
        ("fr", "La pièce « Nuits de sel » est finie, dit Jean Roux."),
        ("es", "El llamado «Ermitaño de Luarca» no acudió, dijo Ana Duarte."),
        ("it", "Sullo striscione c'era scritto: «Ridateci il treno»."),
        ("pt", "O restaurante “Maré Baixa” fechou as portas."),
        ("nl", "Op een spandoek stond: ‘Handen af van het veer!’"),
        ("pl", "Gazeta „Jutrzenka” drukuje fragmenty."),
        ("ru", "На плакате было написано: «Верните поезд!»"),
    ],
)
def test_they_are_no_quotations(code: str, text: str) -> None:
    assert find_quotations(text, "", code) == []


def test_words_behind_a_dateline_are_direct() -> None:
    (found,) = find_quotations("MÜHLTAL – „Wir gehen“, sagte Anna Berg.", "", "de")
    assert found.mode == "direct"
