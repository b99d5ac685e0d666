"""Which line breaks end a paragraph, and which only a line."""

import pytest

from citations.text.cleaning.clean_text import CleanText
from citations.text.cleaning.line_breaks import line_break_edits


def joined(text: str) -> str:
    return CleanText.unchanged(text).with_edits(line_break_edits(text)).text


WRAPPED = """The archivist, Jolyon Peake, wrote
to the trustees that they had been
patient. The building, he said, is
falling down. Nobody had asked
Peake about it, or Harriet, or Tom.
A new line of the same paragraph.

The next one is its own."""


def test_wrapped_prose_is_joined_also_between_sentences_and_before_capitals() -> None:
    first, second = joined(WRAPPED).split("\n\n")
    assert first == " ".join(WRAPPED.partition("\n\n")[0].split("\n"))
    assert second == "The next one is its own."


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # In mid-sentence, before a small letter: always the line's end.
        ("half its trees\nin one night", "half its trees in one night"),
        ("half its trees,  \n  and more", "half its trees, and more"),
        ("said on\n7 February", "said on 7 February"),
        ("he said\n“we go”", "he said “we go”"),
        # Between marks, and where the line before goes on or ends with a comma inside marks.
        ("She said: “It is late.\nWe go.” It was.", "She said: “It is late. We go.” It was."),
        ("dug it deeper,” said Ana\nDuarte. It was.", "dug it deeper,” said Ana Duarte. It was."),
        ("“We are late,”\nDuarte said.", "“We are late,” Duarte said."),
        ("Friday’s announcement surprised everybody, said\nDuarte, a former governor.",
         "Friday’s announcement surprised everybody, said Duarte, a former governor."),
        ("“We go.\n“We stay.”", "“We go.\n“We stay.”"),
        ("“We go.\n\nWe stay.”", "“We go.\n\nWe stay.”"),
        # After a sentence, or before a capital: a paragraph's, where no other line is wrapped.
        ("He left.\nshe stayed", "He left.\nshe stayed"),
        ("The title\nThe text begins.", "The title\nThe text begins."),
        ("“We go,” said A.\n“No,” said B.", "“We go,” said A.\n“No,” said B."),
        ("one\n\ntwo", "one\n\ntwo"),
        # A short line ends a paragraph, also among wrapped ones.
        ("The mayor of the town said that\nit was late. He left.\nNobody came after, so it closed",
         "The mayor of the town said that it was late. He left.\nNobody came after, so it closed"),
        # Lists, headings, turns, time codes and tables begin a line of their own.
        ("we need\n- bread", "we need\n- bread"),
        ("we need\n• bread", "we need\n• bread"),
        ("we need\n1. bread", "we need\n1. bread"),
        ("we need\n(a) bread", "we need\n(a) bread"),
        ("# a heading\nand text", "# a heading\nand text"),
        ("some text\n# a heading", "some text\n# a heading"),
        ("and then\nQ: why", "and then\nQ: why"),
        ("and then\nWATTS: why", "and then\nWATTS: why"),
        ("and then\n00:12 why", "and then\n00:12 why"),
        ("a text\n[^1]: a note", "a text\n[^1]: a note"),
        # Quoted lines are joined among themselves, without their marks.
        ("> to be\n> or not", "> to be or not"),
        ("he wrote\n> to be", "he wrote\n> to be"),
        # What is set in stays set in.
        ("he wrote\n    to be", "he wrote\n    to be"),
        ("    to be\n    or not", "    to be or not"),
        # Scripts without spaces are joined without one; Korean has spaces.
        ("岸田氏は\n言った", "岸田氏は言った"),
    ],
)  # fmt: skip
def test_line_breaks(text: str, read: str) -> None:
    assert joined(text) == read


VERSE = "The river runs\nAnd never stops\nThe willow bends\nThe swallow drops\nand so on"


def test_verse_keeps_its_lines() -> None:
    assert joined(VERSE.removesuffix("\nand so on")) == VERSE.removesuffix("\nand so on")


def test_lines_that_begin_with_small_letters_are_no_verse() -> None:
    assert joined(VERSE).endswith("drops and so on")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("been extra-\nordinarily patient", "been extraordinarily patient"),
        ("the activi-\n   ties of", "the activities of"),
        ("in the Japan-\nRussia talks", "in the Japan-Russia talks"),
        ("a well-\nknown cheese", "a well-known cheese"),
        ("a Well-\nknown cheese", "a Well-known cheese"),
        ("twenty-\none", "twenty-one"),
        ("a vicar-\ngeneral, the vicar-general", "a vicar-general, the vicar-general"),
        ("a dash -\nand more", "a dash - and more"),
        ("pages 3-\n5", "pages 3-5"),
    ],
)
def test_words_cut_at_the_end_of_a_line(text: str, read: str) -> None:
    assert joined(text) == read


def test_single_breaks_between_long_lines_are_paragraphs() -> None:
    line = "It was a long paragraph of one line that goes on beyond what wrapped lines hold, " * 2
    text = f"{line}ending.\nAnother one starts here.\n{line}ending."
    assert joined(text) == text


def test_a_text_has_no_more_breaks_than_prose_can_hold() -> None:
    text = "a\n" * 5_000
    assert joined(text).count("\n") > 3_000
