"""What every format and every citation needs of a quotation and its source."""

from dataclasses import dataclass
from unicodedata import category

from citations.cite.csl import CslName, CslSource
from citations.cite.partial_dates import certain_year
from citations.edtf.parsing import in_words

# Control characters, ends of lines and of paragraphs, and halves of characters.
NON_TEXT_CATEGORIES = frozenset(("Cc", "Zl", "Zp", "Cs"))


@dataclass(frozen=True, slots=True)
class CitedQuote:
    """A quote as it travels beside its source: nobody's format has a field for a speaker.

    `text` is the reference wording, and `is_verbatim` whether it may stand between quotation
    marks; `is_translated` says that the wording is a translation of this database, printed in no
    source. `warning` is why it is disputed or misattributed, "" where it is neither. `said` and
    `changed` are EDTF dates, `paragraph` counts from 1 in the source's text, 0 where not known.
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
    def in_words(self) -> str:
        """The quotation for a note: its words, who said them and when, and any doubt."""
        words = f"“{self.text}”" if self.is_verbatim else self.text
        who = ", ".join(filter(None, (self.speaker.text, self.office, in_words(self.said))))
        return f"{words} ({who}){self.doubt}"

    @property
    def doubt(self) -> str:
        """The warning in brackets, after a space; "" where there is none."""
        return f" [{self.warning}]" if self.warning else ""

    @property
    def year_said(self) -> str:
        """The one year in which it was said, "" where that is not sure."""
        return certain_year(self.said)


def one_line(text: str) -> str:
    """The text without anything that could end a line or is not text at all.

    What joins letters or turns their direction is text, and stays.
    """
    return " ".join("".join(" " if category(c) in NON_TEXT_CATEGORIES else c for c in text).split())
