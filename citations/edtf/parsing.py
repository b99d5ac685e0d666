"""Dates as curators write them: EDTF, the Library of Congress's Extended Date/Time Format (2019).

Read are single dates, intervals (2022-03/2022-09, 2022-03/..) and sets: [one of], {all of}.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from citations.edtf.single_dates import Edtf, UnreadableError, read_date

__all__ = ["EXAMPLES", "LONGEST", "Edtf", "in_words", "parse_edtf"]

LONGEST = 100
EXAMPLES = "2024-02-07, 2024-02, 2024, 1940~ (about), 1957? (uncertain), 2022-03-21/2022-12-31"

_MOST_SHOWN = 40
_DAY_FIRST = re.compile(r"[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{2,4}")


@lru_cache(maxsize=8192)
def parse_edtf(text: str) -> Edtf:
    """The date that the text means. White space around it is dropped.

    Raises ValueError, with a message that says how to write it, where the text is not EDTF, is a
    day that does not exist, lies outside the years 1 to 9999, or is longer than LONGEST.
    """
    entered = text.strip()
    try:
        return _read(entered)
    except UnreadableError as problem:
        raise ValueError(_message(entered, str(problem))) from None


def in_words(text: str) -> str:
    """The date in English words, "" for no date; what is not EDTF comes back as it is."""
    if not text.strip():
        return ""
    try:
        return parse_edtf(text).words
    except ValueError:
        return text


def _message(text: str, problem: str) -> str:
    if not text:
        return f"A date is needed, for example {EXAMPLES}."
    shown = text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
    shown = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in shown)
    reason = f"{problem} Dates" if problem else "Dates"
    return f"“{shown}” is not a date that can be read. {reason} begin with the year: {EXAMPLES}."


def _read(text: str) -> Edtf:
    if len(text) > LONGEST:
        raise UnreadableError(f"It is longer than {LONGEST} characters.")
    if _DAY_FIRST.fullmatch(text):
        raise UnreadableError("It does not say which is the day and which the month.")
    if "/" in text:
        return _read_interval(text)
    if text[:1] + text[-1:] in {"[]", "{}"}:
        return _read_set(text)
    return read_date(text)


def _read_interval(text: str) -> Edtf:
    start, _, end = text.partition("/")
    first = None if start in {"", ".."} else read_date(start)
    last = None if end in {"", ".."} else read_date(end)
    if first and last:
        words = f"{first.words} to {last.words}"
    elif first:
        words = f"from {first.words}" if end else f"from {first.words} (end not known)"
    elif last:
        words = f"until {last.words}" if start else f"until {last.words} (start not known)"
    else:
        raise UnreadableError("Both its ends are open: leave the date empty instead.")
    return _between(text, first, last, words)


def _read_set(text: str) -> Edtf:
    one_of = text[0] == "["
    parts = [part.strip() for part in text[1:-1].split(",")]
    if len(parts) == 1 and ".." not in parts[0]:
        raise UnreadableError("A set has two dates or more: leave the brackets out.")
    if any(part.startswith("..") for part in parts[1:]):
        raise UnreadableError("Only the first of a set may begin with two dots.")
    if any(part.endswith("..") for part in parts[:-1]):
        raise UnreadableError("Only the last of a set may end with two dots.")
    members = [_read_member(part, one_of) for part in parts]
    words = _listed([each.words for each in members], "or" if one_of else "and")
    return _over(text, members, words)


def _read_member(text: str, one_of: bool) -> Edtf:
    if ".." not in text:
        return read_date(text)
    start, _, end = text.partition("..")
    first, last = read_date(start) if start else None, read_date(end) if end else None
    joint = "or" if one_of else "and"
    if first and last:
        words = f"{first.words} to {last.words}"
        words = f"between {first.words} and {last.words}" if one_of else words
    elif first:
        words = f"{first.words} {joint} later"
    elif last:
        words = f"{last.words} {joint} earlier"
    else:
        raise UnreadableError("Both its ends are open: leave the date empty instead.")
    return _between(text, first, last, words)


def _between(text: str, first: Edtf | None, last: Edtf | None, words: str) -> Edtf:
    """From the start of the first to the end of the last; None is an open end."""
    earliest = first.earliest if first else None
    latest = last.latest if last else None
    if earliest and latest and earliest > latest:
        raise UnreadableError("Its end lies before its start: turn the two round.")
    known = [each for each in (first, last) if each]
    approximate = any(each.approximate for each in known)
    return Edtf(text, earliest, latest, approximate, any(e.uncertain for e in known), words)


def _over(text: str, members: Sequence[Edtf], words: str) -> Edtf:
    """The members in one; open where one of them is."""
    starts = [each.earliest for each in members if each.earliest]
    ends = [each.latest for each in members if each.latest]
    earliest = min(starts) if len(starts) == len(members) else None
    latest = max(ends) if len(ends) == len(members) else None
    approximate = any(each.approximate for each in members)
    return Edtf(text, earliest, latest, approximate, any(e.uncertain for e in members), words)


def _listed(words: Sequence[str], joint: str) -> str:
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"
