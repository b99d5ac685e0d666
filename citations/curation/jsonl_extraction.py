"""Quotations found in lines of JSON, one article a line, and written in the same way.

The format is that of evaluations of quotation extraction: text in, spans and speakers out.
"""

import msgspec

from citations.documents.json_lines import Line
from citations.extraction.quotations import Quotation, find_quotations


class BadLineError(Exception):
    """A line that is no article; the message says which, and why."""


class ArticleLine(msgspec.Struct):
    """What is read of a line; other keys are ignored."""

    id: str | int
    text: str
    published: str | None = None


class Found(msgspec.Struct):
    """One segment of a quotation: code points of the text, and what the text says of it."""

    start: int
    end: int
    type: str
    speaker: str
    speaker_surface: str
    cue: str
    said: str
    confidence: float
    rule: str


class FoundLine(msgspec.Struct):
    """What is written for a line."""

    id: str | int
    quotes: list[Found]


def extracted(line: Line) -> bytes:
    """The line's quotations as one line of JSON, without its end. Raises `BadLineError`."""
    place = f"{'standard input' if line.file == '-' else line.file}, line {line.number}"
    if line.reason:
        raise BadLineError(f"{place}: {line.reason}")
    try:
        article = msgspec.json.decode(line.data, type=ArticleLine)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadLineError(
            f'{place}: {error}. A line is {{"id": "…", "text": "…", "published": "2024-02-08"}}.'
        ) from error
    quotations = find_quotations(article.text, article.published or "")
    found = [each for quotation in quotations for each in _segments(article.text, quotation)]
    return msgspec.json.encode(FoundLine(article.id, found))


def _segments(text: str, quotation: Quotation) -> list[Found]:
    return [
        Found(
            start=segment.start,
            end=segment.end,
            type="direct" if quotation.mode == "direct" else "mixed",
            speaker=quotation.speaker,
            speaker_surface=quotation.attribution.of(text) if quotation.attribution else "",
            cue=quotation.cue.of(text) if quotation.cue else "",
            said=quotation.said,
            confidence=quotation.confidence,
            rule=quotation.rule,
        )
        for segment in quotation.segments
    ]
