"""Character classes for regular expressions: scripts without spaces, and combining marks."""

import unicodedata
from itertools import groupby

# The inside of a regular expression's character class: the iteration mark and zero, kana, Han
# with its extensions, Hangul, half-width kana.
CJK = (
    "々〇\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff"
)
# The same with Thai, Lao, Burmese and Khmer.
UNSPACED = CJK + "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"


def _ranges(codes: list[int]) -> str:
    """The code points as the inside of a character class."""
    runs = (list(run) for _, run in groupby(enumerate(codes), key=lambda one: one[1] - one[0]))
    return "".join(f"{chr(run[0][1])}-{chr(run[-1][1])}" for run in runs)


# Combining marks; in many scripts they are the vowels. Between this code point and the variation
# selectors there are none.
LAST_SCRIPT = 0x1F000
MARKS = (
    _ranges(
        [code for code in range(LAST_SCRIPT) if unicodedata.category(chr(code)).startswith("M")]
    )
    + "\U000e0100-\U000e01ef"
)
