"""Words that somebody did not say are nobody's, in every language: hat nie gesagt; n'a pas dit."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from citations.extraction.languages.lexicon_loading import Language, any_word_pattern
from citations.extraction.quotation import Quotation

# Code points on either side of the verb in which a negation belongs to it, within the clause.
_BEFORE, _BEHIND = 24, 12
# A conjunction ends it as well: no dudó y dijo.
_CLAUSE_END = re.compile(
    r"[.,;:!?—–―。、，；：！？\n«»„“”「」『』\"]|\s(?:y|e|et|und|en|i|и|ed|and)\s", re.IGNORECASE
)


def without_denied_speakers(
    text: str, found: Iterable[Quotation], lexicon: Language
) -> list[Quotation]:
    """The same quotations; those whose verb is denied have no speaker."""
    return [_unattributed(each) if _is_denied(text, each, lexicon) else each for each in found]


def _unattributed(quotation: Quotation) -> Quotation:
    return replace(
        quotation, attribution=None, cue=None, speaker="", confidence=0.3, rule="unattributed"
    )


def _is_denied(text: str, quotation: Quotation, lexicon: Language) -> bool:
    anchor = quotation.cue or quotation.attribution
    denial = _denial(lexicon.words("negations"), lexicon.words("not_only"), lexicon.reader)
    if anchor is None:
        return False
    # Dialogue after a dash has no marks that would end the clause.
    said = [each.end for each in quotation.segments if each.end <= anchor.start]
    start = max(0, anchor.start - _BEFORE, *said)
    before = _CLAUSE_END.split(text[start : anchor.start])[-1]
    # Without a verb, a negation behind the speaker denies something else.
    last = anchor.end + _BEHIND if quotation.cue else anchor.start
    behind = _CLAUSE_END.split(text[anchor.start : last], maxsplit=1)[0]
    return bool(denial.search(before) or denial.search(behind))


@lru_cache(maxsize=32)
def _denial(negations: frozenset[str], not_only: frozenset[str], reader: str) -> re.Pattern[str]:
    """A negation; in scripts with spaces a whole word, and no part of "not only"."""
    words = any_word_pattern(negations)
    edges = (r"(?<!\w)", r"(?!\w)") if reader in {"alphabetic", "arabic"} else ("", "")
    limited = any_word_pattern(not_only)
    return re.compile(rf"{edges[0]}(?!(?:{limited})\b)(?:{words}){edges[1]}", re.IGNORECASE)
