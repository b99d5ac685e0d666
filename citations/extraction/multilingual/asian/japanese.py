"""Reads Japanese: 水上啓介局長は「…」と述べた; 「…」と語るのは、駅長の氷室琴音さん."""

import re
from functools import cache

from citations.extraction.languages.lexicon_loading import Language
from citations.extraction.multilingual.asian.japanese_mentions import (
    JAPANESE_NAMES,
    JapaneseMentionFinder,
)
from citations.extraction.multilingual.asian.known_people import KnownPeople, PersonMention
from citations.extraction.multilingual.asian.marked_prose import (
    HOLE,
    MarkedProse,
    MarkedWords,
    mark_prose,
)
from citations.extraction.multilingual.asian.passage_reading import (
    OPEN,
    PassageCue,
    read_passages,
)
from citations.extraction.quotation import Quotation
from citations.text.spans import Span

_SENTENCE_END = re.compile(r"[。！？!?]+[」』”）)]?|\n")
_GOES_ON = re.compile("(?:など)?(?:と|って|。|、)|[をがにのはでも]")
_PARTICLE = re.compile("(?:など)?(?:との|という|といった|とも|とは|って|とか|と)")
_TOPIC = re.compile("は|も")
# From the verb to the speaker behind it: 語る「のは、駅長の」氷室琴音さん, 話す「」桐谷さん.
_TO_SPEAKER = re.compile("[ぁ-ん]{0,7}?(?:の[はが]、?[^。は]{0,28}|(?:[^、。は]{0,24}[のだ])?)$")
# The same of a verb that no list has: 自慢する書店主の丸岡史郎さん.
_BY_UNKNOWN_VERB = re.compile(
    "[^、。はがも]{1,8}[るたすくうむぐつぶ](?:の[はが]、?)?(?:[^、。は]{0,16}の)?$"
)
_ANNOUNCES = re.compile("(?:こう|このように|そう|次のように|以下のように)[^。、]{0,20}[^。、]$")
_OWNED = re.compile("の(?:口癖|言葉|持論|信条|モットー|弁|談|感想|願い|本音|決めぜりふ|座右の銘)")
# Ends a sentence that leads up to the next one.
_SPOKE = re.compile(
    "(?:語る|語った|話す|話した|言う|言った|つぶやく|つぶやいた|ささやいた|振り返る|振り返った|切り出した|打ち明けた|打ち明ける|訴える|訴えた|叫んだ|答えた|尋ねた|問いかけた|笑う|笑った|明かす|明かした)$"
)
# Somebody without a name right before the words.
_UNNAMED = re.compile("[一-鿿]{0,6}[者客民員人師生家手](?:たち|ら)?(?:から)?[はがも]?、?$")
_FEWEST_SAID = 8


@cache
def _beginning(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))


def read_japanese(text: str, published: str, lexicon: Language) -> list[Quotation]:
    """The quotations of a Japanese text."""
    prose = mark_prose(text, lexicon.marks, _SENTENCE_END, _GOES_ON)
    if not prose.passages:
        return []
    mentions = JapaneseMentionFinder(prose.prose, lexicon).mentions()
    reader = _JapaneseReader(prose, KnownPeople(prose, mentions, JAPANESE_NAMES), lexicon)
    return read_passages(reader.people, reader.cue_of)


class _JapaneseReader:
    def __init__(self, prose: MarkedProse, people: KnownPeople, lexicon: Language) -> None:
        self.prose = prose
        self.people = people
        self._verbs = _beginning(lexicon.words("verbs", "partial_verbs"))
        self._partial = _beginning(lexicon.words("partial_verbs"))
        self._passive = _beginning(lexicon.words("passive_verbs"))
        self._naming = _beginning(lexicon.words("naming"))
        self._said = _beginning(lexicon.words("speech_nouns"))
        self._title_before = re.compile(
            f"(?:{_beginning(lexicon.words('title_nouns')).pattern})[はがの]?$"
        )
        self._title_after = re.compile(
            f"(?:の|を|が)?(?:{_beginning(lexicon.words('title_followers')).pattern})"
        )

    def cue_of(self, passage: MarkedWords, previous: Quotation | None) -> PassageCue | None:
        start, end = passage.outer
        before, after = self.prose.before(start), self.prose.after(end)
        particle = _PARTICLE.match(after)
        if self._title_before.search(before) and not (particle and self._verb_in(after[:20])):
            return None
        if particle:
            return self._with_particle(passage, particle.group(), end + particle.end())
        label = self._label(passage, before, after)
        if label:
            return label
        if not after or after[0] in "。\n！？" or self._ends_line(end):
            return self._alone(passage, before, previous)
        return self._inside(passage, after)

    def _verb_in(self, words: str) -> bool:
        return self._verbs.search(words) is not None

    def _with_particle(self, passage: MarkedWords, particle: str, at: int) -> PassageCue | None:
        rest = self.prose.after(at)
        if rest.startswith(("「", "『", "“")):
            return None
        is_noun = particle.endswith(("の", "いう", "いった"))
        if self._naming.match(particle[1:] + rest) or self._naming.match(rest):
            return None
        if is_noun and not self._said.search(rest[:12]):
            return None
        verb = self._verbs.search(rest)
        cue = Span(at + verb.start(), at + self._end_of_verb(rest, verb.end())) if verb else None
        mode = "partial" if is_noun or self._is_partial(passage, rest) else "direct"
        passive = self._passive.search(rest)
        if passive and (verb is None or passive.start() <= verb.start()):
            agent = self._agent(passage)
            return PassageCue("before", agent, cue, "direct") if agent else OPEN
        behind = self._subject_behind(at, rest, verb)
        if behind:
            return PassageCue("after-japanese", behind, cue, mode)
        subject = self.subject_before(passage.outer.start)
        unnamed = self._unnamed_before(passage.outer.start, subject)
        if unnamed:
            return PassageCue("before", unnamed, cue, mode)
        if subject:
            is_source = self._is_source(subject)
            return PassageCue("according-to" if is_source else "before", subject, cue, mode)
        if verb is None and self._length(passage) < _FEWEST_SAID:
            return None
        return PassageCue("carried", None, cue, mode, is_dropped=not is_noun)

    def _is_partial(self, passage: MarkedWords, rest: str) -> bool:
        partial = self._partial.match(rest.lstrip("、"))
        if partial is None or passage.ends_with_stop:
            return False
        return True

    def _end_of_verb(self, rest: str, at: int) -> int:
        kana = re.compile("[ぁ-ん]{0,8}").match(rest, at)
        return kana.end() if kana else at

    def _length(self, passage: MarkedWords) -> int:
        return sum(each.end - each.start for each in passage.segments)

    def _subject_behind(
        self, at: int, rest: str, verb: re.Match[str] | None
    ) -> PersonMention | None:
        """「…」と桐谷氏は笑う; 「…」と語るのは桐谷氏; 「…」と話す桐谷氏."""
        limit = at + min(
            found if (found := rest.find(mark)) >= 0 else len(rest) for mark in "「『“"
        )
        comma = rest.find("、", verb.end() if verb else 1)
        mentions = self.people.between(at, limit)
        for number, each in enumerate(mentions):
            is_lead = each.kind != "name" and number + 1 < len(mentions)
            if is_lead and mentions[number + 1].start - each.behind <= 1:
                continue
            if verb is None and _BY_UNKNOWN_VERB.match(rest[: each.start - at]):
                return each if each.kind != "pronoun" else None
            if verb is None or each.start < at + verb.start():
                if each.is_subject and (comma < 0 or each.start < at + comma):
                    return each
                continue
            between = rest[verb.end() : each.start - at]
            return each if _TO_SPEAKER.match(between) and each.kind != "pronoun" else None
        return None

    def subject_before(self, at: int) -> PersonMention | None:
        """The topic of the sentence before this offset, or a subject right before it."""
        start = max(self.prose.sentence_start(at), at - 240)
        mentions = [each for each in self.people.between(start, at) if each.behind <= at]
        prose = self.prose.prose
        last = mentions[-1] if mentions else None
        if last and (
            self._is_source(last)
            or (last.is_subject and len(prose[last.behind : at].strip("、 ")) <= 1)
        ):
            return last
        topics = [each for each in mentions if each.is_subject and _TOPIC.match(prose, each.behind)]
        subjects = [each for each in mentions if each.is_subject or self._is_source(each)]
        return (topics or subjects or [None])[-1]

    def _unnamed_before(self, at: int, subject: PersonMention | None) -> PersonMention | None:
        """Somebody without a name right before the words: 利用者からは「…」."""
        found = _UNNAMED.search(self.prose.prose, max(self.prose.sentence_start(at), at - 16), at)
        if found is None or (subject and subject.behind > found.start()):
            return None
        return PersonMention(found.start(), found.end(), found.end(), "nominal")

    def _is_source(self, mention: PersonMention) -> bool:
        return self.prose.prose.startswith(("によると", "によれば"), mention.behind)

    def _agent(self, passage: MarkedWords) -> PersonMention | None:
        start = max(self.prose.sentence_start(passage.outer.start), passage.outer.start - 240)
        agents = [
            each
            for each in self.people.between(start, passage.outer.start)
            if self.prose.prose.startswith(("に", "から"), each.behind)
        ]
        return agents[-1] if agents else None

    def _label(self, passage: MarkedWords, before: str, after: str) -> PassageCue | None:
        """桐谷さん「…」 on a line of its own, and 「…」（桐谷さん）."""
        start, end = passage.outer
        mentions = self.people.between(start - len(before), start)
        if mentions:
            first = mentions[-1]
            lead = before[: first.start - (start - len(before))]
            tail = before[first.behind - (start - len(before)) :].strip()
            if tail in {"", "：", ":"} and len(lead) <= 12 and not re.search("[はがをに、]", lead):
                return PassageCue("label", first)
        credit = re.match(r"[。]?[（(—―─-]{1,2}\s*", after)
        if credit:
            credited = self.people.between(end, end + credit.end() + 16)
            if credited:
                return PassageCue("dash", credited[0])
        return None

    def _ends_line(self, at: int) -> bool:
        return at >= len(self.prose.prose) or self.prose.prose[at] == "\n"

    def _alone(
        self, passage: MarkedWords, before: str, previous: Quotation | None
    ) -> PassageCue | None:
        """A quotation that is a sentence by itself."""
        start, end = passage.outer
        subject = self.subject_before(start) if before.strip() else None
        if subject:
            if len(self.prose.prose[subject.behind : start]) <= 3 or re.search(
                "一言|こう|言葉", before
            ):
                return PassageCue("before", subject)
            return None
        if before.strip():
            return None
        next_start = end + len(re.compile(r"[。！？\s]*").match(self.prose.prose, end).group())
        following = self.prose.after(next_start)
        if re.search(
            "(?:こう|そう|このように)[^。]{1,24}$", following.rstrip("。\n")
        ) and self._verb_in(following):
            verb = self._verbs.search(following, max(0, following.find("う")))
            cue = Span(next_start + verb.start(), next_start + verb.end()) if verb else None
            subjects = [
                each
                for each in self.people.between(next_start, next_start + len(following))
                if each.is_subject
            ]
            behind = self._subject_behind(next_start, following, verb)
            if subjects or behind:
                return PassageCue("is-how", behind or subjects[0], cue)
            return PassageCue("is-how", None, cue, is_dropped=True)
        owner = self._owner(next_start)
        if owner:
            return PassageCue("wording", owner)
        return self._announced(start) or self._carried(passage, previous)

    def _owner(self, at: int) -> PersonMention | None:
        """「…」。宗方勇気さんの口癖だ。"""
        for each in self.people.between(at, at + 40):
            if _OWNED.match(self.prose.prose, each.behind):
                return each
        return None

    def _announced(self, start: int) -> PassageCue | None:
        """桐谷さんはこう語る。「…」"""
        sentence_start = self.prose.sentence_start(max(0, start - 1))
        sentence = self.prose.prose[max(sentence_start, start - 200) : start].rstrip("。：:\n 　")
        is_announced = _ANNOUNCES.search(sentence) and self._verb_in(sentence[-20:])
        if not is_announced and (HOLE in sentence or not _SPOKE.search(sentence)):
            return None
        subjects = [
            each
            for each in self.people.between(start - len(sentence) - 3, start)
            if each.is_subject
        ]
        if subjects:
            return PassageCue("announced", subjects[-1])
        return PassageCue("announced", None, None, is_dropped=True)

    def _carried(self, passage: MarkedWords, previous: Quotation | None) -> PassageCue | None:
        if self._length(passage) < _FEWEST_SAID and not passage.ends_with_stop:
            return None
        start = passage.outer.start
        if previous and previous.attribution is not None and previous.mode == "direct":
            gap = self.prose.prose[previous.segments[-1].end : start]
            if "\n" not in gap and gap.count("。") == 1:
                return PassageCue("carried", is_dropped=True)
        return OPEN

    def _inside(self, passage: MarkedWords, after: str) -> PassageCue | None:
        """Words in a clause that somebody is said to say: 「想定外」の事態だと述べた."""
        if self._title_after.match(after):
            return None
        said = re.search("(?:と|とも)(?=" + self._verbs.pattern + ")", after)
        subject = self.subject_before(passage.outer.start)
        if not said or not subject or "「" in after[: said.start()]:
            return None
        verb = self._verbs.match(after, said.end())
        at = passage.outer.end
        cue = Span(at + said.end(), at + verb.end()) if verb else None
        return PassageCue("before", subject, cue, "partial")
