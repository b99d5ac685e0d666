"""Loads candidate quotes with all their wordings, and matches quotations against them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citations.comparison.compare import compare
from citations.comparison.containment import find_containment
from citations.comparison.overquotation import runs_past_the_marks
from citations.comparison.verdict import Verdict
from citations.comparison.wording_tokens import Containment, WordingTokens
from citations.index.analysis import indexable_text
from citations.models import Appearance, Mode, Quote, Snapshot
from citations.text.spans import Span

# Two wordings are compared when they share at least this part of the quotation's words, or of the
# recorded words, for quotations that go beyond the record.
LEAST_SHARED, LEAST_SHARED_OF_RECORD = 0.4, 0.8
# Code points of an article's text that are searched on each side of an appearance.
CONTEXT = 600
# From the segments of each printing to the text before and after it, wherever it is printed so.
Printings = dict[tuple[str, ...], list[tuple[str, str]]]
_VERDICT_ORDER = {
    Verdict.VERBATIM: 0,
    Verdict.TYPOGRAPHIC: 1,
    Verdict.ABRIDGED: 2,
    Verdict.ALTERED: 3,
}


@dataclass(frozen=True)
class PrintedWording:
    """`parts` are its segments; `contexts` the text before and after each printing."""

    parts: tuple[str, ...]
    folded: frozenset[str]
    contexts: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        return " ".join(self.parts)


@dataclass(frozen=True)
class QuoteCandidate:
    number: int
    speaker: int
    is_paraphrase: bool
    wordings: tuple[PrintedWording, ...]


@dataclass(frozen=True)
class QuoteMatch:
    """The passage of a quote's wording that a quotation matches, and the context of the wording."""

    candidate: QuoteCandidate
    text: str
    passage: Containment
    context: tuple[str, str] = ("", "")


def load_candidates(numbers: Iterable[int], *, wide: bool = False) -> dict[int, QuoteCandidate]:
    """The published ones, in two queries; in three with `wide` contexts from the articles."""
    keys = set(numbers)
    if not keys:
        return {}
    printings = _printings_of(keys, wide)
    quotes = Quote.objects.published().filter(pk__in=keys)
    columns = ("pk", "speaker_id", "mode", "text", "original")
    return {
        pk: QuoteCandidate(
            pk, speaker, mode == Mode.INDIRECT, _wordings_of(text, original, printings[pk])
        )
        for pk, speaker, mode, text, original in quotes.values_list(*columns).order_by()
    }


def _printings_of(numbers: set[int], wide: bool) -> dict[int, Printings]:
    printings: dict[int, Printings] = defaultdict(lambda: defaultdict(list))
    appearances = Appearance.objects.filter(quote__in=numbers).primary_first()
    columns = ("quote_id", "exact", "segments", "prefix", "suffix", "snapshot_id")
    rows = list(appearances.values_list(*columns))
    snapshots = Snapshot.objects.filter(pk__in={row[-1] for row in rows if wide})
    texts = dict(snapshots.values_list("pk", "text").order_by()) if wide else {}
    for quote, exact, segments, before, after, snapshot in rows:
        parts = _parts(exact, segments)
        context = before, after
        if parts and snapshot in texts:
            context = _context_of(texts[snapshot], segments[0][0], segments[-1][1])
        printings[quote][parts or (exact,)].append(context)
    return printings


def _context_of(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def _parts(exact: str, segments: Sequence[Sequence[int]]) -> tuple[str, ...]:
    """The words of each segment; empty unless `exact` is the segments joined by one space."""
    try:
        lengths = [last - first for first, last in segments]
    except (TypeError, ValueError):  # no form or fixture writes such segments
        return ()
    parts, start = [], 0
    for length in lengths:
        parts.append(exact[start : start + length])
        start += length + 1
    return tuple(parts) if start == len(exact) + 1 else ()


def _wordings_of(text: str, original: str, printings: Printings) -> tuple[PrintedWording, ...]:
    """The reference wording with the context of its first source, the original, the printings."""
    first = next(iter(printings.values()), [])
    wordings = {(text,): first[:1]} | ({(original,): []} if original else {}) | printings
    return tuple(
        PrintedWording(parts, _folded_words(" ".join(parts)), tuple(contexts))
        for parts, contexts in wordings.items()
    )


def _folded_words(text: str) -> frozenset[str]:
    return frozenset(indexable_text(text).split())


def best_match(quoted: WordingTokens, candidate: QuoteCandidate) -> QuoteMatch | None:
    folded = _folded_words(quoted.text)
    found = (_match(quoted, folded, candidate, each) for each in candidate.wordings)
    return min((each for each in found if each), key=match_rank, default=None)


def match_rank(match: QuoteMatch) -> tuple[int, float]:
    """A sort key, the best match first: by verdict, then by likeness."""
    return _VERDICT_ORDER[match.passage.verdict], -match.passage.likeness


def _match(
    quoted: WordingTokens,
    folded: frozenset[str],
    candidate: QuoteCandidate,
    printed: PrintedWording,
) -> QuoteMatch | None:
    shared, passage = len(folded & printed.folded), None
    least = min(LEAST_SHARED * len(folded), LEAST_SHARED_OF_RECORD * len(printed.folded))
    if shared >= least:
        passage = find_containment(quoted, WordingTokens(printed.parts))
    context = next(iter(printed.contexts), ("", ""))
    if shared and (passage is None or passage.verdict is Verdict.ALTERED):
        beyond = (each for each in printed.contexts if _is_beyond(quoted, folded, printed, *each))
        if outside := next(beyond, None):
            edits = compare(quoted.text, printed.parts).edits
            whole = Span(0, len(printed.text))
            passage = Containment(Verdict.ALTERED, whole, edits, goes_beyond=True)
            context = outside
    return QuoteMatch(candidate, printed.text, passage, context) if passage else None


def _is_beyond(
    quoted: WordingTokens, folded: frozenset[str], printed: PrintedWording, before: str, after: str
) -> bool:
    """Whether the source prints these words, but some of them outside its quotation marks."""
    surroundings = _folded_words(f"{before} {printed.text} {after}")
    return folded <= surroundings and runs_past_the_marks(quoted, before, printed.text, after)
