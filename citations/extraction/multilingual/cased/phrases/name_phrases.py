"""Names with the nouns that say who it is: Bahnsprecher Lothar Grabowsky, der Imker Kuno Pfahl."""

from citations.extraction.entities.first_names import is_first_name
from citations.extraction.multilingual.cased.phrases.phrase_grammar import PersonPhrase
from citations.extraction.multilingual.cased.phrases.role_phrases import RoleReader

_MOST_BACK, _LONG_NOUN = 9, 7


class NameReader(RoleReader):
    def name_phrase(self, at: int, floor: int) -> PersonPhrase | None:
        """The phrase of the name that begins here; its nouns are sought back to `floor`."""
        end = self.name_end(at)
        words = tuple(self.prose.token(each) for each in range(at, end))
        split = self._roles_in_front(at, words)
        if split == len(words):
            if self.name_follows(end):
                return None
            return self.role_phrase(at) or self.role_in_capitals(at, end)
        behind = self._role_behind(end)
        if split:
            nouns = (*(each.lower() for each in words[:split]), *behind)
            return self._phrase(self.phrase_start(at), end, words[split:], nouns)
        if len(words) > 2 and self._is_complement(at) and words[1] not in self.tag.particles:
            # The minister of fisheries: la ministra de Pesca Azucena Larralde.
            start, nouns, has_head = self._nouns_in_front(at + 1, floor)
            if has_head:
                return self._phrase(start, end, words[1:], nouns)
        start, nouns, has_head = self._nouns_in_front(at, floor)
        if has_head and self.tag.bare_roles:
            words = self._without_place(words)
        return self._phrase(start, end, words, (*nouns, *behind))

    def _phrase(
        self, start: int, end: int, name: tuple[str, ...], nouns: tuple[str, ...]
    ) -> PersonPhrase:
        if nouns and self.tag.bare_roles:
            name = (
                self._without_place(name) if self.prose.low(start) in self.tag.lower_roles else name
            )
        return PersonPhrase(
            start, end, name, nouns, self.gender(start, name, nouns),
            is_governed=self.is_no_subject(start), is_weak=not nouns,
        )  # fmt: skip

    def _is_complement(self, at: int) -> bool:
        return self.prose.low(at - 1) in self.tag.genitives and not self.tag.capital_nouns

    def _without_place(self, name: tuple[str, ...]) -> tuple[str, ...]:
        """Мэр Сухого Лога Антон Гаврилов: a place stands between the role and the name."""
        if any(self.tag.is_patronymic(each) for each in name):
            return name[-3:]
        return name[-2:] if len(name) > 2 else name

    # Nouns in capitals --------------------------------------------------------------------------

    def _roles_in_front(self, at: int, words: tuple[str, ...]) -> int:
        """How many of the capitals are no name: Bahnsprecher Lothar Grabowsky."""
        if not self.tag.capital_nouns and not self.prose.is_sentence_start(at):
            return 0
        if not self.tag.role_before_name:
            return int(len(words) > 1 and words[0].lower() in self.tag.lower_roles)
        number = 0
        while number < len(words) and self._is_role_of(words, number):
            if len(words) - number == 2 and is_first_name(words[number]):
                break
            number += 1
        if number == 0 and len(words) > 2 and self.tag.capital_nouns:
            return int(self.phrase_start(at) < at)
        return number

    def _is_role_of(self, words: tuple[str, ...], number: int) -> bool:
        """An ending alone decides only where a whole name follows."""
        low = words[number].lower()
        rest = len(words) - number
        if not self.tag.is_role(low):
            return rest > 2 and len(low) >= _LONG_NOUN and low.endswith(self.tag.loose_suffixes)
        if low in self.tag.lower_roles or low.removesuffix("in") in self.tag.lower_roles:
            return True
        if any(self.tag.is_patronymic(each) for each in words):
            return False
        return rest != 2 or (len(low) > _LONG_NOUN and self.tag.capital_nouns)

    # Nouns in front and behind ------------------------------------------------------------------

    def _nouns_in_front(self, name: int, floor: int) -> tuple[int, tuple[str, ...], bool]:
        """Where the phrase begins, its noun, and whether that is surely one for a person."""
        noun, head, start = "", "", name
        for at in range(name - 1, max(floor, name - _MOST_BACK) - 1, -1):
            low = self.prose.low(at)
            if low in self.tag.determiners and low not in self.tag.mere_particles:
                if (head or noun or low in self.tag.oblique) and self._is_same_sentence(at, name):
                    start = at
                break
            if low in self.tag.genitives and not head:
                continue
            if not self._may_be_noun(at, name) or (head and not self.is_adjective(at)):
                break
            if not head and self.tag.is_role(low) and self._may_be_role(at):
                head, start = low, at
            noun = noun or low
        if start == name:
            return name, (), False
        return start, (head or noun,) if head or noun else (), bool(head)

    def _is_same_sentence(self, at: int, name: int) -> bool:
        return self.prose.sentences[at] == self.prose.sentences[name]

    def _may_be_noun(self, at: int, name: int) -> bool:
        token = self.prose.tokens[at]
        if not token.is_word or not self._is_same_sentence(at, name):
            return False
        if token.low in self.tag.plain_words:
            return False
        if token.is_capitalised and not self._may_be_role(at):
            return self.prose.low(at - 1) in self.tag.genitives
        return token.text.isalpha() or "-" in token.text

    def _may_be_role(self, at: int) -> bool:
        if not self.prose.tokens[at].is_capitalised:
            return True
        return self.prose.is_sentence_start(at) and self.tag.is_role(self.prose.token(at))

    def _role_behind(self, end: int) -> tuple[str, ...]:
        """Ana Duarte, presidenta del puerto: the noun behind the comma."""
        if self.prose.low(end) not in {",", "("}:
            return ()
        at = end + 1
        at += self.prose.low(at) in self.tag.determiners
        at += self.is_adjective(at) and not self.tag.is_role(self.prose.token(at))
        word = self.prose.token(at)
        if not self.tag.is_role(word) or word.lower() in self.tag.reporting:
            return ()
        return (word.lower(),) if not self.tag.capital_nouns or word[:1].isupper() else ()
