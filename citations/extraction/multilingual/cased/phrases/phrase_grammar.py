"""What phrases for people have in common: where one begins, what governs it, its gender."""

from dataclasses import dataclass

from citations.extraction.multilingual.cased.genders import Gender
from citations.extraction.multilingual.cased.prose import LINE, QUOTE, Prose
from citations.extraction.multilingual.cased.tagging import Tagger

_MOST_NAME = 6


@dataclass(frozen=True, slots=True)
class PersonPhrase:
    """A phrase for a person: tokens `start` to `end`.

    `name` holds the words of the name without title and role, `roles` the nouns in lower case.
    `is_governed` says that a preposition or an oblique article makes it no subject; `is_weak`
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


class PhraseGrammar:
    def __init__(self, prose: Prose, tag: Tagger) -> None:
        self.prose, self.tag = prose, tag

    def name_end(self, at: int) -> int:
        """The token behind the name that begins here."""
        end = at + 1
        while end - at < _MOST_NAME and self._are_close(end):
            following = end if self.continues_name(end) else self._behind_particles(at, end)
            if not following:
                break
            end = following + 1
        return end

    def _are_close(self, at: int) -> bool:
        tokens = self.prose.tokens
        return at < len(tokens) and tokens[at].start <= tokens[at - 1].end + 2

    def _behind_particles(self, at: int, end: int) -> int:
        """Van der Kolk: the name behind the particles; 0 if they do not belong to a name.

        Behind a role they do not (minister van Landbouw), nor behind a whole name in Dutch and
        German (minister Arie Wiel van Verkeer).
        """
        ahead = end
        if self.tag.capital_nouns and self.prose.token(end) in self.tag.determiners:
            # Als Ana Weber den Laden betrat.
            return 0
        while ahead < end + 3 and self.prose.token(ahead) in self.tag.particles:
            ahead += 1
        if ahead == end or ahead >= len(self.prose.tokens) or not self.continues_name(ahead):
            return 0
        words = end - at - self.tag.is_role(self.prose.token(at))
        is_whole = words > 1 and self.prose.token(end) in {"van", "von"}
        return 0 if words == 0 or is_whole else ahead

    def continues_name(self, at: int) -> bool:
        token = self.prose.tokens[at]
        if not token.is_capitalised or token.text in self.tag.not_in_names:
            return False
        is_initial = len(token.text) == 2 and token.text.endswith(".")
        return is_initial or not (len(token.text) > 1 and token.text.isupper())

    def phrase_start(self, at: int) -> int:
        """Where the article and the adjective in front of a noun begin."""
        before = at - 1
        if self.is_adjective(before):
            before -= 1
        return before if self.prose.low(before) in self.tag.determiners else at

    def is_adjective(self, at: int) -> bool:
        """A word in small letters that is no function word: an adjective or a noun."""
        word = self.prose.token(at)
        return word[:1].islower() and word.isalpha() and word.lower() not in self.tag.not_nouns

    def is_no_subject(self, start: int) -> bool:
        return self.is_governed(start) or self.prose.low(start) in self.tag.oblique

    def is_governed(self, start: int) -> bool:
        if start < 1 or self.prose.token(start - 1) in {LINE, QUOTE}:
            return False
        return self.prose.low(start - 1) in self.tag.prepositions

    def gender(self, start: int, name: tuple[str, ...], nouns: tuple[str, ...]) -> Gender:
        """By the article, a noun for women, the first name, a noun for men: in this order.

        Many nouns for men serve for women too: l'ingegnere Ginevra Malaspina.
        """
        by_noun = {self.tag.gender_of_role(each) for each in nouns}
        by_article = self.tag.gender_of_article(self.prose.low(start)) if nouns else ""
        if by_article or "f" in by_noun:
            return by_article or "f"
        by_name = self.tag.gender_of_name(name[0]) if len(name) > 1 else ""
        return by_name or ("m" if "m" in by_noun else "")
