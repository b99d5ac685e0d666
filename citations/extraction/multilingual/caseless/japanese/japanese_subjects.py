"""Finds who speaks in a Japanese sentence: before the words, or behind their particle."""

import re

from citations.extraction.multilingual.caseless.known_people import KnownPeople, PersonMention
from citations.extraction.multilingual.caseless.marked_prose import HOLE, MarkedWords

_TOPIC = re.compile("は|も")
# From the verb to the speaker behind it: 語る「のは、駅長の」氷室琴音さん, 話す「」桐谷さん.
_TO_SPEAKER = re.compile("[ぁ-ん]{0,7}?(?:の[はが]、?[^。は]{0,28}|(?:[^、。は]{0,24}[のだ])?)$")
# The same of a verb that no list has: 自慢する書店主の丸岡史郎さん.
_BY_UNKNOWN_VERB = re.compile(
    "[^、。はがも]{1,8}[るたすくうむぐつぶ](?:の[はが]、?)?(?:[^、。は]{0,16}の)?$"
)
# Somebody without a name right before the words.
_UNNAMED = re.compile("[一-鿿]{0,6}[者客民員人師生家手](?:たち|ら)?(?:から)?[はがも]?、?$")
# A topic that is no known person; a place, a time and a theme are none.
_UNKNOWN = re.compile("[一-鿿ァ-ヴーぁ-ん](?<![にでとらつへりい回日度後前初次])は[^。]*$")
_MOST_BEFORE, _MOST_UNNAMED = 240, 16


class JapaneseSubjects:
    """The subjects of the sentences of one text."""

    def __init__(self, people: KnownPeople) -> None:
        self._people = people
        self._prose = people.prose

    def before(self, at: int) -> PersonMention | None:
        """The topic of the sentence before this offset, or a subject right before it."""
        mentions = self._mentions_before(at)
        prose = self._prose.prose
        last = mentions[-1] if mentions else None
        if last and (
            self.is_source(last)
            or (last.is_subject and len(prose[last.behind : at].strip("、 ")) <= 1)
        ):
            return last
        topics = [each for each in mentions if each.is_subject and _TOPIC.match(prose, each.behind)]
        subjects = [each for each in mentions if each.is_subject or self.is_source(each)]
        found = topics or subjects
        return found[-1] if found else None

    def subject_behind(
        self, at: int, rest: str, verb: re.Match[str] | None
    ) -> PersonMention | None:
        """「…」と桐谷氏は笑う; 「…」と語るのは桐谷氏; 「…」と話す桐谷氏."""
        limit = at + min(rest.find(mark) % (len(rest) + 1) for mark in "「『“")
        comma = rest.find("、", verb.end() if verb else 1)
        mentions = self._people.between(at, limit)
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

    def unnamed_before(self, at: int, subject: PersonMention | None) -> PersonMention | None:
        """Somebody without a name right before the words: 利用者からは「…」."""
        start = max(self._prose.sentence_start(at), at - _MOST_UNNAMED)
        found = _UNNAMED.search(self._prose.prose, start, at)
        if found is None or (subject and subject.behind > found.start()):
            return None
        return PersonMention(found.start(), found.end(), found.end(), "nominal")

    def is_unknown_before(self, at: int) -> bool:
        """Whether the sentence has a topic before this offset whose name is not known."""
        start = max(self._prose.sentence_start(at), at - _MOST_BEFORE)
        return _UNKNOWN.search(self._prose.prose[start:at].replace(HOLE, "")) is not None

    def is_source(self, mention: PersonMention) -> bool:
        return self._prose.prose.startswith(("によると", "によれば"), mention.behind)

    def agent(self, passage: MarkedWords) -> PersonMention | None:
        """Who says it if the verb is passive: 師匠に「…」と言われた."""
        agents = [
            each
            for each in self._mentions_before(passage.outer.start)
            if self._prose.prose.startswith(("に", "から"), each.behind)
        ]
        return agents[-1] if agents else None

    def _mentions_before(self, at: int) -> list[PersonMention]:
        start = max(self._prose.sentence_start(at), at - _MOST_BEFORE)
        return [each for each in self._people.between(start, at) if each.behind <= at]
