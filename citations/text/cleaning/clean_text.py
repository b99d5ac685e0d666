"""A text as it is to be read, with the way back to the original's code points."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from citations.text.spans import Span


class TextEdit(NamedTuple):
    """`start` to `end` of the text at hand reads as `replacement`."""

    start: int
    end: int
    replacement: str = ""


@dataclass(frozen=True, slots=True)
class CleanText:
    """`text` is read in place of `original`.

    `starts` and `ends` hold, for each code point of `text`, the span of the original it stands for;
    both are empty where nothing was changed. `cuts` are spans of the original that are no words of
    the text, such as page numbers: a quotation that runs over one has two segments.
    """

    original: str
    text: str
    starts: "array[int]"
    ends: "array[int]"
    cuts: tuple[Span, ...] = ()

    @classmethod
    def unchanged(cls, text: str) -> "CleanText":
        return cls(text, text, array("I"), array("I"))

    def with_edits(self, edits: Iterable[TextEdit], *, are_cuts: bool = False) -> "CleanText":
        """The text after the edits, which are in order and do not overlap."""
        edits = list(edits)
        if not edits:
            return self
        old_starts = self.starts or array("I", range(len(self.text)))
        old_ends = self.ends or array("I", range(1, len(self.text) + 1))
        pieces: list[str] = []
        starts, ends = array("I"), array("I")
        cuts = [*self.cuts]
        reached = 0
        for edit in edits:
            pieces += [self.text[reached : edit.start], edit.replacement]
            starts += old_starts[reached : edit.start]
            ends += old_ends[reached : edit.start]
            if edit.end > edit.start:
                first, last = old_starts[edit.start], old_ends[edit.end - 1]
                starts += array("I", [first]) * len(edit.replacement)
                ends += array("I", [last]) * len(edit.replacement)
                if are_cuts:
                    cuts.append(Span(first, last))
            reached = edit.end
        pieces.append(self.text[reached:])
        starts += old_starts[reached:]
        ends += old_ends[reached:]
        return CleanText(self.original, "".join(pieces), starts, ends, tuple(sorted(cuts)))

    def original_span(self, span: Span) -> Span:
        """The span of the original that the words at this span of `text` stand for."""
        if not self.starts:
            return span
        if span.start == span.end:
            at = self.starts[span.start] if span.start < len(self.starts) else len(self.original)
            return Span(at, at)
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def original_segments(self, span: Span) -> list[Span]:
        """The same in pieces, where page numbers or running heads come between the words."""
        whole = self.original_span(span)
        first = bisect_left(self.cuts, (whole.start, 0))
        last = bisect_right(self.cuts, (whole.end, 0))
        pieces, reached = [], whole.start
        for cut in self.cuts[first:last]:
            if cut.end <= whole.end:
                pieces.append(Span(reached, cut.start))
                reached = cut.end
        pieces.append(Span(reached, whole.end))
        return [piece for piece in pieces if piece.text_in(self.original).strip()] or [whole]
