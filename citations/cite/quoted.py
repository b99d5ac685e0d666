"""What every reference manager's format needs of a quotation and its source."""

from dataclasses import dataclass

from citations.cite.csl import Source


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote as it travels beside its source: nobody's format has a field for a speaker.

    `text` is the reference wording, and `is_verbatim` whether it may stand between quotation
    marks; `warning` is why it is disputed or misattributed, "" where it is neither.
    """

    key: str
    text: str
    speaker: str
    office: str
    said: str
    is_verbatim: bool
    warning: str
    address: str
    source: Source

    @property
    def in_words(self) -> str:
        """The quotation for a note: its words, who said them and when, and any doubt."""
        words = f"“{self.text}”" if self.is_verbatim else self.text
        who = ", ".join(filter(None, (self.speaker, self.office, self.said)))
        doubt = f" [{self.warning}]" if self.warning else ""
        return f"{words} ({who}){doubt}"


def one_line(text: str) -> str:
    """The text without anything that could end a line or is not text at all."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
