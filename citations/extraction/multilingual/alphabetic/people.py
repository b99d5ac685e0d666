"""Finds the people of a prose: names with their titles and roles, nouns for people, pronouns."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from citations.extraction.multilingual.alphabetic.prose import LINE, QUOTE, Prose
from citations.extraction.multilingual.alphabetic.tagging import Gender, Tagger

_MOST_NAME, _MOST_BACK, _MOST_NOUNS = 6, 9, 8
_WITH = frozenset(
    "mit von bei gegen für zu avec par contre chez con contra por com da contro met door tegen z ze "
    "przez przeciw dla с со против для".split()
)


@dataclass(frozen=True, slots=True)
class PersonPhrase:
    """A phrase for a person: tokens `start` to `end`.

    `name` holds the words of the name without title and role, `roles` the nouns in lower case.
    `is_governed` says that a preposition or an oblique article makes it no subject; `weak`
    that nothing but capitals speaks for a person.
    """

    start: int
    end: int
    name: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    gender: Gender = ""
    is_pronoun: bool = False
    is_plural: bool = False
    is_governed: bool = False
    is_weak: bool = False
    is_titled: bool = False


def find_people(prose: Prose, tag: Tagger) -> list[PersonPhrase]:
    """All phrases for people, in order; none overlaps another."""
    reader = _PhraseReader(prose, tag)
    found: list[PersonPhrase] = []
    at = 0
    while at < len(prose.tokens):
        phrase = reader.phrase_at(at, found[-1].end if found else 0)
        if phrase is None:
            at += 1
            continue
        if found and phrase.start < found[-1].end:
            found.pop()
        found.append(phrase)
        at = phrase.end
    return list(_with_appositions(prose, found))


def _with_appositions(prose: Prose, found: list[PersonPhrase]) -> Iterator[PersonPhrase]:
    """The minister of fisheries, Ana Duarte, … is one phrase."""
    number = 0
    while number < len(found):
        each = found[number]
        following = found[number + 1] if number + 1 < len(found) else None
        joins = following is not None and _are_one(prose, each, following)
        if joins and following:
            yield replace(
                following,
                start=each.start,
                roles=each.roles,
                gender=each.gender or following.gender,
                is_governed=each.is_governed,
                is_weak=False,
            )
            number += 2
        else:
            yield each
            number += 1
            if (
                following
                and following.roles
                and following.name
                and _is_apposition(prose, each, following)
            ):
                number += 1  # Halina Sobczyńska, sołtyska Małej Wody


def _are_one(prose: Prose, each: PersonPhrase, following: PersonPhrase) -> bool:
    """A role, a comma and a name; in Polish a place may end the role: burmistrz Suchej Łąki."""
    if not each.roles or each.is_pronoun or following.roles or following.is_governed:
        return False
    if following.start != each.end + 1 or prose.low(each.end) != "," or len(following.name) < 2:
        return False
    is_place = prose.language.is_set("bare_roles") and prose.low(following.end) == ","
    return not each.name or is_place


def _is_apposition(prose: Prose, each: PersonPhrase, following: PersonPhrase) -> bool:
    is_behind = following.start == each.end + 1 and prose.low(each.end) == ","
    return is_behind and len(each.name) > 1


class _PhraseReader:
    def __init__(self, prose: Prose, tag: Tagger) -> None:
        self.prose, self.tag = prose, tag

    def phrase_at(self, at: int, floor: int) -> PersonPhrase | None:
        token = self.prose.tokens[at]
        if not token.is_word:
            return None
        if token.text in self.tag.titles:
            return self._titled(at, floor)
        if self._is_pronoun(at):
            is_plural = token.low in self.prose.language.words("pronouns_plural")
            return PersonPhrase(
                at, at + 1, gender=self.tag.gender_of_pronoun(token.low), is_pronoun=True,
                is_plural=is_plural, is_governed=self._governs(at - 1),
            )  # fmt: skip
        if token.is_capitalised and self.tag.is_name(at):
            return None if self._is_of_organisation(at) else self._named(at, floor)
        return self._nominal(at)

    def _is_of_organisation(self, at: int) -> bool:
        """Radio Costa, Hotel Duarte: a capital that is no name stands right in front."""
        before = self.prose.token(at - 1)
        listed = before in self.tag.not_names and not self.prose.is_sentence_start(at - 1)
        return listed and not self.tag.capital_nouns

    def _is_pronoun(self, at: int) -> bool:
        low = self.prose.low(at)
        if low not in self.tag.pronouns:
            return False
        if low in self.tag.articles or low in {
            "este",
            "esta",
            "aquel",
            "aquella",
            "aquele",
            "aquela",
        }:
            return False
        return self.prose.low(at + 1) not in self.tag.lower_roles

    def _titled(self, at: int, floor: int) -> PersonPhrase | None:
        end = at
        gender: Gender = ""
        while self.prose.token(end) in self.tag.titles:
            gender = gender or self.tag.gender_of_title(self.prose.token(end))
            end += 1
        if end < len(self.prose.tokens) and self.tag.is_name(end):
            phrase = self._named(end, floor)
            if phrase:
                start = min(phrase.start, self._with_article(at))
                return replace(
                    phrase, start=start, gender=gender or phrase.gender, is_titled=True,
                    is_weak=False, is_governed=phrase.is_governed or self._is_no_subject(start),
                )  # fmt: skip
        return self._nominal(at)

    def _with_article(self, at: int) -> int:
        return at - 1 if self.prose.low(at - 1) in self.tag.determiners else at

    # Names --------------------------------------------------------------------------------------

    def _named(self, at: int, floor: int) -> PersonPhrase | None:
        end = self._name_end(at)
        words = [self.prose.token(each) for each in range(at, end)]
        split = self._roles_in_front(at, words)
        if split == len(words):
            if self._name_follows(end):
                return None
            return self._nominal(at) or self._nominal_of_capital(at, end)
        roles = tuple(each.lower() for each in words[:split])
        is_complement = self.prose.low(at - 1) in self.tag.genitives and not self.tag.capital_nouns
        if not split and len(words) > 2 and is_complement and words[1] not in self.tag.particles:
            # The minister of fisheries: la ministra de Pesca Azucena Larralde.
            start, more, head = self._roles_before(at + 1, at, floor)
            if head:
                return self._with_roles(start, at + 1, end, words[1:], head)
        name_start = at + split
        start, more, head = self._roles_before(name_start, at, floor) if not split else (at, (), "")
        if split:
            start = self._phrase_start(at)
        after = self._role_behind(end)
        name = tuple(words[split:])
        if (roles or head) and self.tag.bare_roles:
            name = self._without_place(name)
        nouns = (*roles, *more, *after)
        return PersonPhrase(
            start, end, name, nouns, self._gender(start, name, nouns),
            is_governed=self._is_no_subject(start),
            is_weak=not nouns,
        )  # fmt: skip

    def _without_place(self, name: tuple[str, ...]) -> tuple[str, ...]:
        """Мэр Сухого Лога Антон Гаврилов: a place stands between the role and the name."""
        if any(self.tag.is_patronymic(each) for each in name):
            return name[-3:]
        return name[-2:] if len(name) > 2 else name

    def _gender(self, start: int, name: tuple[str, ...], nouns: tuple[str, ...]) -> Gender:
        """By the article, a noun for women, the first name, a noun for men: in this order.

        Many nouns for men serve for women too: l'ingegnere Ginevra Malaspina.
        """
        by_noun = {self.tag.gender_of_role(each) for each in nouns}
        by_article = self.tag.gender_of_article(self.prose.low(start)) if nouns else ""
        if by_article or "f" in by_noun:
            return by_article or "f"
        by_name = self.tag.gender_of_name(name[0]) if len(name) > 1 else ""
        return by_name or ("m" if "m" in by_noun else "")

    def _with_roles(
        self, start: int, at: int, end: int, name: list[str], head: str
    ) -> PersonPhrase:
        gender = self._gender(start, tuple(name), (head,))
        governed = self._governs(start - 1)
        return PersonPhrase(start, end, tuple(name), (head,), gender, is_governed=governed)

    def _name_end(self, at: int) -> int:
        end = at + 1
        tokens = self.prose.tokens
        while end < len(tokens) and end - at < _MOST_NAME:
            if tokens[end].start > tokens[end - 1].end + 2:
                break
            if self._continues_name(end):
                end += 1
                continue
            ahead = end
            while ahead < end + 3 and self.prose.token(ahead) in self.tag.particles:
                ahead += 1
            if (
                ahead > end
                and ahead < len(tokens)
                and self._continues_name(ahead)
                and not self._is_role_first(at)
                and not (end - at > 1 and self.prose.token(end) in {"van", "von"})
            ):
                end = ahead + 1
                continue
            break
        return end

    def _is_role_first(self, at: int) -> bool:
        """minister van Landbouw: what follows is no name of the minister's."""
        return self.tag.is_role(self.prose.token(at))

    def _continues_name(self, at: int) -> bool:
        token = self.prose.tokens[at]
        if not token.is_capitalised or token.text in self.tag.not_names:
            return False
        if token.text in self.tag.titles:
            return False
        is_initial = len(token.text) == 2 and token.text.endswith(".")
        return is_initial or not (len(token.text) > 1 and token.text.isupper())

    def _roles_in_front(self, at: int, words: list[str]) -> int:
        """How many of the capitals are no name: Bahnsprecher Lothar Grabowsky."""
        starts = self.prose.is_sentence_start(at)
        if not self.tag.capital_nouns and not starts:
            return 0
        if (
            not self.tag.capital_nouns
            and not self.tag.bare_roles
            and self.prose.language.code != "nl"
        ):
            return 1 if len(words) > 1 and words[0].lower() in self.tag.lower_roles else 0
        number = 0
        while (
            number < len(words)
            and self.tag.is_role(words[number])
            and self._is_no_first_name(words, number)
        ):
            number += 1
        if number == 0 and len(words) > 2 and self.tag.capital_nouns:
            before = self.prose.low(at - 1)
            if before in self.tag.determiners or (
                before.islower() and self.prose.low(at - 2) in self.tag.determiners
            ):
                number = 1
        return number

    def _is_no_first_name(self, words: list[str], number: int) -> bool:
        """An ending alone decides only where a whole name follows."""
        low = words[number].lower()
        if low in self.tag.lower_roles or (low.endswith("in") and low[:-2] in self.tag.lower_roles):
            return True
        rest = len(words) - number
        if any(self.tag.is_patronymic(each) for each in words):
            return False
        return rest >= 3 or (rest <= 2 and len(low) > 7 and self.tag.capital_nouns) or rest == 1

    def _phrase_start(self, at: int) -> int:
        before = at - 1
        if self._is_adjective(before):
            before -= 1
        return before if self.prose.low(before) in self.tag.determiners else at

    def _is_adjective(self, at: int) -> bool:
        word = self.prose.token(at)
        return word[:1].islower() and word.isalpha() and word.lower() not in self.tag.not_nouns

    def _roles_before(self, name: int, at: int, floor: int) -> tuple[int, tuple[str, ...], str]:
        """Where the phrase begins, its nouns, and the noun that says who it is."""
        nouns: list[str] = []
        head = ""
        start = name
        each = name - 1
        while each >= max(floor, name - _MOST_BACK):
            token = self.prose.tokens[each]
            low = token.low
            if not token.is_word or self.prose.sentences[each] != self.prose.sentences[name]:
                break
            if low in self.tag.determiners and not (
                low in self.tag.genitives and low not in self.tag.articles
            ):
                is_governed = low in self.tag.oblique
                if head or (nouns and not is_governed) or is_governed:
                    start = each
                break
            if low in self.tag.genitives and not head:
                each -= 1
                continue
            if low in self.tag.not_nouns and low not in self.tag.lower_roles:
                break
            if token.is_capitalised and not self._may_be_role(each, low):
                if self.prose.low(each - 1) not in self.tag.genitives:
                    break
            elif token.text.isalpha() or "-" in token.text:
                if not head and self._names_role(low):
                    head = low
                    start = each
                    nouns.append(low)
                elif not head:
                    nouns.append(low)
                elif low not in self.tag.genitives and not self._is_adjective(each):
                    break
            each -= 1
        if not head and start == name:
            return name, (), ""
        if head:
            return start, (head,), head
        return start, tuple(nouns[-1:]), ""

    def _names_role(self, low: str) -> bool:
        return self.tag.is_role(low)

    def _may_be_role(self, at: int, low: str) -> bool:
        return self.prose.is_sentence_start(at) and self._names_role(low)

    def _role_behind(self, end: int) -> tuple[str, ...]:
        """Ana Duarte, presidenta del puerto: the noun behind the comma."""
        if self.prose.low(end) not in {",", "("}:
            return ()
        at = end + 1
        at += self.prose.low(at) in self.tag.determiners
        at += self._is_adjective(at) and not self.tag.is_role(self.prose.token(at))
        if not self.tag.is_role(self.prose.token(at)) or self.prose.low(at) in self.tag.reporting:
            return ()
        is_noun = not self.tag.capital_nouns or self.prose.token(at)[:1].isupper()
        return (self.prose.low(at),) if is_noun else ()

    # Nouns --------------------------------------------------------------------------------------

    def _nominal(self, at: int) -> PersonPhrase | None:
        """An article and a noun, or in some languages a noun for a person alone."""
        low = self.prose.low(at)
        start, gender = at, ""
        if low in self.tag.determiners:
            gender = self.tag.gender_of_article(low)
            at += 1
            if self.tag.capital_nouns:
                while at < start + 4 and self._is_adjective(at):
                    at += 1
        elif not (self.tag.bare_roles and low in self.tag.lower_roles):
            return None
        if at >= len(self.prose.tokens) or not self.prose.tokens[at].is_word:
            return None
        noun = self.prose.tokens[at]
        is_role = self.tag.is_role(noun.text)
        if (
            not is_role
            and not self.tag.capital_nouns
            and self._is_adjective(at)
            and self.tag.is_role(self.prose.token(at + 1))
        ):
            at += 1
            noun, is_role = self.prose.tokens[at], True
        if noun.is_capitalised and not self.tag.capital_nouns:
            return None
        if self.tag.capital_nouns and (not noun.is_capitalised or noun.text in self.tag.not_names):
            return None
        if noun.low in self.tag.not_nouns and not is_role:
            return None
        follows_name = self._name_follows(at + 1)
        if follows_name:
            return None
        governed = self._is_no_subject(start)
        return PersonPhrase(
            start, self._complement_end(at + 1), (), (noun.low,),
            self.tag.gender_of_role(noun.text) or gender,  # type: ignore[arg-type]
            is_governed=governed, is_weak=not is_role,
            is_plural=low in self.prose.language.words("articles_plural"),
        )  # fmt: skip

    def _complement_end(self, at: int) -> int:
        """Behind de Pesca, de la autoridad portuaria: what the noun is about."""
        end = at
        for _ in range(2):
            if self.prose.low(end) not in self.tag.genitives:
                break
            ahead = end + 1
            while ahead < end + 5 and (
                self.prose.low(ahead) in self.tag.determiners or self._is_adjective(ahead)
                or self.prose.token(ahead)[:1].isupper()
            ):  # fmt: skip
                ahead += 1
            if ahead == end + 1:
                break
            end = ahead
        if self.tag.bare_roles:
            ahead = end
            while ahead < end + 4 and self._is_adjective(ahead):
                ahead += 1
            if self.prose.low(ahead) == ",":
                end = ahead
        return end

    def _nominal_of_capital(self, at: int, end: int) -> PersonPhrase | None:
        start = self._phrase_start(at)
        word = self.prose.token(end - 1)
        gender = self.tag.gender_of_role(word) or self.tag.gender_of_article(self.prose.low(start))
        governed = self._is_no_subject(start)
        return PersonPhrase(start, end, (), (word.lower(),), gender, is_governed=governed)

    def _name_follows(self, at: int) -> bool:
        """Whether a name ends the phrase: la ministra de Pesca Azucena Larralde."""
        for each in range(at, min(at + _MOST_NOUNS, len(self.prose.tokens))):
            token = self.prose.tokens[each]
            if token.is_capitalised and token.text not in self.tag.not_names:
                if self.prose.low(each - 1) in self.tag.genitives and not self._is_long_name(each):
                    continue
                return self.prose.low(each - 1) not in self.tag.prepositions - self.tag.genitives
            if token.low in self.tag.genitives or self._is_adjective(each):
                continue
            return False
        return False

    def _is_long_name(self, at: int) -> bool:
        return self._name_end(at) - at > 2

    def _is_no_subject(self, start: int) -> bool:
        return self._governs(start - 1) or self.prose.low(start) in self.tag.oblique

    def _governs(self, at: int) -> bool:
        if at < 0 or self.prose.token(at) in {LINE, QUOTE}:
            return False
        return self.prose.low(at) in self.tag.prepositions


def is_accompanied(prose: Prose, phrase: PersonPhrase) -> bool:
    """With her, against him: a person that a preposition governs, and not a place."""
    return prose.low(phrase.start - 1) in _WITH
