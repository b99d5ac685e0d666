"""Reads Korean: 서윤창 청장은 "…"라고 말했다; "…"며 "…"고 강조했다; "…"고 그녀는 털어놓았다."""

import re
from functools import cache

from citations.extraction.languages.lexicon_loading import Language
from citations.extraction.multilingual.asian.known_people import KnownPeople, PersonMention
from citations.extraction.multilingual.asian.korean.korean_mentions import (
    KOREAN_NAMES,
    KoreanMentionFinder,
)
from citations.extraction.multilingual.asian.korean.korean_words import korean_lexicon, korean_words
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

_SENTENCE_END = re.compile(r"[.!?…]+(?=[\s\ufffc”\"’'」』)]|$)|\n")
_GOES_ON = re.compile(
    r"\s?(?:이?라[고며는면]|고|며|면서|는|을|를|이|가|은|의|에|로|하고|냐고|자고)(?![가-힣]{3})|,"
)
_PARTICLE = re.compile(
    r"\s?(?:(?:이?라|다|냐|자|느냐)?(?P<kind>고도?|며|면서|는|던|란)|이?라|하고|하며|하면서)(?=[\s,.]|$)"
)
_HOW = re.compile(r"(?:이렇게|이같이|다음과 같이|그렇게|이와 같이|이처럼)")
_HEARD = re.compile(
    r"^\s*(?:들었|들은|듣|말을 들|말을 듣|얘기를 들|이야기를 들|질문을 받|제안을 받|조언을 받|답을 받|통보를 받|연락을 받)"
)
_AND = re.compile(r"(?:이?라)?(?:며|면서|고)(?:도)?,?\s*(?:이어|또|또한|그러면서)?,?\s*")
_OWNER = re.compile(r"의\s*(?:말|설명|얘기|이야기|지적|주장|생각|소감|전언|하소연|당부)")
_SOURCE = re.compile(r"\s?에\s?(?:따르면|의하면)")
_AGENT = re.compile(r"(?:에게서|한테서|로부터|으로부터|에게|한테)")
_TOPIC = frozenset("은는도")
# Ends a sentence that leads up to the next one.
_SPOKE = re.compile(
    r"(?:말했|외쳤|중얼거렸|속삭였|회상했|회고했|털어놓았|털어놨|열었|물었|답했|소리쳤|고백했|전했|웃었)(?:다|습니다)[.:]?\s*$"
)
_FEWEST_SAID = 10


@cache
def _beginning(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(
        "(?<![가-힣])(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"
    )


def read_korean(text: str, published: str, lexicon: Language) -> list[Quotation]:
    """The quotations of a Korean text."""
    prose = mark_prose(text, lexicon.marks, _SENTENCE_END, _GOES_ON)
    if not prose.passages:
        return []
    forms = korean_lexicon(lexicon.code)
    words = korean_words(prose.prose, forms)
    mentions = KoreanMentionFinder(prose.prose, words, forms).mentions()
    reader = _KoreanReader(prose, KnownPeople(prose, mentions, KOREAN_NAMES), lexicon)
    return read_passages(reader.people, reader.cue_of)


class _KoreanReader:
    def __init__(self, prose: MarkedProse, people: KnownPeople, lexicon: Language) -> None:
        self.prose = prose
        self.people = people
        # 안내 is a verb, 안내인 ("guide") a person.
        verbs = _beginning(lexicon.words("verbs", "partial_verbs")).pattern
        self._verbs = re.compile(verbs + r"(?!(?:인|원|가|관)(?:\s|$))")
        self._partial = _beginning(lexicon.words("partial_verbs"))
        self._naming = _beginning(lexicon.words("naming"))
        self._said = _beginning(lexicon.words("speech_nouns"))
        self._title_before = re.compile(
            _beginning(lexicon.words("title_nouns")).pattern + r"(?:인|은|는|의)?\s*$"
        )
        self._title_after = _beginning(lexicon.words("title_followers"))

    def cue_of(self, passage: MarkedWords, previous: Quotation | None) -> PassageCue | None:
        start, end = passage.outer
        before, after = self.prose.before(start), self.prose.after(end)
        if self._title_before.search(before) and not passage.ends_with_stop:
            return None
        particle = _PARTICLE.match(after)
        if particle:
            return self._with_particle(passage, particle, previous)
        label = self._label(passage, before)
        if label:
            return label
        if not before.strip() and re.match(r"[\s,.!?]|$", after):
            return self._alone(passage, after, previous)
        return self._inside(passage, after)

    def _with_particle(
        self, passage: MarkedWords, particle: re.Match[str], previous: Quotation | None
    ) -> PassageCue | None:
        at = passage.outer.end + particle.end()
        rest = self.prose.after(at)
        words = rest.lstrip()
        is_noun = particle["kind"] in {"는", "던", "란"}
        if self._naming.match(words):
            return None
        if is_noun and not self._said.match(words):
            return None
        verb = self._verbs.search(rest)
        cue = Span(at + verb.start(), at + self._word_end(rest, verb.end())) if verb else None
        is_partial = self._partial.match(words) is not None or (
            is_noun and "라" in particle.group()
        )
        mode = "partial" if is_partial and not passage.ends_with_stop else "direct"
        if _HEARD.match(rest):
            agent = self._agent(passage)
            return PassageCue("before", agent, cue) if agent else OPEN
        if previous and self._goes_on(passage, previous):
            return PassageCue("before", joins_previous=True)
        behind = self._subject_behind(at, rest)
        if behind:
            return PassageCue("after", behind, cue, mode)
        subject = self._subject_before(passage.outer.start)
        if subject:
            is_source = _SOURCE.match(self.prose.prose, subject.behind) is not None
            return PassageCue("according-to" if is_source else "before", subject, cue, mode)
        if self._unknown_subject(passage.outer.start):
            return PassageCue("unattributed", None, cue, mode)
        if verb is None and self._length(passage) < _FEWEST_SAID:
            return None
        return PassageCue("carried", None, cue, mode, is_dropped=not is_noun or "의" not in rest)

    def _goes_on(self, passage: MarkedWords, previous: Quotation) -> bool:
        """ "…"며 "…"고 말했다: one statement in two pieces."""
        gap = self.prose.prose[previous.segments[-1].end + 1 : passage.outer.start]
        return previous.mode == "direct" and _AND.fullmatch(gap) is not None

    def _word_end(self, rest: str, at: int) -> int:
        found = re.compile("[가-힣]*").match(rest, at)
        return found.end() if found else at

    def _length(self, passage: MarkedWords) -> int:
        return sum(each.end - each.start for each in passage.segments)

    def _subject_behind(self, at: int, rest: str) -> PersonMention | None:
        """ "…"라고 남궁혜린 씨는 말했다; "…"는 게 김 씨의 설명이다."""
        # A mark or a comma behind a verb begins another statement.
        limit = at + min(
            len(rest), *(found if (found := rest.find(mark)) >= 0 else len(rest) for mark in '“"‘')
        )
        for each in self.people.between(at, limit):
            words_between = self.prose.prose[at : each.start]
            if self._verbs.search(words_between) and not _OWNER.match(
                self.prose.prose, each.behind
            ):
                return None
            if (
                each.is_subject
                or _OWNER.match(self.prose.prose, each.behind - 1)
                or _OWNER.match(self.prose.prose, each.behind)
            ):
                return each
        return None

    def _subject_before(self, at: int) -> PersonMention | None:
        start = max(self.prose.sentence_start(at), at - 240)
        mentions = [each for each in self.people.between(start, at) if each.behind <= at]
        prose = self.prose.prose
        subjects = [
            each for each in mentions if each.is_subject or _SOURCE.match(prose, each.behind)
        ]
        if not subjects:
            return None
        last = subjects[-1]
        if len(prose[last.behind : at].strip(", ")) <= 2 or _SOURCE.match(prose, last.behind):
            return last
        topics = [each for each in subjects if prose[each.behind - 1] in _TOPIC]
        return (topics or subjects)[-1]

    def _unknown_subject(self, at: int) -> bool:
        """Whether a topic right before the mark is somebody whose name is not known."""
        start = max(self.prose.sentence_start(at), at - 40)
        return (
            re.search(r"[가-힣]{1,10}(?:[은는]|께서)\s*$", self.prose.prose[start:at]) is not None
        )

    def _agent(self, passage: MarkedWords) -> PersonMention | None:
        start = max(self.prose.sentence_start(passage.outer.start), passage.outer.start - 240)
        agents = [
            each
            for each in self.people.between(start, passage.outer.start)
            if _AGENT.search(self.prose.prose[each.end : each.behind + 4])
        ]
        return agents[-1] if agents else None

    def _label(self, passage: MarkedWords, before: str) -> PassageCue | None:
        """김철수 교수: "…" and, in headlines, 김 교수 "…"."""
        start = passage.outer.start
        mentions = self.people.between(start - len(before), start)
        if not mentions:
            return None
        tail = self.prose.prose[mentions[-1].behind : start].strip()
        lead = before[: mentions[-1].start - (start - len(before))]
        if tail in {"", ":", "："} and not mentions[-1].is_subject and len(lead) < 16:
            return PassageCue("label", mentions[-1])
        return None

    def _alone(
        self, passage: MarkedWords, after: str, previous: Quotation | None
    ) -> PassageCue | None:
        """A quotation without a particle: "…." 김 교수는 이렇게 말했다."""
        end = passage.outer.end
        following = after if after.strip(" .,") else self.prose.after(end + len(after))
        at = end if following is after else end + len(after)
        verb = next(reversed(list(self._verbs.finditer(following))), None)
        if verb and not re.search('[“"]', following):
            subjects = [
                each for each in self.people.between(at, at + verb.end()) if each.is_subject
            ]
            how = _HOW.search(following)
            is_short = (
                len(following.strip()) <= 50 and self._verbs.search(following[-12:]) is not None
            )
            cue = Span(at + verb.start(), at + self._word_end(following, verb.end()))
            if subjects and (how or is_short):
                return PassageCue("is-how" if how else "after", subjects[0], cue)
            if how:
                return PassageCue("is-how", None, cue, is_dropped=True)
        owner = next(
            (
                each
                for each in self.people.between(at, at + 40)
                if _OWNER.match(self.prose.prose, each.behind - 1)
                or _OWNER.match(self.prose.prose, each.behind)
            ),
            None,
        )
        if owner:
            return PassageCue("wording", owner)
        return self._announced(passage.outer.start) or self._carried(passage, previous)

    def _announced(self, start: int) -> PassageCue | None:
        begin = self.prose.sentence_start(max(0, start - 2))
        sentence = self.prose.prose[max(begin, start - 200) : start]
        is_announced = _HOW.search(sentence) and self._verbs.search(sentence[-24:])
        if not is_announced and (HOLE in sentence or not _SPOKE.search(sentence)):
            return None
        subjects = [
            each for each in self.people.between(start - len(sentence), start) if each.is_subject
        ]
        if subjects:
            return PassageCue("announced", subjects[-1])
        return PassageCue("announced", None, is_dropped=True)

    def _carried(self, passage: MarkedWords, previous: Quotation | None) -> PassageCue | None:
        if self._length(passage) < _FEWEST_SAID and not passage.ends_with_stop:
            return None
        if previous and previous.attribution is not None and previous.mode == "direct":
            gap = self.prose.prose[previous.segments[-1].end : passage.outer.start]
            if "\n" not in gap and len(_SENTENCE_END.findall(gap)) == 1:
                return PassageCue("carried", is_dropped=True)
        return OPEN

    def _inside(self, passage: MarkedWords, after: str) -> PassageCue | None:
        """'…'로 규정했다, and words in a clause that somebody is said to say."""
        if self._title_after.match(after.lstrip()):
            return None
        subject = self._subject_before(passage.outer.start)
        if subject is None:
            return None
        at = passage.outer.end
        named = re.match(r"(?:으?로|에)\s", after)
        verb = self._partial.match(after, named.end()) if named else None
        if verb is None and passage.mark in {"“", '"'}:
            said = re.search(r"[다라자냐]고\s", after)
            verb = self._verbs.match(after, said.end()) if said else None
        if verb is None:
            return None
        cue = Span(at + verb.start(), at + self._word_end(after, verb.end()))
        return PassageCue("before", subject, cue, "partial")
