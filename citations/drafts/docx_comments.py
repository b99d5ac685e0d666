"""A draft back as .docx, with a comment at each finding (ECMA-376, comments of Word)."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from itertools import islice, takewhile
from typing import Any, NamedTuple

from citations.documents.word_processor import paragraphs_of, runs_of
from citations.drafts.findings import Finding, Report

AUTHOR, INITIALS = "Citations", "C"
# What a run has beside its words when it can be parted: its properties.
_PLAIN = {"t", "rPr"}
_CLOSING = frozenset("”“\"»«’'」』")


@dataclass(frozen=True)
class Additions:
    """What is put in on request: a citation behind each finding by its place, and the sources."""

    citations: Mapping[int, str]
    sources: Sequence[str] = ()


NOTHING = Additions({})


class Place(NamedTuple):
    """A paragraph of a document, and where it stands in the text that was read of it."""

    begins: int
    ends: int
    paragraph: Any


def commented(
    report: Report, site: str, draft: bytes = b"", additions: Additions = NOTHING
) -> bytes:
    """The draft with comments: the .docx that it was read from, or else a new one of its text."""
    from docx import Document

    if draft:
        try:
            return _written(Document(BytesIO(draft)), report, site, additions)
        except Exception:  # noqa: BLE001, S110  whatever a strange document makes the library raise
            pass
    return _written(_new(report.text), report, site, additions)


def _written(document: Any, report: Report, site: str, additions: Additions) -> bytes:
    places = list(_places(document, report.text))
    # From the end on, so that what is parted or put in moves nothing that is still to come.
    spoken = []
    for each in reversed(report.findings):
        if citation := additions.citations.get(each.start):
            end = _outside(report.text, each.end)
            for run in _runs(places, end - 1, end):
                _put_behind(run, f" {_printable(citation)}")
        runs = [run for span in each.segments for run in _runs(places, *span)]
        spoken.append((told(each, site), runs))
    for words, runs in reversed(spoken):
        if runs:
            document.add_comment(runs, words, author=AUTHOR, initials=INITIALS)
    for number, source in enumerate(additions.sources):
        if not number:
            document.add_paragraph().add_run("Sources").bold = True
        document.add_paragraph(_printable(source))
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def told(finding: Finding, site: str) -> str:
    """The comment: the verdict, what is to be looked at, and where the quote is."""
    source = finding.source
    words = f"The source: “{source.passage.of(source.text)}”" if source and finding.edits else ""
    address = f"{site}{finding.quote.get_absolute_url()}" if finding.quote else ""
    name = ". ".join((finding.name, *finding.flag_names))
    lines = filter(None, (f"{name}.", finding.note, words, address))
    return "\n".join(map(_printable, lines))


def _printable(text: str) -> str:
    """Without what XML cannot hold."""
    return "".join(each if each.isprintable() else " " for each in text)


def _outside(text: str, end: int) -> int:
    """Where the marks around the quotation are closed, with a comma or stop inside them."""
    for at in range(end, min(end + 3, len(text))):
        if text[at] in _CLOSING:
            return at + 1
    return end


def _new(text: str) -> Any:
    from docx import Document

    document = Document()
    for paragraph in text.split("\n\n"):
        document.add_paragraph(_printable(paragraph))
    return document


def _places(document: Any, text: str) -> Iterator[Place]:
    """Each paragraph that has words, with where it begins and ends in the text."""
    at = 0
    for paragraph in paragraphs_of(document):
        whole = "".join(run.text for run in runs_of(paragraph))
        words = whole.strip()
        if not words:
            continue
        start = text.find(words[:200], at)
        if start >= 0:
            begins = start - whole.index(words)
            yield Place(begins, begins + len(whole), paragraph)
            at = start + len(words)


def _runs(places: Sequence[Place], start: int, end: int) -> list[Any]:
    """The runs of the words from start to end, parted there where they can be."""
    found = []
    first = bisect_right(places, start, key=lambda place: place.ends)
    for place in takewhile(lambda place: place.begins < end, islice(places, first, None)):
        found += _within(place.paragraph, start - place.begins, end - place.begins)
    return found


def _within(paragraph: Any, start: int, end: int) -> list[Any]:
    at, found = 0, []
    for run in runs_of(paragraph):
        length = len(run.text)
        first, last = max(start - at, 0), min(end - at, length)
        if first < last:
            found.append(_parted(run, first, last))
        at += length
    return found


def _parted(run: Any, first: int, last: int) -> Any:
    """The run from its first to its last character, what is beside it in runs of their own."""
    text = run.text
    if {each.tag.rpartition("}")[2] for each in run._r} - _PLAIN:
        return run
    if last < len(text):
        _put_behind(run, text[last:])
    if first > 0:
        before = deepcopy(run._r)
        run._r.addprevious(before)
        type(run)(before, run._parent).text = text[:first]
    run.text = text[first:last]
    return run


def _put_behind(run: Any, text: str) -> None:
    """A run of the same looks behind this one."""
    behind = deepcopy(run._r)
    run._r.addnext(behind)
    type(run)(behind, run._parent).text = text
