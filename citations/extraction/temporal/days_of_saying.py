"""When the words of a quotation were said, from the sentence with its verb and its speaker."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain

from citations.extraction.quotation import Quotation
from citations.extraction.temporal.date_expressions import (
    MOST_DATES,
    DateExpression,
    date_expressions,
)
from citations.extraction.temporal.date_resolution import ANCHORED, PERIODS, resolve
from citations.extraction.temporal.dated_parts import dated_parts
from citations.extraction.temporal.japanese_days import JapaneseDayReader
from citations.extraction.temporal.narration import LINE, Narration, narrate
from citations.extraction.temporal.saying_clauses import is_day_of_saying
from citations.extraction.temporal.saying_modes import is_future, is_habitual, is_repeated
from citations.extraction.temporal.saying_sentence import SayingSentence
from citations.extraction.temporal.temporal_words import TemporalWords, load_temporal_words
from citations.text.spans import Span

_MOST_SENTENCES_BACK = 3
_FARTHEST_EVENT = 10
# In words: so far before and behind a month or another word of time a date may reach.
_LONGEST_DATE = 8
_SHORTEST_YEAR = 4
_NOTHING = ("", None)

# A date in EDTF and the words that say so.
Said = tuple[str, Span | None]


def date_quotations(
    text: str, quotations: Sequence[Quotation], published: str, code: str
) -> list[Quotation]:
    """The same quotations with `said` and `said_from`, where the text tells the day.

    `published` is the EDTF date that "on Wednesday" counts from. Languages without words of time
    leave all days open.
    """
    words = load_temporal_words(code)
    if words is None or not quotations:
        return list(quotations)
    quoted = list(chain.from_iterable(each.segments for each in quotations))
    if words.is_set("unspaced"):
        day_of = JapaneseDayReader(text, quoted, words, published).day_of
    else:
        parts = dated_parts(text, quotations, words.triggers, words.words("it"))
        if not parts:
            return list(quotations)
        day_of = _DayReader(narrate(text, quoted, parts), words, published).day_of
        return [_with_day(each, day_of) if _is_in(each, parts) else each for each in quotations]
    return [_with_day(each, day_of) for each in quotations]


def _with_day(quotation: Quotation, day_of: Callable[[Quotation], Said]) -> Quotation:
    said, said_from = day_of(quotation)
    return replace(quotation, said=said, said_from=said_from) if said else quotation


def _is_in(quotation: Quotation, parts: Sequence[Span]) -> bool:
    """Whether the verb or the speaker stands in one of the parts, which are in order."""
    anchor = quotation.cue or quotation.attribution
    if anchor is None:
        return False
    number = bisect_right(parts, anchor.start, key=_start_of) - 1
    return number >= 0 and anchor.end <= parts[number].end


def _start_of(span: Span) -> int:
    return span.start


class _DayReader:
    """Reads the days of one text. What a sentence holds is kept for the next quotation in it."""

    def __init__(self, narration: Narration, words: TemporalWords, published: str) -> None:
        self.narration, self.words, self.published = narration, words, published
        self.known: dict[tuple[int, int], list[DateExpression]] = {}

    def day_of(self, quotation: Quotation) -> Said:
        anchor = quotation.cue or quotation.attribution
        if anchor is None:
            return _NOTHING
        clause = self._clause(quotation, anchor)
        dates = self._dates_in(clause.sentence)
        if not dates or is_future(clause):
            return self._day_of_it(clause) if not dates else _NOTHING
        if any(each.kind == "habit" for each in dates if self._belongs(clause, each)):
            return _NOTHING
        found = [each for each in dates if self._belongs(clause, each)]
        if is_habitual(clause):
            found = [each for each in found if _is_period(each)]
        if not found:
            return self._day_of_it(clause)
        if self._is_said_twice(clause, found[-1], dates):
            return _NOTHING
        return self._choose(clause, found)

    def _clause(self, quotation: Quotation, anchor: Span) -> SayingSentence:
        narration = self.narration
        cue = narration.tokens_of(anchor)
        speaker = narration.tokens_of(quotation.attribution) if quotation.attribution else cue
        sentence = narration.sentence(cue[0])
        own = frozenset(narration.token_at(each.start) for each in quotation.segments)
        return SayingSentence(narration, self.words, sentence, cue, speaker, own)

    def _dates_in(self, sentence: tuple[int, int]) -> list[DateExpression]:
        if sentence not in self.known:
            self.known[sentence] = self._read_dates(sentence)
        return self.known[sentence]

    def _read_dates(self, sentence: tuple[int, int]) -> list[DateExpression]:
        """The dates of a sentence; only the words around a word of time are searched."""
        found: list[DateExpression] = []
        for part in self._parts_with_dates(sentence):
            span = self.narration.span(*part)
            found += date_expressions(self.narration.text, span.start, span.end, self.words)
        return found if len(found) <= MOST_DATES else []

    def _parts_with_dates(self, sentence: tuple[int, int]) -> list[tuple[int, int]]:
        start, end = sentence
        parts: list[tuple[int, int]] = []
        for at in range(start, end):
            if not self._is_word_of_time(at):
                continue
            first, last = max(start, at - _LONGEST_DATE), min(end, at + _LONGEST_DATE)
            if parts and parts[-1][1] >= first:
                first = parts.pop()[0]
            parts.append((first, last))
        return parts

    def _is_word_of_time(self, at: int) -> bool:
        token = self.narration.tokens[at]
        return token.low.rstrip(".") in self.words.triggers or (
            token.text[0].isdigit() and len(token.text) >= _SHORTEST_YEAR
        )

    def _belongs(self, clause: SayingSentence, found: DateExpression) -> bool:
        event = self._event_behind(clause.sentence, found) if found.form.is_open else None
        last = event.whole if event and not self._ends_phrase(found) else found.whole
        start, end = self.narration.tokens_of(Span(found.whole.start, last.end))
        return found.kind != "never" and is_day_of_saying(
            clause, start, end, is_attribute=found.form.is_attribute
        )

    def _is_said_twice(
        self, clause: SayingSentence, last: DateExpression, dates: Iterable[DateExpression]
    ) -> bool:
        """Told the court on Tuesday and repeated on Thursday."""
        behind = self.narration.token_at(last.span.end)
        return any(
            is_repeated(clause, behind, self.narration.token_at(each.span.start))
            for each in dates
            if each.span.start >= last.span.end
        )

    def _choose(self, clause: SayingSentence, found: Sequence[DateExpression]) -> Said:
        """The only date; of a year and a day in it, the day. Nothing if two days are told."""
        read = [
            (edtf, each.span)
            for each in found
            if (edtf := self._resolve(clause.sentence, each)) or each.kind not in ANCHORED
        ]
        if not read or any(not edtf for edtf, _ in read):
            return _NOTHING
        finest = max(read, key=lambda each: len(each[0]))
        if all(finest[0].startswith(edtf) for edtf, _ in read):
            return finest
        return _NOTHING

    def _resolve(self, sentence: tuple[int, int], found: DateExpression) -> str:
        if found.kind not in ANCHORED:
            return resolve(found, self.published)
        if found.form.is_open and not self._ends_phrase(found):
            event = self._event_behind(sentence, found)
            anchor = resolve(event, self.published) if event else ""
        else:
            anchor = self._day_before(sentence, found)
        return resolve(found, self.published, anchor) if anchor else ""

    def _ends_phrase(self, found: DateExpression) -> bool:
        """Whether "the day before" stands alone: no noun or clause follows."""
        at = self.narration.token_at(found.span.end)
        low = self.narration.tokens[at].low if at < len(self.narration.tokens) else LINE
        return not low[0].isalnum() or low in self.words.words("openers_behind")

    def _event_behind(
        self, sentence: tuple[int, int], found: DateExpression
    ) -> DateExpression | None:
        """The date of the event that follows: two days after the vote on 4 May."""
        behind = self.narration.token_at(found.span.end)
        for each in self._dates_in(sentence):
            away = self.narration.token_at(each.span.start) - behind
            if 0 <= away <= _FARTHEST_EVENT and each.kind not in ANCHORED:
                return each
        return None

    def _day_before(self, sentence: tuple[int, int], found: DateExpression) -> str:
        """The day that the text named last: in this sentence, or in one of the three before."""
        earlier = [each for each in self._dates_in(sentence) if each.span.end <= found.span.start]
        start = sentence[0]
        for _ in range(_MOST_SENTENCES_BACK + 1):
            if earlier:
                named = {
                    resolve(each, self.published) for each in earlier if each.kind not in ANCHORED
                }
                return named.pop() if len(named) == 1 else ""
            start = self._start_before(start)
            if start < 0:
                return ""
            sentence = self.narration.sentence(start)
            earlier = self._dates_in(sentence)
            start = sentence[0]
        return ""

    def _start_before(self, start: int) -> int:
        """The last token of the sentence before this one; -1 if the part has none."""
        if start in self.narration.part_starts:
            return -1
        at = start - 2
        while at >= 0 and not self.narration.tokens[at].is_word:
            at -= 1
        return at

    def _day_of_it(self, clause: SayingSentence) -> Said:
        """The date in the sentence before, of which "it" is the statement."""
        speaker = clause.narration.tokens[clause.speaker[0]]
        if speaker.low not in self.words.words("it"):
            return _NOTHING
        at = self._start_before(clause.sentence[0] - bool(clause.own))
        at = min(at, min(clause.own, default=at + 1) - 2)
        if at < 0:
            return _NOTHING
        sentence = self.narration.sentence(at)
        dates = [each for each in self._dates_in(sentence) if each.kind not in ANCHORED]
        read = {(resolve(each, self.published), each.span) for each in dates}
        return read.pop() if len(read) == 1 else _NOTHING


def _is_period(found: DateExpression) -> bool:
    return found.kind in PERIODS or (found.kind == "date" and "month" not in found.values)
