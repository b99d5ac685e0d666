"""Writes BibTeX and BibLaTeX.

Braces protect words with two capitals, since styles change the case of the rest, and keep an
organisation's name in one piece. Escaping would break an address, so characters that could end its
braces are percent-encoded (RFC 3986).
"""

import re
from collections.abc import Iterable, Iterator

from citations.cite.cited_quote import CitedQuote, one_line
from citations.cite.csl import CslName, csl_date
from citations.cite.partial_dates import certain_parts

TYPES = {"article-newspaper": "article", "article-magazine": "article",
         "article-journal": "article", "book": "book", "report": "techreport"}  # fmt: skip
# BibLaTeX also has types for web pages and reports.
BIBLATEX_TYPES = TYPES | {"webpage": "online", "post": "online", "report": "report"}
OTHER_TYPE = "misc"
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
CONTAINERS = {"article": "journal", "book": "publisher", "techreport": "institution",
              "report": "institution", "online": "organization"}  # fmt: skip

# Braces are written by name, because BibTeX counts even escaped ones.
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def write_bibtex(quotes: Iterable[CitedQuote]) -> str:
    """One entry per quote under the quote's key, with the quotation as a note."""
    return "\n".join(_entry(quote, TYPES, _bibtex_dates(quote)) for quote in quotes)


def write_biblatex(quotes: Iterable[CitedQuote]) -> str:
    """The same with BibLaTeX's types and dates (ISO 8601-2)."""
    return "\n".join(_entry(quote, BIBLATEX_TYPES, _biblatex_date(quote)) for quote in quotes)


def _entry(quote: CitedQuote, types: dict[str, str], dates: dict[str, str]) -> str:
    kind = types.get(quote.source.kind, OTHER_TYPE)
    fields = {name: f"{{{value}}}" for name, value in _fields(quote, kind) if value} | dates
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items())
    return f"@{kind}{{{quote.key},\n{lines}}}\n"


def _fields(quote: CitedQuote, kind: str) -> Iterator[tuple[str, str]]:
    source = quote.source
    yield "author", " and ".join(map(bibtex_author, source.authors))
    yield "title", protect_capitals(source.title)
    yield CONTAINERS.get(kind, "howpublished"), escape_tex(source.publication)
    yield "url", escape_url(source.url)
    yield "language", escape_tex(source.language)
    yield "issn", escape_tex(source.issn)
    yield "note", escape_tex(quote.note)


def bibtex_author(name: CslName) -> str:
    if not name.family:
        return f"{{{escape_tex(name.text)}}}"
    return f"{_name_part(name.family)}, {_name_part(name.given)}".removesuffix(", ")


def _name_part(text: str) -> str:
    """A part of a name, in braces if a comma or `and` inside it would split it."""
    escaped = escape_tex(text)
    has_separator = "," in escaped or re.search(r"\band\b", escaped, re.IGNORECASE)
    return f"{{{escaped}}}" if has_separator else escaped


def escape_tex(text: str) -> str:
    return "".join(_SPECIAL.get(character, character) for character in one_line(text))


def protect_capitals(text: str) -> str:
    """Escape the text and put braces around each word with two capitals: NHK, McArthur."""
    words = (escape_tex(word) for word in one_line(text).split(" "))
    return " ".join(f"{{{word}}}" if _count_capitals(word) > 1 else word for word in words)


def _count_capitals(text: str) -> int:
    return sum(map(str.isupper, text))


def escape_url(url: str) -> str:
    for character in "{}\\ ":
        url = url.replace(character, f"%{ord(character):02X}")
    return one_line(url)


def _bibtex_dates(quote: CitedQuote) -> dict[str, str]:
    parts = certain_parts(quote.source.issued)
    if not parts:
        return {}
    month = {"month": MONTHS[parts[1] - 1]} if len(parts) > 1 else {}
    return {"year": f"{{{parts[0]:04}}}"} | month


def _biblatex_date(quote: CitedQuote) -> dict[str, str]:
    date = csl_date(quote.source.issued)
    ends = ["-".join(f"{n:02}" if at else f"{n:04}" for at, n in enumerate(end))
            for end in date.get("date-parts", [])]  # fmt: skip
    circa = "~" if date.get("circa") else ""
    return {"date": f"{{{'/'.join(end + circa for end in ends)}}}"} if ends else {}
