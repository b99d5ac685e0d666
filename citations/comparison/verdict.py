"""Verdicts on quoted words: of one comparison, and of a draft's quotation against the record."""

from enum import StrEnum


class Verdict(StrEnum):
    """How quoted words relate to the recorded ones, the best first.

    `UNKNOWN` is never "false": the words are not in this database.
    """

    VERBATIM = "verbatim"
    TYPOGRAPHIC = "typographic"
    ABRIDGED = "abridged"
    OVER_QUOTED = "over_quoted"
    ALTERED = "altered"
    ABSENT = "absent"
    PARAPHRASE = "paraphrase"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"
    TOO_SHORT = "too_short"
    UNCHECKED = "unchecked"


# What `compare` answers, and what the record stores of an appearance.
COMPARISON_VERDICTS = (
    Verdict.VERBATIM,
    Verdict.TYPOGRAPHIC,
    Verdict.ABRIDGED,
    Verdict.ALTERED,
    Verdict.ABSENT,
)
# What a finding of a draft check can have, in the order of its summary.
FINDING_VERDICTS = tuple(each for each in Verdict if each is not Verdict.ABSENT)
# The quoted words are the source's words.
SOUND_VERDICTS = frozenset({Verdict.VERBATIM, Verdict.TYPOGRAPHIC, Verdict.ABRIDGED})
