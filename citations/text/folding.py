"""Folding: a plainer copy of a text for finding and comparing, with offsets into the original."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from unicodedata import combining, decomposition, normalize

from citations.text.spans import Span

_DOUBLE_MARKS = '"“”„‟″«»「」『』〝〞〟《》〈〉\u2329\u232a｢｣❝❞⹂״﹁﹂﹃﹄'
_SINGLE_MARKS = "'‘’‚‛′‹›´`ʹʻʼʽ❛❜׳᾽"
_DASHES = "-‐‑‒–—―−⁃﹘﹣－"
# Directional overrides, embeddings and isolates are not included: they change what readers see.
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064"
_INVISIBLE += "\u202c\u2069\ufeff" + "".join(map(chr, range(0xFE00, 0xFE10)))

_FOLDS = dict.fromkeys(_DOUBLE_MARKS, '"') | dict.fromkeys(_SINGLE_MARKS, "'")
_FOLDS |= dict.fromkeys(_DASHES, "-") | dict.fromkeys(_INVISIBLE, "")

_MERGES = {"  ": " ", "--": "-", "''": '"'}

# Letters that join the preceding letter but are not combining marks (Unicode NFC_QC=Maybe).
_JOINING_VOWELS = frozenset(
    "\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e"
    "\u1b35\U00011127\U0001133e\U00011357\U000114b0\U000114ba\U000114bd\U000115af\U00011930"
)
# No real letter has more combining marks than this; the limit is that of UAX #15, Stream-Safe
# Text Format. Without a limit, ordering the marks takes quadratic time.
_MOST_MARKS = 30

# Expanding these would change a number: 10² would become 102, and 2½ would become 21/2.
_UNCHANGED_KINDS = ("<super>", "<sub>", "<fraction>", "<circle>")
_PLAIN_DIGIT_KINDS = ("<wide>", "<font>", "<narrow>")
# A character that expands to a whole phrase is left as it is: texts could grow 18-fold.
_LONGEST_EXPANSION = 6

# Hebrew and Arabic vowel points and cantillation marks, and the stroke that lengthens a word;
# not the madda and hamza, which form other letters.
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

# Letters that Unicode does not decompose, as a searcher would type them.
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text with its offsets into the original.

    The folded code point `i` comes from the original code points `offsets[i]` up to `ends[i]`.
    `offsets` has one more entry: the length of the original.
    """

    text: str
    offsets: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Convert a half-open span of the folded text to a span of the original.

        Raises ValueError if it lies outside the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"Span {start}–{end} is not within {len(self.text)} code points.")
        if start == end:
            return Span(self.offsets[start], self.offsets[start])
        return Span(self.offsets[start], self.ends[end - 1])


def fold(text: str) -> FoldedText:
    """Fold the text: one form for each kind of mark, with offsets into the original.

    Quotation marks become ", apostrophes and single marks ', dashes -, ellipses three dots, and a
    run of white space one space. Soft hyphens and zero-width characters are removed. The rest is
    normalized to NFKC, except where that would change a number (superscripts, fractions). Case and
    accents are kept.
    """
    clusters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = ""
    for index, character in enumerate(text):
        piece = _unpack(character)
        if not piece:
            continue
        merged = _merge(last, piece)
        last = merged or piece
        if merged:
            clusters[-1], ends[-1] = merged, index + 1
        else:
            clusters.append(piece)
            starts.append(index)
            ends.append(index + 1)
    return _assemble(clusters, starts, ends, len(text))


def fold_for_search(text: str) -> str:
    """The form in which names and words are matched: folded, without case, accents or macrons.

    It has no offsets into the original. Hebrew and Arabic vowel points are removed too, because
    most texts have none. Vowel signs of other scripts and voicing marks (か and が) distinguish
    letters, so they are kept.
    """
    return "".join(map(_to_plain_letters, fold(text).text))


def _assemble(clusters: list[str], starts: list[int], ends: list[int], length: int) -> FoldedText:
    if max(map(len, clusters), default=0) > 1:
        composed = [normalize("NFC", each) if len(each) > 1 else each for each in clusters]
        starts = [start for each, start in zip(composed, starts, strict=True) for _ in each]
        ends = [end for each, end in zip(composed, ends, strict=True) for _ in each]
        clusters = composed
    return FoldedText("".join(clusters), (*starts, length), tuple(ends))


def _merge(last: str, piece: str) -> str | None:
    """The two combined, or None if the piece starts a new cluster."""
    if not last:
        return None
    if piece[0] >= "\u0300" and len(last) <= _MOST_MARKS and _joins_the_last(piece):
        return last + piece
    return _MERGES.get(last + piece)


@lru_cache(maxsize=4096)
def _unpack(character: str) -> str:
    if character in _FOLDS:
        return _FOLDS[character]
    if character.isspace():
        return " "
    return "".join(_FOLDS.get(each, each) for each in to_compatible_form(character))


@lru_cache(maxsize=4096)
def to_compatible_form(character: str) -> str:
    """The character in NFKC, or in NFC if NFKC would change its meaning: ½ and ² are kept."""
    return normalize("NFC" if _keeps_its_form(character) else "NFKC", character)


def _keeps_its_form(character: str) -> bool:
    """Whether expanding it would change its meaning."""
    kind = decomposition(character).partition(" ")[0]
    plain = normalize("NFKC", character)
    if len(plain) > 1 and (plain[0] == " " or len(plain) > _LONGEST_EXPANSION):
        return True  # an accent without a letter; a whole phrase
    if not kind.startswith("<") or kind in _PLAIN_DIGIT_KINDS:
        return False
    return kind in _UNCHANGED_KINDS or any(each.isdigit() for each in plain)


@lru_cache(maxsize=4096)
def _joins_the_last(piece: str) -> bool:
    first = normalize("NFD", piece)[0]
    joining_jamo = "\u1161" <= first <= "\u1175" or "\u11a8" <= first <= "\u11c2"
    return combining(first) != 0 or joining_jamo or first in _JOINING_VOWELS


@lru_cache(maxsize=4096)
def _to_plain_letters(character: str) -> str:
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
