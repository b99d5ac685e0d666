"""One date of EDTF: a day, month, season or year, with unspecified digits and qualifiers.

Qualifiers and unspecified digits inside a date are left to the `edtf` package.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
# The months are those of the `edtf` package; winter is the December of its year.
_SEASONS = {
    21: ("spring", 3, 5),
    22: ("summer", 6, 8),
    23: ("autumn", 9, 11),
    24: ("winter", 12, 12),
    25: ("northern spring", 3, 5),
    26: ("northern summer", 6, 8),
    27: ("northern autumn", 9, 11),
    28: ("northern winter", 12, 12),
    29: ("southern spring", 9, 11),
    30: ("southern summer", 12, 12),
    31: ("southern autumn", 3, 5),
    32: ("southern winter", 6, 8),
    33: ("the first quarter of", 1, 3),
    34: ("the second quarter of", 4, 6),
    35: ("the third quarter of", 7, 9),
    36: ("the last quarter of", 10, 12),
    37: ("the first third of", 1, 4),
    38: ("the second third of", 5, 8),
    39: ("the last third of", 9, 12),
    40: ("the first half of", 1, 6),
    41: ("the second half of", 7, 12),
}
_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")
_UNSPECIFIED_YEAR = re.compile(r"(?=.{4}[?~%]?$)([0-9]{1,3})(X{1,3})([?~%]?)")
_UNSPECIFIED_PART = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?((?:-XX){1,2})([?~%]?)")
_QUALIFIED_YEAR = re.compile(r"[?~%][0-9]{4}")
_QUALIFIED_INSIDE = re.compile(r"[0-9X?~%]{4,6}(?:-[0-9X?~%]{2,4}){0,2}")
_DECADE = 10

Bounds = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date in EDTF: as entered, as the days it may mean, and in words.

    `earliest` and `latest` are the bounds, both included; None where that side is open.
    """

    text: str
    earliest: date | None
    latest: date | None
    approximate: bool
    uncertain: bool
    words: str


class UnreadableError(Exception):
    """The text is no date. Its message is what is wrong and the way out, or empty."""


def read_date(text: str) -> Edtf:
    """One date, neither an interval nor a set. Raises UnreadableError."""
    plain = _PLAIN.fullmatch(text)
    return _read_plain(text, plain) if plain else _read_rarer(text)


def _read_rarer(text: str) -> Edtf:
    if match := _UNSPECIFIED_YEAR.fullmatch(text):
        return _read_unspecified_year(text, match)
    if match := _UNSPECIFIED_PART.fullmatch(text):
        return _read_unspecified_part(text, match)
    if _QUALIFIED_YEAR.fullmatch(text):
        return replace(read_date(text[1:] + text[0]), text=text)
    if _QUALIFIED_INSIDE.fullmatch(text):
        return _read_with_package(text)
    if "T" in text and _PLAIN.fullmatch(text.partition("T")[0]):
        raise UnreadableError("The time of day is not kept: leave it out.")
    if text.startswith(("-", "Y")):
        raise UnreadableError("Only the years 0001 to 9999 are kept.")
    raise UnreadableError("")


def _read_plain(text: str, match: re.Match[str]) -> Edtf:
    year, month, day = (int(part) if part else None for part in match.group(1, 2, 3))
    bounds, words = _plain_bounds(year or 0, month, day)
    qualifier = match[4]
    if qualifier:
        return _qualified(text, bounds, words, qualifier)
    return Edtf(text, *bounds, approximate=False, uncertain=False, words=words)


def _plain_bounds(year: int, month: int | None, day: int | None) -> tuple[Bounds, str]:
    if month is None:
        return (_year(year), _year(year).replace(month=12, day=31)), str(year)
    if day is None and month in _SEASONS:
        name, first, last = _SEASONS[month]
        return (_month(year, first)[0], _month(year, last)[1]), f"{name} {year}"
    if day is None:
        return _month(year, month), f"{_MONTHS[month - 1]} {year}"
    return _day(year, month, day), f"{day} {_MONTHS[month - 1]} {year}"


def _read_unspecified_year(text: str, match: re.Match[str]) -> Edtf:
    known, unknown, qualifier = match.groups()
    size = _DECADE ** len(unknown)
    first, last = _year(int(known) * size), _year(int(known) * size + size - 1)
    decade = size == _DECADE
    words = f"{first.year}s" if decade else f"between {first.year} and {last.year}"
    return _qualified(text, (first, last.replace(month=12, day=31)), words, qualifier)


def _read_unspecified_part(text: str, match: re.Match[str]) -> Edtf:
    year, month, unknown, qualifier = match.groups()
    if month and len(unknown) > len("-XX"):
        raise UnreadableError("")
    bounds, words = _plain_bounds(int(year), int(month) if month else None, None)
    if month and int(month) > len(_MONTHS):
        raise UnreadableError("A season has no days.")
    what = "day" if month else "month" if unknown == "-XX" else "month and day"
    return _qualified(text, bounds, f"{words} ({what} not known)", qualifier)


def _read_with_package(text: str) -> Edtf:
    words = plain = re.sub("[?~%]", "", text)
    if plain == text and "X" not in text:
        raise UnreadableError("")
    if "X" not in plain:
        words = read_date(plain).words
    approximate, uncertain = "~" in text or "%" in text, "?" in text or "%" in text
    doubts = ["approximate"] * approximate + ["uncertain"] * uncertain
    if doubts:
        words = f"{words} (in part {' and '.join(doubts)})"
    return Edtf(text, *_package_bounds(text), approximate, uncertain, words)


def _package_bounds(text: str) -> Bounds:
    # Imported late: it takes 120 ms, and few texts need it.
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        found = parse_edtf(text)
        return date(*found.lower_strict()[:3]), date(*found.upper_strict()[:3])
    except (
        EDTFParseException,
        ArithmeticError,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
    ):
        raise UnreadableError("") from None


def _qualified(text: str, bounds: Bounds, words: str, qualifier: str) -> Edtf:
    approximate, uncertain = qualifier in {"~", "%"}, qualifier in {"?", "%"}
    if approximate:
        words = f"about {words}"
    if uncertain:
        words = f"{words} (uncertain)"
    return Edtf(text, *bounds, approximate, uncertain, words)


def _year(year: int) -> date:
    if not year:
        raise UnreadableError("Only the years 0001 to 9999 are kept.")
    return date(year, 1, 1)


def _month(year: int, month: int) -> Bounds:
    if not 1 <= month <= len(_MONTHS):
        raise UnreadableError(f"There is no month {month:02}.")
    first = _year(year).replace(month=month)
    return first, first.replace(day=monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> Bounds:
    first, last = _month(year, month)
    if not 1 <= day <= last.day:
        raise UnreadableError(f"{_MONTHS[month - 1]} {year} has no day {day:02}.")
    return first.replace(day=day), first.replace(day=day)
