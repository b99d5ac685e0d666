"""Plain text: taken as it is, but for the ends of its lines."""

import codecs
import re

from citations.intake.readers.found import Reading, UnreadableError, first_line

# As the HTML Standard finds it: within the first 1,024 bytes.
_DECLARED = re.compile(
    rb"""<(?:meta[^>]*?charset|\?xml[^>]*?encoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE
)
_HEAD = 1024
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# What pages that call themselves Latin-1 are in: the Encoding Standard reads them so.
_MEANT = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252"}


def read(text: str) -> Reading:
    return Reading(text=text, headline=first_line(text))


def decoded(data: bytes, charset: str = "") -> str:
    """The bytes as text with plain line ends: by a mark, as told, or as UTF-8.

    Nothing is replaced or left out, and nothing guessed: a wrong guess would print other words.
    Raises UnreadableError where no encoding fits all bytes.
    """
    told = _DECLARED.search(data[:_HEAD])
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "")
    named = [marked, charset, told[1].decode("ascii") if told else "", "utf-8"]
    for name in filter(None, named):
        if (text := _as(data, name)) is not None:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    if b"\0" in data:
        raise UnreadableError("It is no text.")
    raise UnreadableError("Its characters are not UTF-8: save it so, or say what they are.")


def _as(data: bytes, name: str) -> str | None:
    try:
        return data.decode(_MEANT.get(name.lower(), name))
    except (UnicodeDecodeError, LookupError):
        return None
