"""The sentence in front of a quotation names its speaker, or nobody."""

import pytest

from citations.extraction.quotations import find_quotations


@pytest.mark.parametrize(
    ("code", "text", "speaker", "rule"),
    [
        ("de", "Anna Berg sagte: „Wir gehen.“", "Anna Berg", "before"),
        ("de", "Am Abend warnte die Ärztin Anna Berg: „Wir gehen.“", "Anna Berg", "before"),
        ("de", "Als sie ankam, sagte Anna Berg: „Wir gehen.“", "Anna Berg", "before"),
        ("it", "Ugo Neri non ha dubbi: «Ce ne andiamo».", "Ugo Neri", "colon"),
        ("fr", "Jeanne Bory : « On s’en va. »", "Jeanne Bory", "label"),
        ("pt", "Para Ana Duarte, o plano é “um porão com diploma”.", "Ana Duarte", "according-to"),
        ("ru", "Иван Косов назвал план «мокрой газетой».", "Иван Косов", "wording"),
        ("nl", "Anna Berg noemde het plan ‘een natte krant’.", "Anna Berg", "wording"),
    ],
)
def test_words_in_front(code: str, text: str, speaker: str, rule: str) -> None:
    (found,) = find_quotations(text, "", code)
    assert (found.speaker, found.rule) == (speaker, rule)
