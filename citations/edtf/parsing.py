"""Parses EDTF, the Library of Congress's Extended Date/Time Format (2019).

It accepts single dates, intervals (2022-03/2022-09, 2022-03/..) and sets: [one of], {all of}.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from citations.edtf.single_dates import Edtf, UnreadableDateError, Words, phrase, read_date
from citations.text.translation import gettext, gettext_noop

__all__ = ["LONGEST", "Edtf", "date_in_words", "parse_edtf"]

LONGEST = 100

_MOST_SHOWN = 40
_DAY_FIRST = re.compile(r"[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{2,4}")


@lru_cache(maxsize=8192)
def parse_edtf(text: str) -> Edtf:
    """Parse a date; white space around it is ignored.

    Raises ValueError if the text is not EDTF, is a day that does not exist, lies outside the years
    1 to 9999, or is longer than LONGEST. The message says how to write it.
    """
    entered = text.strip()
    try:
        return _read_entry(entered)
    except UnreadableDateError as problem:
        raise ValueError(_message(entered, str(problem))) from None


def date_in_words(text: str) -> str:
    """The date in the reader's language; text that is not EDTF is returned unchanged."""
    if not text.strip():
        return ""
    try:
        return parse_edtf(text).words
    except ValueError:
        return text


def _message(text: str, problem: str) -> str:
    examples = gettext(
        "2024-02-07, 2024-02, 2024, 1940~ (about), 1957? (uncertain), 2022-03-21/2022-12-31"
    )
    if not text:
        return gettext("A date is needed, for example %(examples)s.") % {"examples": examples}
    shown = text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
    shown = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in shown)
    sentences = (
        gettext("“%(text)s” is not a date that can be read.") % {"text": shown},
        problem,
        gettext("Dates begin with the year: %(examples)s.") % {"examples": examples},
    )
    return " ".join(filter(None, sentences))


def _read_entry(text: str) -> Edtf:
    if len(text) > LONGEST:
        message = gettext("It is longer than %(most)s characters.")
        raise UnreadableDateError(message % {"most": LONGEST})
    if _DAY_FIRST.fullmatch(text):
        raise UnreadableDateError(gettext("It is not clear which is the day and which the month."))
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
        words = _from_to(first, last)
    elif first:
        known = gettext_noop("from %(date)s")
        unknown = gettext_noop("from %(date)s (end not known)")
        words = phrase(known if end else unknown, date=first.in_words)
    elif last:
        known = gettext_noop("until %(date)s")
        unknown = gettext_noop("until %(date)s (start not known)")
        words = phrase(known if start else unknown, date=last.in_words)
    else:
        raise UnreadableDateError(_both_ends_are_open())
    return _interval(text, first, last, words)


def _read_set(text: str) -> Edtf:
    one_of = text[0] == "["
    parts = [part.strip() for part in text[1:-1].split(",")]
    if len(parts) == 1 and ".." not in parts[0]:
        message = gettext("A set has two dates or more. For one date, leave out the brackets.")
        raise UnreadableDateError(message)
    if any(part.startswith("..") for part in parts[1:]):
        raise UnreadableDateError(gettext("Only the first date of a set may begin with two dots."))
    if any(part.endswith("..") for part in parts[:-1]):
        raise UnreadableDateError(gettext("Only the last date of a set may end with two dots."))
    members = [_read_member(part, one_of) for part in parts]
    return _combine_members(text, members, _enumeration(members, one_of))


def _read_member(text: str, one_of: bool) -> Edtf:
    if ".." not in text:
        return read_date(text)
    start, _, end = text.partition("..")
    first, last = read_date(start) if start else None, read_date(end) if end else None
    if first and last and one_of:
        message = gettext_noop("between %(first)s and %(last)s")
        words = phrase(message, first=first.in_words, last=last.in_words)
    elif first and last:
        words = _from_to(first, last)
    elif first:
        later = gettext_noop("%(date)s or later"), gettext_noop("%(date)s and later")
        words = phrase(later[0] if one_of else later[1], date=first.in_words)
    elif last:
        earlier = gettext_noop("%(date)s or earlier"), gettext_noop("%(date)s and earlier")
        words = phrase(earlier[0] if one_of else earlier[1], date=last.in_words)
    else:
        raise UnreadableDateError(_both_ends_are_open())
    return _interval(text, first, last, words)


def _from_to(first: Edtf, last: Edtf) -> Words:
    message = gettext_noop("%(first)s to %(last)s")
    return phrase(message, first=first.in_words, last=last.in_words)


def _both_ends_are_open() -> str:
    return gettext("Both ends are open. Leave the date empty instead.")


def _interval(text: str, first: Edtf | None, last: Edtf | None, words: Words) -> Edtf:
    """From the start of the first date to the end of the last; None is an open end."""
    earliest = first.earliest if first else None
    latest = last.latest if last else None
    if earliest and latest and earliest > latest:
        raise UnreadableDateError(gettext("The end is before the start. Swap the two."))
    known = [each for each in (first, last) if each]
    approximate = any(each.approximate for each in known)
    return Edtf(text, earliest, latest, approximate, any(e.uncertain for e in known), words)


def _combine_members(text: str, members: Sequence[Edtf], words: Words) -> Edtf:
    """The members as one date; a side is open if it is open in any member."""
    starts = [each.earliest for each in members if each.earliest]
    ends = [each.latest for each in members if each.latest]
    earliest = min(starts) if len(starts) == len(members) else None
    latest = max(ends) if len(ends) == len(members) else None
    approximate = any(each.approximate for each in members)
    return Edtf(text, earliest, latest, approximate, any(e.uncertain for e in members), words)


def _enumeration(members: Sequence[Edtf], one_of: bool) -> Words:
    *others, last = members
    if not others:
        return last.in_words
    joint = gettext_noop("%(dates)s or %(last)s"), gettext_noop("%(dates)s and %(last)s")

    def dates() -> str:
        return ", ".join(each.words for each in others)

    return phrase(joint[0] if one_of else joint[1], dates=dates, last=last.in_words)
