"""Writes a draft as .docx with a comment at each finding (ECMA-376, the comments of Word)."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from itertools import islice, takewhile
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from citations.documents.word_processor import paragraphs_of, runs_of
from citations.drafts.findings import DraftReport, Finding

AUTHOR, INITIALS = "Citations", "C"
# A run can be split if it contains nothing but text and properties.
_SPLITTABLE = {"t", "rPr"}
_CLOSING_MARKS = frozenset("”“\"»«’'」』")


@dataclass(frozen=True)
class DocxAdditions:
    """What is added on request: a citation after each finding, by its start, and the sources."""

    citations: Mapping[int, str]
    sources: Sequence[str] = ()


NO_ADDITIONS = DocxAdditions({})


class ParagraphRange(NamedTuple):
    start: int
    end: int
    paragraph: Any


def add_comments(
    report: DraftReport, site: str, draft: bytes = b"", additions: DocxAdditions = NO_ADDITIONS
) -> bytes:
    """The draft's .docx with comments added, or else a new .docx made from its text."""
    from docx import Document

    if draft:
        try:
            return _write_docx(Document(BytesIO(draft)), report, site, additions)
        except Exception:  # noqa: BLE001, S110  the library may raise anything on an unusual document
            pass
    return _write_docx(_docx_of_text(report.text), report, site, additions)


def _write_docx(document: Any, report: DraftReport, site: str, additions: DocxAdditions) -> bytes:
    ranges = list(_paragraph_ranges(document, report.text))
    # From the end to the start, so that splits and insertions move nothing still to be done.
    comments = []
    for each in reversed(report.findings):
        if citation := additions.citations.get(each.start):
            end = _end_with_marks(report.text, each.end)
            for run in _runs_between(ranges, end - 1, end):
                _insert_after(run, f" {_printable(citation)}")
        runs = [run for span in each.segments for run in _runs_between(ranges, *span)]
        comments.append((comment_text(each, site), runs))
    for words, runs in reversed(comments):
        if runs:
            document.add_comment(runs, words, author=AUTHOR, initials=INITIALS)
    for number, source in enumerate(additions.sources):
        if not number:
            document.add_paragraph().add_run(_("Sources")).bold = True
        document.add_paragraph(_printable(source))
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def comment_text(finding: Finding, site: str) -> str:
    source = finding.source
    words = ""
    if source and finding.edits:
        words = _("The source: “%(words)s”") % {"words": source.passage.text_in(source.text)}
    address = f"{site}{finding.quote.get_absolute_url()}" if finding.quote else ""
    name = ". ".join((finding.name, *finding.flag_names))
    lines = filter(None, (f"{name}.", finding.note, words, address))
    return "\n".join(map(_printable, lines))


def _printable(text: str) -> str:
    """The text without characters that XML does not allow."""
    return "".join(each if each.isprintable() else " " for each in text)


def _end_with_marks(text: str, end: int) -> int:
    """The end after the closing marks, which may follow a comma or full stop."""
    for at in range(end, min(end + 3, len(text))):
        if text[at] in _CLOSING_MARKS:
            return at + 1
    return end


def _docx_of_text(text: str) -> Any:
    from docx import Document

    document = Document()
    for paragraph in text.split("\n\n"):
        document.add_paragraph(_printable(paragraph))
    return document


def _paragraph_ranges(document: Any, text: str) -> Iterator[ParagraphRange]:
    at = 0
    for paragraph in paragraphs_of(document):
        whole = "".join(run.text for run in runs_of(paragraph))
        words = whole.strip()
        if not words:
            continue
        start = text.find(words[:200], at)
        if start >= 0:
            first = start - whole.index(words)
            yield ParagraphRange(first, first + len(whole), paragraph)
            at = start + len(words)


def _runs_between(ranges: Sequence[ParagraphRange], start: int, end: int) -> list[Any]:
    """The runs from start to end, split at both where possible."""
    found = []
    first = bisect_right(ranges, start, key=lambda each: each.end)
    for each in takewhile(lambda each: each.start < end, islice(ranges, first, None)):
        found += _runs_within(each.paragraph, start - each.start, end - each.start)
    return found


def _runs_within(paragraph: Any, start: int, end: int) -> list[Any]:
    at, found = 0, []
    for run in runs_of(paragraph):
        length = len(run.text)
        first, last = max(start - at, 0), min(end - at, length)
        if first < last:
            found.append(_split_run(run, first, last))
        at += length
    return found


def _split_run(run: Any, first: int, last: int) -> Any:
    """The run reduced to these characters; the rest goes into new runs before and after it."""
    text = run.text
    if {each.tag.rpartition("}")[2] for each in run._r} - _SPLITTABLE:
        return run
    if last < len(text):
        _insert_after(run, text[last:])
    if first > 0:
        before = deepcopy(run._r)
        run._r.addprevious(before)
        type(run)(before, run._parent).text = text[:first]
    run.text = text[first:last]
    return run


def _insert_after(run: Any, text: str) -> None:
    following = deepcopy(run._r)
    run._r.addnext(following)
    type(run)(following, run._parent).text = text
