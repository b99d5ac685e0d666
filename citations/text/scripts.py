"""Classes of characters, for regular expressions: scripts without spaces, and combining marks."""

import unicodedata
from itertools import groupby

# As a regular expression's class, without its brackets: the repetition mark and zero, kana, Han
# with its extensions, Hangul, half-width kana.
CJK = (
    "々〇\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff"
)
# The same and Thai, Lao, Burmese, Khmer.
UNSPACED = CJK + "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"


def _ranges(codes: list[int]) -> str:
    """The code points as a class, without its brackets."""
    runs = (list(run) for _, run in groupby(enumerate(codes), key=lambda one: one[1] - one[0]))
    return "".join(f"{chr(run[0][1])}-{chr(run[-1][1])}" for run in runs)


# Marks above, below, around and beside letters; in many scripts they are the vowels. There are
# none between the last of these and the variation selectors.
LAST_SCRIPT = 0x1F000
MARKS = (
    _ranges(
        [code for code in range(LAST_SCRIPT) if unicodedata.category(chr(code)).startswith("M")]
    )
    + "\U000e0100-\U000e01ef"
)
