"""Cleans a text before it is read for quotations; the original and its offsets are kept."""

import re
from collections.abc import Iterator

from citations.text.cleaning.clean_text import CleanText, TextEdit
from citations.text.cleaning.inline_markup import markup_edits
from citations.text.cleaning.line_breaks import line_break_edits
from citations.text.cleaning.note_markers import note_marker_edits
from citations.text.cleaning.page_furniture import page_furniture_edits

_LINE_ENDS = re.compile(r"[\r\x0b\x85\u2028\u2029\u00ad](?:(?<=\r)\n)?")
_READ_AS = {"\u00ad": "", "\u2029": "\n\n"}


def clean(text: str) -> CleanText:
    """The text without what a page or a file puts between its words.

    In this order: markup inside the prose (HTML, Markdown, LaTeX) is read as what it shows; line
    ends become "\\n", and soft hyphens go; note markers go; page numbers and running heads between
    the words go; hard-wrapped lines are joined. Verse, lists, headings, turns and paragraphs keep
    their lines.
    """
    cleaned = CleanText.unchanged(text)
    cleaned = cleaned.with_edits(markup_edits(cleaned.text))
    cleaned = cleaned.with_edits(_line_end_edits(cleaned.text))
    cleaned = cleaned.with_edits(note_marker_edits(cleaned.text))
    cleaned = cleaned.with_edits(page_furniture_edits(cleaned.text), are_cuts=True)
    return cleaned.with_edits(line_break_edits(cleaned.text))


def _line_end_edits(text: str) -> Iterator[TextEdit]:
    for match in _LINE_ENDS.finditer(text):
        yield TextEdit(match.start(), match.end(), _READ_AS.get(match.group(), "\n"))
