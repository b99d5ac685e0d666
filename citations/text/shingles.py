"""Shingles: how much two texts have in common, by runs of words (Broder 1997)."""

import hashlib
import re
import unicodedata
from collections.abc import Set
from heapq import nsmallest

# Words in a run: few enough to survive an edit, enough to be characteristic of one text.
SHINGLE_WORDS = 5
# Runs that represent a text: if two texts share half their runs, they share about half of these.
SKETCH_SIZE = 24
_BITS = 63
_ACCENT = re.compile("[\u0300-\u036f\u3099\u309a]+")
# Each Chinese character or kana counts as a word, because no spaces separate words there.
_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff]|[^\\W_\u3040-\u30ff\u3400-\u9fff]+")


def shingles(text: str) -> frozenset[int]:
    """Each run of `SHINGLE_WORDS` words as a 63-bit number, ignoring marks, case and accents.

    A text with fewer words is one run; a text without words has none.
    """
    words = _WORD.findall(_ACCENT.sub("", unicodedata.normalize("NFKD", text)).casefold())
    last = max(len(words) - SHINGLE_WORDS + 1, min(len(words), 1))
    return frozenset(_number(" ".join(words[at : at + SHINGLE_WORDS])) for at in range(last))


def sketch(runs: Set[int]) -> list[int]:
    """The `SKETCH_SIZE` smallest numbers: texts that share many runs share some of these."""
    return nsmallest(SKETCH_SIZE, runs)


def overlap(one: Set[int], other: Set[int]) -> float:
    """The share of the shorter text's runs that the other text has too, from 0 to 1."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def _number(run: str) -> int:
    digest = hashlib.blake2b(run.encode(), digest_size=8).digest()
    return int.from_bytes(digest) >> (64 - _BITS)
