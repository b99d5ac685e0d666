"""Reads Japanese quotations that are a sentence, and that another sentence attributes."""

import re

from citations.extraction.multilingual.caseless.japanese.japanese_subjects import JapaneseSubjects
from citations.extraction.multilingual.caseless.japanese.japanese_verbs import JapaneseVerbs
from citations.extraction.multilingual.caseless.known_people import KnownPeople, PersonMention
from citations.extraction.multilingual.caseless.marked_prose import HOLE, MarkedWords
from citations.extraction.multilingual.caseless.passage_reading import OPEN, PassageCue
from citations.extraction.quotation import Quotation
from citations.text.spans import Span

_ANNOUNCES = re.compile("(?:こう|このように|そう|次のように|以下のように)[^。、]{0,20}[^。、]$")
_IS_HOW = re.compile("(?:こう|そう|このように)[^。]{1,24}$")
_OWNED = re.compile("の(?:口癖|言葉|持論|信条|モットー|弁|談|感想|願い|本音|決めぜりふ|座右の銘)")
# Ends a sentence that leads up to the next one.
_SPOKE = re.compile(
    "(?:語る|語った|話す|話した|言う|言った|つぶやく|つぶやいた|ささやいた|振り返る|振り返った"
    "|切り出した|打ち明けた|打ち明ける|訴える|訴えた|叫んだ|答えた|尋ねた|問いかけた|笑う|笑った"
    "|明かす|明かした)$"
)
_CREDIT = re.compile(r"[。]?[（(—―─-]{1,2}\s*")
_GAP = re.compile(r"[。！？\s]*")
_FEWEST_SAID = 8


class JapaneseSentences:
    """Attributes the quotations of one text that have no particle behind them."""

    def __init__(
        self, people: KnownPeople, subjects: JapaneseSubjects, verbs: JapaneseVerbs
    ) -> None:
        self._people = people
        self._prose = people.prose
        self._subjects = subjects
        self._verbs = verbs

    def label(self, passage: MarkedWords, before: str, after: str) -> PassageCue | None:
        """桐谷さん「…」 on a line of its own, and 「…」（桐谷さん）."""
        start, end = passage.outer
        begin = start - len(before)
        mentions = self._people.between(begin, start)
        if mentions:
            lead, tail = before[: mentions[-1].start - begin], before[mentions[-1].behind - begin :]
            is_short = len(lead) <= 12 and not re.search("[はがをに、]", lead)
            if tail.strip() in {"", "：", ":"} and is_short:
                return PassageCue("label", mentions[-1])
        credit = _CREDIT.match(after)
        credited = self._people.between(end, end + credit.end() + 16) if credit else None
        return PassageCue("dash", credited[0]) if credited else None

    def cue_of(
        self, passage: MarkedWords, before: str, previous: Quotation | None
    ) -> PassageCue | None:
        """The cue of a quotation that is a sentence by itself."""
        start, end = passage.outer
        if before.strip():
            subject = self._subjects.before(start)
            is_near = subject and len(self._prose.prose[subject.behind : start]) <= 3
            leads_up = is_near or re.search("一言|こう|言葉", before)
            return PassageCue("before", subject) if subject and leads_up else None
        gap = _GAP.match(self._prose.prose, end)
        behind = gap.end() if gap else end
        return (
            self._said_how(behind)
            or self._owner(behind)
            or self._announcement_before(start)
            or self._carry_speaker(passage, previous)
        )

    def _said_how(self, at: int) -> PassageCue | None:
        """「…」。鵜飼徹さんは、こう振り返った。"""
        following = self._prose.after(at)
        verb = self._verbs.verbs.search(following, max(0, following.find("う")))
        if verb is None or not _IS_HOW.search(following.rstrip("。\n")):
            return None
        cue = Span(at + verb.start(), at + verb.end())
        mentions = self._people.between(at, at + len(following))
        subject = self._subjects.subject_behind(at, following, verb) or next(
            (each for each in mentions if each.is_subject), None
        )
        return PassageCue("is-how", subject, cue, is_dropped=subject is None)

    def _owner(self, at: int) -> PassageCue | None:
        """「…」。宗方勇気さんの口癖だ。"""
        owners: list[PersonMention] = [
            each
            for each in self._people.between(at, at + 40)
            if _OWNED.match(self._prose.prose, each.behind)
        ]
        return PassageCue("owner", owners[0]) if owners else None

    def _announcement_before(self, start: int) -> PassageCue | None:
        """桐谷さんはこう語る。「…」"""
        sentence_start = max(self._prose.sentence_start(max(0, start - 1)), start - 200)
        sentence = self._prose.prose[sentence_start:start].rstrip("。：:\n 　")
        is_announced = _ANNOUNCES.search(sentence) and self._verbs.occur_in(sentence[-20:])
        if not is_announced and (HOLE in sentence or not _SPOKE.search(sentence)):
            return None
        mentions = self._people.between(sentence_start, start)
        subject = next((each for each in reversed(mentions) if each.is_subject), None)
        return PassageCue("announced", subject, is_dropped=subject is None)

    def _carry_speaker(self, passage: MarkedWords, previous: Quotation | None) -> PassageCue | None:
        if passage.length < _FEWEST_SAID and not passage.ends_with_stop:
            return None
        if previous and previous.attribution is not None and previous.mode == "direct":
            gap = self._prose.prose[previous.segments[-1].end : passage.outer.start]
            if "\n" not in gap and gap.count("。") == 1:
                return PassageCue("carried", is_dropped=True)
        return OPEN
