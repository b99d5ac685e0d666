"""When the words of a quotation were said, in Japanese, where what follows a date tells its role.

9日、記者団に「…」と述べた and 9日の会見で「…」と述べた are days of saying; 9日に爆発した工場の
田中さんは「…」と述べた is not.
"""

import re
from collections.abc import Sequence

from citations.extraction.languages.lexicon_loading import any_word_pattern
from citations.extraction.quotation import Quotation
from citations.extraction.temporal.date_expressions import DateExpression, date_expressions
from citations.extraction.temporal.date_resolution import ANCHORED, PERIODS, resolve
from citations.extraction.temporal.narration import HOLE, blank_quotations
from citations.extraction.temporal.temporal_words import TemporalWords
from citations.text.spans import Span

_STOPS = re.compile("[。！？!?\n]")
_REACH, _FARTHEST_ANCHOR, _AFTER_VERB = 160, 160, 14
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
# A verb before its noun: 爆発した工場, 住む男性.
_RELATIVE = re.compile(
    "(?:た|だ|る|う|(?<![よ多早強長近遠])く|す|つ|ぶ|む|ない)(?=[\u4e00-\u9fff\u30a0-\u30ff])"
)
# A clause with a subject of its own: 橋が落ち、
_CLAUSE = re.compile("が[^、はが]{1,15}(?:、|たが|ため|ので|から|と、)")
_NOTHING = ("", None)

Said = tuple[str, Span | None]


class JapaneseDayReader:
    """Reads the days of one Japanese text."""

    def __init__(
        self, text: str, quoted: Sequence[Span], words: TemporalWords, published: str
    ) -> None:
        self.text = blank_quotations(text, quoted, [Span(0, len(text))]).translate(_DIGITS)
        self.words, self.published = words, published
        patterns = {key: re.compile(any_word_pattern(words.words(key))) for key in _KEYS}
        self.limits, self.parts = patterns["limits"], patterns["parts"]
        self.occasions, self.barriers = patterns["occasions"], patterns["barriers"]
        self.future, self.habits = patterns["future"], patterns["habits"]
        self.repetitions = patterns["repetitions"]

    def day_of(self, quotation: Quotation) -> Said:
        if quotation.cue is None and quotation.attribution is None:
            return _NOTHING
        sentence = self._sentence(quotation)
        dates = self._dates_between(sentence.start, sentence.end)
        ends = self._words_and_verb(quotation)
        if not dates or self.future.search(self.text, ends.end, ends.end + _AFTER_VERB):
            return _NOTHING
        found = [each for each in dates if self._belongs(each, ends)]
        if any(map(_may_be_coming, found)) and self._is_present(quotation):
            return _NOTHING
        if self.habits.search(self.text, sentence.start, sentence.end):
            found = [each for each in found if each.kind in PERIODS or _is_year(each)]
        is_repeated = self.repetitions.search(self.text, ends.end, sentence.end)
        if any(each.kind == "habit" for each in dates) or (is_repeated and len(dates) > 1):
            return _NOTHING
        return self._choose(found, sentence.start)

    def _is_present(self, quotation: Quotation) -> bool:
        """Whether the verb is not in the past: 述べる."""
        endings = self.words.endings.get("present_endings", ())
        return quotation.cue is not None and quotation.cue.text_in(self.text).endswith(endings)

    def _dates_between(self, start: int, end: int) -> list[DateExpression]:
        return date_expressions(self.text, start, end, self.words)

    def _sentence(self, quotation: Quotation) -> Span:
        at = quotation.segments[0].start
        spans = [each for each in (quotation.cue, quotation.attribution) if each]
        first, last = min([at, *(s.start for s in spans)]), max([at, *(s.end for s in spans)])
        start = max(0, first - _REACH)
        before = [match.end() for match in _STOPS.finditer(self.text, start, first)]
        after = _STOPS.search(self.text, last, last + _REACH)
        end = after.start() if after else min(len(self.text), last + _REACH)
        return Span(before[-1] if before else start, end)

    def _words_and_verb(self, quotation: Quotation) -> Span:
        """From the first of the quoted words to the end of the verb behind them."""
        first, last = quotation.segments[0].start, quotation.segments[-1].end
        return Span(first, max(last, quotation.cue.end if quotation.cue else last))

    def _belongs(self, found: DateExpression, ends: Span) -> bool:
        if found.kind == "never" or found.span.start >= ends.end:
            return False
        limit = ends.start if found.span.end <= ends.start else ends.end
        behind = self.text[found.span.end : limit].replace(HOLE, "")
        part = self.parts.match(behind)
        behind = behind[part.end() :] if part else behind
        if self.limits.match(behind):
            return False
        return self._is_day_of(behind)

    def _is_day_of(self, behind: str) -> bool:
        """Whether the words from a date to the quotation, or to the verb, leave it to the verb."""
        if behind.startswith("、"):
            return not _CLAUSE.search(behind)
        phrase = behind.partition("、")[0]
        if behind.startswith("の"):
            return self._names_occasion(phrase)
        relative = _RELATIVE.search(phrase)
        if relative:
            return self._names_occasion(phrase[relative.end() :])
        return not _CLAUSE.search(behind) and not self.barriers.search(phrase)

    def _names_occasion(self, phrase: str) -> bool:
        """の会見で: an occasion, and no topic or person described by it."""
        found = self.occasions.search(phrase[:16])
        return bool(found) and not self.barriers.search(phrase[found.end() :][:6] if found else "")

    def _choose(self, found: Sequence[DateExpression], start: int) -> Said:
        read = [(self._resolve(each, start), each.span) for each in found]
        if not read or any(not edtf for edtf, _ in read):
            return _NOTHING
        finest = max(read, key=lambda each: len(each[0]))
        return finest if all(finest[0].startswith(edtf) for edtf, _ in read) else _NOTHING

    def _resolve(self, found: DateExpression, start: int) -> str:
        anchor = self._day_before(found.span.start) if found.kind in ANCHORED else ""
        return resolve(found, self.published, anchor)

    def _day_before(self, at: int) -> str:
        """The only day that the last dated sentence before this offset names."""
        start = max(0, at - _FARTHEST_ANCHOR)
        dates = self._dates_between(start, at)
        earlier = [each for each in dates if each.kind not in ANCHORED]
        if not earlier:
            return ""
        last = earlier[-1].span.start
        near = [each for each in earlier if not _STOPS.search(self.text, each.span.end, last)]
        named = {resolve(each, self.published) for each in near}
        return named.pop() if len(named) == 1 else ""


_KEYS = ("limits", "parts", "occasions", "barriers", "future", "habits", "repetitions")


def _may_be_coming(found: DateExpression) -> bool:
    """Whether the same words may mean a day that is still to come: 20日, 水曜日."""
    return found.kind in {"date", "weekday"} and not {"year", "era"} & found.values.keys()


def _is_year(found: DateExpression) -> bool:
    return found.kind == "date" and "month" not in found.values and "day" not in found.values
