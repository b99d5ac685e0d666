"""Nouns for people: la ministra de Pesca, die Präsidentin, начальник порта."""

from citations.extraction.multilingual.cased.phrases.phrase_grammar import (
    PersonPhrase,
    PhraseGrammar,
)

_MOST_NOUNS, _MOST_ADJECTIVES = 8, 3


class RoleReader(PhraseGrammar):
    def role_phrase(self, at: int) -> PersonPhrase | None:
        """An article and a noun, or in some languages a noun for a person alone."""
        noun = self._noun_of(at)
        if noun is None or self.name_follows(noun + 1):
            return None
        word, low = self.prose.token(noun), self.prose.low(noun)
        article = self.prose.low(at)
        return PersonPhrase(
            at, self._complement_end(noun + 1), (), (low,),
            self.tag.gender_of_role(word) or self.tag.gender_of_article(article),
            is_governed=self.is_no_subject(at),
            is_weak=not self.tag.is_role(word),
            is_plural=article in self.tag.plural_articles,
        )  # fmt: skip

    def _noun_of(self, at: int) -> int | None:
        """The noun of a phrase that begins here."""
        low = self.prose.low(at)
        if low not in self.tag.determiners:
            return at if self.tag.bare_roles and low in self.tag.lower_roles else None
        at += 1
        if self.tag.capital_nouns:
            for _ in range(_MOST_ADJECTIVES):
                at += self.is_adjective(at)
            token = self.prose.token(at)
            return at if token[:1].isupper() and token not in self.tag.not_names else None
        is_role = self.tag.is_role(self.prose.token(at))
        if not is_role and self.is_adjective(at) and self.tag.is_role(self.prose.token(at + 1)):
            at, is_role = at + 1, True
        token = self.prose.token(at)
        is_noun = token[:1].islower() and (is_role or token not in self.tag.not_nouns)
        return at if is_noun else None

    def role_in_capitals(self, at: int, end: int) -> PersonPhrase:
        """Capitals that are no name but a noun: Die Vorstandsvorsitzende."""
        start = self.phrase_start(at)
        word = self.prose.token(end - 1)
        gender = self.tag.gender_of_role(word) or self.tag.gender_of_article(self.prose.low(start))
        is_governed = self.is_no_subject(start)
        return PersonPhrase(start, end, (), (word.lower(),), gender, is_governed=is_governed)

    def _complement_end(self, at: int) -> int:
        """Behind de Pesca, de la autoridad portuaria: what the noun is about."""
        end = at
        for _ in range(2):
            if self.prose.low(end) not in self.tag.genitives:
                break
            ahead = end + 1
            while ahead < end + 5 and self._is_of_complement(ahead):
                ahead += 1
            if ahead == end + 1:
                break
            end = ahead
        if not self.tag.bare_roles:
            return end
        ahead = end
        while ahead < end + 4 and self.is_adjective(ahead):
            ahead += 1
        return ahead if self.prose.low(ahead) == "," else end

    def _is_of_complement(self, at: int) -> bool:
        is_determiner = self.prose.low(at) in self.tag.determiners
        return is_determiner or self.is_adjective(at) or self.prose.token(at)[:1].isupper()

    def name_follows(self, at: int) -> bool:
        """Whether a name ends the phrase: la ministra de Pesca Azucena Larralde."""
        for each in range(at, min(at + _MOST_NOUNS, len(self.prose.tokens))):
            token = self.prose.tokens[each]
            before = self.prose.low(each - 1)
            if token.is_capitalised and token.text not in self.tag.not_names:
                is_place = before in self.tag.genitives and self.name_end(each) - each < 3
                if is_place or (each > at and self.prose.tokens[each - 1].is_capitalised):
                    continue
                return before not in self.tag.other_prepositions
            if token.low not in self.tag.genitives and not self.is_adjective(each):
                return False
        return False
