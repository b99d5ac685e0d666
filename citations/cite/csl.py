"""Turns a source into a CSL-JSON item (csl-data.json of CSL 1.0.2), for citeproc and exports."""

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from citations.edtf.parsing import Edtf, parse_edtf

CslItem = dict[str, Any]

# EDTF's codes 21 to 24 are the seasons; 25 to 32 are the same seasons by hemisphere.
_SEASON = re.compile(r"[0-9]{4}-(2[1-9]|3[0-2])[?~%]?")
_FIRST_SEASON, _SEASONS = 21, 4
# How EDTF writes an end of a range that is unknown or open.
OPEN_ENDS = ("", "..")
# The CSL item types of our sources, all kinds of text in which quotations are printed.
SOURCE_KINDS = frozenset(
    "article-journal article-magazine article-newspaper book broadcast document interview post"
    " report speech webpage".split()
)
# Item types that have a publisher instead of a container such as a newspaper.
_WITH_PUBLISHER = frozenset({"book", "report", "document", "speech", "interview"})


@dataclass(frozen=True, slots=True)
class CslName:
    """A name as printed, with its parts where they are known."""

    text: str
    family: str = ""
    given: str = ""


@dataclass(frozen=True, slots=True)
class CslSource:
    """The data of a source that its citation needs.

    `kind` is a CSL item type, `language` a BCP 47 tag; dates are EDTF, "" when unknown.
    """

    id: str
    kind: str
    title: str
    language: str
    authors: tuple[CslName, ...] = ()
    publication: str = ""
    issued: str = ""
    accessed: str = ""
    url: str = ""
    archive_url: str = ""
    issn: str = ""


def csl_item(source: CslSource) -> CslItem:
    """The item without empty fields, but always with a `language`.

    Without one, citeproc treats a title as English and changes its capitals. Raises ValueError if
    a date is not EDTF.
    """
    container = "publisher" if source.kind in _WITH_PUBLISHER else "container-title"
    item: CslItem = {
        "id": source.id,
        "type": source.kind,
        "title": source.title,
        "author": [csl_name(name) for name in source.authors],
        container: source.publication,
        "issued": csl_date(source.issued),
        "accessed": csl_date(source.accessed),
        "URL": source.url or source.archive_url,
        "ISSN": source.issn,
        "language": source.language or "und",
    }
    return {name: value for name, value in item.items() if value}


def csl_name(name: CslName) -> dict[str, str]:
    """A name in parts, or `literal` for an organisation or a name that was not split."""
    if not name.family:
        return {"literal": name.text}
    return {"family": name.family} | ({"given": name.given} if name.given else {})


def csl_date(text: str) -> dict[str, Any]:
    """An EDTF date as a CSL date, or {} if there is none. Raises ValueError.

    A date that is one of several keeps the parts on which all of them agree, because a CSL range
    would mean the whole time between. If not even the year is certain, the result is an
    approximate range from the first year to the last.
    """
    if not text.strip():
        return {}
    edtf = parse_edtf(text)
    date = _season_date(edtf) or _date_parts(edtf)
    return date | ({"circa": True} if edtf.approximate or edtf.uncertain else {}) if date else {}


def _season_date(edtf: Edtf) -> dict[str, Any]:
    match = _SEASON.fullmatch(edtf.text)
    if not match or not edtf.earliest:
        return {}
    season = (int(match[1]) - _FIRST_SEASON) % _SEASONS + 1
    return {"date-parts": [[edtf.earliest.year]], "season": season}


def _date_parts(edtf: Edtf) -> dict[str, Any]:
    if "/" in edtf.text:
        return _range_parts(*edtf.text.split("/"))
    if not edtf.earliest or not edtf.latest:
        return {}
    if common := _common_parts(edtf):
        return {"date-parts": [common]}
    return {"date-parts": [[edtf.earliest.year], [edtf.latest.year]], "circa": True}


def _range_parts(start: str, end: str) -> dict[str, Any]:
    """Both ends with equally many parts, since citeproc cannot print a month to a year.

    A range without an end is given as its start; one without a start is unknown.
    """
    if start in OPEN_ENDS:
        return {}
    known = [parse_edtf(each) for each in (start, end) if each not in OPEN_ENDS]
    ends = [_common_parts(each) or [_first_year(each)] for each in known]
    fewest = min(map(len, ends))
    return {"date-parts": [each[:fewest] for each in ends]}


def _first_year(edtf: Edtf) -> int:
    return edtf.earliest.year if edtf.earliest else 0


def _common_parts(edtf: Edtf) -> list[int]:
    """Year, month and day, as far as the earliest and latest possible day agree."""
    first, last = edtf.earliest, edtf.latest
    if not first or not last:
        return []
    pairs = [(first.year, last.year), (first.month, last.month), (first.day, last.day)]
    return [one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)]
