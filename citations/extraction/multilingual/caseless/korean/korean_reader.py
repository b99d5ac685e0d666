"""Reads Korean: 서윤창 청장은 "…"라고 말했다; "…"며 "…"고 강조했다; "…"고 그녀는 털어놓았다."""

import re

from citations.extraction.classification import Mode
from citations.extraction.languages.lexicon_loading import Language
from citations.extraction.multilingual.caseless.known_people import KnownPeople
from citations.extraction.multilingual.caseless.korean.korean_mentions import (
    KOREAN_NAMES,
    KoreanMentionFinder,
)
from citations.extraction.multilingual.caseless.korean.korean_sentences import KoreanSentences
from citations.extraction.multilingual.caseless.korean.korean_subjects import KoreanSubjects
from citations.extraction.multilingual.caseless.korean.korean_verbs import (
    AND,
    HEARD,
    PARTICLE,
    KoreanVerbs,
    korean_verbs,
    word_end,
)
from citations.extraction.multilingual.caseless.korean.korean_words import (
    korean_lexicon,
    korean_words,
)
from citations.extraction.multilingual.caseless.marked_prose import MarkedWords, mark_prose
from citations.extraction.multilingual.caseless.passage_reading import (
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
_ENDS = re.compile(r"[\s,.!?]|$")
_AS = re.compile(r"(?:으?로|에)\s")
_INDIRECT = re.compile(r"[다라자냐]고\s")
_FEWEST_SAID = 10


def read_korean(text: str, published: str, lexicon: Language) -> list[Quotation]:
    """The quotations of a Korean text."""
    prose = mark_prose(text, lexicon.marks, _SENTENCE_END, _GOES_ON)
    if not prose.passages:
        return []
    forms = korean_lexicon(lexicon.code)
    words = korean_words(prose.prose, forms)
    mentions = KoreanMentionFinder(prose.prose, words, forms).mentions()
    people = KnownPeople(prose, mentions, KOREAN_NAMES)
    return read_passages(people, _KoreanReader(people, korean_verbs(lexicon.code)).cue_of)


class _KoreanReader:
    def __init__(self, people: KnownPeople, verbs: KoreanVerbs) -> None:
        self._prose = people.prose
        self._verbs = verbs
        self._subjects = KoreanSubjects(people, verbs)
        self._sentences = KoreanSentences(people, self._subjects, verbs)

    def cue_of(self, passage: MarkedWords, previous: Quotation | None) -> PassageCue | None:
        before = self._prose.before(passage.outer.start)
        after = self._prose.after(passage.outer.end)
        if self._verbs.title_before.search(before) and not passage.ends_with_stop:
            return None
        particle = PARTICLE.match(after)
        if particle:
            return self._with_particle(passage, particle, previous)
        label = self._sentences.label(passage, before)
        if label:
            return label
        if not before.strip() and _ENDS.match(after):
            return self._sentences.cue_of(passage, after, previous)
        return self._inside(passage, after)

    def _with_particle(
        self, passage: MarkedWords, particle: re.Match[str], previous: Quotation | None
    ) -> PassageCue | None:
        at = passage.outer.end + particle.end()
        rest = self._prose.after(at)
        is_noun = particle["kind"] in {"는", "던", "란"}
        is_speech = self._verbs.said.match(rest.lstrip()) is not None
        if self._verbs.naming.match(rest.lstrip()) or (is_noun and not is_speech):
            return None
        if HEARD.match(rest):
            agent = self._subjects.agent(passage.outer.start)
            return PassageCue("before", agent) if agent else OPEN
        if previous and self._goes_on(passage, previous):
            return PassageCue("before", joins_previous=True)
        verb = self._verbs.verbs.search(rest)
        cue = Span(at + verb.start(), at + word_end(rest, verb.end())) if verb else None
        is_called = self._verbs.partial.match(rest.lstrip()) or (is_noun and "라" in particle[0])
        mode: Mode = "partial" if is_called and not passage.ends_with_stop else "direct"
        behind = self._subjects.subject_behind(at, rest)
        if behind:
            return PassageCue("after", behind, cue, mode)
        subject = self._subjects.before(passage.outer.start)
        is_source = subject is not None and self._subjects.is_source(subject)
        if subject or self._subjects.is_unknown_before(passage.outer.start):
            return PassageCue("according-to" if is_source else "before", subject, cue, mode)
        is_said = verb is not None or passage.length >= _FEWEST_SAID
        return PassageCue("carried", None, cue, mode, is_dropped=True) if is_said else None

    def _goes_on(self, passage: MarkedWords, previous: Quotation) -> bool:
        """ "…"며 "…"고 말했다: one statement in two pieces."""
        gap = self._prose.prose[previous.segments[-1].end + 1 : passage.outer.start]
        return previous.mode == "direct" and AND.fullmatch(gap) is not None

    def _inside(self, passage: MarkedWords, after: str) -> PassageCue | None:
        """'…'로 규정했다, and words in a clause that somebody is said to say."""
        subject = self._subjects.before(passage.outer.start)
        if subject is None or self._verbs.title_after.match(after.lstrip()):
            return None
        called = _AS.match(after)
        verb = self._verbs.partial.match(after, called.end()) if called else None
        # Single marks stress a word more often than they quote it.
        if verb is None and passage.mark in {"“", '"'}:
            said = _INDIRECT.search(after)
            verb = self._verbs.verbs.match(after, said.end()) if said else None
        if verb is None:
            return None
        at = passage.outer.end
        cue = Span(at + verb.start(), at + word_end(after, verb.end()))
        return PassageCue("before", subject, cue, "partial")
