"""Reads LaTeX as the words it prints, in one pass and without running anything.

We wrote our own reader because pylatexenc takes minutes for some files of 100 kB.
"""

import re
import unicodedata
from collections.abc import Iterator

from citations.documents.document import MAX_HEADLINE, Document, first_line

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
_PRINTED_AS = {
    "---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", "~": "\u00a0", "&": " ",
    "$": "",
}  # fmt: skip
_SYMBOLS = {
    "ldots": "…", "dots": "…", "textellipsis": "…", "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı",
    "textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "‘", "textendash": "–",
    "textquoteright": "’", "textemdash": "—", "par": "\n\n", "newline": " ", "glqq": "„",
    "grqq": "“", "flqq": "«", "frqq": "»", "guillemotleft": "«", "guillemotright": "»",
}  # fmt: skip
_ACCENTS = dict(zip("`'^\"~=.cvuHkr", "\u0300\u0301\u0302\u0308\u0303\u0304\u0307\u0327\u030c\u0306"
                    "\u030b\u0328\u030a", strict=True))  # fmt: skip
# Macros that put marks around their argument; of `_NOT_PRINTED`, the argument is not printed.
_MARKS_AROUND = {"enquote": ("“", "”"), "textquote": ("“", "”")}
_INNER = {"“": "‘", "”": "’"}
_HEADINGS = frozenset("title section subsection subsubsection chapter paragraph part".split())
_NOT_PRINTED = frozenset(
    "cite citep citet parencite textcite autocite footcite label ref pageref eqref index usepackage"
    " documentclass bibliography bibliographystyle includegraphics input include begin end author"
    " date newcommand renewcommand hypersetup vspace hspace thanks pagestyle".split()
)
_TAKEN_OUT = _NOT_PRINTED | _HEADINGS | {"footnote"}
_BLOCK_QUOTATIONS = frozenset({"quote", "quotation", "displayquote"})


def read_latex(text: str) -> Document:
    """The paragraphs, with block quotations indented."""
    typesetter = _Typesetter()
    for token in _TOKEN.finditer(text):
        typesetter.add_token(token)
    notes = (f"[^{at}]: {note}" for at, note in enumerate(typesetter.notes, 1))
    words = "\n\n".join([*_paragraphs("".join(typesetter.out)), *notes])
    return Document(text=words, headline=(typesetter.title or first_line(words))[:MAX_HEADLINE])


def _paragraphs(text: str) -> Iterator[str]:
    """Each paragraph on one line; the markers of block quotations become an indent."""
    depth = 0
    for paragraph in re.split(r"\n[ \t]*\n", text):
        depth += paragraph.count(_Typesetter.OPEN)
        words = " ".join(
            paragraph.replace(_Typesetter.OPEN, " ").replace(_Typesetter.CLOSE, " ").split(" ")
        )
        words = " ".join(words.split())
        if words:
            yield f"{_INDENT}{words}" if depth > 0 else words
        depth -= paragraph.count(_Typesetter.CLOSE)


class _Typesetter:
    """The words printed so far, and what each open brace needs when it closes."""

    OPEN, CLOSE = "\x02", "\x03"

    def __init__(self) -> None:
        self.out: list[str] = []
        self.title = ""
        # Footnotes are printed below, so that they do not part the words of a quotation.
        self.notes: list[str] = []
        # For each open brace: the macro it belongs to, and where its output begins.
        self.braces: list[tuple[str, int]] = []
        self.name, self.accent = "", ""
        # How many open braces have an argument to take out, and how many are quotations.
        self.taken_out_depth, self.quotation_depth = 0, 0

    def add_token(self, token: re.Match[str]) -> None:
        kind, found = token.lastgroup, token[token.lastgroup or 0]
        if kind == "comment":
            return
        if kind == "option":
            if not self.name:
                self.add_words(found)
            return
        if kind == "mark" and found == "{":
            self.open_brace()
            return
        self.name = ""
        if kind == "mark" and found == "}":
            self.close_brace()
        elif kind == "name":
            self.add_macro(found)
        elif kind == "sign":
            self.add_sign(found)
        else:
            self.add_words(_PRINTED_AS.get(found, found))

    def add_words(self, words: str) -> None:
        if self.accent and words[:1].isalpha():
            words = unicodedata.normalize("NFC", words[0] + self.accent) + words[1:]
        self.accent = ""
        self.out.append(words)

    def add_macro(self, name: str) -> None:
        if name in _SYMBOLS:
            self.add_words(_SYMBOLS[name])
        elif name in _ACCENTS:
            self.accent = _ACCENTS[name]
        elif name == "item":
            self.out.append("\n\n")
        else:
            self.name = name

    def add_sign(self, sign: str) -> None:
        if sign in _ACCENTS:
            self.accent = _ACCENTS[sign]
        elif sign == "\\" or sign.isspace():
            self.out.append(" ")
        elif sign not in "-/()[]":
            self.add_words(sign)

    def open_brace(self) -> None:
        # Inside an argument that is taken out, nothing is taken out separately: each character is
        # handled once, however deep the nesting.
        name = self.name if not self.taken_out_depth or self.name not in _TAKEN_OUT else ""
        self.braces.append((name, len(self.out)))
        self.name = ""
        self.taken_out_depth += name in _TAKEN_OUT and name != "footnote"
        if name in _MARKS_AROUND:
            self.add_mark(_MARKS_AROUND[name][0])
            self.quotation_depth += 1

    def add_mark(self, mark: str) -> None:
        """Add a quotation mark; quotations inside quotations get the inner marks."""
        self.out.append(_INNER.get(mark, mark) if self.quotation_depth % 2 else mark)

    def close_brace(self) -> None:
        if not self.braces:
            return
        name, start = self.braces.pop()
        if name in _MARKS_AROUND:
            self.quotation_depth -= 1
            self.add_mark(_MARKS_AROUND[name][1])
        if name not in _TAKEN_OUT:
            return
        self.taken_out_depth -= name != "footnote"
        inner = "".join(self.out[start:])
        del self.out[start:]
        if name in _HEADINGS:
            self.title = self.title or " ".join(inner.split())
            self.out.append(f"\n\n{inner}\n\n")
        elif name == "footnote":
            self.notes.append(" ".join(inner.split()))
            self.out.append(f"[^{len(self.notes)}]")
        elif name in {"begin", "end"}:
            self.add_environment_edge(name, inner.strip())

    def add_environment_edge(self, name: str, which: str) -> None:
        if which == "document" and name == "begin":
            title = f"{self.title}\n\n" if self.title else ""
            self.out[:] = [title]  # the preamble is not printed
        elif which in _BLOCK_QUOTATIONS:
            self.out.append(f"\n\n{self.OPEN}" if name == "begin" else f"{self.CLOSE}\n\n")
        else:
            self.out.append("\n\n")
