"""Reads Arabic: وقال مدير المتحف نزار البيطار: "…"; «…»، قالت مبتسمة; وصفها بأنها "…"."""

import re
from bisect import bisect_left

from citations.extraction.classification import Mode
from citations.extraction.languages.lexicon_loading import Language
from citations.extraction.multilingual.caseless.arabic.arabic_mentions import (
    ARABIC_NAMES,
    ArabicMentionFinder,
)
from citations.extraction.multilingual.caseless.arabic.arabic_words import (
    FEMALE_ADVERB,
    ArabicLexicon,
    ArabicWord,
    arabic_lexicon,
    arabic_words,
)
from citations.extraction.multilingual.caseless.known_people import KnownPeople, PersonMention
from citations.extraction.multilingual.caseless.marked_prose import (
    MarkedWords,
    mark_prose,
)
from citations.extraction.multilingual.caseless.passage_reading import (
    OPEN,
    PassageCue,
    read_passages,
)
from citations.extraction.quotation import Quotation
from citations.text.spans import Span

_SENTENCE_END = re.compile(r"[.!?؟…]+(?=[\s\ufffc”\"»)\]]|$)|\n")
_GOES_ON = re.compile(r"\s?[،,]")
_BY_COMMA = re.compile(r"\s*[،,.]?\s*")
_AS = frozenset("كما هكذا حسبما مثلما بهذا بهذه الكلمات".split())
# One of them, some of them: nobody in particular.
_SOMEBODY = frozenset("احدهما احدهم احداهما احداهن بعضهم احد".split())
_FEWEST_SAID = 8
_NEAR = 30


def read_arabic(text: str, published: str, lexicon: Language) -> list[Quotation]:
    """The quotations of an Arabic text."""
    prose = mark_prose(text, lexicon.marks, _SENTENCE_END, _GOES_ON)
    if not prose.passages:
        return []
    folded = arabic_lexicon(lexicon.code)
    words = arabic_words(prose.prose, folded)
    finder = ArabicMentionFinder(words, folded)
    people = KnownPeople(prose, finder.mentions(), ARABIC_NAMES)
    reader = _ArabicReader(people, words, folded, finder.subjects)
    return read_passages(reader.people, reader.cue_of)


class _ArabicReader:
    def __init__(
        self,
        people: KnownPeople,
        words: list[ArabicWord],
        lexicon: ArabicLexicon,
        subjects: dict[int, PersonMention],
    ) -> None:
        self.prose = people.prose
        self.people = people
        self._subjects = subjects
        self._words = words
        self._starts = [each.start for each in words]
        self._lexicon = lexicon

    def cue_of(self, passage: MarkedWords, previous: Quotation | None) -> PassageCue | None:
        start, end = passage.outer
        before = self._between(max(self.prose.sentence_start(start), start - 400), start)
        after = self._between(end, min(self.prose.sentence_end(end), end + 200))
        if before and (self._is_title_noun(before[-1]) or self._is_inscribed(before)):
            return None
        return (
            self._led_in(passage, before)
            or self._from_behind(after)
            or self._label(before)
            or self._alone(passage, before, after, previous)
        )

    def _alone(
        self,
        passage: MarkedWords,
        before: list[ArabicWord],
        after: list[ArabicWord],
        previous: Quotation | None,
    ) -> PassageCue | None:
        if any(each.is_word for each in before):
            is_colon = before[-1].text in ":："
            return OPEN if is_colon and passage.length >= _FEWEST_SAID else None
        if not passage.ends_with_stop and after and after[0].is_word:
            return None
        return self._carry_speaker(passage, previous)

    def _between(self, start: int, end: int) -> list[ArabicWord]:
        low = bisect_left(self._starts, start)
        return self._words[low : bisect_left(self._starts, end, low)]

    def _is_title_noun(self, word: ArabicWord) -> bool:
        forms = {word.folded, re.sub("^[وفبلك]", "", word.folded)}
        return bool(forms & self._lexicon.title_nouns)

    def _is_inscribed(self, before: list[ArabicWord]) -> bool:
        """لافتة كتب عليها «…»"""
        words = [each.folded for each in before[-4:]]
        return bool({"عليها", "عليه", "فيها"} & set(words)) and bool(
            {"كتب", "كتبت", "خط", "نقش", "نقشت", "طبع"} & set(words)
        )

    # Led in: وقال نزار البيطار: "…"

    def _led_in(self, passage: MarkedWords, before: list[ArabicWord]) -> PassageCue | None:
        verbs = [at for at, each in enumerate(before) if each.verb_gender]
        saying = [at for at, each in enumerate(before) if each.folded in self._lexicon.participles]
        is_colon = bool(before) and before[-1].text in ":："
        cue_at = max([*verbs, *(saying if is_colon else [])], default=-1)
        if cue_at < 0:
            return self._according(before)
        cue = Span(before[cue_at].start, before[cue_at].end)
        behind = [each for each in before[cue_at + 1 :] if each.is_word]
        mode: Mode = "direct" if is_colon or not behind else self._mode(behind, before)
        if cue_at not in verbs and not verbs:
            people = self._people_in(before[:cue_at])
            return PassageCue("before", people[0], cue) if people else OPEN
        verb_at = verbs[-1]
        verb = before[verb_at]
        if verb_at and before[verb_at - 1].folded in _SOMEBODY:
            return OPEN
        gender = verb.verb_gender
        subject = self._subject_of(before, verb_at)
        if subject:
            return PassageCue("before", subject, cue, mode)
        is_linked = not behind or behind[-1].folded in self._lexicon.that
        if self._is_distant(before, verb_at, passage) or not (is_colon or is_linked):
            return None
        return PassageCue("carried", None, cue, mode, is_dropped=True, gender=gender)

    def _mode(self, behind: list[ArabicWord], before: list[ArabicWord]) -> Mode:
        is_comma = before[-1].text == "،"
        return "direct" if is_comma and behind[-1].folded not in self._lexicon.that else "partial"

    def _is_distant(self, before: list[ArabicWord], at: int, passage: MarkedWords) -> bool:
        return before[at].end < passage.outer.start - 120

    def _subject_of(self, before: list[ArabicWord], verb_at: int) -> PersonMention | None:
        """Behind the verb, or before it where nothing but the verb follows (البيطار قال)."""
        verb = before[verb_at]
        if verb.start in self._subjects:
            return self._subjects[verb.start]
        following = before[verb_at + 1] if verb_at + 1 < len(before) else None
        is_dropped = following is None or not following.is_word or self._lexicon.is_stop(following)
        earlier = self.people.between(before[0].start, verb.start)
        if (
            earlier
            and verb.start - earlier[-1].behind <= 2
            and not verb.folded.startswith(("و", "ف"))
        ):
            return earlier[-1]
        if is_dropped:
            return None
        return (
            PersonMention(following.start, following.end, following.end, "nominal")
            if following
            else None
        )

    def _people_in(self, words: list[ArabicWord]) -> list[PersonMention]:
        return self.people.between(words[0].start, words[-1].end) if words else []

    def _according(self, words: list[ArabicWord], most: int = 12) -> PassageCue | None:
        """وفقا لنزار البيطار، "…"; «…»، بحسب المدير."""
        for at, each in enumerate(words[:most]):
            if each.folded in self._lexicon.according or each.bare in self._lexicon.according:
                people = self._people_in(words[at + 1 : at + 10])
                if people:
                    return PassageCue("according-to", people[0], Span(each.start, each.end))
        return None

    # Behind: «…»، قال وليد القباني

    def _from_behind(self, after: list[ArabicWord]) -> PassageCue | None:
        first = 1 if after and after[0].text in "،,." else 0
        while first < len(after) and after[first].folded in _AS:
            first += 1
        words = after[first:]
        if not words:
            return None
        gender = words[0].verb_gender
        if not gender:
            return self._according(words, 4)
        if self._lexicon.begins_with_and(words[0]):
            # "And added" begins the next statement.
            return None
        cue = Span(words[0].start, words[0].end)
        if words[0].start in self._subjects:
            return PassageCue("after", self._subjects[words[0].start], cue)
        following = words[1] if len(words) > 1 else None
        is_adverb = following and gender == "f" and FEMALE_ADVERB.match(following.folded)
        if not following or not following.is_word or is_adverb or self._lexicon.is_stop(following):
            return PassageCue("carried", None, cue, is_dropped=True, gender=gender)
        return PassageCue(
            "after", PersonMention(following.start, following.end, following.end, "nominal"), cue
        )

    def _label(self, before: list[ArabicWord]) -> PassageCue | None:
        """البيطار: «…» and a sentence before a colon that is about one person."""
        if len(before) < 2 or before[-1].text not in ":：":
            return None
        people = self._people_in(before)
        if not people:
            return None
        first = people[0]
        is_label = first.behind >= before[-2].end and len(before) <= 8
        if is_label:
            return PassageCue("label", first)
        return PassageCue("colon", first) if len(people) == 1 else OPEN

    def _carry_speaker(self, passage: MarkedWords, previous: Quotation | None) -> PassageCue | None:
        if passage.length < _FEWEST_SAID:
            return None
        if previous and previous.attribution is not None and previous.mode == "direct":
            gap = self.prose.prose[previous.segments[-1].end : passage.outer.start]
            if (
                "\n" not in gap
                and len(_SENTENCE_END.findall(gap)) == 1
                and previous.attribution.start > previous.segments[-1].end
            ):
                return PassageCue("carried", is_dropped=True)
        return OPEN
