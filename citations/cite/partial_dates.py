"""Dates for formats that cannot express EDTF: never more precise than the date is."""

import re
from itertools import takewhile

from citations.cite.csl import OPEN_ENDS, csl_date
from citations.edtf.parsing import date_in_words, parse_edtf

_W3CDTF = re.compile("[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?")
_DAY_LENGTH = len("2024-02-08")


def w3cdtf_date(text: str) -> str:
    """A year, month or day (W3CDTF), or "" for seasons, ranges and uncertain dates."""
    return text.strip() if _W3CDTF.fullmatch(text.strip()) else ""


def w3cdtf_day(text: str) -> str:
    """The date if it is a single day, or ""."""
    return w3cdtf_date(text) if len(w3cdtf_date(text)) == _DAY_LENGTH else ""


def w3cdtf_or_words(text: str) -> str:
    """The date in W3CDTF, or in English words where that cannot express it."""
    return w3cdtf_date(text) or date_in_words(text)


def certain_year(text: str) -> str:
    """The year in which the whole date lies, or "" if it is uncertain. Raises ValueError."""
    edtf = parse_edtf(text) if text.strip() else None
    if not edtf or not edtf.earliest or not edtf.latest:
        return ""
    return str(edtf.earliest.year) if edtf.earliest.year == edtf.latest.year else ""


def certain_parts(text: str) -> list[int]:
    """Year, month and day, as far as both ends of the date agree. Raises ValueError."""
    if set(text.split("/")[1:]) & {*OPEN_ENDS}:
        return []
    ends = csl_date(text).get("date-parts", [[]])
    common = takewhile(lambda parts: len(set(parts)) == 1, zip(*ends, strict=False))
    return [parts[0] for parts in common]
