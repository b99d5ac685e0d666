"""Typesets a quotation in running text: its marks, its final stop, and where its citation goes."""

from dataclasses import dataclass

from citations.cite.cited_quote import CitedQuote
from citations.cite.quoted_in import quoted_in_rule
from citations.cite.styles.catalogue import (
    CitationStyle,
    LocaleQuotationMarks,
    load_quotation_marks,
)

STOPS = ".。,;:、，；："
# Final punctuation that has a meaning of its own, and stays.
MEANINGFUL_STOPS = "?!？！…"
# Marks that close a quotation inside the quotation.
CLOSING_MARKS = "’”'\"»›」』"
AMERICAN = "en-US"
NOTE_NUMBER = "¹"


@dataclass(frozen=True, slots=True)
class TypesetQuotation:
    """The text before and after the place of the citation.

    A block quotation (`is_block`) is set apart from the text and has no quotation marks.
    """

    before: str
    after: str
    is_block: bool


def typeset_quotation(quote: CitedQuote, style: CitationStyle, locale: str) -> TypesetQuotation:
    """The quotation as the style prints it; a paraphrase never has quotation marks."""
    rule = quoted_in_rule(style)
    text = " ".join(quote.text.split())
    is_paraphrase = quote.is_translated and rule.own_translation_is_paraphrase
    has_marks = quote.is_verbatim and not is_paraphrase
    if has_marks and rule.block_words and len(text.split()) >= rule.block_words:
        return TypesetQuotation(quote.text, "", is_block=True)
    words = without_final_stop(text)
    if not has_marks:
        return TypesetQuotation(words, ".", is_block=False)
    marks = load_quotation_marks(locale)
    inner = _alternate_inner_marks(words, marks)
    if not style.is_note:
        return TypesetQuotation(f"{marks.opening}{inner}{marks.closing}", ".", is_block=False)
    # The note's number follows the stop, which American usage puts inside the marks.
    stop = "" if inner.rstrip(CLOSING_MARKS)[-1:] in MEANINGFUL_STOPS + "." else "."
    inside, outside = (stop, "") if locale == AMERICAN else ("", stop)
    before = f"{marks.opening}{inner}{inside}{marks.closing}{outside}"
    return TypesetQuotation(before, "", is_block=False)


def without_final_stop(text: str) -> str:
    """Drop the final stop, which follows the citation instead; an ellipsis stays."""
    stripped = text.rstrip(STOPS)
    return stripped if stripped and not text.endswith("...") else text


def _alternate_inner_marks(text: str, marks: LocaleQuotationMarks) -> str:
    """Give quotations inside the quotation other marks than those around it."""
    if marks.opening == "‘":
        return _replace_single_marks(text, marks)
    return text.replace("“", marks.inner_opening).replace("”", marks.inner_closing)


def _replace_single_marks(text: str, marks: LocaleQuotationMarks) -> str:
    """Replace single marks with the inner ones, but not apostrophes, which precede a letter."""
    characters, at = list(text), 0
    while (start := text.find("‘", at)) >= 0:
        end = text.find("’", start)
        while end >= 0 and text[end + 1 : end + 2].isalnum():
            end = text.find("’", end + 1)
        if end < 0:
            break
        characters[start], characters[end] = marks.inner_opening, marks.inner_closing
        at = end + 1
    return "".join(characters)
