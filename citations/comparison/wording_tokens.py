"""A wording as its words, in order, and what another one takes from it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from citations.comparison.compare import Edit
from citations.comparison.verdict import Verdict
from citations.text.spans import Span
from citations.text.tokens import Kind, Token, tokens


@dataclass(frozen=True)
class Words:
    """A wording in parts, read as one text with a space between: its tokens and its words."""

    parts: tuple[str, ...]

    @cached_property
    def text(self) -> str:
        return " ".join(self.parts)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tokens(self.text)

    @cached_property
    def keys(self) -> list[str]:
        """Of words and marks, without regard to case."""
        return [token.key.casefold() for token in self.tokens]

    @cached_property
    def places(self) -> list[int]:
        """Which of the tokens are words."""
        return [at for at, token in enumerate(self.tokens) if token.kind is Kind.WORD]

    @cached_property
    def words(self) -> list[str]:
        return [self.keys[at] for at in self.places]

    def span(self, first: int, last: int) -> Span:
        """From one token to another, both included."""
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def within(self, span: Span) -> list[str]:
        """What of each part lies in the span."""
        found, start = [], 0
        for part in self.parts:
            piece = part[max(0, span.start - start) : max(0, span.end - start)]
            found += [piece] if piece.strip() else []
            start += len(part) + 1
        return found


@dataclass(frozen=True, slots=True)
class Taken:
    """The passage of the recorded wording, as a span of it, and how the quoted words differ.

    `likeness` is the share of words in common, from 0 to 1. `goes_beyond`: the words go on where
    the recorded wording has ended, or begin before it. `drops_negation` is of an abridgement.
    """

    verdict: Verdict
    span: Span
    edits: tuple[Edit, ...]
    likeness: float = 1.0
    goes_beyond: bool = False
    drops_negation: bool = False


def pieces(quoted: Words) -> list[Words]:
    """What stands between the omissions that the words mark, and before and after them."""
    found, start = [], 0
    for token in quoted.tokens:
        if token.kind is Kind.ELLIPSIS:
            found.append(quoted.text[start : token.span.start])
            start = token.span.end
    found.append(quoted.text[start:])
    stripped = (each.strip(" []().,") for each in found)
    return [Words((each,)) for each in stripped if each]


def places_of(words: Sequence[str], text: Sequence[str]) -> Iterator[int]:
    """Where the words stand in a row."""
    if not words:
        return
    first, many = words[0], len(words)
    for at in range(len(text) - many + 1):
        if text[at] == first and text[at : at + many] == words:
            yield at
