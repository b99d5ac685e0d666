"""Decides whether a date tells when something was said, or belongs to another event.

"X said on Monday" and "in an interview on Monday, X said" do; "said X, who was elected on Monday"
and "of the strike on Monday" do not.
"""

from dataclasses import dataclass

from citations.extraction.temporal.narration import LINE, QUOTED, Narration, NarrationToken
from citations.extraction.temporal.temporal_words import TemporalWords

_BREAKS = frozenset({",", ";", ":", "—", "–", "--", "-", "―", "(", ")", QUOTED, LINE})
_HARD_BREAKS = frozenset({";", LINE})
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
        if self._opens_clause_of_cue(end):
            return True
        piece = self._piece_start(start)
        return (
            self._is_open_road(start, end)
            and self._is_adverbial(piece, start)
            and not self._describes_event(piece, start, end, is_attribute)
        )

    def _opens_clause_of_cue(self, end: int) -> bool:
        """In 2021, when the wording “…” was adopted: the verb stands in the clause of the date."""
        at = end + (self.low(end) == ",")
        if self.low(at) not in self.words.words("when") or at >= self.cue[0]:
            return False
        places = [place for place in self.own if at < place < self.cue[0]]
        return self._is_open(at + 1, min([self.cue[0], *places]), is_front=True)

    def _overlaps(self, start: int, end: int) -> bool:
        """Whether the date is part of the speaker or the verb; a comma parts it from a name."""
        if start == self.speaker[0] and self.low(end) == "," and end < self.speaker[1]:
            return False
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
        if piece == at or self.low(piece) in self.words.words("openers"):
            return True
        return self._ends_place(piece, at)

    def _ends_place(self, piece: int, at: int) -> bool:
        """In Salem, New Hampshire on Monday: the names behind the comma end the name of a place."""
        if self.low(piece - 1) != "," or piece - 1 in self.speaker:
            return False
        before = self.tokens[piece - 2] if piece > 1 else None
        names = piece
        while names < at and (self.tokens[names].text[0].isupper() or self.low(names) == "."):
            names += 1
        is_short = names - piece <= _FARTHEST_NOUN and at - names <= 1
        return bool(before and before.text[0].isupper()) and is_short

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
        is_participle = self.low(self.cue[0]).endswith(tuple(words.words("participles")) or ("\0",))
        main_verb = is_participle and piece == self.speaker[1]
        for each in range(piece, at):
            low = self.low(each)
            if main_verb and self._is_verb(each):
                main_verb = False
            elif low in words.words("barriers"):
                is_after = low in words.words("after") and allows_after
                if not (is_after and self._has_occasion(each + 1, at)):
                    return True
            elif (self._is_verb(each) and not self._is_release(each, piece)) or self._is_relative_article(each):
                return True
        return False

    def _is_relative_article(self, at: int) -> bool:
        """In der am Montag: a German article before a preposition or a date is a relative."""
        if not self.words.is_set("articles_relate"):
            return False
        is_article = self.low(at) in self.words.words("determiners")
        return is_article and self.low(at + 1) in self.words.words("openers")

    def _is_release(self, at: int, piece: int) -> bool:
        """A statement issued on Monday; asked on Monday."""
        if self.low(at) in self.words.words("openers"):
            return True
        is_released = self.low(at) in self.words.words("releases")
        return is_released and self._has_occasion(max(piece, at - 4), at)

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
            return self._is_open(self.cue[1], start, is_front=False) and not self._is_aside(start)
        reached = self.speaker[0] if self.speaker[0] >= end else self.cue[0]
        if self.speaker[0] < start < self.cue[0] and self.speaker[0] < self.cue[0]:
            return self._is_open(self.speaker[1], start, is_front=False) and not self._is_foreign(
                end, self.cue[0]
            )
        if self._belongs_to_words(end) or not self._is_short_front(end, reached):
            return False
        return self._is_open(end, min(reached, self.cue[0]), is_front=True)

    def _is_short_front(self, end: int, reached: int) -> bool:
        """Where the verb stands second, nothing but the verb follows the phrase in front of it."""
        if not self.words.is_set("verb_second"):
            return True
        between = [self.low(at) for at in range(end, min(reached, self.cue[0]))]
        return "," not in between and (reached != self.speaker[0] or len(between) <= 2)

    def _is_aside(self, at: int) -> bool:
        """He said, echoing the mayor, in a speech on Monday: behind a participle clause."""
        endings = tuple(self.words.words("participles")) or ("\0",)
        return any(
            self.low(comma) == ","
            and self.low(comma + 1).endswith(endings)
            and self.low(comma + 1) not in self.words.words("openers")
            for comma in range(self.cue[1], at - 1)
        )

    def _belongs_to_words(self, end: int) -> bool:
        """In 2008, Day said, it failed; in 2009, “it failed,” Day said: parts of what is said."""
        if any(end <= at < self.cue[0] for at in self.own):
            return True
        last = max(self.cue[1], self.speaker[1])
        return self.low(end) == "," == self.low(last) and last + 1 not in self.own

    def _is_foreign(self, start: int, end: int) -> bool:
        """Whether another quotation, a semicolon or an open parenthesis stands between."""
        depth = 0
        for at in range(start, end):
            low = self.low(at)
            depth += (low == "(") - (low == ")")
            if low in _HARD_BREAKS or (low == QUOTED and at not in self.own):
                return True
        return depth > 0

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
            elif (
                low in self.words.words("conjunctions") and self._begins_clause(at, end, is_front)
            ) or (self._is_verb(at) and self._is_clause_verb(at, is_front)):
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

    def _is_clause_verb(self, at: int, is_front: bool) -> bool:
        within = range(self.speaker[0], self.speaker[1])
        return is_front and at not in within and not self.words.is_set("verb_second")
