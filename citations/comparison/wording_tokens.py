"""The tokens of a wording, and the passage of it that another wording contains."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from citations.comparison.compare import Edit
from citations.comparison.verdict import Verdict
from citations.text.spans import Span
from citations.text.tokens import Kind, Token, tokens


@dataclass(frozen=True)
class WordingTokens:
    """A wording in parts, joined by spaces: its tokens and its words."""

    parts: tuple[str, ...]

    @cached_property
    def text(self) -> str:
        return " ".join(self.parts)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tokens(self.text)

    @cached_property
    def keys(self) -> list[str]:
        """The keys of words and marks, with case folded."""
        return [token.key.casefold() for token in self.tokens]

    @cached_property
    def places(self) -> list[int]:
        """The indexes of the tokens that are words."""
        return [at for at, token in enumerate(self.tokens) if token.kind is Kind.WORD]

    @cached_property
    def words(self) -> list[str]:
        return [self.keys[at] for at in self.places]

    def span(self, first: int, last: int) -> Span:
        """From one token to another, both included."""
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def pieces_within(self, span: Span) -> list[str]:
        """The piece of each part that lies in the span."""
        found, start = [], 0
        for part in self.parts:
            piece = part[max(0, span.start - start) : max(0, span.end - start)]
            found += [piece] if piece.strip() else []
            start += len(part) + 1
        return found


@dataclass(frozen=True, slots=True)
class Containment:
    """The passage of the recorded wording, as a span of it, and how the quoted words differ.

    `likeness` is the share of words in common, from 0 to 1. `goes_beyond`: the quoted words begin
    before the recorded wording or continue after it. `drops_negation`: see `Comparison`.
    """

    verdict: Verdict
    span: Span
    edits: tuple[Edit, ...]
    likeness: float = 1.0
    goes_beyond: bool = False
    drops_negation: bool = False


def split_at_omissions(quoted: WordingTokens) -> list[WordingTokens]:
    """The pieces before, between and after the omissions that the words mark."""
    found, start = [], 0
    for token in quoted.tokens:
        if token.kind is Kind.ELLIPSIS:
            found.append(quoted.text[start : token.span.start])
            start = token.span.end
    found.append(quoted.text[start:])
    stripped = (each.strip(" []().,") for each in found)
    return [WordingTokens((each,)) for each in stripped if each]


def find_run(words: Sequence[str], text: Sequence[str]) -> Iterator[int]:
    """The positions at which the words occur in a row."""
    if not words:
        return
    first, many = words[0], len(words)
    for at in range(len(text) - many + 1):
        if text[at] == first and text[at : at + many] == words:
            yield at
