"""Finds dates as they are written: words of a sentence that form a date, and what they hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from citations.extraction.temporal.temporal_words import DateForm, TemporalWords
from citations.text.spans import Span

# A sentence with more dates is a table, or no prose at all.
MOST_DATES = 8


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as written. `span` are its words, `whole` those with the preposition before them.

    `values` has what each placeholder stands for: a month by its number, a unit by its name.
    """

    form: DateForm
    values: Mapping[str, str]
    span: Span
    whole: Span

    @property
    def kind(self) -> str:
        return self.form.kind

    def number(self, key: str) -> int | None:
        return int(self.values[key]) if self.values.get(key, "").isdigit() else None


def date_expressions(text: str, start: int, end: int, words: TemporalWords) -> list[DateExpression]:
    """All dates between two offsets of a text, in order; none if there are too many for prose."""
    found = []
    for match in words.pattern.finditer(text, start, end):
        expression = _expression(match, text, words)
        if expression:
            found.append(expression)
        if len(found) > MOST_DATES:
            return []
    return found


def _expression(match: re.Match[str], text: str, words: TemporalWords) -> DateExpression | None:
    name = match.lastgroup or ""
    number = int(name.removeprefix("span_"))
    values = {key: value for key, group in words.groups[number].items() if (value := match[group])}
    if words.is_set("capital_names") and not _has_capitals(values):
        return None
    if words.is_set("lower_parts") and _is_title(values, text, match.start()):
        return None
    values = {key: _meaning(key, value, words) for key, value in values.items()}
    form = words.forms[number]
    if form.value:
        values["value"] = form.value
    return DateExpression(form, values, Span(*match.span(name)), Span(*match.span()))


def _has_capitals(values: Mapping[str, str]) -> bool:
    """May is a month, may is not."""
    return all(values[key][0].isupper() for key in ("month", "weekday") if key in values)


def _is_title(values: Mapping[str, str], text: str, start: int) -> bool:
    """Whether it is the name of a programme: This Week, Saturday Night Live, the Today show."""
    if any(values[key][0].isupper() for key in ("unit", "part") if key in values):
        return True
    is_inside = text[max(0, start - 2) : start].strip().isalnum()
    return is_inside and "near" in values and values["near"][0].isupper()


def _meaning(key: str, value: str, words: TemporalWords) -> str:
    if key in ("day", "year", "year2", "decade"):
        return "".join(filter(str.isdigit, value))
    meanings = words.numbers.get(key, {})
    low = " ".join(value.lower().split())
    return meanings.get(low) or meanings.get(low.rstrip("."), "")
