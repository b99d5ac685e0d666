"""The quotation as it is set in a text: its marks, its stop, and where the citation stands."""

from dataclasses import dataclass

from citations.cite.cited_quote import CitedQuote
from citations.cite.quoted_in import quoted_in_rule
from citations.cite.styles.catalogue import (
    LocaleQuotationMarks,
    CitationStyle,
    load_quotation_marks,
)

STOPS = ".。,;:、，；："
# Stops that say something, and stay.
MEANINGFUL_STOPS = "?!？！…"
# Marks in which words within the words end.
CLOSING_MARKS = "’”'\"»›」』"
AMERICAN = "en-US"
NOTE_NUMBER = "¹"


@dataclass(frozen=True, slots=True)
class TypesetQuotation:
    """The words as they are set, before and after where the citation stands.

    `is_block` says that they are set apart from the text, and so have no marks.
    """

    before: str
    after: str
    is_block: bool


def typeset_quotation(quoted: CitedQuote, style: CitationStyle, locale: str) -> TypesetQuotation:
    """The quotation in this style; a paraphrase never has marks."""
    rules = quoted_in_rule(style)
    text = " ".join(quoted.text.split())
    has_marks = quoted.is_verbatim and not (quoted.is_translated and rules.paraphrased)
    if has_marks and rules.block and len(text.split()) >= rules.block:
        return TypesetQuotation(quoted.text, "", is_block=True)
    words = without_final_stop(text)
    if not has_marks:
        return TypesetQuotation(words, ".", is_block=False)
    marks = load_quotation_marks(locale)
    inner = _alternate_inner_marks(words, marks)
    if not style.is_note:
        return TypesetQuotation(f"{marks.opening}{inner}{marks.closing}", ".", is_block=False)
    # A note's number follows the stop; Americans set that inside the marks.
    stop = "" if inner.rstrip(CLOSING_MARKS)[-1:] in MEANINGFUL_STOPS + "." else "."
    inside, outside = (stop, "") if locale == AMERICAN else ("", stop)
    return TypesetQuotation(
        f"{marks.opening}{inner}{inside}{marks.closing}{outside}", "", is_block=False
    )


def without_final_stop(text: str) -> str:
    """Without the stop at its end: the citation comes before that."""
    stopped = text.rstrip(STOPS)
    return stopped if stopped and not text.endswith("...") else text


def _alternate_inner_marks(text: str, marks: LocaleQuotationMarks) -> str:
    """Marks inside the words differ from those around them, where they would be the same."""
    if marks.opening == "‘":
        return _replace_single_marks(text, marks)
    return text.replace("“", marks.inner_opening).replace("”", marks.inner_closing)


def _replace_single_marks(text: str, marks: LocaleQuotationMarks) -> str:
    """Single marks made double; what stands before a letter is an apostrophe, and stays one."""
    made, at = list(text), 0
    while (start := text.find("‘", at)) >= 0:
        end = text.find("’", start)
        while end >= 0 and text[end + 1 : end + 2].isalnum():
            end = text.find("’", end + 1)
        if end < 0:
            break
        made[start], made[end] = marks.inner_opening, marks.inner_closing
        at = end + 1
    return "".join(made)
