"""Headlines and datelines, whose capitals are no names of anybody who speaks."""

from citations.extraction.syntax.lexicon import is_word
from citations.extraction.token_stream import DASHES, GAP, LINE, QUOTE_SLOT, TokenStream

_STOPS = frozenset({"?", "!", ":", ";"})
# A shorter line may be a name by itself: a byline, a label.
_FEWEST_WORDS = 4
_LONGEST_LINE = 40
_LONGEST_DATELINE = 16
_LONGEST_SMALL_WORD = 3
_SMALL_WORDS = frozenset("a an and as at but by for from in nor of on or the to vs with".split())


def headline_words(stream: TokenStream) -> list[bool]:
    """For each word of the stream, whether it stands in a headline or in a dateline.

    A headline is a line of at least four words in which every longer word has a capital, or all
    but one, and which no full stop ends.
    """
    shown = [False] * len(stream.words)
    start = 0
    for end in [*stream.line_ends, len(shown)]:
        is_headline = _is_headline(stream.words[start:end])
        reached = end if is_headline else dateline_end(stream, start, end)
        shown[start:reached] = [True] * (reached - start)
        start = end + 1
    return shown


def dateline_end(stream: TokenStream, start: int, end: int) -> int:
    """Where the dateline ends with which the line begins: LEEDS, March 3 (Agency) — The ferry.

    `start` if there is none.
    """
    if stream.word(start - 1) not in {LINE, GAP}:
        return start
    first = start
    while first < end and stream.words[first].isupper() and len(stream.words[first]) > 1:
        first += 1
    if first == start or stream.word(first) not in DASHES | {",", "("}:
        # BP Chief Ana Duarte — she left in May — said.
        return start
    for at in range(first, min(end, start + _LONGEST_DATELINE)):
        word = stream.words[at]
        if word in DASHES:
            return at
        if word[0].islower():
            return start
    return start


def _is_headline(line: list[str]) -> bool:
    if not _FEWEST_WORDS <= len(line) <= _LONGEST_LINE:
        return False
    if line[-1] in _STOPS or QUOTE_SLOT in line:
        return False
    words = [word for word in line if is_word(word)]
    if len(words) < _FEWEST_WORDS:
        return False
    if line[-1] == ".":
        # Some print a full stop behind their headlines.
        return all(word[0].isupper() or word in _SMALL_WORDS for word in words)
    longer = [word for word in words if len(word) > _LONGEST_SMALL_WORD and word[0].isalpha()]
    small = sum(word[0].islower() for word in longer)
    return len(longer) > 1 and small <= len(longer) // 6
