"""Plain text: taken as it is, but for the ends of its lines."""

import codecs
import re

from citations.documents.document import Reading, UnreadableError, first_line

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
# Those of the WHATWG's Encoding Standard that Python has, and UTF-32; others are no encodings of
# pages, or rewrite what they read.
_KNOWN = frozenset(
    "ascii big5 big5hkscs cp866 cp874 cp932 cp949 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256"
    " cp1257 cp1258 euc_jp euc_kr gb18030 gb2312 gbk iso2022_jp iso8859-1 iso8859-2 iso8859-3"
    " iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14"
    " iso8859-15 iso8859-16 koi8-r koi8-u mac-cyrillic mac-roman shift_jis utf-8 utf-8-sig utf-16"
    " utf-16-be utf-16-le utf-32".split()
)
# What pages that call themselves Latin-1 are in: the Encoding Standard reads them so.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}


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
        known = codecs.lookup(name).name
        return data.decode(_MEANT.get(known, known)) if known in _KNOWN else None
    except (UnicodeError, LookupError, ValueError):
        return None
