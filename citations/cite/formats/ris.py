"""Writes RIS, as reference managers read it: one tag and value per line, ended by CR LF.

Line ends are removed from values, so that no value can start a tag. In `AU` the family name is
what precedes the first comma, so an organisation gets a comma after its name and none inside it.
"""

from collections.abc import Iterable, Iterator

from citations.cite.cited_quote import CitedQuote, one_line
from citations.cite.csl import CslName, CslSource
from citations.cite.partial_dates import certain_parts

TYPES = {
    "article-newspaper": "NEWS",
    "article-magazine": "MGZN",
    "article-journal": "JOUR",
    "webpage": "ELEC",
    "post": "BLOG",
    "broadcast": "MPCT",
    "speech": "HEAR",
    "interview": "PCOMM",
    "report": "RPRT",
    "book": "BOOK",
}
OTHER_TYPE = "GEN"


def write_ris(quotes: Iterable[CitedQuote]) -> str:
    """One record per quote: its source, with the quotation as a note."""
    return "".join(f"{tag}  - {one_line(value)}\r\n" for q in quotes for tag, value in _lines(q))


def _lines(quote: CitedQuote) -> Iterator[tuple[str, str]]:
    source = quote.source
    yield "TY", TYPES.get(source.kind, OTHER_TYPE)
    yield "TI", source.title
    yield from (("AU", ris_author(name)) for name in source.authors)
    container = "PB" if source.kind in ("book", "report", "document") else "T2"
    values = {
        container: source.publication,
        **_dates(source),
        "UR": source.url,
        "L2": source.archive_url,
        "LA": source.language,
        "SN": source.issn,
        "N1": quote.note,
        "ID": quote.key,
    }
    yield from ((tag, value) for tag, value in values.items() if one_line(value))
    yield "ER", ""


def ris_author(name: CslName) -> str:
    """`Family, Given`, or an organisation with a comma after its name."""
    if not name.family:
        return f"{name.text.replace(',', '')},"
    return f"{name.family}, {name.given}".removesuffix(", ")


def _dates(source: CslSource) -> dict[str, str]:
    """The year, and the date as YYYY/MM/DD with unknown parts left empty."""
    parts = certain_parts(source.issued)
    if not parts:
        return {}
    numbers = [f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])]
    return {"PY": numbers[0], "DA": "/".join([*numbers, "", ""][:3])}
