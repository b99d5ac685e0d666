"""Decides whether a date tells when something was said, or belongs to another event.

"X said on Monday" and "in an interview on Monday, X said" do; "said X, who was elected on Monday"
and "of the strike on Monday" do not.
"""

from dataclasses import dataclass

from citations.extraction.temporal.narration import LINE, QUOTED, Narration, NarrationToken
from citations.extraction.temporal.temporal_words import TemporalWords

_BREAKS = frozenset({",", ";", ":", "—", "–", "--", "-", "―", "(", ")", QUOTED, LINE})
_HARD_BREAKS = frozenset({";", "(", LINE})
_FARTHEST_NOUN = 4


@dataclass(frozen=True, slots=True)
class SayingClause:
    """A sentence with the tokens of its cue and of its speaker, all half-open ranges.

    `own` are the tokens of the quotation itself; a text may have no speaker in print.
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
        return self.tokens[at].low if 0 <= at < len(self.tokens) else LINE

    def has_date(self, start: int, end: int, *, is_attribute: bool = False) -> bool:
        """Whether the date in these tokens is the day of the saying.

        An attribute describes the noun behind it (a 1994 interview).
        """
        if self._overlaps(start, end):
            return False
        if self.low(end) in self.words.words("when") and end < self.cue[0]:
            places = [at for at in self.own if at > end]
            return self._is_open(end + 1, min(self.cue[0], *places, self.cue[0]), is_front=True)
        piece = self._piece_start(start)
        return (
            self._is_open_road(start, end)
            and self._is_adverbial(piece, start)
            and not self._describes_event(piece, start, end, is_attribute)
        )

    def _overlaps(self, start: int, end: int) -> bool:
        return any(start < last and first < end for first, last in (self.cue, self.speaker))

    def _piece_start(self, at: int) -> int:
        """Where the phrase before the date begins: behind a comma, the verb or the speaker."""
        ends = {self.cue[1], self.speaker[1]}
        start = at
        while start > self.sentence[0] and start not in ends and self.low(start - 1) not in _BREAKS:
            start -= 1
        return start

    # The phrase with the date ---------------------------------------------------------------------

    def _is_adverbial(self, piece: int, at: int) -> bool:
        """Whether the phrase says how or when: it begins with a preposition, or is but a date."""
        if piece in {self.cue[1], self.speaker[1], at}:
            return True
        while piece < at and self.low(piece) in self.words.words("conjunctions"):
            piece += 1
        return piece == at or self.low(piece) in self.words.words("openers")

    def _describes_event(self, piece: int, start: int, end: int, is_attribute: bool) -> bool:
        words = self.words
        if self.low(start - 1) in words.words("limits"):
            return True
        of = next(
            (at for at in (start, start - 1) if self.low(at) in words.words("descriptions")), None
        )
        if of is not None:
            return not self._has_occasion(max(piece, of - 3), of) and not self._is_part(of)
        if is_attribute or self._is_attributive(start, end):
            follows = self._has_occasion(end, end + _FARTHEST_NOUN)
            return not follows or self._is_barred(piece, start, allows_after=False)
        return self._is_barred(piece, start, allows_after=True)

    def _is_part(self, of: int) -> bool:
        """The evening of 3 May, the spring of 1968."""
        parts = self.words.numbers["part"] | self.words.numbers["season"]
        return self.low(of - 1) in parts

    def _is_attributive(self, start: int, end: int) -> bool:
        """Tuesday's meeting, a 1994 interview."""
        if self.low(end) in {"'s", "’s"}:
            return True
        is_determined = self.low(start - 1) in self.words.words("determiners")
        return is_determined and self.low(start) not in self.words.words("determiners")

    def _has_occasion(self, start: int, end: int) -> bool:
        """Whether a noun of speech or writing stands there: an interview, a hearing."""
        nouns = self.words.words("occasions")
        endings = tuple(self.words.words("occasion_endings")) or ("\0",)
        for at in range(start, min(end, len(self.tokens))):
            low = self.low(at)
            if low in _BREAKS or low == ".":
                return False
            if low in nouns or low.endswith(endings):
                return True
        return False

    def _is_barred(self, piece: int, at: int, *, allows_after: bool) -> bool:
        """Whether another event stands between the beginning of the phrase and the date."""
        words = self.words
        for each in range(piece, at):
            low = self.low(each)
            if low in words.words("barriers"):
                is_after = low in words.words("after") and allows_after
                if not (is_after and self._has_occasion(each + 1, at)):
                    return True
            elif self._is_verb(each) and not self._is_release(each, piece):
                return True
        return False

    def _is_release(self, at: int, piece: int) -> bool:
        """A statement issued on Monday; asked on Monday."""
        if self.low(at) in self.words.words("openers"):
            return True
        is_released = self.low(at) in self.words.words("releases")
        documents = self.words.words("documents")
        return is_released and any(
            self.low(each) in documents for each in range(max(piece, at - 4), at)
        )

    def _is_verb(self, at: int) -> bool:
        low, words = self.low(at), self.words
        if low in words.words("verbs"):
            return True
        endings = tuple(words.words("verb_endings")) or ("\0",)
        return (
            low.endswith(endings)
            and len(low) > 4
            and self.tokens[at].text.islower()
            and self.low(at - 1) not in words.words("determiners")
        )

    # The way from the date to the verb ------------------------------------------------------------

    def _is_open_road(self, start: int, end: int) -> bool:
        if start >= self.cue[1]:
            return self._is_open(self.cue[1], start, is_front=False)
        reached = self.speaker[0] if self.speaker[0] >= end else self.cue[0]
        if self.speaker[0] < start < self.cue[0] and self.speaker[0] < self.cue[0]:
            return self._is_open(self.speaker[1], start, is_front=False) and not self._is_foreign(
                end, self.cue[0]
            )
        return self._is_open(end, min(reached, self.cue[0]), is_front=True)

    def _is_foreign(self, start: int, end: int) -> bool:
        return any(
            self.low(at) in _HARD_BREAKS or (self.low(at) == QUOTED and at not in self.own)
            for at in range(start, end)
        )

    def _is_open(self, start: int, end: int, *, is_front: bool) -> bool:
        """Whether no other clause stands between: none with a verb or behind a conjunction."""
        if self._is_foreign(start, end):
            return False
        phrase = start
        for at in range(start, end):
            low = self.low(at)
            if low in _BREAKS:
                phrase = at + 1
            elif self._is_parenthesis(phrase, start, end):
                continue
            elif (low in self.words.words("conjunctions") and self._begins_clause(at, end, is_front)) or (self._is_verb(at) and self._is_clause_verb(at, phrase, is_front)):
                return False
        return True

    def _is_parenthesis(self, phrase: int, start: int, end: int) -> bool:
        """Whether the words behind a comma are a relative clause or another adverbial."""
        return phrase > start and self.low(phrase) in (
            self.words.words("barriers") | self.words.words("openers")
        )

    def _begins_clause(self, at: int, end: int, is_front: bool) -> bool:
        if self.words.is_set("verbs_known"):
            return any(self._is_verb(each) for each in range(at + 1, min(end, at + 6)))
        return is_front or self.low(at - 1) == ","

    def _is_clause_verb(self, at: int, phrase: int, is_front: bool) -> bool:
        within = range(self.speaker[0], self.speaker[1])
        return is_front and at not in within
