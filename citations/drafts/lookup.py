"""Looking quotations up: what each of them may be taken from, several quotations at a time."""

from collections.abc import Sequence

from citations.comparison.compare import Verdict
from citations.comparison.wording_tokens import Words, pieces
from citations.drafts.candidates import Match, matched, rank, read
from citations.models.base import time_budget
from citations.search.similar import AROUND, similar

# Words of a piece between two omissions that is looked up by itself.
LEAST_PIECE = 4


def matches_of(quoted: Sequence[Words]) -> list[list[Match]]:
    """For each quotation what it may be taken from, the best first.

    Where nothing is alike, it is looked for once more in what is printed around quotations.
    Raises `TooSlowError`.
    """
    found = _found(quoted, similar([_parts(each) for each in quoted]))
    lost = [at for at, matches in enumerate(found) if not matches]
    again = [quoted[at] for at in lost]
    around = similar([_parts(each) for each in again], fields=AROUND)
    for at, matches in zip(lost, _found(again, around, wide=True), strict=True):
        found[at] = matches
    return found


def joined(words: Words) -> list[Match]:
    """One match for each piece between omissions, where one speaker said them all, in several
    quotes; else none."""
    parts = pieces(words)
    if len(parts) < 2 or any(len(each.words) < LEAST_PIECE for each in parts):
        return []
    found = _found(parts, similar([_parts(each) for each in parts]))
    sound = [[each for each in some if each.taken.verdict is not Verdict.ALTERED] for some in found]
    for first in sound[0]:
        speaker = first.candidate.speaker
        theirs = [[each for each in some if each.candidate.speaker == speaker] for some in sound]
        if all(theirs):
            return [first, *(some[0] for some in theirs[1:])]
    return []


def _parts(words: Words) -> list[str]:
    """What stands in a row: between omissions, and on each side of a cue."""
    return [piece.text for part in words.parts for piece in pieces(Words((part,)))]


def _found(
    quoted: Sequence[Words], numbers: Sequence[list[int]], *, wide: bool = False
) -> list[list[Match]]:
    candidates = read((number for some in numbers for number in some), wide=wide)
    found = []
    for words, some in zip(quoted, numbers, strict=True):
        time_budget.check()
        there = (candidates[number] for number in some if number in candidates)
        matches = (matched(words, each) for each in there)
        found.append(sorted((each for each in matches if each), key=rank))
    return found
