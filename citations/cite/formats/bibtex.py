"""BibTeX and BibLaTeX. In them a brace opens a group, and a backslash a command.

Words with two capitals are protected by braces, for styles lower the rest; an organisation is one
braced name; an address is never escaped, which would break it, but what could end its braces is
percent-encoded (RFC 3986).
"""

import re
from collections.abc import Iterable, Iterator

from citations.cite.cited_quote import CitedQuote, one_line
from citations.cite.csl import CslName, csl_date
from citations.cite.partial_dates import certain_parts

TYPES = {"article-newspaper": "article", "article-magazine": "article",
         "article-journal": "article", "book": "book", "report": "techreport"}  # fmt: skip
# BibLaTeX knows a page of the web, and what is heard.
BIBLATEX_TYPES = TYPES | {"webpage": "online", "post": "online", "report": "report"}
OTHER_TYPE = "misc"
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
CONTAINERS = {"article": "journal", "book": "publisher", "techreport": "institution",
              "report": "institution", "online": "organization"}  # fmt: skip

# Braces by name: BibTeX counts them, whatever stands before.
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def write_bibtex(quotes: Iterable[CitedQuote]) -> str:
    """One entry for each quote, named by its key; the quotation is its note."""
    return "\n".join(_entry(quoted, TYPES, _bibtex_dates(quoted)) for quoted in quotes)


def write_biblatex(quotes: Iterable[CitedQuote]) -> str:
    """The same with BibLaTeX's types and its dates (ISO 8601-2)."""
    return "\n".join(_entry(quoted, BIBLATEX_TYPES, _biblatex_date(quoted)) for quoted in quotes)


def _entry(quoted: CitedQuote, types: dict[str, str], dates: dict[str, str]) -> str:
    kind = types.get(quoted.source.kind, OTHER_TYPE)
    fields = {name: f"{{{value}}}" for name, value in _fields(quoted, kind) if value} | dates
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items())
    return f"@{kind}{{{quoted.key},\n{lines}}}\n"


def _fields(quoted: CitedQuote, kind: str) -> Iterator[tuple[str, str]]:
    source = quoted.source
    yield "author", " and ".join(map(bibtex_author, source.authors))
    yield "title", protect_capitals(source.title)
    yield CONTAINERS.get(kind, "howpublished"), escape_tex(source.publication)
    yield "url", escape_url(source.url)
    yield "language", escape_tex(source.language)
    yield "issn", escape_tex(source.issn)
    yield "note", escape_tex(quoted.in_words)


def bibtex_author(name: CslName) -> str:
    if not name.family:
        return f"{{{escape_tex(name.text)}}}"
    return f"{_name_part(name.family)}, {_name_part(name.given)}".removesuffix(", ")


def _name_part(text: str) -> str:
    """A part of a name; braced where a comma or an `and` in it would part it again."""
    made = escape_tex(text)
    return f"{{{made}}}" if "," in made or re.search(r"\band\b", made, re.IGNORECASE) else made


def escape_tex(text: str) -> str:
    return "".join(_SPECIAL.get(character, character) for character in one_line(text))


def protect_capitals(text: str) -> str:
    """Escaped, with braces around each word that has two capitals: NHK, McArthur."""
    words = (escape_tex(word) for word in one_line(text).split(" "))
    return " ".join(f"{{{word}}}" if _count_capitals(word) > 1 else word for word in words)


def _count_capitals(text: str) -> int:
    return sum(map(str.isupper, text))


def escape_url(url: str) -> str:
    for character in "{}\\ ":
        url = url.replace(character, f"%{ord(character):02X}")
    return one_line(url)


def _bibtex_dates(quoted: CitedQuote) -> dict[str, str]:
    parts = certain_parts(quoted.source.issued)
    if not parts:
        return {}
    month = {"month": MONTHS[parts[1] - 1]} if len(parts) > 1 else {}
    return {"year": f"{{{parts[0]:04}}}"} | month


def _biblatex_date(quoted: CitedQuote) -> dict[str, str]:
    found = csl_date(quoted.source.issued)
    ends = ["-".join(f"{n:02}" if at else f"{n:04}" for at, n in enumerate(end))
            for end in found.get("date-parts", [])]  # fmt: skip
    circa = "~" if found.get("circa") else ""
    return {"date": f"{{{'/'.join(end + circa for end in ends)}}}"} if ends else {}
