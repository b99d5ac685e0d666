"""Extracts quotations from JSON Lines, one article a line, for evaluations of the extraction."""

import msgspec

from citations.documents.json_lines import FileLine
from citations.extraction.quotation import Quotation
from citations.extraction.quotations import find_quotations


class BadLineError(Exception):
    """A line is not an article; the message says which line, and why."""


class ArticleLine(msgspec.Struct):
    id: str | int
    text: str
    published: str | None = None
    language: str | None = None
    lang: str | None = None


class ExtractedSegment(msgspec.Struct):
    """One segment of a quotation; `start` and `end` count code points of the text."""

    start: int
    end: int
    type: str
    speaker: str
    speaker_surface: str
    cue: str
    said: str
    confidence: float
    rule: str
    evidence: str


class ExtractedLine(msgspec.Struct):
    id: str | int
    quotes: list[ExtractedSegment]


def extract_line(line: FileLine) -> bytes:
    """The article's quotations as JSON without a line end. Raises `BadLineError`."""
    place = f"{'standard input' if line.file == '-' else line.file}, line {line.number}"
    if line.reason:
        raise BadLineError(f"{place}: {line.reason}")
    try:
        article = msgspec.json.decode(line.data, type=ArticleLine)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadLineError(
            f'{place}: {error}. A line is {{"id": "…", "text": "…", "published": "2024-02-08"}}.'
        ) from error
    quotations = find_quotations(
        article.text, article.published or "", article.language or article.lang or ""
    )
    segments = [each for quotation in quotations for each in _segments(article.text, quotation)]
    return msgspec.json.encode(ExtractedLine(article.id, segments))


def _segments(text: str, quotation: Quotation) -> list[ExtractedSegment]:
    return [
        ExtractedSegment(
            start=segment.start,
            end=segment.end,
            type="direct" if quotation.mode == "direct" else "mixed",
            speaker=quotation.speaker,
            speaker_surface=quotation.attribution.text_in(text) if quotation.attribution else "",
            cue=quotation.cue.text_in(text) if quotation.cue else "",
            said=quotation.said,
            confidence=quotation.confidence,
            rule=quotation.rule,
            evidence=quotation.evidence,
        )
        for segment in quotation.segments
    ]
