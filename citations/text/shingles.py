"""How much of two texts is the same: runs of words that both have (Broder 1997)."""

import hashlib
import re
import unicodedata
from collections.abc import Set
from heapq import nsmallest

# Words in a run: few enough to outlive an edit, many enough to be one text's own.
WORDS = 5
# Runs that stand for a text: of two that share half their runs, about half of these are shared.
SKETCH = 24
_BITS = 63
_ACCENT = re.compile("[\u0300-\u036f\u3099\u309a]+")
# Chinese characters and kana are a word each: no spaces part them.
_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff]|[^\\W_\u3040-\u30ff\u3400-\u9fff]+")


def shingles(text: str) -> frozenset[int]:
    """Each run of `WORDS` words as a number of 63 bits, without marks, case and accents.

    Of a text that has fewer words, the words as one run; empty for a text without words.
    """
    words = _WORD.findall(_ACCENT.sub("", unicodedata.normalize("NFKD", text)).casefold())
    last = max(len(words) - WORDS + 1, min(len(words), 1))
    return frozenset(_number(" ".join(words[at : at + WORDS])) for at in range(last))


def sketch(runs: Set[int]) -> list[int]:
    """The `SKETCH` smallest: texts that share many runs share some of them."""
    return nsmallest(SKETCH, runs)


def overlap(one: Set[int], other: Set[int]) -> float:
    """The share of the shorter text's runs that the other has too, from 0 to 1."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def _number(run: str) -> int:
    digest = hashlib.blake2b(run.encode(), digest_size=8).digest()
    return int.from_bytes(digest) >> (64 - _BITS)
