"""The article's language chooses the reader, or else the text does."""

import pytest

from citations.extraction.multilingual.readers import language_to_read

SWEDISH = "Rådet möttes i fredags, och ingen har sagt vad som är beslutat."
ENGLISH = "The council met on Friday, and nobody said what had been decided."


@pytest.mark.parametrize(
    ("text", "tag", "code"),
    [
        (ENGLISH, "", "en"),
        (ENGLISH, "en-GB", "en"),
        (SWEDISH, "", "sv"),
        (ENGLISH, "sv-FI", "sv"),
        # The tag is English where nobody gave another one.
        (SWEDISH, "en", "sv"),
        (SWEDISH, "und", "sv"),
        ("12", "", "en"),
    ],
)
def test_a_tag_decides_unless_it_is_the_usual_one(text: str, tag: str, code: str) -> None:
    assert language_to_read(text, tag) == code
