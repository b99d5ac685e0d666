"""Quotes that a quotation may be, with all their wordings, read for many quotations at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citations.comparison.compare import compare
from citations.comparison.containment import taken_from
from citations.comparison.overquotation import beyond_the_marks
from citations.comparison.verdict import Verdict
from citations.comparison.wording_tokens import Taken, Words
from citations.index.analysis import indexable_text
from citations.models import Appearance, Mode, Quote, Snapshot
from citations.text.spans import Span

# Shares of words in common below which two wordings are not compared: of the quotation's, or of
# the record's, where the quotation goes beyond it.
LEAST_SHARED, LEAST_SHARED_OF_RECORD = 0.4, 0.8
# Code points of an article's text that are looked through on each side of a quotation.
NEAR = 600
# The parts of each printing, and what stands before and after it, wherever it is printed so.
Printings = dict[tuple[str, ...], list[tuple[str, str]]]
_ORDER = {Verdict.VERBATIM: 0, Verdict.TYPOGRAPHIC: 1, Verdict.ABRIDGED: 2, Verdict.ALTERED: 3}


@dataclass(frozen=True)
class PrintedWording:
    """A wording of a quote: its parts, its folded words, and what is printed before and after it,
    wherever it is printed."""

    parts: tuple[str, ...]
    folded: frozenset[str]
    around: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        return " ".join(self.parts)


@dataclass(frozen=True)
class QuoteCandidate:
    """A quote in its reference wording, in its original, and as each source prints it."""

    number: int
    speaker: int
    is_paraphrase: bool
    wordings: tuple[PrintedWording, ...]


@dataclass(frozen=True)
class QuoteMatch:
    """What a quotation takes from a wording of a quote, and what is printed around that wording."""

    candidate: QuoteCandidate
    text: str
    taken: Taken
    around: tuple[str, str] = ("", "")


def load_candidates(numbers: Iterable[int], *, wide: bool = False) -> dict[int, QuoteCandidate]:
    """The published quotes of these numbers, in two queries; with more of what is around them, as
    it stands in the articles' texts, in three."""
    wanted = set(numbers)
    if not wanted:
        return {}
    printed = _printings_of(wanted, wide)
    quotes = Quote.objects.published().filter(pk__in=wanted)
    columns = ("pk", "speaker_id", "mode", "text", "original")
    return {
        pk: QuoteCandidate(pk, speaker, mode == Mode.INDIRECT, _wordings_of(text, original, printed[pk]))
        for pk, speaker, mode, text, original in quotes.values_list(*columns).order_by()
    }


def _printings_of(numbers: set[int], wide: bool) -> dict[int, Printings]:
    """How each quote is printed, and what is around it."""
    found: dict[int, Printings] = defaultdict(lambda: defaultdict(list))
    appearances = Appearance.objects.filter(quote__in=numbers).order_by("-primary", "pk")
    columns = ("quote_id", "exact", "segments", "prefix", "suffix", "snapshot_id")
    rows = list(appearances.values_list(*columns))
    snapshots = Snapshot.objects.filter(pk__in={row[-1] for row in rows if wide})
    texts = dict(snapshots.values_list("pk", "text").order_by()) if wide else {}
    for quote, exact, segments, before, after, snapshot in rows:
        parts = _parts(exact, segments)
        near = before, after
        if parts and snapshot in texts:
            near = _context_of(texts[snapshot], segments[0][0], segments[-1][1])
        found[quote][parts or (exact,)].append(near)
    return found


def _context_of(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(0, start - NEAR) : start], text[end : end + NEAR]


def _parts(exact: str, segments: Sequence[Sequence[int]]) -> tuple[str, ...]:
    """The words of each segment, which are joined by one space; none where they are not."""
    try:
        lengths = [last - first for first, last in segments]
    except (TypeError, ValueError):  # what no form or fixture writes
        return ()
    parts, start = [], 0
    for length in lengths:
        parts.append(exact[start : start + length])
        start += length + 1
    return tuple(parts) if start == len(exact) + 1 else ()


def _wordings_of(text: str, original: str, printed: Printings) -> tuple[PrintedWording, ...]:
    """The reference wording, as it stands in its first source, the original, and the printed."""
    first = next(iter(printed.values()), [])
    wordings = {(text,): first[:1]} | ({(original,): []} if original else {}) | printed
    return tuple(
        PrintedWording(parts, _folded_words(" ".join(parts)), tuple(around))
        for parts, around in wordings.items()
    )


def _folded_words(text: str) -> frozenset[str]:
    return frozenset(indexable_text(text).split())


def best_match(quoted: Words, candidate: QuoteCandidate) -> QuoteMatch | None:
    """The best of what the quotation takes from the candidate's wordings."""
    folded = _folded_words(quoted.text)
    found = (_match(quoted, folded, candidate, each) for each in candidate.wordings)
    return min((each for each in found if each), key=match_rank, default=None)


def match_rank(match: QuoteMatch) -> tuple[int, float]:
    """The order of matches, the best first: how the words stand, then how many are alike."""
    return _ORDER[match.taken.verdict], -match.taken.likeness


def _match(
    quoted: Words, folded: frozenset[str], candidate: QuoteCandidate, printed: PrintedWording
) -> QuoteMatch | None:
    shared, taken = len(folded & printed.folded), None
    if shared >= LEAST_SHARED * len(folded) or shared >= LEAST_SHARED_OF_RECORD * len(printed.folded):
        taken = taken_from(quoted, Words(printed.parts))
    around = next(iter(printed.around), ("", ""))
    if shared and (taken is None or taken.verdict is Verdict.ALTERED):
        beyond = (each for each in printed.around if _is_beyond(quoted, folded, printed, *each))
        if outside := next(beyond, None):
            edits = compare(quoted.text, printed.parts).edits
            whole = Span(0, len(printed.text))
            taken, around = Taken(Verdict.ALTERED, whole, edits, goes_beyond=True), outside
    return QuoteMatch(candidate, printed.text, taken, around) if taken else None


def _is_beyond(
    quoted: Words, folded: frozenset[str], printed: PrintedWording, before: str, after: str
) -> bool:
    """Whether the source prints the words, but some of them outside its quotation marks."""
    around = _folded_words(f"{before} {printed.text} {after}")
    return folded <= around and beyond_the_marks(quoted, before, printed.text, after)
