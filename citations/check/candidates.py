"""Quotes that a quotation may be, with all their wordings, read for many quotations at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citations.models import Appearance, Mode, Quote
from citations.search.analysis import for_index
from citations.text.comparison import Verdict, compare
from citations.text.quoting import Taken, Words, beyond_the_marks, taken_from
from citations.text.spans import Span

# Shares of words in common below which two wordings are not compared: of the quotation's, or of
# the record's, where the quotation goes beyond it.
LEAST_SHARED, LEAST_HELD = 0.4, 0.8
_ORDER = {Verdict.VERBATIM: 0, Verdict.TYPOGRAPHIC: 1, Verdict.ABRIDGED: 2, Verdict.ALTERED: 4}


@dataclass(frozen=True)
class Printed:
    """A wording of a quote: its parts, its folded words, and what is printed around it."""

    parts: tuple[str, ...]
    folded: frozenset[str]
    before: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        return " ".join(self.parts)


@dataclass(frozen=True)
class Candidate:
    """A quote in its reference wording, in its original, and as each source prints it."""

    number: int
    speaker: int
    is_paraphrase: bool
    wordings: tuple[Printed, ...]


@dataclass(frozen=True)
class Match:
    """What a quotation takes from a wording of a quote."""

    candidate: Candidate
    printed: Printed
    taken: Taken


def read(numbers: Iterable[int]) -> dict[int, Candidate]:
    """The published quotes of these numbers, in two queries."""
    wanted = set(numbers)
    if not wanted:
        return {}
    printed = _printed(wanted)
    quotes = Quote.objects.published().filter(pk__in=wanted)
    columns = ("pk", "speaker_id", "mode", "text", "original")
    return {
        pk: Candidate(pk, speaker, mode == Mode.INDIRECT, _each_once(text, original, printed[pk]))
        for pk, speaker, mode, text, original in quotes.values_list(*columns).order_by()
    }


def _printed(numbers: set[int]) -> dict[int, list[Printed]]:
    found = defaultdict(list)
    appearances = Appearance.objects.filter(quote__in=numbers).order_by("-primary", "pk")
    columns = ("quote_id", "exact", "segments", "prefix", "suffix")
    for quote, exact, segments, before, after in appearances.values_list(*columns):
        found[quote].append(Printed(_parts(exact, segments), _folded(exact), before, after))
    return found


def _parts(exact: str, segments: Sequence[Sequence[int]]) -> tuple[str, ...]:
    """The words of each segment, which are joined by one space; all as one where they are not."""
    try:
        lengths = [last - first for first, last in segments]
    except (TypeError, ValueError):  # what no form or fixture writes
        return (exact,)
    parts, start = [], 0
    for length in lengths:
        parts.append(exact[start : start + length])
        start += length + 1
    return tuple(parts) if parts and start == len(exact) + 1 else (exact,)


def _each_once(text: str, original: str, printed: Sequence[Printed]) -> tuple[Printed, ...]:
    """The reference wording, as it stands in its first source, the original, and the printed."""
    around = (printed[0].before, printed[0].after) if printed else ("", "")
    own = [Printed((text,), _folded(text), *around)]
    own += [Printed((original,), _folded(original))] if original else []
    return tuple({each.parts: each for each in (*own, *printed)}.values())


def _folded(text: str) -> frozenset[str]:
    return frozenset(for_index(text).split())


def matched(quoted: Words, candidate: Candidate) -> Match | None:
    """The best of what the quotation takes from the candidate's wordings."""
    folded = _folded(quoted.text)
    found = (_match(quoted, folded, candidate, each) for each in candidate.wordings)
    return min((each for each in found if each), key=rank, default=None)


def rank(match: Match) -> tuple[int, float]:
    """The order of matches, the best first: how the words stand, then how many are alike."""
    return _ORDER[match.taken.verdict] - match.taken.goes_beyond, -match.taken.likeness


def _match(
    quoted: Words, folded: frozenset[str], candidate: Candidate, printed: Printed
) -> Match | None:
    shared, taken = len(folded & printed.folded), None
    if shared >= LEAST_SHARED * len(folded) or shared >= LEAST_HELD * len(printed.folded):
        taken = taken_from(quoted, Words(printed.parts))
    text = printed.text
    is_altered = taken is None or taken.verdict is Verdict.ALTERED
    if is_altered and shared and _is_beyond(quoted, folded, printed, text):
        edits = compare(quoted.text, printed.parts).edits
        taken = Taken(Verdict.ALTERED, Span(0, len(text)), edits, goes_beyond=True)
    return Match(candidate, printed, taken) if taken else None


def _is_beyond(quoted: Words, folded: frozenset[str], printed: Printed, text: str) -> bool:
    """Whether the source prints the words, but some of them outside its quotation marks."""
    around = _folded(f"{printed.before} {text} {printed.after}")
    return folded <= around and beyond_the_marks(quoted, printed.before, text, printed.after)
