"""What a format that knows no EDTF is told of a date: never more than the date says."""

import re
from itertools import takewhile

from citations.cite.csl import OPEN_ENDS, csl_date
from citations.edtf.parsing import in_words, parse_edtf

_W3CDTF = re.compile("[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?")
_DAY_LENGTH = len("2024-02-08")


def w3cdtf_date(text: str) -> str:
    """A year, month or day as W3CDTF writes it; "" for seasons, ranges and what is not sure."""
    return text.strip() if _W3CDTF.fullmatch(text.strip()) else ""


def w3cdtf_day(text: str) -> str:
    """The same where it is one day."""
    return w3cdtf_date(text) if len(w3cdtf_date(text)) == _DAY_LENGTH else ""


def w3cdtf_or_words(text: str) -> str:
    """The same, and what it cannot write in English words."""
    return w3cdtf_date(text) or in_words(text)


def certain_year(text: str) -> str:
    """The one year in which all of it lies, "" where that is not sure. Raises ValueError."""
    edtf = parse_edtf(text) if text.strip() else None
    if not edtf or not edtf.earliest or not edtf.latest:
        return ""
    return str(edtf.earliest.year) if edtf.earliest.year == edtf.latest.year else ""


def certain_parts(text: str) -> list[int]:
    """Year, month and day of an EDTF date, as far as both of its ends agree. Raises ValueError."""
    if set(text.split("/")[1:]) & {*OPEN_ENDS}:
        return []
    ends = csl_date(text).get("date-parts", [[]])
    agreed = takewhile(lambda parts: len(set(parts)) == 1, zip(*ends, strict=False))
    return [parts[0] for parts in agreed]
