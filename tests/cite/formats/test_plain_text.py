"""Plain text has three lines a quote, whatever its texts hold."""

from dataclasses import replace

import pytest

from citations.cite.cited_quote import one_line
from citations.cite.formats.plain_text import source_line, write_plain_text
from tests.support.cited_quotes import HOSTILE_TEXTS, QUOTE, SOURCE, hostile_quote

DISPUTED = replace(QUOTE, warning="Disputed: <b>no</b> recording")


def test_a_quote_has_its_words_its_source_and_its_record() -> None:
    words, source, record = write_plain_text([DISPUTED]).splitlines()
    assert words == (
        "“difficult” (Kishida Fumio, Prime Minister, Japan, 7 February 2024) "
        "[Disputed: <b>no</b> recording]"
    )
    assert source == (
        "Source: Kishida Fumio; Ministry, of Foreign Affairs. "
        "“Kishida says Japan-Russia ties are ‘difficult’”. The Japan Times, 8 February 2024. "
        "https://example.org/a_b?c=1%20&d=~x#q"
    )
    assert record == "Record: https://citations.example/quotes/VMBBKS08/"


def test_unknown_fields_are_left_out() -> None:
    bare = replace(SOURCE, authors=(), publication="", issued="", archive_url="https://a.example/")
    line = write_plain_text([replace(QUOTE, source=bare)]).splitlines()[1]
    assert line == f"Source: “{SOURCE.title}”. {SOURCE.url} Archived: https://a.example/"
    assert source_line(replace(bare, title=" ", publication="P", issued="2024")).startswith(
        "P, 2024. https://"
    )


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_every_quote_has_three_lines(text: str) -> None:
    first, second = write_plain_text([hostile_quote(text), QUOTE]).split("\n\n")
    assert len(first.splitlines()) == len(second.splitlines()) == 3
    assert one_line(text) in first
