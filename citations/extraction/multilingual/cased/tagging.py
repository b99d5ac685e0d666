"""Tags words by the lexicon: reporting verbs, roles with their gender, names, and the rest."""

import re
from collections.abc import Iterable
from functools import cached_property

from citations.extraction.multilingual.cased.genders import SHORTEST_ROLE, GenderLexicon
from citations.extraction.multilingual.cased.prose import Prose

_PATRONYMICS = ("ович", "евич", "ьич", "овна", "евна", "ична")


# Phrases by their first word, the longest first.
PhraseIndex = dict[str, list[tuple[str, ...]]]


class Tagger(GenderLexicon):
    """Answers what a token of a prose may be."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self.language = language = prose.language
        super().__init__(language)
        words = language.words
        self.reporting, self.calling = words("verbs"), words("partial_verbs")
        self.gerunds = words("gerunds")
        self.auxiliaries, self.adverbs = words("auxiliaries"), words("adverbs")
        self.prepositions, self.relatives = words("prepositions"), words("relatives")
        self.conjunctions, self.that = words("conjunctions"), words("that")
        self.articles = words("articles_m", "articles_f", "articles_other", "articles_plural")
        self.oblique = words("articles_oblique")
        self.possessives = words("possessives")
        self.determiners = self.articles | self.oblique | self.possessives
        self.genitives = _GENITIVES | words("particles")
        self.particles = words("particles")
        self.not_names = words("not_names")
        self.titles = words("titles", "titles_m", "titles_f")
        self.pronouns = words("pronouns_m", "pronouns_f", "pronouns_plural")
        self.other_pronouns = words("pronouns_other")
        self.suffixes = tuple(words("role_suffixes"))
        self.loose_suffixes = tuple(words("role_suffixes_loose")) or ("\0",)
        self.ages = tuple(words("age_nouns"))
        self.role_before_name = self.capital_nouns or language.is_set("role_before_name")
        self.plural_articles = words("articles_plural")
        self.plural_pronouns = words("pronouns_plural")
        self.bare_roles = language.is_set("bare_roles")
        self.skippable = self.adverbs | self.auxiliaries
        self.not_nouns = (
            self.reporting | self.calling | self.skippable | self.prepositions | self.relatives
            | self.conjunctions | self.that | self.determiners | self.pronouns
            | self.other_pronouns | self.gerunds
        )  # fmt: skip

        self.plain_words = self.not_nouns - self.lower_roles
        self.mere_particles = self.particles - self.articles
        self.other_prepositions = self.prepositions - self.genitives
        self.not_in_names = self.not_names | self.titles
        self.sure_pronouns = self.pronouns - self.articles - _DEMONSTRATIVES
        self.before_nouns = (self.prepositions | self.possessives) - self.adverbs
        self.openers = (self.relatives | self.that) - self.determiners
        self.nobody = self.other_pronouns - self.skippable
        self.skipped_to_verb = self.skippable | self.pronouns
        self.attached = self.that | self.prepositions

    def is_verb(self, at: int) -> bool:
        """A reporting verb, also one that says what somebody calls something."""
        return self._is_form(at, self.reporting) or self._is_form(at, self.calling)

    def is_calling(self, at: int) -> bool:
        return self._is_form(at, self.calling)

    def is_gerund(self, at: int) -> bool:
        return self.prose.low(at) in self.gerunds

    def _is_form(self, at: int, forms: frozenset[str]) -> bool:
        if self.prose.low(at) not in forms:
            return False
        token = self.prose.tokens[at]
        if token.is_capitalised and not self.prose.is_sentence_start(at):
            return False
        return self.prose.low(at - 1) not in self.before_nouns

    def is_role(self, word: str) -> bool:
        low = word.lower()
        if low in self.lower_roles or self.suffix_gender(low) or self.is_age(low):
            return True
        return len(low) >= SHORTEST_ROLE and bool(self.suffixes) and low.endswith(self.suffixes)

    def is_age(self, low: str) -> bool:
        return bool(self.ages) and low.endswith(self.ages)

    def is_name(self, at: int) -> bool:
        """Whether the token may be part of a name."""
        token = self.prose.tokens[at]
        word = token.text
        if not word[0].isupper() or word in self.not_names or word in self.titles:
            return False
        if len(word) > 1 and word.isupper() and "." not in word:
            return False
        if self.prose.is_sentence_start(at):
            return token.low not in self.not_nouns
        return not (
            token.low in self.prepositions
            and not word[1:].isupper()
            and len(word) < 4
            and token.low not in self.particles
        )

    @cached_property
    def breaks(self) -> PhraseIndex:
        return _index_phrases(self.language.words("clause_breaks"))

    @cached_property
    def sources(self) -> PhraseIndex:
        return _index_phrases(self.language.words("according"))

    def phrase_end(self, phrases: PhraseIndex, at: int) -> int:
        """The token behind the phrase that stands here; 0 if none does."""
        for phrase in phrases.get(self.prose.low(at), ()):
            if all(self.prose.low(at + n) == word for n, word in enumerate(phrase)):
                return at + len(phrase)
        return 0

    def is_patronymic(self, word: str) -> bool:
        return word.lower().endswith(_PATRONYMICS)


_GENITIVES = frozenset(
    "de del da do dos das du des d di dei degli della dello delle dell van von of der des".split()
)

_DEMONSTRATIVES = frozenset("este esta aquel aquella aquele aquela".split())


def _index_phrases(listed: Iterable[str]) -> PhraseIndex:
    found: PhraseIndex = {}
    phrases = {tuple(re.split(r"[\s’']+", each.lower())) for each in listed}
    for phrase in sorted(phrases, key=lambda each: (-len(each), each)):
        found.setdefault(phrase[0], []).append(phrase)
    return found
