"""A quote with its source, as citations and file formats need it."""

from dataclasses import dataclass
from unicodedata import category

from citations.cite.csl import CslName, CslSource
from citations.cite.partial_dates import certain_year
from citations.edtf.parsing import date_in_words

# Controls and surrogates.
NON_TEXT_CATEGORIES = frozenset(("Cc", "Cs"))


@dataclass(frozen=True, slots=True)
class CitedQuote:
    """A quote in its reference wording. No citation format has a field for its speaker.

    `is_verbatim` says whether the text may stand between quotation marks, `is_translated` that it
    is a translation of this database, which no source prints. `warning` says why the quote is
    disputed or misattributed, and is "" otherwise. `said` and `changed` are EDTF dates; `paragraph`
    counts from 1 in the source's text and is 0 when unknown.
    """

    key: str
    text: str
    language: str
    speaker: CslName
    office: str
    said: str
    is_verbatim: bool
    is_translated: bool
    warning: str
    address: str
    changed: str
    source: CslSource
    paragraph: int = 0

    @property
    def note(self) -> str:
        """The text for a note field: the words, who said them and when, and any doubt."""
        words = f"“{self.text}”" if self.is_verbatim else self.text
        who = ", ".join(filter(None, (self.speaker.text, self.office, date_in_words(self.said))))
        return f"{words} ({who}){self.doubt}"

    @property
    def doubt(self) -> str:
        """The warning in brackets after a space, or ""."""
        return f" [{self.warning}]" if self.warning else ""

    @property
    def year_said(self) -> str:
        """The year in which the words were said, or "" if it is uncertain."""
        return certain_year(self.said)


def one_line(text: str) -> str:
    """The text without line ends and other control characters.

    Joiners and direction marks are part of the text and stay.
    """
    return " ".join("".join(" " if category(c) in NON_TEXT_CATEGORIES else c for c in text).split())
