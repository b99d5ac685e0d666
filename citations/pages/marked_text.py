"""A text to read: its paragraphs with marked words, and links to the words in the live page.

Spans are half-open and count code points of the snapshot. The runs of a paragraph, joined, are
exactly that paragraph.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar
from urllib.parse import quote as percent_encoded

from citations.text.paragraphs import paragraphs
from citations.text.spans import Span

# Up to this length, a text directive has all the words; of longer texts, the first and last few.
LONGEST_COMPLETE = 200
FEW_WORDS = 5


Subject = TypeVar("Subject")


@dataclass(frozen=True)
class TextMark(Generic[Subject]):
    """Words to mark: what they belong to, and their spans (several if they are split)."""

    of: Subject
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class MarkedRun(Generic[Subject]):
    """Words covered by the same marks: `of` lists them from the outermost to the innermost.

    `begins` are the marks that begin here, for anchors. `notes` are the marks whose notes may
    follow these words.
    """

    text: str
    of: tuple[Subject, ...] = ()
    begins: tuple[Subject, ...] = ()
    notes: tuple[Subject, ...] = ()


Paragraph = tuple[MarkedRun[Subject], ...]


def mark_paragraphs(text: str, marks: Iterable[TextMark[Subject]]) -> list[Paragraph[Subject]]:
    """All paragraphs of the text, with these marks."""
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
    """The paragraphs with the marked words, and the one before: it often says who speaks."""
    found = paragraphs(text)
    touched = [n for n, paragraph in enumerate(found) if _any_within(mark.spans, paragraph)]
    before = [n - 1 for n in touched[:1] if n]
    return [tuple(marked_runs(text, found[n], [mark])) for n in before + touched]


def marked_runs(
    text: str, within: Span, marks: Iterable[TextMark[Subject]]
) -> Iterator[MarkedRun[Subject]]:
    """A paragraph, split wherever a mark begins or ends; marks may overlap."""
    near = [mark for mark in marks if _any_within(mark.spans, within)]
    notes = defaultdict(list)
    for mark in near:
        notes[_note_place(text, mark.spans[0], within)].append(mark.of)
    edges = {edge for mark in near for span in mark.spans for edge in span} | notes.keys()
    inner = sorted(edge for edge in edges if within.start < edge < within.end)
    # Outer marks first: they begin earlier, or end later.
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
    """The offset for a note: after the first span and the punctuation that closes it.

    -1 in all paragraphs but the one in which the first span begins.
    """
    if not _contains(within, first.start):
        return -1
    place = min(first.end, within.end)
    while place < within.end and not (text[place].isalnum() or text[place].isspace()):
        place += 1
    return place


def _contains(span: Span, at: int) -> bool:
    return span.start <= at < span.end


def _any_within(spans: Iterable[Span], within: Span) -> bool:
    return any(span.start < within.end and within.start < span.end for span in spans)


def _words_at(text: str, span: Span) -> str:
    return text[span.start : span.end]


# The words in the live page ------------------------------------------------------------------


def text_fragment(text: str, spans: Sequence[Span], headline: str = "") -> str:
    """The URL fragment with which a browser scrolls to these words and highlights them.

    `:~:text=[prefix-,]start[,end][,-suffix]`, one directive for each span (WICG, "URL Fragment
    Text Directives"); "" if there are no words. Prefix and suffix are added if the text and its
    headline contain the words more than once.
    """
    directives = [
        _directive(text, span, headline) for span in spans if _words_at(text, span).strip()
    ]
    return ":~:" + "&".join(f"text={one}" for one in directives) if directives else ""


def address_of_words(url: str, text: str, spans: Sequence[Span], headline: str = "") -> str:
    """The address of the words in the live page; the address itself if there are no words."""
    url = url.partition(":~:")[0]
    fragment = text_fragment(text, spans, headline)
    return url + ("" if "#" in url or not fragment else "#") + fragment


def _directive(text: str, span: Span, headline: str) -> str:
    words = _words_at(text, span)
    directive = _start_and_end(words)
    # Browsers ignore case, and search first for the words with which the directive begins.
    opening = words if "," not in directive else " ".join(words.split()[:FEW_WORDS])
    if f"{headline}\n{text}".casefold().count(opening.casefold()) < 2:
        return directive
    before, after = _words_before(text, span.start), _words_after(text, span.end)
    prefix = f"{_percent_encode(before)}-," if before else ""
    suffix = f",-{_percent_encode(after)}" if after else ""
    return f"{prefix}{directive}{suffix}"


def _start_and_end(words: str) -> str:
    """All the words; or the first and last few if they are many or span paragraphs."""
    parts = words.split()
    short = len(words) <= LONGEST_COMPLETE and "\n" not in words
    if short or len(parts) <= 2 * FEW_WORDS:
        return _percent_encode(" ".join(parts))
    ends = parts[:FEW_WORDS], parts[-FEW_WORDS:]
    return ",".join(_percent_encode(" ".join(words_at_end)) for words_at_end in ends)


def _words_before(text: str, at: int) -> str:
    """The last few words of the line before this offset, with any opening quotation mark."""
    line = text[:at].rpartition("\n")[2]
    return " ".join(line.split()[-FEW_WORDS:])


def _words_after(text: str, at: int) -> str:
    line = text[at:].partition("\n")[0]
    return " ".join(line.split()[:FEW_WORDS])


def _percent_encode(words: str) -> str:
    """Percent-encoded, also the characters with a meaning in directives: `-`, `,`, `&`."""
    return percent_encoded(words, safe="").replace("-", "%2D")
