"""Dialogue in which a dash begins each speech, as in Ireland: —We go, said Ana. To Rome."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from citations.extraction.marks.quotation_marks import MarkPair
from citations.extraction.marks.unclosed_marks import is_attribution
from citations.extraction.syntax.lexicon import PRONOUNS, is_past
from citations.extraction.syntax.reporting_verbs import is_cue
from citations.text.spans import Span

_LINE = re.compile(r"^[^\S\n]*[—―][^\S\n]?(?=[\w“‘'…])([^\n]+)$", re.MULTILINE)
# Where words of the writer may begin, and where they may end.
_STOP = re.compile(r"[,?!…]\s")
_SENTENCE_END = re.compile(r"[.?!]\s+(?=[A-Z“‘…])")
_CLAUSE = re.compile(r"[^.,;:?!]*")
_LINE_STOPS = frozenset('.?!…:,;—”’"')
_FEWEST_LINES = 2
# Dialogue has no more lines than so many for its length; the rest of a text with more is ignored.
_LEAST_LIMIT, _LINE_LENGTH = 300, 100


def dash_dialogue(text: str) -> list[MarkPair]:
    """The words of each speech, in order; none where no line names its speaker, as in a list."""
    if "—" not in text and "―" not in text:
        return []
    lines = list(islice(_LINE.finditer(text), _LEAST_LIMIT + len(text) // _LINE_LENGTH))
    speeches = [list(_pieces(text, line)) for line in lines]
    is_dialogue = any(
        each[0].outer.end < line.end(1) for each, line in zip(speeches, lines, strict=True)
    )
    # The lines of a list or a poem end without a stop.
    are_sentences = all(line[1].rstrip()[-1:] in _LINE_STOPS for line in lines)
    if len(lines) < _FEWEST_LINES or not is_dialogue or not are_sentences:
        return []
    return [piece for each in speeches for piece in each]


def outside_dialogue(pairs: Sequence[MarkPair], dialogue: Sequence[MarkPair]) -> list[MarkPair]:
    """The pairs that are not in the lines of the dialogue."""
    taken = {each.paragraph.start for each in dialogue}
    return [each for each in pairs if each.paragraph.start not in taken]


def _pieces(text: str, line: re.Match[str]) -> Iterator[MarkPair]:
    """The speech in one or two pieces, where the words of the writer part it."""
    whole = Span(*line.span())
    start, end = line.start(1), line.start(1) + len(line[1].rstrip())
    stop = _attribution_at(text, start, end)
    if stop is None:
        yield MarkPair(Span(start, end), Span(whole.start, end), whole, closed=True)
        return
    cut = stop if text[stop] == "," else stop + 1
    yield MarkPair(Span(start, cut), Span(whole.start, cut), whole, closed=True)
    resumed = _SENTENCE_END.search(text, stop + 1, end)
    if resumed and not _is_narration(text, resumed.end(), end):
        rest = Span(resumed.end(), end)
        yield MarkPair(rest, rest, whole, closed=True)


def _attribution_at(text: str, start: int, end: int) -> int | None:
    """The stop before the words of the writer: —We go, said Ana; —Why? she asked."""
    for match in _STOP.finditer(text, start, end):
        stop = match.start()
        if is_attribution(text, stop + 1, end) and _is_over(text, stop + 1, end):
            return stop
    return None


def _is_over(text: str, start: int, end: int) -> bool:
    """Whether the verb has no object: not in —Speech, Ana says a few words."""
    words = _CLAUSE.match(text, start, end)
    said = words.group().split() if words else []
    return bool(said) and (is_cue(said[0]) or is_cue(said[-1]) or said[-1].endswith("ly"))


def _is_narration(text: str, start: int, end: int) -> bool:
    """Whether the writer goes on: —Wait! cried Ana. She ran after him."""
    first, _, rest = text[start:end].partition(" ")
    verb = rest.partition(" ")[0]
    return (first.lower() in PRONOUNS or first.isalpha()) and is_past(verb)
