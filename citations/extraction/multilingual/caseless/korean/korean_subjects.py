"""Finds who speaks in a Korean sentence: before the words, or behind their particle."""

import re

from citations.extraction.multilingual.caseless.known_people import KnownPeople, PersonMention
from citations.extraction.multilingual.caseless.korean.korean_verbs import (
    AGENT,
    OWNER,
    SOURCE,
    KoreanVerbs,
)

_TOPIC = frozenset("은는도")
_MARKS = re.compile('[“"‘]')
_UNKNOWN = re.compile(r"[가-힣]{1,10}(?:[은는]|께서)\s*$")
_MOST_BEFORE = 240


class KoreanSubjects:
    """The subjects of the sentences of one text."""

    def __init__(self, people: KnownPeople, verbs: KoreanVerbs) -> None:
        self._people = people
        self._prose = people.prose
        self._verbs = verbs

    def before(self, at: int) -> PersonMention | None:
        """The topic of the sentence before this offset, or a subject right before it."""
        prose = self._prose.prose
        subjects = [
            each for each in self._mentions_before(at) if each.is_subject or self.is_source(each)
        ]
        if not subjects:
            return None
        last = subjects[-1]
        if len(prose[last.behind : at].strip(", ")) <= 2 or self.is_source(last):
            return last
        topics = [each for each in subjects if prose[each.behind - 1] in _TOPIC]
        return (topics or subjects)[-1]

    def subject_behind(self, at: int, rest: str) -> PersonMention | None:
        """ "…"라고 남궁혜린 씨는 말했다; "…"는 게 김 씨의 설명이다."""
        mark = _MARKS.search(rest)
        for each in self._people.between(at, at + (mark.start() if mark else len(rest))):
            is_owner = self.is_owner(each)
            # Behind the verb another statement begins.
            if not is_owner and self._verbs.verbs.search(self._prose.prose[at : each.start]):
                return None
            if each.is_subject or is_owner:
                return each
        return None

    def is_source(self, mention: PersonMention) -> bool:
        prose = self._prose.prose
        return any(SOURCE.match(prose, at) for at in (mention.behind - 1, mention.behind))

    def is_owner(self, mention: PersonMention) -> bool:
        """Whether the words are called this person's: 김 씨의 설명이다."""
        prose = self._prose.prose
        return any(OWNER.match(prose, at) for at in (mention.behind - 1, mention.behind))

    def is_unknown_before(self, at: int) -> bool:
        """Whether the topic right before this offset is somebody whose name is not known."""
        start = max(self._prose.sentence_start(at), at - 40)
        return _UNKNOWN.search(self._prose.prose[start:at]) is not None

    def agent(self, at: int) -> PersonMention | None:
        """Who says what somebody hears: 스승에게서 "…"는 말을 들었다."""
        agents = [
            each
            for each in self._mentions_before(at)
            if AGENT.search(self._prose.prose[each.end : each.behind + 4])
        ]
        return agents[-1] if agents else None

    def _mentions_before(self, at: int) -> list[PersonMention]:
        start = max(self._prose.sentence_start(at), at - _MOST_BEFORE)
        return [each for each in self._people.between(start, at) if each.behind <= at]
