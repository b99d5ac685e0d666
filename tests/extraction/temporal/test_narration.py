"""The narration: quoted words as holes, sentences, and offsets that stay."""

import pytest

from citations.extraction.temporal.narration import (
    HOLE,
    QUOTED,
    Narration,
    blank_quotations,
    narrate,
)
from citations.text.spans import Span


def narration_of(text: str, *quoted: str) -> Narration:
    return narrate(
        text, [Span(text.index(words), text.index(words) + len(words)) for words in quoted]
    )


def test_quoted_words_and_titles_are_blank() -> None:
    text = "“On Monday,” she told “The Friday Show” today."
    blank = blank_quotations(text, [Span(1, 10)], [Span(0, len(text))])
    assert len(blank) == len(text)
    assert "Monday" not in blank
    assert "Friday" not in blank
    assert blank.startswith(HOLE)
    assert blank.endswith(" today.")


def test_a_quotation_is_one_token() -> None:
    words = [each.text for each in narration_of("“Run,” she said.", "Run").tokens]
    assert words == [QUOTED, "she", "said", "."]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He ran. She sat.", ["He ran", "She sat"]),
        ("Am 9. Juni kam er. Sie ging.", ["Am 9. Juni kam er", "Sie ging"]),
        ("Mr. Ek of St. Ives ran. He sat.", ["Mr. Ek of St. Ives ran", "He sat"]),
        ("Ann Poe (D-Calif.) ran. He sat.", ["Ann Poe (D-Calif.) ran", "He sat"]),
        ("Headline\nHe ran", ["Headline", "He ran"]),
        ("He had 1,300.5 of it; she ran", ["He had 1,300.5 of it", "she ran"]),
    ],
)
def test_sentences_end_where_they_end(text: str, sentences: list[str]) -> None:
    narration = narration_of(text)
    bounds = {narration.sentence(at) for at in range(len(narration.tokens))}
    found = [narration.span(*each).text_in(text) for each in sorted(bounds)]
    assert [each.rstrip(".\n;") for each in found] == sentences


def test_a_quoted_full_stop_ends_a_sentence_before_a_capital() -> None:
    narration = narration_of("The dam broke. He said: “Run.” The rain fell.", "Run.")
    at = narration.token_at(15)
    assert narration.span(*narration.sentence(at)).text_in(narration.text).startswith("He said")
    assert narration.sentence(len(narration.tokens) - 1)[0] > at


def test_tokens_are_found_by_their_offsets() -> None:
    text = "She said so on Monday."
    narration = narration_of(text)
    start, end = narration.tokens_of(Span(text.index("on"), text.index(".")))
    assert [each.text for each in narration.tokens[start:end]] == ["on", "Monday"]


def test_a_very_long_sentence_is_read_in_windows() -> None:
    narration = narration_of("a " * 1000)
    start, end = narration.sentence(500)
    assert start <= 500 < end
    assert end - start <= 180
