"""Reads Chinese: 局长贺春生表示：“…”; “…，”穆晓岚说，“…”; 古若兰称新车站是“…”."""

import re

from citations.extraction.languages.lexicon_loading import Language
from citations.extraction.multilingual.caseless.chinese.chinese_mentions import (
    CHINESE_NAMES,
    ChineseMentionFinder,
)
from citations.extraction.multilingual.caseless.chinese.chinese_names import chinese_names
from citations.extraction.multilingual.caseless.chinese.chinese_subjects import ChineseSubjects
from citations.extraction.multilingual.caseless.chinese.chinese_verbs import (
    ChineseVerbs,
    chinese_verbs,
)
from citations.extraction.multilingual.caseless.known_people import KnownPeople
from citations.extraction.multilingual.caseless.marked_prose import MarkedWords, mark_prose
from citations.extraction.multilingual.caseless.passage_reading import (
    OPEN,
    PassageCue,
    read_passages,
)
from citations.extraction.quotation import Quotation
from citations.text.spans import Span

_SENTENCE_END = re.compile(r"[。！？!?]+[」』”）)]?|\n")
_GOES_ON = re.compile("[，、,的]")
_LEAD_IN = re.compile("[：:，,]\\s*$")
_COLON = re.compile("[：:]\\s*$")
_PARTIAL_LINK = re.compile("(?:是|为|為|作|成|的|出|了|于|於|以|有|用|指|“)$")
_THEN = re.compile(
    r"[\s，]*(?:随后|隨後|接着|接著|并|並|还|還|又|也|最后|最後|同时|同時|此外|然后)?\s*$"
)
_IS_HOW = re.compile("[^。！？\n]{0,6}(?:说|說)(?:这|這|此|完)")
_CREDIT = re.compile(r"\s*(?:——|—|--)\s*")
# Before a colon: something seen, heard or written, which nobody says.
_NOT_SAID = re.compile("看到|看見|看见|发现|發現|听到|聽到|收到|字|写|寫|信|标题|標題")
_AGENT = re.compile("被(?!称|稱|叫|誉|譽)")
_FEWEST_SAID, _LONGEST_LABEL, _LONGEST_UNNAMED = 6, 12, 14


def read_chinese(text: str, published: str, lexicon: Language) -> list[Quotation]:
    """The quotations of a Chinese text."""
    prose = mark_prose(text, lexicon.marks, _SENTENCE_END, _GOES_ON)
    if not prose.passages:
        return []
    mentions = ChineseMentionFinder(prose.prose, chinese_names(lexicon.code)).mentions()
    people = KnownPeople(prose, mentions, CHINESE_NAMES)
    return read_passages(people, _ChineseReader(people, chinese_verbs(lexicon.code)).cue_of)


class _ChineseReader:
    def __init__(self, people: KnownPeople, verbs: ChineseVerbs) -> None:
        self._people = people
        self._prose = people.prose
        self._verbs = verbs
        self._subjects = ChineseSubjects(people, verbs)

    def cue_of(self, passage: MarkedWords, previous: Quotation | None) -> PassageCue | None:
        before = self._prose.before(passage.outer.start)
        after = self._prose.after(passage.outer.end)
        is_titled = self._verbs.title_after.match(after) is not None
        is_closed = self._verbs.close(before)
        if self._verbs.are_naming(before):
            return None
        led_in = _LEAD_IN.search(before)
        cue = None
        if led_in and not (is_titled and led_in.group()[0] in "，,"):
            cue = self._led_in(passage, before, previous)
        if cue is None and not _IS_HOW.match(after):
            cue = self._from_behind(passage, before, after)
        if cue is None and not is_titled:
            is_led_in = is_closed and not led_in
            cue = self._led_in(passage, before, previous) if is_led_in else None
            cue = cue or self._inside(passage, before)
        return cue or self._alone(passage, before, after, previous)

    def _led_in(
        self, passage: MarkedWords, before: str, previous: Quotation | None
    ) -> PassageCue | None:
        """贺春生表示：“…”"""
        begin = passage.outer.start - len(before)
        verbs = list(self._verbs.verbs.finditer(before))
        if not verbs:
            return self._behind_colon(passage, before) if _COLON.search(before) else None
        subject = self._subjects.first(begin, verbs[-1].start() + begin)
        # Of verbs in a row (补充说) the first ends the subject.
        while len(verbs) > 1 and verbs[-2].end() == verbs[-1].start():
            verbs.pop()
        verb, is_colon = verbs[-1], _COLON.search(before)
        cue = Span(begin + verb.start(), begin + verb.end())
        is_last = verb.end() >= self._subjects.last_clause_of(before)
        if not is_colon and not is_last and subject is None:
            return None
        if not is_colon and previous and previous.cue and previous.cue.start == cue.start:
            return PassageCue("after", joins_previous=True)
        words = before[: verb.start()]
        if subject is None and _THEN.match(words):
            return PassageCue("carried", None, cue, is_dropped=True)
        return PassageCue("before", subject or self._subjects.without_person(words, begin), cue)

    def _behind_colon(self, passage: MarkedWords, before: str) -> PassageCue | None:
        """A label, or a sentence about somebody: 贺春生：“…”, 贺春生摇摇头：“…”."""
        label = before.rstrip("：: ")
        begin = passage.outer.start - len(before)
        subject = self._subjects.first(begin, passage.outer.start)
        is_unsaid = self._verbs.are_naming(label) or _NOT_SAID.search(label)
        if is_unsaid or subject is None:
            return OPEN if passage.ends_with_stop else None
        is_label = label.endswith(self._prose.prose[subject.start : subject.end])
        return PassageCue("label" if is_label and len(label) < _LONGEST_LABEL else "colon", subject)

    def _from_behind(self, passage: MarkedWords, before: str, after: str) -> PassageCue | None:
        """“…，”穆晓岚说"""
        match = self._verbs.behind.match(after)
        if match is None or match["who"].startswith(("“", "「", "的", "是", "、", "和")):
            return None
        is_closed = passage.ends_with_stop or self._ends_with_comma(passage) or after[:1] in "，,"
        leads_up = match["stop"] in {"：", ":"} and before.strip() and not passage.ends_with_stop
        if leads_up or not is_closed:
            return None
        at, words = passage.outer.end, match["who"].strip("，, ")
        cue = Span(at + match.start("verb"), at + match.end("verb"))
        if not words:
            return PassageCue("carried", None, cue, is_dropped=True)
        subject = self._subjects.first(at + match.start("who"), at + match.end("who"))
        if subject is None:
            subject = self._subjects.without_person(words, at + match.end("who") - len(words))
            if subject and subject.kind == "nominal" and len(words) > _LONGEST_UNNAMED:
                return None
        return PassageCue("after", subject, cue)

    def _ends_with_comma(self, passage: MarkedWords) -> bool:
        trimmed = self._prose.text[passage.segments[-1].end : passage.outer.end - 1]
        return trimmed.strip() in {"，", ","}

    def _inside(self, passage: MarkedWords, before: str) -> PassageCue | None:
        """称新车站是“…”, 被龚立言形容为“…”"""
        begin = passage.outer.start - len(before)
        verbs = [*self._verbs.partial.finditer(before)] or [*self._verbs.verbs.finditer(before)]
        if not verbs:
            return None
        verb, words = verbs[-1], before[: verbs[-1].start()]
        is_linked = verb.end() == len(before) or _PARTIAL_LINK.search(before)
        if not is_linked or words.endswith("被"):
            return None
        agent = _AGENT.search(words)
        agents = self._people.between(begin + agent.end(), begin + len(words)) if agent else []
        subject = agents[0] if agents else None
        if agent is None:
            subject = self._subjects.first(begin, begin + len(words))
        cue = Span(begin + verb.start(), begin + verb.end())
        return PassageCue("wording", subject, cue, "partial") if subject else None

    def _alone(
        self, passage: MarkedWords, before: str, after: str, previous: Quotation | None
    ) -> PassageCue | None:
        """A quotation that is a sentence by itself."""
        end = passage.outer.end
        credit = _CREDIT.match(after)
        credited = self._people.between(end, end + credit.end() + 16) if credit else None
        if credited:
            return PassageCue("dash", credited[-1])
        if before.strip() or passage.length < _FEWEST_SAID:
            return None
        if _IS_HOW.match(after):
            return PassageCue("is-how", is_dropped=True)
        if not passage.ends_with_stop and after[:1] not in "。！？\n":
            return None
        return self._carry_speaker(passage, previous)

    def _carry_speaker(self, passage: MarkedWords, previous: Quotation | None) -> PassageCue:
        """A quotation beside one whose speaker is named behind it goes on in its paragraph."""
        if previous and previous.attribution is not None and previous.mode == "direct":
            last = previous.segments[-1].end
            gap = self._prose.prose[last : passage.outer.start]
            asks = self._prose.text[max(0, last - 1) : last] in {"？", "?"}
            is_beside = "\n" not in gap and sum(map(gap.count, "。！？")) <= 1
            if previous.attribution.start > last and is_beside and not asks:
                return PassageCue("carried", is_dropped=True)
        return OPEN
