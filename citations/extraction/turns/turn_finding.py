"""Finds the turns of a text: words that somebody speaks without quotation marks around them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from citations.extraction.turns.labels.bold_questions import bold_question_labels
from citations.extraction.turns.labels.label_evidence import labels_of_speakers
from citations.extraction.turns.labels.label_lines import Label, label_of
from citations.extraction.turns.labels.own_line_labels import own_line_labels
from citations.extraction.turns.one_voice import one_voice
from citations.extraction.turns.persons.introductions import introductions_of
from citations.extraction.turns.persons.turn_speakers import TurnSpeaker, turn_speakers
from citations.extraction.turns.transcript_lines import TextLine, transcript_lines
from citations.extraction.turns.turn import Landmark, Turn, TurnKind
from citations.extraction.turns.turn_words import TurnWords, words_of_turn
from citations.text.cleaning.clean_text import CleanText
from citations.text.cleaning.inline_markup import markup_edits
from citations.text.spans import Span

# Landmarks that stand at the head of what they mark; a page number may stand at the foot.
_AT_HEAD = frozenset({"time", "column"})
_MOST_LINES_ABOVE = 3


def find_turns(text: str) -> list[Turn]:
    """The turns of a transcript, an interview or a script, in order; none in other texts.

    A speech, a blog or a letter that is all one person's words is one turn. Spans are code points
    of the text as given: markup around the words is read as what it shows.
    """
    cleaned = CleanText.unchanged(text).with_edits(markup_edits(text))
    lines = transcript_lines(cleaned.text)
    found = _labelled_turns(cleaned, lines) or one_voice(cleaned.text, lines)
    return [_in_original(each, cleaned) for each in found]


def _labelled_turns(cleaned: CleanText, lines: Sequence[TextLine]) -> list[Turn]:
    text = cleaned.text
    labels = [
        label
        for number, line in enumerate(lines)
        if not line.is_furniture and (label := label_of(text, line, number))
    ]
    alone = own_line_labels(text, lines)
    bold = bold_question_labels(cleaned, lines) if len(labels) + len(alone) < 2 else []
    if len(labels) < 2 and not alone and not bold:
        return []
    people = introductions_of(text)
    chosen = labels_of_speakers(text, lines, labels, people) if len(labels) > 1 else []
    if len(alone) > len(chosen):
        chosen = alone
    chosen = chosen or bold
    if not chosen:
        return []
    resolved = list(turn_speakers(text, chosen, people))
    return list(_turns(text, lines, chosen, resolved))


def _turns(
    text: str,
    lines: Sequence[TextLine],
    chosen: Sequence[Label],
    resolved: Sequence[tuple[Label, TurnSpeaker]],
) -> Iterator[Turn]:
    ends = [each.line for each in chosen[1:]] + [len(lines)]
    until = {each.line: end for each, end in zip(chosen, ends, strict=True)}
    for label, speaker in resolved:
        is_last = until[label.line] == len(lines)
        surname = speaker.name.split()[-1] if is_last and " " in speaker.name else ""
        words = words_of_turn(text, lines, label, until[label.line], surname)
        if words.segments:
            yield Turn(
                label.span,
                speaker.name,
                speaker.named_at,
                tuple(words.segments),
                _landmarks_of(lines, label, words),
                _kind(label),
                speaker.confidence,
            )


def _landmarks_of(
    lines: Sequence[TextLine], label: Label, words: TurnWords
) -> tuple[Landmark, ...]:
    """Those of the words, and the times and columns in the lines right above the label.

    A time or a column below the last word belongs to the next turn in the same way.
    """
    end = words.segments[-1].end
    own = {each for each in words.landmarks if each.kind not in _AT_HEAD or each.offset < end}
    for line in reversed(lines[max(0, label.line - _MOST_LINES_ABOVE) : label.line]):
        if not line.is_furniture:
            break
        own |= {each for each in line.landmarks if each.kind in _AT_HEAD}
    return tuple(sorted(own, key=lambda each: each.offset))


def _kind(label: Label) -> TurnKind:
    return "question" if label.letter == "Q" else "answer" if label.letter else "label"


def _in_original(turn: Turn, cleaned: CleanText) -> Turn:
    if not cleaned.starts:
        return turn
    place = cleaned.original_span
    return replace(
        turn,
        label=place(turn.label),
        named_at=turn.named_at and place(turn.named_at),
        segments=tuple(chain.from_iterable(map(cleaned.original_segments, turn.segments))),
        landmarks=tuple(
            each._replace(offset=place(Span(each.offset, each.offset + 1)).start)
            for each in turn.landmarks
        ),
    )
