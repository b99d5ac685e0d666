"""Who says it: reads the clause behind a quotation and the sentence in front of it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from citations.extraction.multilingual.alphabetic.people import PersonPhrase
from citations.extraction.multilingual.alphabetic.prose import DASHES, LINE, QUOTE, Prose
from citations.extraction.multilingual.alphabetic.tagging import Tagger

_FARTHEST_SUBJECT, _MOST_SKIPPED, _MOST_SENTENCE = 16, 4, 60
_ENDS = frozenset({".", "!", "?", "…", LINE, QUOTE})


@dataclass(frozen=True, slots=True)
class Cue:
    """What attributes a quotation: the verb or other words, and the subject if it is printed."""

    rule: str
    confidence: float
    subject: PersonPhrase | None
    verb: tuple[int, int] | None


class ClauseReader:
    def __init__(self, prose: Prose, tag: Tagger, people: Sequence[PersonPhrase]) -> None:
        self.prose, self.tag, self.people = prose, tag, people
        self.starts = [each.start for each in people]
        self.drops_subject = prose.language.is_set("drops_subject")

    # Behind the quotation -----------------------------------------------------------------------

    def cue_after(self, place: int) -> Cue | None:
        """The cue in the words behind the quotation at this token."""
        end = self._clause_end(place + 1)
        at = place + 1
        had_sign = False
        while at < end and (self.prose.token(at) == "," or self.prose.token(at) in DASHES):
            had_sign, at = True, at + 1
        if at >= end:
            return None
        source = self._source_cue(at, end)
        if source:
            return source
        first = self.person_at(at)
        if first and not first.is_governed:
            return self._subject_first(first, end, had_sign=had_sign)
        verb = self._verb_from(at, end)
        if verb is not None:
            return self._verb_first(verb, at, end)
        if not had_sign and not self._ends_open(place):
            return None
        return self._unknown_verb(at, end) or self._unknown_past(at, end)

    def _unknown_past(self, at: int, end: int) -> Cue | None:
        """« … » – usprawiedliwiał się: a past form right behind the mark, its subject dropped."""
        low = self.prose.low(at)
        is_past = bool(self.tag.gender_of_verb(at)) and low not in self.tag.not_nouns
        is_short = end - at <= 3 and not self.tag.is_role(low) and len(low) > 4
        return Cue("dropped-subject", 0.6, None, (at, at + 1)) if is_past and is_short else None

    def _ends_open(self, place: int) -> bool:
        """« Pourquoi ? » grogne-t-il: a sign inside the marks is as good as a comma."""
        return self.prose.tokens[place + 1].text[:1].islower()

    def _clause_end(self, at: int) -> int:
        tokens = self.prose.tokens
        number = self.prose.sentences[at - 1] if at > 0 else 0
        end = at
        while (
            end < len(tokens)
            and tokens[end].text not in _ENDS
            and tokens[end].text != ";"
            and self.prose.sentences[end] == number
            and end < at + _MOST_SENTENCE
        ):
            end += 1
        return end

    def _source_cue(self, at: int, end: int) -> Cue | None:
        """So Thönnes, selon la maire, по словам Мелехова."""
        behind = self.tag.phrase_end(self.tag.sources, at)
        if not behind:
            return None
        phrase = self._person_from(behind, min(end, behind + 4))
        if phrase is None or (phrase.is_weak and not phrase.name):
            return None
        return Cue("according-to", 0.9, phrase, (at, behind))

    def _person_from(self, at: int, end: int) -> PersonPhrase | None:
        for each in range(at, end):
            found = self.person_at(each)
            if found:
                return found
            if not self.prose.tokens[each].is_word:
                return None
        return None

    def _subject_first(self, first: PersonPhrase, end: int, *, had_sign: bool) -> Cue | None:
        """“…”, Quiroga afirmó; “…” – Ana Duarte."""
        verb = self._verb_from(first.end, end)
        if verb is not None:
            return Cue("after", 0.85, first, (verb, verb + 1))
        is_whole = first.end >= end or self.prose.token(first.end) == ","
        if had_sign and is_whole and len(first.name) > 1 and self._is_credit(first):
            return Cue("dash", 0.7, first, None)
        return None

    def _is_credit(self, phrase: PersonPhrase) -> bool:
        return self.prose.token(phrase.start - 1) in DASHES

    def _verb_from(self, at: int, end: int) -> int | None:
        """The first reporting verb, at most a few adverbs and auxiliaries away."""
        for each in range(at, min(end, at + _MOST_SKIPPED + 1)):
            if self.tag.is_verb(each):
                participle = self._participle_after(each, end)
                return participle if participle is not None else each
            if self.prose.low(each) not in self.tag.skippable | self.tag.pronouns:
                return None
        return None

    def _participle_after(self, at: int, end: int) -> int | None:
        """Ha vuelto a decir: the verb behind one that is an auxiliary too."""
        is_auxiliary = self.prose.low(at) in self.tag.auxiliaries
        return at + 1 if is_auxiliary and at + 1 < end and self.tag.is_verb(at + 1) else None

    def _verb_first(self, verb: int, at: int, end: int) -> Cue | None:
        cue = (verb, verb + 1)
        between = [self.person_at(each) for each in range(at, verb)]
        inside = next((each for each in between if each and not each.is_governed), None)
        if inside:
            return Cue("after-inverted", 0.9, inside, cue)  # a-t-elle ajouté
        subject, distance = self._subject_behind(verb, end)
        if subject:
            return Cue("after-inverted", 0.95 if distance < 2 else 0.85, subject, cue)
        if distance < 0 or not self.drops_subject or self._is_impersonal(verb):
            return None
        return Cue("dropped-subject", 0.75, None, cue)

    def _is_impersonal(self, verb: int) -> bool:
        return self.prose.low(verb - 1) in {"se", "si"} and self.prose.low(verb) in _IMPERSONAL

    def _subject_behind(self, verb: int, end: int) -> tuple[PersonPhrase | None, int]:
        """The subject behind its verb, and its distance; -1 if somebody unnamed is the subject."""
        nominal: PersonPhrase | None = None
        at = verb + 1
        while at < min(end, verb + _FARTHEST_SUBJECT):
            token = self.prose.tokens[at]
            if token.text == "," and self._is_parenthesis(at, verb):
                at += 1
                continue
            if token.text in {",", ":", ";", "("} or token.text in DASHES:
                break
            phrase = self.person_at(at)
            if phrase and not phrase.is_governed:
                if phrase.name or phrase.is_pronoun or not phrase.is_weak:
                    return phrase, phrase.start - verb - 1
                nominal = nominal or phrase
            if phrase:
                at = phrase.end
                continue
            if (
                token.low in self.tag.other_pronouns
                and at == verb + 1
                and token.low not in self.tag.skippable
            ):
                return None, -1
            if (
                token.low in self.tag.relatives | self.tag.that
                and token.low not in self.tag.determiners
            ):
                break
            at += 1
        if nominal and nominal.start - verb <= 4:
            return nominal, nominal.start - verb - 1
        return None, 0

    def _is_parenthesis(self, comma: int, verb: int) -> bool:
        """A grommelé hier, devant la presse, le directeur: between two commas, no subject."""
        following = self.prose.low(comma + 1)
        if following in self.tag.prepositions:
            return True
        passed = any(self.prose.token(each) == "," for each in range(verb, comma))
        return passed and self.person_at(comma + 1) is not None

    def _unknown_verb(self, at: int, end: int) -> Cue | None:
        """A word that no lexicon has, right between the mark and somebody's name."""
        token = self.prose.tokens[at]
        if (
            not token.text[:1].islower()
            or token.low in self.tag.not_nouns
            or self.tag.is_role(token.text)
        ):
            at += token.low in {"se", "si", "s", "a", "ha", "hat", "heeft"}
            token = self.prose.tokens[at] if at < end else token
            if not token.text[:1].islower() or token.low in self.tag.not_nouns:
                return None
        phrase = self.person_at(at + 1) if at + 1 < end else None
        if (
            phrase is None
            or phrase.is_governed
            or not (phrase.name or phrase.is_pronoun or not phrase.is_weak)
        ):
            return None
        return Cue("unknown-verb", 0.6, phrase, (at, at + 1))

    # In front of the quotation ------------------------------------------------------------------

    def cue_before(self, place: int, *, has_colon: bool) -> Cue | None:
        """The cue in the sentence in front of the quotation at this token."""
        start = max(self.prose.sentence_start(place), place - _MOST_SENTENCE)
        begin = self._clause_start(start, place)
        cue = self._cue_between(begin, place, has_colon=has_colon)
        if cue is None and begin > start:
            cue = self._cue_between(start, place, has_colon=has_colon)
        return cue

    def _clause_start(self, start: int, place: int) -> int:
        """Behind the last word that begins another clause, or the last quotation."""
        for at in range(place - 1, start, -1):
            behind = self.tag.phrase_end(self.tag.breaks, at)
            if behind and behind < place and self.prose.token(at - 1) in {",", ";", QUOTE}:
                return behind
        return start

    def _cue_between(self, start: int, place: int, *, has_colon: bool) -> Cue | None:
        source = self._source_in(start, place)
        if source:
            return source
        for verb in range(place - 1, start - 1, -1):
            if not self.tag.is_verb(verb) and not self.tag.is_gerund(verb):
                continue
            if not has_colon and not self._leads_to(verb, place):
                continue
            subject = self._subject_of(verb, start, place)
            if subject:
                confidence = 0.9 if has_colon else 0.8
                return Cue(
                    "before" if has_colon else "wording", confidence, subject, (verb, verb + 1)
                )
            if has_colon and (alone := self._lone_subject(start, place)):
                return alone
            if self.drops_subject and self._is_impersonal(verb):
                return None
            if self.drops_subject or self._is_coordinated(verb):
                return Cue("dropped-subject", 0.7, None, (verb, verb + 1))
        return self._lone_subject(start, place) if has_colon else None

    def _is_coordinated(self, verb: int) -> bool:
        at = verb - 1
        while self.prose.low(at) in self.tag.skippable:
            at -= 1
        return self.prose.low(at) in {"und", "et", "en", "and"} or self.prose.low(verb - 2) in {
            "et",
            "und",
            "en",
        }

    def _leads_to(self, verb: int, place: int) -> bool:
        """Whether the words between a verb and a partial quotation may belong to the verb."""
        between = [self.prose.token(each) for each in range(verb + 1, place)]
        if QUOTE in between and not self.tag.is_calling(verb):
            return True
        return len(between) <= _FARTHEST_SUBJECT

    def _source_in(self, start: int, place: int) -> Cue | None:
        for at in range(start, min(place, start + 40)):
            begins = (
                at == start or self.prose.token(at - 1) in {",", QUOTE, LINE} or at == start + 1
            )
            if begins:
                cue = self._source_cue(at, place)
                if (
                    cue
                    and cue.subject
                    and (cue.subject.name or cue.subject.roles or cue.subject.is_pronoun)
                ):
                    return cue
        return None

    def _subject_of(self, verb: int, start: int, place: int) -> PersonPhrase | None:
        ahead = self._subject_in_front(verb, start)
        behind, distance = self._subject_behind(verb, place)
        if ahead and behind and behind.name and distance == 0 and self._is_inverted(ahead, verb):
            return behind
        if ahead is None:
            return behind
        if (
            behind is None
            or not (behind.name or behind.is_pronoun)
            or ahead.name
            or ahead.is_pronoun
        ):
            return ahead
        return behind if ahead.is_weak else ahead

    def _is_inverted(self, ahead: PersonPhrase, verb: int) -> bool:
        """Als sie kam, sagte Karl Braun: another clause in front of the verb, with its own subject."""
        between = [self.prose.low(at) for at in range(ahead.end, verb)]
        return between[-1:] == [","] and between[0] != ","

    def _subject_in_front(self, verb: int, start: int) -> PersonPhrase | None:
        """The nearest phrase that may be the subject of a verb behind it."""
        chosen: PersonPhrase | None = None
        number = bisect_left(self.starts, verb) - 1
        while number >= 0 and self.people[number].start >= start:
            phrase = self.people[number]
            number -= 1
            if phrase.is_governed:
                continue
            if self._is_inside_apposition(phrase, start):
                chosen = chosen or phrase
                continue
            if chosen and (chosen.name or chosen.is_pronoun) and not phrase.name:
                return chosen
            if not self._is_object(phrase, verb) or chosen is None:
                if chosen and chosen.name and not self._is_apposition(chosen, phrase):
                    return chosen
                return (
                    phrase
                    if phrase.name or phrase.is_pronoun or not phrase.is_weak or not chosen
                    else chosen
                )
        return chosen

    def _is_inside_apposition(self, phrase: PersonPhrase, start: int) -> bool:
        return self.prose.token(phrase.start - 1) == "," and phrase.start - 1 > start

    def _is_apposition(self, phrase: PersonPhrase, head: PersonPhrase) -> bool:
        return phrase.start - head.end <= 12 and self.prose.token(head.end) == ","

    def _is_object(self, phrase: PersonPhrase, verb: int) -> bool:
        return phrase.is_weak and not phrase.name and verb - phrase.end > 3

    def _lone_subject(self, start: int, place: int) -> Cue | None:
        """Il capostazione non ha dubbi: the only person in front of the colon."""
        number = bisect_left(self.starts, start)
        found = []
        while number < len(self.people) and self.people[number].start < place:
            phrase = self.people[number]
            number += 1
            if not phrase.is_governed and (phrase.name or phrase.is_pronoun or not phrase.is_weak):
                found.append(phrase)
        if len(found) != 1 or (
            found[0].is_weak and len(found[0].name) < 2 and not found[0].is_pronoun
        ):
            return None
        is_label = found[0].end == place - 1 and found[0].start <= start + 1
        return Cue("label" if is_label else "colon", 0.7, found[0], None)

    def person_at(self, at: int) -> PersonPhrase | None:
        """The phrase that begins at this token."""
        number = bisect_left(self.starts, at)
        found = number < len(self.people) and self.people[number].start == at
        return self.people[number] if found else None


_IMPERSONAL = frozenset("lee leía lê lia legge leggeva dice diz".split())
