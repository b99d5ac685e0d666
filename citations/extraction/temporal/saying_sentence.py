"""The sentence in which a quotation is attributed: its words, its verb and its speaker."""

from dataclasses import dataclass

from citations.extraction.temporal.narration import LINE, QUOTED, Narration, NarrationToken
from citations.extraction.temporal.temporal_words import TemporalWords

DASHES = frozenset({"—", "–", "--", "-", "―"})
# They part a sentence into phrases.
BREAKS = DASHES | {",", ";", ":", "(", ")", QUOTED, LINE}
# Between a date and its verb they part two clauses.
_CLAUSE_BREAKS = frozenset({";", LINE})
_SHORTEST_VERB = 5
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SayingSentence:
    """A sentence with the tokens of its cue and of its speaker, all half-open ranges.

    Where only one of cue and speaker is printed, it stands for both. `own` are the tokens of the
    quotation itself.
    """

    narration: Narration
    words: TemporalWords
    sentence: tuple[int, int]
    cue: tuple[int, int]
    speaker: tuple[int, int]
    own: frozenset[int]

    @property
    def tokens(self) -> tuple[NarrationToken, ...]:
        return self.narration.tokens

    def low(self, at: int) -> str:
        """The token in lower case; a line end before the first and behind the last."""
        tokens = self.narration.tokens
        return tokens[at].low if 0 <= at < len(tokens) else LINE

    def stands_in(self, at: int, *keys: str) -> bool:
        """Whether the token stands in one of these lists of the language."""
        low, lists = self.low(at), self.words.lists
        for key in keys:  # noqa: SIM110  `any` takes twice as long
            if low in lists.get(key, _NONE):
                return True
        return False

    def ends_as(self, at: int, key: str) -> bool:
        """Whether the token has one of the endings in this list."""
        return self.low(at).endswith(self.words.endings.get(key, ()))

    def is_capitalised(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].text[0].isupper()

    def names_occasion(self, start: int, end: int) -> bool:
        """Whether a noun of speech or writing stands there before any break: a hearing."""
        for at in range(start, min(end, len(self.tokens))):
            if self.low(at) in BREAKS or self.low(at) == ".":
                return False
            if self.stands_in(at, "occasions") or self.ends_as(at, "occasion_endings"):
                return True
        return False

    def is_verb(self, at: int) -> bool:
        """Whether the token is the verb of a clause, as far as the lists and endings tell."""
        if self.stands_in(at, "verbs"):
            return True
        return (
            self.ends_as(at, "verb_endings")
            and len(self.low(at)) >= _SHORTEST_VERB
            and self.tokens[at].text.islower()
            and not self.stands_in(at - 1, "determiners")
        )

    def is_broken(self, start: int, end: int) -> bool:
        """Whether another quotation, a semicolon or an open parenthesis stands between."""
        depth = 0
        for at in range(start, end):
            low = self.low(at)
            depth += (low == "(") - (low == ")")
            if low in _CLAUSE_BREAKS or (low == QUOTED and at not in self.own):
                return True
        return depth > 0
