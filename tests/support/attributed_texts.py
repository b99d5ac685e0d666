"""Texts with the speakers that a reader of quotations should find in them."""

from typing import NamedTuple

from citations.extraction.quotations import find_quotations


class AttributedText(NamedTuple):
    """A text, and what is quoted in it: the words, the speaker, and whether only in part."""

    kind: str
    text: str
    quoted: tuple[tuple[str, str] | tuple[str, str, str], ...] = ()


def quoted_in(text: str, language: str = "") -> list[tuple[str, str, str]]:
    """The words, the speaker and the mode of every quotation; words of one are joined by |."""
    return [
        (
            "|".join(segment.text_in(text) for segment in each.segments),
            each.speaker,
            each.mode,
        )
        for each in find_quotations(text, language=language)
    ]


def expected_in(case: AttributedText) -> list[tuple[str, str, str]]:
    return [(words, speaker, *(mode or ["direct"])) for words, speaker, *mode in case.quoted]
