"""LaTeX: its words as they are set. Nothing is run; every character is looked at once.

Our own, for pylatexenc takes minutes for some files of 100 kB, and only words are wanted here.
"""

import re
import unicodedata
from collections.abc import Iterator

from citations.documents.document import LONGEST_HEADLINE, Reading, first_line

_INDENT = "    "
_TOKEN = re.compile(
    r"(?P<comment>%[^\n]*\n?[ \t]*)"
    r"|\\(?P<name>[A-Za-z]+)\*?[ \t]*"
    r"|\\(?P<sign>.)"
    r"|(?P<option>\[[^\][\n]{0,200}\])"
    r"|(?P<mark>---?|``|''|[`'~{}$&])"
    r"|(?P<words>[^%\\\[`'~{}$&-]+|.)",
    re.DOTALL,
)
_SET = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", "~": "\u00a0", "&": " "}
_SET |= {"$": ""}
_SYMBOLS = {
    "ldots": "…", "dots": "…", "textellipsis": "…", "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı",
    "textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "‘", "textendash": "–",
    "textquoteright": "’", "textemdash": "—", "par": "\n\n", "newline": " ", "glqq": "„",
    "grqq": "“", "flqq": "«", "frqq": "»", "guillemotleft": "«", "guillemotright": "»",
}  # fmt: skip
_ACCENTS = dict(zip("`'^\"~=.cvuHkr", "\u0300\u0301\u0302\u0308\u0303\u0304\u0307\u0327\u030c\u0306"
                    "\u030b\u0328\u030a", strict=True))  # fmt: skip
# What is put around the words in braces; of the unset, nothing of them is set.
_AROUND = {"enquote": ("“", "”"), "textquote": ("“", "”"), "footnote": (" (", ")")}
_INNER = {"“": "‘", "”": "’"}
_HEADINGS = frozenset("title section subsection subsubsection chapter paragraph part".split())
_UNSET = frozenset(
    "cite citep citet parencite textcite autocite footcite label ref pageref eqref index usepackage"
    " documentclass bibliography bibliographystyle includegraphics input include begin end author"
    " date newcommand renewcommand hypersetup vspace hspace thanks pagestyle".split()
)
_TAKEN_OUT = _UNSET | _HEADINGS
_QUOTING = frozenset({"quote", "quotation", "displayquote"})


def read(text: str) -> Reading:
    """The paragraphs, block quotations indented."""
    setter = _Setter()
    for token in _TOKEN.finditer(text):
        setter.take(token)
    words = "\n\n".join(_paragraphs("".join(setter.out)))
    return Reading(text=words, headline=(setter.title or first_line(words))[:LONGEST_HEADLINE])


def _paragraphs(text: str) -> Iterator[str]:
    """Each in one line; the marks of the block quotations become an indent."""
    depth = 0
    for paragraph in re.split(r"\n[ \t]*\n", text):
        depth += paragraph.count(_Setter.OPEN)
        words = " ".join(
            paragraph.replace(_Setter.OPEN, " ").replace(_Setter.CLOSE, " ").split(" ")
        )
        words = " ".join(words.split())
        if words:
            yield f"{_INDENT}{words}" if depth > 0 else words
        depth -= paragraph.count(_Setter.CLOSE)


class _Setter:
    """What is set so far, and what is to follow each brace that is open."""

    OPEN, CLOSE = "\x02", "\x03"

    def __init__(self) -> None:
        self.out: list[str] = []
        self.title = ""
        # For each open brace: what is set behind it, and where it began.
        self.braces: list[tuple[str, int]] = []
        self.name, self.accent = "", ""
        # How many braces are open around what is taken out, and around quotations.
        self.taken_out, self.quoted = 0, 0

    def take(self, token: re.Match[str]) -> None:
        kind, found = token.lastgroup, token[token.lastgroup or 0]
        if kind == "comment":
            return
        if kind == "option":
            if not self.name:
                self.set(found)
            return
        if kind == "mark" and found == "{":
            self.open()
            return
        self.name = ""
        if kind == "mark" and found == "}":
            self.close()
        elif kind == "name":
            self.macro(found)
        elif kind == "sign":
            self.sign(found)
        else:
            self.set(_SET.get(found, found))

    def set(self, words: str) -> None:
        if self.accent and words[:1].isalpha():
            words = unicodedata.normalize("NFC", words[0] + self.accent) + words[1:]
        self.accent = ""
        self.out.append(words)

    def macro(self, name: str) -> None:
        if name in _SYMBOLS:
            self.set(_SYMBOLS[name])
        elif name in _ACCENTS:
            self.accent = _ACCENTS[name]
        elif name == "item":
            self.out.append("\n\n")
        else:
            self.name = name

    def sign(self, sign: str) -> None:
        if sign in _ACCENTS:
            self.accent = _ACCENTS[sign]
        elif sign == "\\" or sign.isspace():
            self.out.append(" ")
        elif sign not in "-/()[]":
            self.set(sign)

    def open(self) -> None:
        # Within what is taken out as a whole nothing is taken out by itself: that is gone through
        # once, however deep it is nested.
        name = self.name if not self.taken_out or self.name not in _TAKEN_OUT else ""
        self.braces.append((name, len(self.out)))
        self.name = ""
        self.taken_out += name in _TAKEN_OUT
        if name in _AROUND:
            self.around(_AROUND[name][0])
            self.quoted += name != "footnote"

    def around(self, mark: str) -> None:
        """Quotations within quotations have the other marks."""
        self.out.append(_INNER.get(mark, mark) if self.quoted % 2 else mark)

    def close(self) -> None:
        if not self.braces:
            return
        name, start = self.braces.pop()
        if name in _AROUND:
            self.quoted -= name != "footnote"
            self.around(_AROUND[name][1])
        if name not in _TAKEN_OUT:
            return
        self.taken_out -= 1
        inner = "".join(self.out[start:])
        del self.out[start:]
        if name in _HEADINGS:
            self.title = self.title or " ".join(inner.split())
            self.out.append(f"\n\n{inner}\n\n")
        elif name in {"begin", "end"}:
            self.environment(name, inner.strip())

    def environment(self, name: str, which: str) -> None:
        if which == "document" and name == "begin":
            title = f"{self.title}\n\n" if self.title else ""
            self.out[:] = [title]  # what stands before is not set
        elif which in _QUOTING:
            self.out.append(f"\n\n{self.OPEN}" if name == "begin" else f"{self.CLOSE}\n\n")
        else:
            self.out.append("\n\n")
