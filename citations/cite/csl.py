"""From a source to a CSL-JSON item (citeproc's csl-data.json, CSL 1.0.2): the one such mapping."""

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from citations.edtf.parsing import Edtf, parse_edtf

CslItem = dict[str, Any]

# EDTF's seasons as CSL numbers them; those of a hemisphere are the same seasons.
_SEASON = re.compile(r"[0-9]{4}-(2[1-9]|3[0-2])[?~%]?")
_SEASONS_A_YEAR = 4
# How EDTF writes an end of a range that is open or not known.
OPEN_ENDS = ("", "..")
# The item types of our sources: those of CSL 1.0.2 in which quotations are printed.
SOURCE_KINDS = frozenset(
    "article-journal article-magazine article-newspaper book broadcast document interview post"
    " report speech webpage".split()
)
# Item types with which no publisher's container is printed, but a publisher.
_WITH_PUBLISHER = frozenset({"book", "report", "document", "speech", "interview"})


@dataclass(frozen=True, slots=True)
class CslName:
    """A name as printed; in parts where it is known which are which, in whatever order."""

    text: str
    family: str = ""
    given: str = ""


@dataclass(frozen=True, slots=True)
class CslSource:
    """What a citation says of an article. Dates are EDTF, "" where unknown.

    `kind` is a CSL item type, `language` a BCP 47 tag.
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
    """The item: every field that says something, `language` always.

    Without it citeproc takes a title for English, and changes its capitals. Raises ValueError where
    a date is no EDTF.
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
    """Parts where there are any, else literal: an organisation, or a name nobody took apart."""
    if not name.family:
        return {"literal": name.text}
    return {"family": name.family} | ({"given": name.given} if name.given else {})


def csl_date(text: str) -> dict[str, Any]:
    """An EDTF date as a CSL date; empty for none.

    A date that is one of several is given as far as all of them agree, for a range would say that
    it took all that time; only where not even the year is known, as about from the first to the
    last. Raises ValueError.
    """
    if not text.strip():
        return {}
    edtf = parse_edtf(text)
    found = _season_date(edtf) or _dated_parts(edtf)
    return found | ({"circa": True} if edtf.approximate or edtf.uncertain else {}) if found else {}


def _season_date(edtf: Edtf) -> dict[str, Any]:
    match = _SEASON.fullmatch(edtf.text)
    if not match or not edtf.earliest:
        return {}
    season = (int(match[1]) - 21) % _SEASONS_A_YEAR + 1
    return {"date-parts": [[edtf.earliest.year]], "season": season}


def _dated_parts(edtf: Edtf) -> dict[str, Any]:
    if "/" in edtf.text:
        return _range_parts(*edtf.text.split("/"))
    if not edtf.earliest or not edtf.latest:
        return {}
    if agreed := _parts_in_common(edtf):
        return {"date-parts": [agreed]}
    return {"date-parts": [[edtf.earliest.year], [edtf.latest.year]], "circa": True}


def _range_parts(start: str, end: str) -> dict[str, Any]:
    """Both ends, as far as both are known: citeproc takes no month to a year.

    Without an end it is its start; without a start nothing is known.
    """
    if start in OPEN_ENDS:
        return {}
    known = [parse_edtf(each) for each in (start, end) if each not in OPEN_ENDS]
    ends = [_parts_in_common(each) or [_first_year(each)] for each in known]
    least = min(map(len, ends))
    return {"date-parts": [each[:least] for each in ends]}


def _first_year(edtf: Edtf) -> int:
    """The first year that it may mean."""
    return edtf.earliest.year if edtf.earliest else 0


def _parts_in_common(edtf: Edtf) -> list[int]:
    """Year, month and day, as far as the first and the last day that it may mean agree."""
    first, last = edtf.earliest, edtf.latest
    if not first or not last:
        return []
    parts = [(first.year, last.year), (first.month, last.month), (first.day, last.day)]
    return [one for one, _ in takewhile(lambda pair: pair[0] == pair[1], parts)]
