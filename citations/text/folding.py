"""A plainer copy of a text, to find and compare by; its offsets lead back to the text itself."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from unicodedata import combining, decomposition, normalize

from citations.text.spans import Span

_DOUBLE_MARKS = '"“”„‟″«»「」『』〝〞〟《》〈〉\u2329\u232a｢｣❝❞⹂״﹁﹂﹃﹄'
_SINGLE_MARKS = "'‘’‚‛′‹›´`ʹʻʼʽ❛❜׳᾽"
_DASHES = "-‐‑‒–—―−⁃﹘﹣－"
# Directional overrides, embeddings and isolates are not here: they change what the reader sees.
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064"
_UNSEEN += "\u202c\u2069\ufeff" + "".join(map(chr, range(0xFE00, 0xFE10)))

_FOLDS = dict.fromkeys(_DOUBLE_MARKS, '"') | dict.fromkeys(_SINGLE_MARKS, "'")
_FOLDS |= dict.fromkeys(_DASHES, "-") | dict.fromkeys(_UNSEEN, "")

_MERGES = {"  ": " ", "--": "-", "''": '"'}

# Letters that join the letter before although they are no combining marks (Unicode NFC_QC=Maybe).
_JOINING_VOWELS = frozenset(
    "\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e"
    "\u1b35\U00011127\U0001133e\U00011357\U000114b0\U000114ba\U000114bd\U000115af\U00011930"
)
# A letter with more marks than this is no letter; UAX #15, Stream-Safe Text Format, draws the
# line here too. Without it, ordering the marks takes quadratic time.
_MOST_MARKS = 30

# Unpacked, these would change a number: 10² would read 102, and 2½ would read 21/2.
_KEPT_KINDS = ("<super>", "<sub>", "<fraction>", "<circle>")
_PLAIN_DIGIT_KINDS = ("<wide>", "<font>", "<narrow>")
# One character that stands for a whole phrase is left alone: it would make texts 18 times longer.
_MOST_UNPACKED = 6

# Vowels and signs for reading aloud in Hebrew and Arabic, and the stroke that lengthens a word;
# not the madda and hamza, which make another letter.
_POINTS = frozenset(
    map(
        chr,
        chain(
            range(0x0591, 0x05BE),
            (0x05BF, 0x05C1, 0x05C2, 0x05C4, 0x05C5, 0x05C7),
            range(0x0610, 0x061B),
            (0x0640,),
            range(0x064B, 0x0653),
            (0x0670,),
            range(0x06D6, 0x06DD),
            range(0x06DF, 0x06E5),
            (0x06E7, 0x06E8),
            range(0x06EA, 0x06EE),
        ),
    )
)

# Letters that Unicode does not take apart, as a searcher would type them.
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back.

    For the folded code point `i`, the original stretch is `offsets[i]` up to `ends[i]`.
    `offsets` has one entry more, the length of the original.
    """

    text: str
    offsets: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The original span of the folded, half-open span. Raises ValueError outside the text."""
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"No span {start} to {end} in {len(self.text)} folded code points.")
        if start == end:
            return Span(self.offsets[start], self.offsets[start])
        return Span(self.offsets[start], self.ends[end - 1])


def fold(text: str) -> Folded:
    """The text with one kind of each mark, and the way back to it.

    Quotation marks become ", apostrophes and single marks ', dashes -, ellipses three dots, any
    run of white space one space; soft hyphens and zero-width characters go; the rest is brought to
    NFKC, except what would change a number (superscripts, fractions). Case and accents stay.
    """
    clusters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = ""
    for index, character in enumerate(text):
        piece = _unpacked(character)
        if not piece:
            continue
        merged = _merged(last, piece)
        last = merged or piece
        if merged:
            clusters[-1], ends[-1] = merged, index + 1
        else:
            clusters.append(piece)
            starts.append(index)
            ends.append(index + 1)
    return _assembled(clusters, starts, ends, len(text))


def fold_for_search(text: str) -> str:
    """The text as names and words are matched: folded, without case, accents or macrons.

    No offsets lead back. The points of Hebrew and Arabic go too, for most texts have none; vowel
    signs of other scripts and voicing marks (か against が) are letters, and stay.
    """
    return "".join(map(_plain_letter, fold(text).text))


def _assembled(clusters: list[str], starts: list[int], ends: list[int], length: int) -> Folded:
    if max(map(len, clusters), default=0) > 1:
        composed = [normalize("NFC", each) if len(each) > 1 else each for each in clusters]
        starts = [start for each, start in zip(composed, starts, strict=True) for _ in each]
        ends = [end for each, end in zip(composed, ends, strict=True) for _ in each]
        clusters = composed
    return Folded("".join(clusters), (*starts, length), tuple(ends))


def _merged(last: str, piece: str) -> str | None:
    """The two as one, where the piece does not begin anew."""
    if not last:
        return None
    if piece[0] >= "\u0300" and len(last) <= _MOST_MARKS and _continues(piece):
        return last + piece
    return _MERGES.get(last + piece)


@lru_cache(maxsize=4096)
def _unpacked(character: str) -> str:
    if character in _FOLDS:
        return _FOLDS[character]
    if character.isspace():
        return " "
    return "".join(_FOLDS.get(each, each) for each in compatible(character))


@lru_cache(maxsize=4096)
def compatible(character: str) -> str:
    """The character in NFKC, or in NFC where it would become something else: ½ and ² stay."""
    return normalize("NFC" if _is_kept(character) else "NFKC", character)


def _is_kept(character: str) -> bool:
    """Whether it is left as it is, because unpacked it would be something else."""
    kind = decomposition(character).partition(" ")[0]
    plain = normalize("NFKC", character)
    if len(plain) > 1 and (plain[0] == " " or len(plain) > _MOST_UNPACKED):
        return True  # an accent that stands alone; a whole phrase
    if not kind.startswith("<") or kind in _PLAIN_DIGIT_KINDS:
        return False
    return kind in _KEPT_KINDS or any(each.isdigit() for each in plain)


@lru_cache(maxsize=4096)
def _continues(piece: str) -> bool:
    first = normalize("NFD", piece)[0]
    joining_jamo = "\u1161" <= first <= "\u1175" or "\u11a8" <= first <= "\u11c2"
    return combining(first) != 0 or joining_jamo or first in _JOINING_VOWELS


@lru_cache(maxsize=4096)
def _plain_letter(character: str) -> str:
    letters = normalize("NFKD", character.casefold())
    plain = "".join(letter for letter in letters if not _is_accent(letter))
    return normalize("NFKC", plain).translate(_PLAIN_LETTERS)


def _is_accent(character: str) -> bool:
    return (
        character in _POINTS
        or "\u0300" <= character <= "\u036f"
        or "\u1ab0" <= character <= "\u1aff"
        or "\u1dc0" <= character <= "\u1dff"
        or "\u20d0" <= character <= "\u20ff"
        or "\ufe20" <= character <= "\ufe2f"
    )
