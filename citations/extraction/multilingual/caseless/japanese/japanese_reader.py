"""Reads Japanese: 水上啓介局長は「…」と述べた; 「…」と語るのは、駅長の氷室琴音さん."""

import re

from citations.extraction.classification import Mode
from citations.extraction.languages.lexicon_loading import Language
from citations.extraction.multilingual.caseless.japanese.japanese_mentions import (
    JAPANESE_NAMES,
    JapaneseMentionFinder,
)
from citations.extraction.multilingual.caseless.japanese.japanese_sentences import JapaneseSentences
from citations.extraction.multilingual.caseless.japanese.japanese_subjects import JapaneseSubjects
from citations.extraction.multilingual.caseless.japanese.japanese_verbs import (
    JapaneseVerbs,
    japanese_verbs,
)
from citations.extraction.multilingual.caseless.known_people import KnownPeople, PersonMention
from citations.extraction.multilingual.caseless.marked_prose import MarkedWords, mark_prose
from citations.extraction.multilingual.caseless.passage_reading import (
    OPEN,
    PassageCue,
    read_passages,
)
from citations.extraction.quotation import Quotation
from citations.text.spans import Span

_SENTENCE_END = re.compile(r"[。！？!?]+[」』”）)]?|\n")
_GOES_ON = re.compile("(?:など)?(?:と|って|。|、)|[をがにのはでも]")
_PARTICLE = re.compile("(?:など)?(?:との|という|といった|とも|とは|って|とか|と)")
_ENDING = re.compile("[ぁ-ん]{0,8}")
_FEWEST_SAID = 8


def read_japanese(text: str, published: str, lexicon: Language) -> list[Quotation]:
    """The quotations of a Japanese text."""
    prose = mark_prose(text, lexicon.marks, _SENTENCE_END, _GOES_ON)
    if not prose.passages:
        return []
    mentions = JapaneseMentionFinder(prose.prose, lexicon).mentions()
    people = KnownPeople(prose, mentions, JAPANESE_NAMES)
    return read_passages(people, _JapaneseReader(people, japanese_verbs(lexicon.code)).cue_of)


class _JapaneseReader:
    def __init__(self, people: KnownPeople, verbs: JapaneseVerbs) -> None:
        self._prose = people.prose
        self._verbs = verbs
        self._subjects = JapaneseSubjects(people)
        self._sentences = JapaneseSentences(people, self._subjects, verbs)

    def cue_of(self, passage: MarkedWords, previous: Quotation | None) -> PassageCue | None:
        start, end = passage.outer
        before, after = self._prose.before(start), self._prose.after(end)
        particle = _PARTICLE.match(after)
        is_said = particle and self._verbs.occur_in(after[:20])
        if self._verbs.title_before.search(before) and not is_said:
            return None
        if particle:
            return self._with_particle(passage, particle.group(), end + particle.end())
        label = self._sentences.label(passage, before, after)
        if label:
            return label
        if not after or after[0] in "。\n！？" or self._ends_line(end):
            return self._sentences.cue_of(passage, before, previous)
        return self._inside(passage, after)

    def _ends_line(self, at: int) -> bool:
        return at >= len(self._prose.prose) or self._prose.prose[at] == "\n"

    def _with_particle(self, passage: MarkedWords, particle: str, at: int) -> PassageCue | None:
        rest = self._prose.after(at)
        is_noun = particle.endswith(("の", "いう", "いった"))
        if self._is_name_or_list(rest, particle) or (
            is_noun and not self._verbs.said.search(rest[:12])
        ):
            return None
        verb = self._verbs.verbs.search(rest)
        cue = Span(at + verb.start(), at + _end_of_verb(rest, verb.end())) if verb else None
        is_partial = is_noun or self._is_partial(passage, rest)
        passive = self._verbs.passive.search(rest)
        if passive and (verb is None or passive.start() <= verb.start()):
            agent = self._subjects.agent(passage)
            return PassageCue("before", agent, cue) if agent else OPEN
        found = self._with_subject(passage, at, rest, verb)
        if found is None and self._subjects.is_unknown_before(passage.outer.start):
            return OPEN
        if found is None and verb is None and passage.length < _FEWEST_SAID:
            return None
        rule, subject = found or ("carried", None)
        mode: Mode = "partial" if is_partial else "direct"
        return PassageCue(rule, subject, cue, mode, is_dropped=found is None and not is_noun)

    def _is_name_or_list(self, rest: str, particle: str) -> bool:
        if rest.startswith(("「", "『", "“")):
            return True
        naming = self._verbs.naming
        return bool(naming.match(particle[1:] + rest) or naming.match(rest))

    def _with_subject(
        self, passage: MarkedWords, at: int, rest: str, verb: re.Match[str] | None
    ) -> tuple[str, PersonMention] | None:
        behind = self._subjects.subject_behind(at, rest, verb)
        if behind:
            return "after-japanese", behind
        start = passage.outer.start
        subject = self._subjects.before(start)
        unnamed = self._subjects.unnamed_before(start, subject)
        if unnamed:
            return "before", unnamed
        if subject:
            return "according-to" if self._subjects.is_source(subject) else "before", subject
        return None

    def _is_partial(self, passage: MarkedWords, rest: str) -> bool:
        """Whether the words are what something is called (「…」と評した)."""
        return not passage.ends_with_stop and bool(self._verbs.partial.match(rest.lstrip("、")))

    def _inside(self, passage: MarkedWords, after: str) -> PassageCue | None:
        """Words in a clause that somebody is said to say: 「想定外」の事態だと述べた."""
        said = self._verbs.clause_end.search(after)
        if said is None or self._verbs.title_after.match(after) or "「" in after[: said.start()]:
            return None
        subject = self._subjects.before(passage.outer.start)
        if subject is None:
            return None
        at = passage.outer.end + said.end()
        cue = Span(at, at + _end_of_verb(after[said.end() :], 0))
        return PassageCue("before", subject, cue, "partial")


def _end_of_verb(rest: str, at: int) -> int:
    kana = _ENDING.match(rest, at)
    return kana.end() if kana else at
