"""The sentence in front of a quotation: X sagte: „…“; X parle d’« … »; selon X, c’est « … »."""

from bisect import bisect_left
from itertools import islice

from citations.extraction.multilingual.cased.clause_grammar import (
    FARTHEST_SUBJECT,
    ClauseGrammar,
    Cue,
)
from citations.extraction.multilingual.cased.phrases.phrase_grammar import PersonPhrase
from citations.extraction.multilingual.cased.prose import LINE, QUOTE

_MOST_SENTENCE, _FARTHEST_SOURCE = 50, 40
_MOST_VERBS, _NEAR_QUOTATION = 4, 3
_ANDS = frozenset({"und", "et", "en"})


class CuesInFront(ClauseGrammar):
    def cue_before(self, place: int, *, has_colon: bool) -> Cue | None:
        """The cue in the sentence in front of the quotation at this token."""
        start = max(self.prose.sentence_start(place), place - _MOST_SENTENCE)
        begin = self._clause_start(start, place)
        if has_colon and (quoted := self._last_quotation(start, place)):
            # The verb of a quotation before is not that of this one.
            begin = max(begin, quoted)
            own = any(self._may_report(at) for at in range(quoted + _NEAR_QUOTATION, place))
            if not own:
                return None
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

    def _last_quotation(self, start: int, place: int) -> int:
        """The token of the last quotation in front of this one; 0 if there is none.

        Words between marks right before the colon are a title: sagte dem „Tageblatt“: „…“.
        """
        return next((at for at in range(place - 3, start, -1) if self.prose.token(at) == QUOTE), 0)

    def _cue_between(self, start: int, place: int, *, has_colon: bool) -> Cue | None:
        source = self._source_in(start, place)
        if source:
            return source
        verbs = (at for at in range(place - 1, start - 1, -1) if self._may_report(at))
        for verb in islice(verbs, _MOST_VERBS):
            if has_colon or self._leads_to(verb, place):
                found, is_last = self._cue_of(verb, start, place, has_colon=has_colon)
                if is_last:
                    return found
        return self._lone_subject(start, place) if has_colon else None

    def _may_report(self, at: int) -> bool:
        return self.tag.is_verb(at) or self.tag.is_gerund(at)

    def _cue_of(
        self, verb: int, start: int, place: int, *, has_colon: bool
    ) -> tuple[Cue | None, bool]:
        """The cue with this verb, and whether no other verb is to be tried."""
        if self.prose.low(verb - 1) in self.tag.nobody:
            return None, True
        subject = self._subject_of(verb, start, place)
        if subject and has_colon:
            return Cue("before", 0.9, subject, (verb, verb + 1)), True
        if subject:
            return Cue("wording", 0.8, subject, (verb, verb + 1)), True
        if has_colon and (alone := self._lone_subject(start, place)):
            return alone, True
        if self.drops_subject and self.is_impersonal(verb):
            return None, True
        is_dropped = self.drops_subject or self._is_coordinated(verb)
        return Cue("dropped-subject", 0.7, None, (verb, verb + 1)), is_dropped

    def _is_coordinated(self, verb: int) -> bool:
        """Und fügt hinzu, et d’ajouter, en hij voegde: the subject is that of the clause before."""
        at = verb - 1
        while self.prose.low(at) in self.tag.skippable:
            at -= 1
        return self.prose.low(at) in _ANDS or self.prose.low(verb - 2) in _ANDS

    def _leads_to(self, verb: int, place: int) -> bool:
        """Whether the words between a verb and a partial quotation may belong to the verb."""
        between = [self.prose.token(each) for each in range(verb + 1, place)]
        if QUOTE in between and not self.tag.is_calling(verb):
            return True
        return len(between) <= FARTHEST_SUBJECT

    def _source_in(self, start: int, place: int) -> Cue | None:
        for at in range(start, min(place, start + _FARTHEST_SOURCE)):
            begins = (
                at == start or self.prose.token(at - 1) in {",", QUOTE, LINE} or at == start + 1
            )
            if begins:
                cue = self.source_cue(at, place)
                if (
                    cue
                    and cue.subject
                    and (cue.subject.name or cue.subject.roles or cue.subject.is_pronoun)
                ):
                    return cue
        return None

    def _subject_of(self, verb: int, start: int, place: int) -> PersonPhrase | None:
        ahead = self.subject_in_front(verb, start)
        behind, distance = self.subject_behind(verb, place)
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
        """Als sie kam, sagte Karl Braun: a clause with its own subject in front."""
        between = [self.prose.low(at) for at in range(ahead.end, verb)]
        return between[-1:] == [","] and between[0] != ","

    def subject_in_front(self, verb: int, start: int) -> PersonPhrase | None:
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
