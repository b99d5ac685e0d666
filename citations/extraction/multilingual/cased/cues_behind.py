"""The clause behind a quotation: „…“, sagte X; «…», — уточнил X; “…” – X."""

from citations.extraction.multilingual.cased.clause_grammar import ClauseGrammar, Cue
from citations.extraction.multilingual.cased.phrases.phrase_grammar import PersonPhrase
from citations.extraction.multilingual.cased.prose import DASHES, LINE, QUOTE

_MOST_SENTENCE = 60
_REFLEXIVES = frozenset({"się", "sich", "zich"})
_ENDS = frozenset({".", "!", "?", "…", ";", LINE, QUOTE})


class CuesBehind(ClauseGrammar):
    def cue_after(self, place: int) -> Cue | None:
        """The cue in the words behind the quotation at this token."""
        end = self._clause_end(place + 1)
        at = place + 1
        had_sign = False
        while at < end and (self.prose.token(at) == "," or self.prose.token(at) in DASHES):
            had_sign, at = True, at + 1
        if at >= end:
            return None
        source = self.source_cue(at, end)
        if source:
            return source
        first = self.person_at(at)
        if first and not first.is_governed:
            return self._subject_first(first, end, had_sign=had_sign)
        verb = self.verb_from(at, end)
        if verb is not None:
            return self._verb_first(verb, at, end)
        if not had_sign and not self._ends_open(place):
            return None
        return self._unknown_verb(at, end) or self._unknown_past(at, end)

    def _unknown_past(self, at: int, end: int) -> Cue | None:
        """« … » – usprawiedliwiał się: a past form right behind the mark, its subject dropped."""
        low = self.prose.low(at)
        is_past = (
            bool(self.tag.gender_of_verb(self.prose.low(at))) and low not in self.tag.not_nouns
        )
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

    def _subject_first(self, first: PersonPhrase, end: int, *, had_sign: bool) -> Cue | None:
        """“…”, Quiroga afirmó; “…” – Ana Duarte."""
        verb = self.verb_from(first.end, end)
        if verb is not None:
            return Cue("after", 0.85, first, (verb, verb + 1))
        is_whole = first.end >= end or self.prose.token(first.end) == ","
        if had_sign and is_whole and len(first.name) > 1 and self._is_credit(first):
            return Cue("dash", 0.7, first, None)
        return None

    def _is_credit(self, phrase: PersonPhrase) -> bool:
        return self.prose.token(phrase.start - 1) in DASHES

    def _verb_first(self, verb: int, at: int, end: int) -> Cue | None:
        cue = (verb, verb + 1)
        between = [self.person_at(each) for each in range(at, verb)]
        inside = next((each for each in between if each and not each.is_governed), None)
        if inside:
            return Cue("after-inverted", 0.9, inside, cue)  # a-t-elle ajouté
        subject, distance = self.subject_behind(verb, end)
        if subject:
            return Cue("after-inverted", 0.95 if distance < 2 else 0.85, subject, cue)
        if distance < 0 or not self.drops_subject or self.is_impersonal(verb):
            return None
        return Cue("dropped-subject", 0.75, None, cue)

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
        behind = at + 1 + (self.prose.low(at + 1) in _REFLEXIVES)
        phrase = self.person_at(behind) if behind < end else None
        if (
            phrase is None
            or phrase.is_governed
            or not (phrase.name or phrase.is_pronoun or not phrase.is_weak)
        ):
            return None
        return Cue("unknown-verb", 0.6, phrase, (at, at + 1))
