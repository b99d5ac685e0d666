"""Passages: the pieces between marks sorted into direct and partial, each with its attribution."""

from dataclasses import dataclass
from typing import Literal

from citations.text.attribution import Attribution, after, before, main_subject, sentence_start
from citations.text.frame import GAP, LINE, PLACE, Frame
from citations.text.spans import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that somebody is quoted with: one segment, or several that belong together."""

    segments: tuple[Span, ...]
    mode: Literal["direct", "partial"]
    attribution: Attribution | None


def inner(frame: Frame, place: int) -> Span:
    """The words inside the marks, without the comma that the cue asks for."""
    span = frame.spans[place]
    text = frame.text
    start, end = span
    while start < end and (text[start] in "\"“”„‟＂«»「」『』‘’'`‚" or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in "\"“”„‟＂«»「」『』‘’'`‚" or text[end - 1].isspace()):
        end -= 1
    if end > start and text[end - 1] == ",":
        end -= 1
    return Span(start, end)


def passages(frame: Frame) -> list[Passage]:
    found: list[Passage] = []
    last: Attribution | None = None
    previous = -1
    for place in frame.places:
        span = inner(frame, place)
        if span.end == span.start:
            continue
        words = span.of(frame.text)
        raw = frame.spans[place].of(frame.text).rstrip("\"“”'’«»` ")
        ending = raw[-1:]
        upper = _starts_upper(words)
        start = sentence_start(frame, place)
        prior = frame.word(place - 1)
        at_start = start == place
        inside = not at_start
        same_line = (
            previous >= 0 and not any(w in (LINE, GAP) for w in frame.words[previous + 1 : place])
            if place - previous < 80
            else False
        )
        mode = "direct"
        got = None
        if at_start:
            got = (
                after(frame, place) if ending in ",?!—–-…" or frame.word(place + 1) == "," else None
            )
            weak = after(frame, place) if got is None else None
            if got is None and weak and ending in ".":
                got = weak if weak.rule in ("dash",) else None
            if ending not in {".", "?", "!", ",", "—", "…", "-", "–"} and frame.word(
                place + 1
            ) not in {",", ".", LINE, GAP}:
                mode = "partial"
        else:
            got = before(frame, place, start)
            if prior == ":":
                mode = "direct"
            elif prior == ",":
                if got is None:
                    got = after(frame, place)
                mode = (
                    "direct" if (upper or (previous >= 0 and start == previous + 1)) else "partial"
                )
                if ending not in {".", "?", "!", ",", "—", "…"} and len(words.split()) < 4:
                    mode = "partial"
            else:
                mode = "partial"
                if upper and got and got.cue and got.cue[1] == place:
                    mode = "direct"
                if got is None and ending == ",":
                    got = after(frame, place)
            if prior == ":" and got is None:
                p = main_subject(frame, start, place)
                got = p and Attribution(p, None, "colon", 0.7)
        if got is None and mode == "direct":
            if last:
                got = Attribution(last.phrase, last.cue, "carried", 0.6)
            else:
                s = start
                # sentence before
                e = start
                while e > 0 and frame.words[e - 1] in {".", "?", "!", LINE, GAP}:
                    e -= 1
                b = sentence_start(frame, e)
                p = main_subject(frame, b, e)
                got = p and Attribution(p, None, "previous-sentence", 0.5)
        if got is not None and mode == "direct":
            last = got
        previous = place
        found.append(Passage((span,), mode, got))
    return found


def _starts_upper(words: str) -> bool:
    first = next((c for c in words if c.isalnum() or c in "[…"), "")
    return first.isupper() or first in "[…" or first.isdigit() or not first.islower()
