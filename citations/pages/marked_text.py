"""A text set to read: its paragraphs, the words marked in it, the way to them in a live page.

Pure. Spans are half-open and count code points of the text as it was taken; the pieces of a
paragraph, put together again, are that paragraph to the letter.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar
from urllib.parse import quote as percent_encoded

from citations.text.paragraphs import paragraphs
from citations.text.spans import Span

# A text directive spells out words up to this length; of longer ones, the first and last few.
LONGEST_SPELLED_OUT = 200
FEW_WORDS = 5


Subject = TypeVar("Subject")


@dataclass(frozen=True)
class TextMark(Generic[Subject]):
    """Words to mark: what they are of, and where they stand (several spans when split)."""

    of: Subject
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class MarkedRun(Generic[Subject]):
    """Words that the same marks cover: `of` names them from the outermost to the innermost.

    `begins` are the marks whose first words these are: the place for an anchor. `notes` are
    those a note on which may follow these words.
    """

    text: str
    of: tuple[Subject, ...] = ()
    begins: tuple[Subject, ...] = ()
    notes: tuple[Subject, ...] = ()


Paragraph = tuple[MarkedRun[Subject], ...]


def mark_paragraphs(text: str, marks: Iterable[TextMark[Subject]]) -> list[Paragraph[Subject]]:
    """All paragraphs of the text, with the marks set in them."""
    upcoming = deque(sorted(marks, key=lambda mark: mark.spans[:1]))
    near: list[TextMark[Subject]] = []
    found = []
    for paragraph in paragraphs(text):
        while upcoming and (not upcoming[0].spans or upcoming[0].spans[0].start < paragraph.end):
            near.append(upcoming.popleft())
        near = [mark for mark in near if mark.spans and mark.spans[-1].end > paragraph.start]
        found.append(tuple(marked_runs(text, paragraph, near)))
    return found


def passage_around(text: str, mark: TextMark[Subject]) -> list[Paragraph[Subject]]:
    """The paragraphs in which the marked words stand, and the one before them.

    Words carried over from another paragraph are attributed there: it often says who speaks.
    """
    found = paragraphs(text)
    touched = [n for n, paragraph in enumerate(found) if _any_within(mark.spans, paragraph)]
    before = [n - 1 for n in touched[:1] if n]
    return [tuple(marked_runs(text, found[n], [mark])) for n in before + touched]


def marked_runs(
    text: str, within: Span, marks: Iterable[TextMark[Subject]]
) -> Iterator[MarkedRun[Subject]]:
    """The words of a paragraph, parted wherever a mark begins or ends; marks may overlap."""
    near = [mark for mark in marks if _any_within(mark.spans, within)]
    notes = defaultdict(list)
    for mark in near:
        notes[_note_place(text, mark.spans[0], within)].append(mark.of)
    edges = {edge for mark in near for span in mark.spans for edge in span} | notes.keys()
    inner = sorted(edge for edge in edges if within.start < edge < within.end)
    # Outer ones first: they begin earlier, or end later.
    outer_first = sorted(
        ((span, mark) for mark in near for span in mark.spans),
        key=lambda one: (one[0].start, -one[0].end),
    )
    upcoming, covering = deque(outer_first), []
    for start, end in pairwise([within.start, *inner, within.end]):
        while upcoming and upcoming[0][0].start <= start:
            covering.append(upcoming.popleft())
        covering = [one for one in covering if one[0].end > start]
        yield MarkedRun(
            text[start:end],
            of=tuple(mark.of for _, mark in covering),
            begins=tuple(mark.of for _, mark in covering if mark.spans[0].start == start),
            notes=tuple(notes.get(end, ())),
        )


def _note_place(text: str, first: Span, within: Span) -> int:
    """Where a note may stand without parting the words from the marks that close them.

    Outside every paragraph (-1) in all but the one in which the first span begins.
    """
    if not _has(within, first.start):
        return -1
    place = min(first.end, within.end)
    while place < within.end and not (text[place].isalnum() or text[place].isspace()):
        place += 1
    return place


def _has(span: Span, at: int) -> bool:
    return span.start <= at < span.end


def _any_within(spans: Iterable[Span], within: Span) -> bool:
    return any(span.start < within.end and within.start < span.end for span in spans)


def _cut(text: str, span: Span) -> str:
    return text[span.start : span.end]


# The words in the live page ------------------------------------------------------------------


def text_fragment(text: str, spans: Sequence[Span], headline: str = "") -> str:
    """The fragment that makes a browser show these words in the page itself, marked.

    `:~:text=[prefix-,]start[,end][,-suffix]`, one directive for each span, as WICG's "URL
    Fragment Text Directives" says; empty when there are no words to show. What stands around the
    words is added where they, or the headline above the text, have them more than once.
    """
    directives = [_directive(text, span, headline) for span in spans if _cut(text, span).strip()]
    return ":~:" + "&".join(f"text={one}" for one in directives) if directives else ""


def address_of_words(url: str, text: str, spans: Sequence[Span], headline: str = "") -> str:
    """The address of the words in the live page; the address itself when there are none."""
    url = url.partition(":~:")[0]
    fragment = text_fragment(text, spans, headline)
    return url + ("" if "#" in url or not fragment else "#") + fragment


def _directive(text: str, span: Span, headline: str) -> str:
    words = _cut(text, span)
    directive = _spelled_out(words)
    # A browser looks without regard to case, and first for the words the directive begins with.
    opening = words if "," not in directive else " ".join(words.split()[:FEW_WORDS])
    if f"{headline}\n{text}".casefold().count(opening.casefold()) < 2:
        return directive
    before, after = _words_before(text, span.start), _words_after(text, span.end)
    prefix = f"{_encoded(before)}-," if before else ""
    suffix = f",-{_encoded(after)}" if after else ""
    return f"{prefix}{directive}{suffix}"


def _spelled_out(words: str) -> str:
    """All the words; or the first and the last few, when they are many or span paragraphs."""
    parts = words.split()
    short = len(words) <= LONGEST_SPELLED_OUT and "\n" not in words
    if short or len(parts) <= 2 * FEW_WORDS:
        return _encoded(" ".join(parts))
    return f"{_encoded(' '.join(parts[:FEW_WORDS]))},{_encoded(' '.join(parts[-FEW_WORDS:]))}"


def _words_before(text: str, at: int) -> str:
    """The last few words of the line before this place, with the mark that opens there."""
    line = text[:at].rpartition("\n")[2]
    return " ".join(line.split()[-FEW_WORDS:])


def _words_after(text: str, at: int) -> str:
    line = text[at:].partition("\n")[0]
    return " ".join(line.split()[:FEW_WORDS])


def _encoded(words: str) -> str:
    """Percent-encoded, with the characters that mean something in a directive: `-`, `,`, `&`."""
    return percent_encoded(words, safe="").replace("-", "%2D")
