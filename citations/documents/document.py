"""What is read of an article, and that something could not be."""

from dataclasses import dataclass

LONGEST_HEADLINE = 500


class UnreadableError(Exception):
    """The message says what is wrong with the file, and what to do about it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's own text, paragraphs parted by blank lines, and what it says of itself.

    `published` is EDTF, `language` a BCP 47 tag, `kind` a CSL item type; "" where nothing is said.
    """

    text: str
    headline: str
    byline: tuple[str, ...] = ()
    publication: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    kind: str = "document"
    note: str = ""


def first_line(text: str) -> str:
    """The first line that says something: the headline, where nothing else is called so."""
    line = next((line for line in text.splitlines() if line.strip()), "")
    return " ".join(line.split())[:LONGEST_HEADLINE]
