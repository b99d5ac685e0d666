"""The narration of a text: its words with every quotation as one token, in sentences.

Dates inside quoted words do not count, so the words of quotations are blanked out.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from citations.text.spans import Span

HOLE = "\ufffc"
# Stands for each code point of a title or nickname in marks.
_TITLE = "\u25cc"
QUOTED, LINE = HOLE, "\n"
_MARKS = "\"“”„‟«»‹›‘’‚'「」『』"
# One group, so that `split` gives the tokens and what stands between them.
_TOKEN = re.compile(
    rf"({HOLE}+|{_TITLE}+|[0-9]+(?:[.,][0-9]+)*[^\W\d_]*|[^\W\d_]+(?:[-‑][^\W\d_]+)*\.?|['’](?:s|ll)\b|\n|[^\w\s])"
)
_MARKED = re.compile(rf"[{_MARKS}]{{0,2}}[^\S\n]?{HOLE}+[,.!?…]?[^\S\n]?[{_MARKS}]{{0,2}}")
# Marked words that quote nobody: titles, nicknames, signs.
_OTHER_MARKS = re.compile(rf"[“„«\"][^“”„«»\"\n{HOLE}]{{1,200}}[”“»\"]")
_STOPS = frozenset(".!?;…")
_SHORT = frozenset(
    """
    mr. mrs. ms. dr. st. prof. rev. gen. sen. rep. gov. capt. lt. col. sgt. jan. feb. mar. apr. jun.
    jul. aug. sept. sep. oct. nov. dec. no. jr. sr. vs. hr. fr. m. mme. sr. sra. ud. bzw. ca.
    """.split()
)
# A longer sentence is read in windows of three times as many tokens.
_WINDOW = 60


class NarrationToken(NamedTuple):
    """A word, a sign, a line end, or a whole quotation; `low` is in lower case."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


@dataclass(frozen=True, slots=True)
class Narration:
    """`text` has holes for quoted words, at the same offsets as the text itself."""

    text: str
    tokens: tuple[NarrationToken, ...]
    starts: tuple[int, ...]
    # The numbers of the tokens that end a sentence, and of those with which a part begins.
    stops: tuple[int, ...]
    part_starts: frozenset[int]

    def token_at(self, offset: int) -> int:
        """The number of the token at this offset of the text, or of the first one behind it."""
        number = bisect_right(self.starts, offset) - 1
        inside = 0 <= number < len(self.tokens) and offset < self.tokens[number].end
        return number if inside else number + 1

    def tokens_of(self, span: Span) -> tuple[int, int]:
        """The half-open range of the tokens in a span."""
        return self.token_at(span.start), max(
            self.token_at(span.start) + 1, bisect_left(self.starts, span.end)
        )

    def sentence(self, at: int) -> tuple[int, int]:
        """The half-open range of the tokens in the sentence around this one.

        Of a very long sentence it is a part. Its bounds are the same for many tokens, so that what
        it holds can be kept.
        """
        number = bisect_left(self.stops, at)
        start = self.stops[number - 1] + 1 if number else 0
        end = self.stops[number] if number < len(self.stops) else len(self.tokens)
        first = start + (at - start) // _WINDOW * _WINDOW
        return max(start, first - _WINDOW), min(end, first + 2 * _WINDOW)

    def span(self, start: int, end: int) -> Span:
        """The span in the text of a half-open range of tokens."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)


def narrate(text: str, quoted: Iterable[Span], parts: Sequence[Span] | None = None) -> Narration:
    """The narration of a text of which these spans are quoted; of some parts of it, if given."""
    parts = [Span(0, len(text))] if parts is None else parts
    blank = blank_quotations(text, quoted, parts)
    tokens: list[NarrationToken] = []
    part_starts: list[int] = []
    for part in parts:
        part_starts.append(len(tokens))
        tokens += _tokens(blank, part)
    starts = tuple(each.start for each in tokens)
    stops = tuple(_stops(text, tokens))
    return Narration(blank, tuple(tokens), starts, stops, frozenset(part_starts))


def blank_quotations(text: str, quoted: Iterable[Span], parts: Sequence[Span]) -> str:
    """The text with a hole for each code point of quoted words and, in the parts, marks and titles.

    The parts are in order and do not overlap.
    """
    pieces, reached = [], 0
    for span in sorted(quoted):
        start = max(reached, span.start)
        if span.end > start:
            pieces += [text[reached:start], HOLE * (span.end - start)]
            reached = span.end
    blank = "".join([*pieces, text[reached:]])
    pieces, reached = [], 0
    for part in parts:
        words = _MARKED.sub(_holes, part.text_in(blank))
        words = _OTHER_MARKS.sub(lambda match: _TITLE * len(match.group()), words)
        pieces += [blank[reached : part.start], words]
        reached = part.end
    return "".join([*pieces, blank[reached:]])


def _holes(match: re.Match[str]) -> str:
    return HOLE * len(match.group())


def _tokens(text: str, part: Span) -> Iterator[NarrationToken]:
    pieces = _TOKEN.split(part.text_in(text))
    offsets = list(accumulate(map(len, pieces), initial=part.start))
    make = NarrationToken._make
    for word, start, end in zip(pieces[1::2], offsets[1::2], offsets[2::2], strict=False):
        if word[0] == HOLE:
            yield make((QUOTED, QUOTED, start, end))
        elif word[-1] == "." and end - start > 1 and not _is_short(word):
            yield make((word[:-1], word[:-1].lower(), start, end - 1))
            yield make((".", ".", end - 1, end))
        else:
            yield make((word, word.lower(), start, end))
    if part.end < len(text):
        yield make((LINE, LINE, part.end, part.end))


def _is_short(word: str) -> bool:
    return word.lower() in _SHORT or (len(word) == 2 and word[0].isupper())


def _stops(text: str, tokens: Sequence[NarrationToken]) -> Iterator[int]:
    last = len(tokens) - 1
    for at, (word, _, start, end) in enumerate(tokens):
        if word == QUOTED:
            inside = text[start:end].rstrip(_MARKS + " \u00a0")
            is_stop = inside[-1:] in _STOPS and at < last and _begins(tokens[at + 1])
            # The verb behind the words still belongs to them: “We sang.” Hicks said.
            if is_stop:
                yield at
        elif word == LINE or (word in _STOPS and not _goes_on(tokens, at)):
            yield at


def _begins(token: NarrationToken) -> bool:
    return token.text[0].isupper() or token.text == LINE


def _goes_on(tokens: Sequence[NarrationToken], at: int) -> bool:
    """After 9. Juni or p. 7: a full stop behind a number before a word in lower case or a month."""
    if tokens[at].text != "." or at == 0 or at + 1 >= len(tokens):
        return False
    before, behind = tokens[at - 1], tokens[at + 1]
    if behind.start == tokens[at].end and behind.text in {",", ")", "-"}:
        return True
    return (before.text.isdigit() and len(before.text) < 3 and behind.is_word) or (
        behind.text[0].islower() and behind.start > tokens[at].start + 1
    )
