"""Reads plain text, and decodes the bytes of text files and pages."""

import codecs
import re

from citations.documents.document import Document, UnreadableDocumentError, first_line
from citations.text.translation import gettext_noop

NOT_TEXT = gettext_noop("The file is not text.")
UNKNOWN_ENCODING = gettext_noop(
    "The file is not encoded in UTF-8. Save it as UTF-8, or name its encoding."
)

# The encoding that an HTML or XML page declares in its first 1,024 bytes (HTML Standard).
_DECLARED_CHARSET = re.compile(
    rb"""<(?:meta[^>]*?charset|\?xml[^>]*?encoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE
)
_HEAD = 1024
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# The encodings of the WHATWG's Encoding Standard that Python has, and UTF-32. Python's other codecs
# are not encodings of pages, or transform what they decode.
_SUPPORTED = frozenset(
    "ascii big5 big5hkscs cp866 cp874 cp932 cp949 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256"
    " cp1257 cp1258 euc_jp euc_kr gb18030 gb2312 gbk iso2022_jp iso8859-1 iso8859-2 iso8859-3"
    " iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14"
    " iso8859-15 iso8859-16 koi8-r koi8-u mac-cyrillic mac-roman shift_jis utf-8 utf-8-sig utf-16"
    " utf-16-be utf-16-le utf-32".split()
)
# The Encoding Standard decodes pages that declare Latin-1 or ASCII as Windows-1252.
_REPLACED_BY = {"iso8859-1": "cp1252", "ascii": "cp1252"}


def read_plain_text(text: str) -> Document:
    return Document(text=text, headline=first_line(text))


def decode_text(data: bytes, charset: str = "") -> str:
    """Decode by byte order mark, `charset`, the page's own declaration, or UTF-8, in this order.

    Line ends become line feeds. Nothing is replaced, dropped or guessed: a wrong guess would print
    other words. Raises `UnreadableDocumentError` if no encoding fits all bytes.
    """
    declared = _DECLARED_CHARSET.search(data[:_HEAD])
    mark = next((name for mark, name in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), "")
    names = [mark, charset, declared[1].decode("ascii") if declared else "", "utf-8"]
    for name in filter(None, names):
        if (text := _decode_as(data, name)) is not None:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    if b"\0" in data:
        raise UnreadableDocumentError(NOT_TEXT)
    raise UnreadableDocumentError(UNKNOWN_ENCODING)


def _decode_as(data: bytes, name: str) -> str | None:
    try:
        known = codecs.lookup(name).name
        return data.decode(_REPLACED_BY.get(known, known)) if known in _SUPPORTED else None
    except (UnicodeError, LookupError, ValueError):
        return None
