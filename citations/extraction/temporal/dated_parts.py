"""The parts of a text that may date a quotation: paragraphs with a verb of saying and a date."""

import re
from collections.abc import Iterable
from functools import lru_cache

from citations.extraction.quotation import Quotation
from citations.text.spans import Span

_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"\d\d\d\d")
# "A day earlier" counts from a day in the paragraphs before, so far back in code points.
_PARAGRAPHS_BACK = 2
_FARTHEST_BACK, _FARTHEST_ON = 2_000, 800
# A line without end is searched in windows that begin and end at multiples of this, so that the
# quotations in it share them.
_STEP = 1_000


def dated_parts(
    text: str,
    quotations: Iterable[Quotation],
    triggers: frozenset[str],
    pronouns: frozenset[str] = frozenset(),
) -> list[Span]:
    """The parts around the verbs of the quotations that hold a word of time or a year, in order.

    The verb's own paragraph must hold it, unless a pronoun such as "it" is the speaker: its date
    may stand in the sentence before.
    """
    paragraphs: dict[Span, bool] = {}
    for quotation in quotations:
        anchor = quotation.cue or quotation.attribution
        if anchor:
            own = Span(_start_before(text, anchor.start, 1), _end_behind(text, anchor.end))
            paragraphs[own] = paragraphs.get(own, False) or _is_it(text, quotation, pronouns)
    parts: list[Span] = []
    for own, is_it in sorted(paragraphs.items()):
        part = Span(_start_before(text, own.start, _PARAGRAPHS_BACK), own.end)
        reached = parts[-1].end if parts else -1
        if _holds_date(text, part if is_it else own, triggers):
            first = parts.pop().start if part.start <= reached else part.start
            parts.append(Span(first, max(part.end, reached)))
    return parts


def _is_it(text: str, quotation: Quotation, pronouns: frozenset[str]) -> bool:
    speaker = quotation.attribution
    return speaker is not None and speaker.text_in(text).lower() in pronouns


def _holds_date(text: str, part: Span, triggers: frozenset[str]) -> bool:
    first_words, pattern = _first_words(triggers), _pattern(triggers)
    if first_words.isdisjoint(_WORD.findall(part.text_in(text).lower())):
        return bool(_YEAR.search(text, *part))
    return bool(pattern.search(text, *part))


def _start_before(text: str, at: int, paragraphs: int) -> int:
    least = max(0, at - _FARTHEST_BACK) // _STEP * _STEP
    for _ in range(paragraphs):
        at = text.rfind("\n", least, at)
        if at < 0:
            return least
    return at


def _end_behind(text: str, at: int) -> int:
    most = min(len(text), (at + _FARTHEST_ON) // _STEP * _STEP + _STEP)
    end = text.find("\n", at, most)
    return end if end >= 0 else most


@lru_cache(maxsize=32)
def _first_words(triggers: frozenset[str]) -> frozenset[str]:
    """The first word of each: most parts have none of them, which is soon seen."""
    return frozenset(_WORD.findall(each.lower())[0] for each in triggers)


@lru_cache(maxsize=32)
def _pattern(triggers: frozenset[str]) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, triggers), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words or '(?!)'})(?!\w)|{_YEAR.pattern}", re.IGNORECASE)
