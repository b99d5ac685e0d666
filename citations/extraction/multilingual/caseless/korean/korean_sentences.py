"""Reads Korean quotations that are a sentence, and that another sentence attributes."""

from citations.extraction.multilingual.caseless.known_people import KnownPeople
from citations.extraction.multilingual.caseless.korean.korean_subjects import KoreanSubjects
from citations.extraction.multilingual.caseless.korean.korean_verbs import (
    HOW,
    SPOKE,
    KoreanVerbs,
    word_end,
)
from citations.extraction.multilingual.caseless.marked_prose import HOLE, MarkedWords
from citations.extraction.multilingual.caseless.passage_reading import OPEN, PassageCue
from citations.extraction.quotation import Quotation
from citations.text.spans import Span

_FEWEST_SAID, _LONGEST_LEAD, _LONGEST_CUE = 10, 16, 50


class KoreanSentences:
    """Attributes the quotations of one text that have no particle behind them."""

    def __init__(self, people: KnownPeople, subjects: KoreanSubjects, verbs: KoreanVerbs) -> None:
        self._people = people
        self._prose = people.prose
        self._subjects = subjects
        self._verbs = verbs

    def label(self, passage: MarkedWords, before: str) -> PassageCue | None:
        """김철수 교수: "…" and, in headlines, 김 교수 "…"."""
        start = passage.outer.start
        begin = start - len(before)
        mentions = self._people.between(begin, start)
        if not mentions or mentions[-1].is_subject:
            return None
        tail = self._prose.prose[mentions[-1].behind : start].strip()
        is_short = mentions[-1].start - begin < _LONGEST_LEAD
        return PassageCue("label", mentions[-1]) if tail in {"", ":"} and is_short else None

    def cue_of(
        self, passage: MarkedWords, after: str, previous: Quotation | None
    ) -> PassageCue | None:
        """The cue of a quotation that is a sentence by itself."""
        at = passage.outer.end
        if not after.strip(" .,"):
            at += len(after)
            after = self._prose.after(at)
        return (
            self._named_behind(at, after)
            or self._owner(at)
            or self._announcement_before(passage.outer.start)
            or self._carry_speaker(passage, previous)
        )

    def _named_behind(self, at: int, after: str) -> PassageCue | None:
        """ "…." 편도균 씨는 이렇게 말했다."""
        verb = self._verbs.last_in(after)
        if verb is None or HOLE in after:
            return None
        mentions = self._people.between(at, at + verb.end())
        subject = next((each for each in mentions if each.is_subject), None)
        cue = Span(at + verb.start(), at + word_end(after, verb.end()))
        if HOW.search(after):
            return PassageCue("is-how", subject, cue, is_dropped=subject is None)
        is_short = len(after.strip()) <= _LONGEST_CUE and verb.end() >= len(after.rstrip()) - 12
        return PassageCue("after", subject, cue) if subject and is_short else None

    def _owner(self, at: int) -> PassageCue | None:
        """ "…." 모한길 씨의 말이다."""
        mentions = self._people.between(at, at + 40)
        owner = next(filter(self._subjects.is_owner, mentions), None)
        return PassageCue("owner", owner) if owner else None

    def _announcement_before(self, start: int) -> PassageCue | None:
        """천보미 씨는 이렇게 말했다. "…." """
        begin = max(self._prose.sentence_start(max(0, start - 2)), start - 200)
        sentence = self._prose.prose[begin:start]
        is_announced = HOW.search(sentence) and self._verbs.verbs.search(sentence[-24:])
        if not is_announced and (HOLE in sentence or not SPOKE.search(sentence)):
            return None
        mentions = self._people.between(begin, start)
        subject = next((each for each in reversed(mentions) if each.is_subject), None)
        return PassageCue("announced", subject, is_dropped=subject is None)

    def _carry_speaker(self, passage: MarkedWords, previous: Quotation | None) -> PassageCue | None:
        if passage.length < _FEWEST_SAID and not passage.ends_with_stop:
            return None
        if previous and previous.attribution is not None and previous.mode == "direct":
            last = previous.segments[-1].end
            gap = self._prose.prose[last : passage.outer.start]
            if "\n" not in gap and gap.count(".") == 1:
                return PassageCue("carried", is_dropped=True)
        return OPEN
