"""The clause behind a quotation names the rule, the verb and the subject."""

import pytest

from citations.extraction.quotations import find_quotations


@pytest.mark.parametrize(
    ("code", "text", "speaker", "cue", "rule"),
    [
        ("de", "„Wir gehen“, sagte Anna Berg.", "Anna Berg", "sagte", "after-inverted"),
        ("de", "„Wir gehen“, so Anna Berg.", "Anna Berg", "so", "according-to"),
        ("es", "«Nos vamos», Ana Duarte afirmó ayer.", "Ana Duarte", "afirmó", "after"),
        ("fr", "« On s’en va » – Jeanne Bory", "Jeanne Bory", "", "dash"),
        ("it", "«Ce ne andiamo», trombetta Ugo Neri.", "Ugo Neri", "trombetta", "unknown-verb"),
        ("pl", "Ewa Lipska wstała. „Idziemy” – dodała.", "Ewa Lipska", "dodała", "dropped-subject"),
        ("ru", "«Поезд не придёт», — сообщили вчера.", "", "сообщили", "dropped-subject"),
    ],
)
def test_words_behind(code: str, text: str, speaker: str, cue: str, rule: str) -> None:
    (found,) = find_quotations(text, "", code)
    printed = found.cue.text_in(text) if found.cue else ""
    assert (found.speaker, printed, found.rule) == (speaker, cue, rule)
