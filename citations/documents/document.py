"""The document that every reader returns, and the error for a file that none can read."""

from dataclasses import dataclass

from citations.text.translation import gettext, gettext_noop

MAX_HEADLINE = 500
LOCKED = gettext_noop("The file is locked with a password. Save it without one.")


class UnreadableDocumentError(Exception):
    """Says what is wrong with a file or page, and what to do about it.

    `message` is English, marked with `gettext_noop`, with `%(name)s` for each of the `values`. It
    is translated when it is shown, because the sandbox raises it in a process without translations.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        text = gettext(self.message)
        return text % self.values if self.values else text


@dataclass(frozen=True, slots=True)
class Document:
    """A file's or page's text, with a blank line between paragraphs, and its own metadata.

    `published` is EDTF, `language` a BCP 47 tag, `kind` a CSL item type; "" means unknown.
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
    """The first line that is not blank: the headline when the document names no other."""
    line = next((line for line in text.splitlines() if line.strip()), "")
    return " ".join(line.split())[:MAX_HEADLINE]
