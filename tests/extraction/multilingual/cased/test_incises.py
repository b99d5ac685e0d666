"""Words of the writer inside speech are told from the speaker's own."""

import pytest

from citations.extraction.languages.lexicon_loading import load_language
from citations.extraction.multilingual.cased.incises import InciseReader
from citations.text.spans import Span


@pytest.mark.parametrize(
    ("code", "text", "pieces", "writer_ends"),
    [
        ("fr", "Nous partons, dit Jean Roux. Demain.", ["Nous partons", "Demain."], False),
        ("fr", "Nous partons, dit-elle, demain.", ["Nous partons", "demain."], False),
        ("fr", "Nous partons, dit-elle.", ["Nous partons"], True),
        ("fr", "Pourquoi ? demande M. Roux. Pour rien.", ["Pourquoi ?", "Pour rien."], False),
        ("fr", "Ma mère, paix à son âme, chantait.", ["Ma mère, paix à son âme, chantait."], False),
        ("it", "Ho finito – ha detto Ugo Neri –. Ora dormo", ["Ho finito", "Ora dormo"], False),
        ("ru", "Иду, — сказал он. — Уже.", ["Иду", "Уже."], False),
        ("ru", "Улей без матки — это контора", ["Улей без матки — это контора"], False),
        ("es", "Voy —trompeteó Juan Mena— y vuelvo", ["Voy", "y vuelvo"], False),
    ],
)
def test_the_writers_words_are_cut_out(
    code: str, text: str, pieces: list[str], writer_ends: bool
) -> None:
    language = load_language(code)
    assert language
    found, is_closed = InciseReader(language).speech_in(text, Span(0, len(text)))
    assert [span.text_in(text) for span in found] == pieces
    assert is_closed is writer_ends
