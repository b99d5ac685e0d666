"""Finds speech: the words between marks and in lines that begin with a dash.

Words of the writer inside them, such as « …, dit-elle. … », part the speech into pieces.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from citations.extraction.languages.lexicon_loading import Language
from citations.extraction.marks.quotation_marks import find_mark_pairs
from citations.extraction.multilingual.cased.incises import InciseReader
from citations.text.spans import Span

_DIALOGUE_LINE = re.compile(
    r"^[^\S\n]*([—–―-])[^\S\n]*(?=[^\W\d_a-z]|[¿¡«\"“…])([^\n]+)", re.MULTILINE
)
_DIALOGUE_WITHIN = re.compile(
    r"(?<=[.!?…:])[^\S\n]([—–])[^\S\n](?=[^\W\d_a-z]|[“„«\"…])([^\n]+)", re.MULTILINE
)
# Dialogue has no more lines than so many for its length; the rest of a text with more is ignored.
_FEWEST_LINES, _LINE_LENGTH = 300, 100


@dataclass(frozen=True, slots=True)
class SpeechPiece:
    """Words without their marks; `outer` includes the marks.

    `goes_on` says that the piece before is part of the same speech, parted only by words of the
    writer; `is_dialogue` that a dash marks the speech.
    """

    words: Span
    outer: Span
    goes_on: bool
    is_dialogue: bool


def find_speech(text: str, language: Language) -> list[SpeechPiece]:
    """The pieces of all speech, in order."""
    reader = InciseReader(language)
    found = _in_dialogue(text, reader) if language.is_set("dialogue_dash") else []
    if language.is_set("dialogue_in_lines"):
        found += _within_lines(text, reader, [piece.outer for piece in found])
    found += _in_marks(text, reader, [piece.outer for piece in found])
    return sorted(found, key=lambda piece: piece.words)


def _in_dialogue(text: str, reader: InciseReader) -> list[SpeechPiece]:
    lines = []
    most = _FEWEST_LINES + len(text) // _LINE_LENGTH
    for match in islice(_DIALOGUE_LINE.finditer(text), most):
        words, is_closed = reader.speech_in(text, Span(*match.span(2)))
        if words:
            lines.append((match, words, is_closed or len(words) > 1))
    # Lines without words of the writer in the whole text are items of a list, or credits.
    if not any(is_parted for _, _, is_parted in lines):
        return []
    return [
        piece
        for match, words, is_parted in lines
        if is_parted or match[1] != "-"
        for piece in _pieces(words, Span(match.start(1), words[-1].end), is_dialogue=True)
    ]


def _within_lines(text: str, reader: InciseReader, lines: list[Span]) -> Iterator[SpeechPiece]:
    """Speech behind a dash within a paragraph: Był zły. – Idziemy – powiedział."""
    taken = {text.rfind("\n", 0, each.start) for each in lines}
    for match in islice(_DIALOGUE_WITHIN.finditer(text), _FEWEST_LINES + len(text) // _LINE_LENGTH):
        words, is_closed = reader.speech_in(text, Span(*match.span(2)))
        is_parted = is_closed or len(words) > 1
        if words and is_parted and text.rfind("\n", 0, match.start()) not in taken:
            yield from _pieces(words, Span(match.start(1), words[-1].end), is_dialogue=True)


def _in_marks(text: str, reader: InciseReader, dialogue: list[Span]) -> Iterator[SpeechPiece]:
    """The speech between marks, outside the lines of dialogue."""
    number = 0
    for pair in find_mark_pairs(text):
        while number < len(dialogue) and dialogue[number].end <= pair.outer.start:
            number += 1
        if number < len(dialogue) and dialogue[number].start < pair.outer.end:
            continue
        words, is_closed = reader.speech_in(text, pair.inner)
        if words:
            end = words[-1].end if is_closed else pair.outer.end
            yield from _pieces(words, Span(pair.outer.start, end), is_dialogue=False)


def _pieces(words: list[Span], outer: Span, *, is_dialogue: bool) -> Iterator[SpeechPiece]:
    last = len(words) - 1
    for number, span in enumerate(words):
        start = outer.start if number == 0 else span.start
        end = outer.end if number == last else span.end
        yield SpeechPiece(span, Span(start, end), number > 0, is_dialogue)
