"""One date of EDTF: a day, month, season or year, with unspecified digits and qualifiers.

The `edtf` package reads qualifiers and unspecified digits inside a date.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from citations.text.translation import gettext, gettext_noop

_MONTHS = (
    gettext_noop("January"),
    gettext_noop("February"),
    gettext_noop("March"),
    gettext_noop("April"),
    gettext_noop("May"),
    gettext_noop("June"),
    gettext_noop("July"),
    gettext_noop("August"),
    gettext_noop("September"),
    gettext_noop("October"),
    gettext_noop("November"),
    gettext_noop("December"),
)
# In words, from the first month to the last. The months are those of the `edtf` package; winter is
# the December of its year.
_SEASONS = {
    21: (gettext_noop("spring %(year)s"), 3, 5),
    22: (gettext_noop("summer %(year)s"), 6, 8),
    23: (gettext_noop("autumn %(year)s"), 9, 11),
    24: (gettext_noop("winter %(year)s"), 12, 12),
    25: (gettext_noop("northern spring %(year)s"), 3, 5),
    26: (gettext_noop("northern summer %(year)s"), 6, 8),
    27: (gettext_noop("northern autumn %(year)s"), 9, 11),
    28: (gettext_noop("northern winter %(year)s"), 12, 12),
    29: (gettext_noop("southern spring %(year)s"), 9, 11),
    30: (gettext_noop("southern summer %(year)s"), 12, 12),
    31: (gettext_noop("southern autumn %(year)s"), 3, 5),
    32: (gettext_noop("southern winter %(year)s"), 6, 8),
    33: (gettext_noop("the first quarter of %(year)s"), 1, 3),
    34: (gettext_noop("the second quarter of %(year)s"), 4, 6),
    35: (gettext_noop("the third quarter of %(year)s"), 7, 9),
    36: (gettext_noop("the last quarter of %(year)s"), 10, 12),
    37: (gettext_noop("the first third of %(year)s"), 1, 4),
    38: (gettext_noop("the second third of %(year)s"), 5, 8),
    39: (gettext_noop("the last third of %(year)s"), 9, 12),
    40: (gettext_noop("the first half of %(year)s"), 1, 6),
    41: (gettext_noop("the second half of %(year)s"), 7, 12),
}
_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")
_UNSPECIFIED_YEAR = re.compile(r"(?=.{4}[?~%]?$)([0-9]{1,3})(X{1,3})([?~%]?)")
_UNSPECIFIED_PART = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?((?:-XX){1,2})([?~%]?)")
_QUALIFIED_YEAR = re.compile(r"[?~%][0-9]{4}")
_QUALIFIED_INSIDE = re.compile(r"[0-9X?~%]{4,6}(?:-[0-9X?~%]{2,4}){0,2}")
_DECADE = 10

Bounds = tuple[date, date]
Words = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date in EDTF: as entered, and as the days it may mean.

    `earliest` and `latest` are inclusive bounds; None means that side is open. `in_words` gives
    the date in the reader's language. It is a function because dates are cached.
    """

    text: str
    earliest: date | None
    latest: date | None
    approximate: bool
    uncertain: bool
    in_words: Words = field(compare=False, repr=False)

    @property
    def words(self) -> str:
        return self.in_words()


class UnreadableDateError(Exception):
    """The text is not a date. Its message, which may be empty, says what to change."""


def read_date(text: str) -> Edtf:
    """Read one date, not an interval or a set. Raises UnreadableDateError."""
    plain = _PLAIN.fullmatch(text)
    return _read_plain(text, plain) if plain else _read_rare_form(text)


def phrase(message: str, **values: object) -> Words:
    """The message in the reader's language; its values may be phrases themselves."""

    def words() -> str:
        shown = {name: each() if callable(each) else each for name, each in values.items()}
        return gettext(message) % shown

    return words


def _read_rare_form(text: str) -> Edtf:
    if match := _UNSPECIFIED_YEAR.fullmatch(text):
        return _read_unspecified_year(text, match)
    if match := _UNSPECIFIED_PART.fullmatch(text):
        return _read_unspecified_part(text, match)
    if _QUALIFIED_YEAR.fullmatch(text):
        return replace(read_date(text[1:] + text[0]), text=text)
    if _QUALIFIED_INSIDE.fullmatch(text):
        return _read_with_package(text)
    if "T" in text and _PLAIN.fullmatch(text.partition("T")[0]):
        raise UnreadableDateError(gettext("Leave out the time of day."))
    if text.startswith(("-", "Y")):
        raise UnreadableDateError(_only_these_years())
    raise UnreadableDateError("")


def _read_plain(text: str, match: re.Match[str]) -> Edtf:
    year, month, day = (int(part) if part else None for part in match.group(1, 2, 3))
    bounds, words = _plain_bounds(year or 0, month, day)
    qualifier = match[4]
    if qualifier:
        return _qualify(text, bounds, words, qualifier)
    return Edtf(text, *bounds, approximate=False, uncertain=False, in_words=words)


def _plain_bounds(year: int, month: int | None, day: int | None) -> tuple[Bounds, Words]:
    if month is None:
        return (_year(year), _year(year).replace(month=12, day=31)), partial(str, year)
    if day is None and month in _SEASONS:
        message, first, last = _SEASONS[month]
        return (_month(year, first)[0], _month(year, last)[1]), phrase(message, year=year)
    if day is None:
        bounds = _month(year, month)
        message = gettext_noop("%(month)s %(year)s")
        return bounds, phrase(message, month=phrase(_MONTHS[month - 1]), year=year)
    bounds = _day(year, month, day)
    message = gettext_noop("%(day)s %(month)s %(year)s")
    return bounds, phrase(message, day=day, month=phrase(_MONTHS[month - 1]), year=year)


def _read_unspecified_year(text: str, match: re.Match[str]) -> Edtf:
    known, unknown, qualifier = match.groups()
    size = _DECADE ** len(unknown)
    first, last = _year(int(known) * size), _year(int(known) * size + size - 1)
    if size == _DECADE:
        words = phrase(gettext_noop("%(year)ss"), year=first.year)
    else:
        message = gettext_noop("between %(first)s and %(last)s")
        words = phrase(message, first=first.year, last=last.year)
    return _qualify(text, (first, last.replace(month=12, day=31)), words, qualifier)


def _read_unspecified_part(text: str, match: re.Match[str]) -> Edtf:
    year, month, unknown, qualifier = match.groups()
    if month and len(unknown) > len("-XX"):
        raise UnreadableDateError("")
    bounds, words = _plain_bounds(int(year), int(month) if month else None, None)
    if month and int(month) > len(_MONTHS):
        raise UnreadableDateError(gettext("A season has no days."))
    if month:
        message = gettext_noop("%(date)s (day not known)")
    elif unknown == "-XX":
        message = gettext_noop("%(date)s (month not known)")
    else:
        message = gettext_noop("%(date)s (month and day not known)")
    return _qualify(text, bounds, phrase(message, date=words), qualifier)


def _read_with_package(text: str) -> Edtf:
    plain = re.sub("[?~%]", "", text)
    if plain == text and "X" not in text:
        raise UnreadableDateError("")
    words = partial(str, plain) if "X" in plain else read_date(plain).in_words
    approximate, uncertain = "~" in text or "%" in text, "?" in text or "%" in text
    if approximate and uncertain:
        words = phrase(gettext_noop("%(date)s (in part approximate and uncertain)"), date=words)
    elif approximate:
        words = phrase(gettext_noop("%(date)s (in part approximate)"), date=words)
    elif uncertain:
        words = phrase(gettext_noop("%(date)s (in part uncertain)"), date=words)
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
        raise UnreadableDateError("") from None


def _qualify(text: str, bounds: Bounds, words: Words, qualifier: str) -> Edtf:
    approximate, uncertain = qualifier in {"~", "%"}, qualifier in {"?", "%"}
    if approximate:
        words = phrase(gettext_noop("about %(date)s"), date=words)
    if uncertain:
        words = phrase(gettext_noop("%(date)s (uncertain)"), date=words)
    return Edtf(text, *bounds, approximate, uncertain, words)


def _year(year: int) -> date:
    if not year:
        raise UnreadableDateError(_only_these_years())
    return date(year, 1, 1)


def _only_these_years() -> str:
    return gettext("Only the years 0001 to 9999 are supported.")


def _month(year: int, month: int) -> Bounds:
    if not 1 <= month <= len(_MONTHS):
        raise UnreadableDateError(gettext("There is no month %(month)02d.") % {"month": month})
    first = _year(year).replace(month=month)
    return first, first.replace(day=monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> Bounds:
    first, last = _month(year, month)
    if not 1 <= day <= last.day:
        values = {"month": gettext(_MONTHS[month - 1]), "year": year, "day": day}
        raise UnreadableDateError(gettext("%(month)s %(year)s has no day %(day)02d.") % values)
    return first.replace(day=day), first.replace(day=day)
