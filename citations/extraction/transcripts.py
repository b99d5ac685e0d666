"""Transcripts: lines that begin with the speaker and have no marks. WATTS: I did not."""

import re
from dataclasses import dataclass

from citations.text.spans import Span

_LABEL = re.compile(r"^([A-Z][A-Z.’'\- ]{1,40}): +(?=\S)", re.MULTILINE)
_FILLED_LINE = re.compile(r"^[^\S\n]*\S", re.MULTILINE)
_LINE_END = re.compile(r"$", re.MULTILINE)
_MARKS = re.compile(r"[“”\"„«»]|''|``")
# Labels of the page and not of a speaker.
_NOTICES = frozenset(
    "UPDATE UPDATED NOTE RELATED WATCH READ PHOTOS PHOTO VIDEO MORE CORRECTION EDITOR SOURCE "
    "BREAKING EXCLUSIVE LIVE LISTEN SEE ALSO OPINION ANALYSIS NEWS CREDIT".split()
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One line of a transcript: the speaker's label and the words."""

    label: Span
    words: Span


def turns(text: str) -> list[Turn]:
    """The lines of a transcript; none if only one person speaks or most lines are prose."""
    found = [turn for match in _LABEL.finditer(text) if (turn := _turn(text, match))]
    speakers = {turn.label.text_in(text) for turn in found}
    lines = sum(1 for _ in _FILLED_LINE.finditer(text)) if found else 0
    return found if len(speakers) > 1 and len(found) * 2 > lines else []


def _turn(text: str, match: re.Match[str]) -> Turn | None:
    if any(word in _NOTICES for word in match[1].split()):
        return None
    end = _LINE_END.search(text, match.end())
    words = Span(match.end(), end.start() if end else len(text))
    if _MARKS.search(text, *words):
        return None
    return Turn(Span(*match.span(1)), words)
