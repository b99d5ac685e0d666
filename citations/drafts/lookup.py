"""Looks up which quotes on record the quotations of a draft may be, several at a time."""

from collections.abc import Sequence

from citations.comparison.verdict import Verdict
from citations.comparison.wording_tokens import WordingTokens, split_at_omissions
from citations.drafts.candidates import QuoteMatch, best_match, load_candidates, match_rank
from citations.models.base import time_budget
from citations.search.similar import CONTEXT_FIELDS, find_candidate_quotes

# A piece between two omissions is looked up separately from this number of words on.
LEAST_PIECE = 4


def find_matches(quoted: Sequence[WordingTokens]) -> list[list[QuoteMatch]]:
    """The matching quotes of each quotation, the best first. Raises TooSlowError.

    Without a match, the text printed around quotes is searched as well.
    """
    found = _match_candidates(
        quoted, find_candidate_quotes([_search_pieces(each) for each in quoted])
    )
    unmatched = [at for at, matches in enumerate(found) if not matches]
    again = [quoted[at] for at in unmatched]
    around = find_candidate_quotes([_search_pieces(each) for each in again], fields=CONTEXT_FIELDS)
    for at, matches in zip(unmatched, _match_candidates(again, around, wide=True), strict=True):
        found[at] = matches
    return found


def find_joined_quotes(words: WordingTokens) -> list[QuoteMatch]:
    """A match for each piece between omissions, if one speaker said them all in several quotes."""
    parts = split_at_omissions(words)
    if len(parts) < 2 or any(len(each.words) < LEAST_PIECE for each in parts):
        return []
    found = _match_candidates(
        parts, find_candidate_quotes([_search_pieces(each) for each in parts])
    )
    sound = [
        [each for each in some if each.passage.verdict is not Verdict.ALTERED] for some in found
    ]
    for first in sound[0]:
        speaker = first.candidate.speaker
        theirs = [[each for each in some if each.candidate.speaker == speaker] for some in sound]
        if all(theirs):
            return [first, *(some[0] for some in theirs[1:])]
    return []


def _search_pieces(words: WordingTokens) -> list[str]:
    """Unbroken runs of words: between omissions, and on each side of a cue."""
    return [
        piece.text for part in words.parts for piece in split_at_omissions(WordingTokens((part,)))
    ]


def _match_candidates(
    quoted: Sequence[WordingTokens], numbers: Sequence[list[int]], *, wide: bool = False
) -> list[list[QuoteMatch]]:
    candidates = load_candidates((number for some in numbers for number in some), wide=wide)
    found = []
    for words, some in zip(quoted, numbers, strict=True):
        time_budget.check_time_left()
        there = (candidates[number] for number in some if number in candidates)
        matches = (best_match(words, each) for each in there)
        found.append(sorted((each for each in matches if each), key=match_rank))
    return found
