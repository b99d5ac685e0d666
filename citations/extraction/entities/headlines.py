"""Headlines: lines whose capitals are no names."""

from citations.extraction.syntax.lexicon import is_word
from citations.extraction.token_stream import GAP, LINE, QUOTE_SLOT, TokenStream

_STOPS = frozenset({"?", "!", ":", ";"})
# A shorter line may be a name by itself: a byline, a label.
_FEWEST_WORDS = 4
_LONGEST_LINE = 40
_LONGEST_SMALL_WORD = 3
_SMALL_WORDS = frozenset("a an and as at but by for from in nor of on or the to vs with".split())


def headline_words(stream: TokenStream) -> list[bool]:
    """For each word of the stream, whether its line is a headline.

    A headline is a line of at least four words in which every longer word has a capital, or all
    but one, and which no full stop ends.
    """
    shown = [False] * len(stream.words)
    start = 0
    for end in [*(at for at, word in enumerate(stream.words) if word in {LINE, GAP}), len(shown)]:
        if _is_headline(stream.words[start:end]):
            shown[start:end] = [True] * (end - start)
        start = end + 1
    return shown


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
