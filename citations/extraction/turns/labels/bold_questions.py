"""Interviews without labels, in which the questions are set in bold type."""

from collections.abc import Sequence

from citations.extraction.turns.labels.label_lines import Label
from citations.extraction.turns.transcript_lines import TextLine
from citations.text.cleaning.clean_text import CleanText
from citations.text.spans import Span

_BEFORE = ("**", "__", "<b>", "<strong>")
_BEHIND = ("**", "__", "</b>", "</strong>")
_QUESTION_MARKS = "?？؟"
_LEAST_QUESTIONS = 2


def bold_question_labels(cleaned: CleanText, lines: Sequence[TextLine]) -> list[Label]:
    """A Q before each bold paragraph and an A before what follows; none if they are no questions.

    The labels are empty: they stand where the words begin.
    """
    bold = [number for number, line in enumerate(lines) if _is_bold(cleaned, line)]
    questions = [n for n in bold if cleaned.text[lines[n].end - 1] in _QUESTION_MARKS]
    answered = [n for n in questions if n + 1 < len(lines) and n + 1 not in bold]
    if len(answered) < _LEAST_QUESTIONS or len(answered) * 3 < len(bold) * 2:
        return []
    # Bold lines beside the questions are asked, too: "You once said no."
    asked = [n for n in bold if n >= answered[0]]
    labels = [_label(lines, n, "Q") for n in asked]
    labels += [_label(lines, n + 1, "A") for n in asked if n + 1 < len(lines) and n + 1 not in bold]
    return sorted(labels, key=lambda each: each.line)


def _is_bold(cleaned: CleanText, line: TextLine) -> bool:
    """Whether the whole line was marked as bold in the text as given."""
    if not cleaned.starts or line.is_furniture:
        return False
    start, end = cleaned.original_span(Span(line.start, line.end))
    before, behind = cleaned.original[max(0, start - 8) : start], cleaned.original[end : end + 9]
    return before.endswith(_BEFORE) and behind.startswith(_BEHIND)


def _label(lines: Sequence[TextLine], number: int, letter: str) -> Label:
    start = lines[number].start
    return Label(number, "letter", Span(start, start), start, None, letter, lines[number].landmarks)
