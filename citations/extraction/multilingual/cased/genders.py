"""The gender of words for people: articles, nouns, titles, first names, forms of verbs."""

from typing import Literal

from citations.extraction.languages.lexicon_loading import Language

Gender = Literal["m", "f", ""]
# A shorter word with the ending of a noun for people is more often another noun.
SHORTEST_ROLE = 6


class GenderLexicon:
    def __init__(self, language: Language) -> None:
        words = language.words
        self.articles_m, self.articles_f = words("articles_m"), words("articles_f")
        self.titles_m, self.titles_f = words("titles_m"), words("titles_f")
        self.pronouns_m, self.pronouns_f = words("pronouns_m"), words("pronouns_f")
        self.has_past_gender = language.is_set("past_gender")
        self.past_m = tuple(words("verb_endings_m"))
        self.past_f = tuple(words("verb_endings_f"))
        self.plural_endings = tuple(words("verb_endings_plural"))
        self.roles_m, self.roles_f = words("roles_m"), words("roles_f")
        self.suffixes_m = tuple(words("role_suffixes_m"))
        self.suffixes_f = tuple(words("role_suffixes_f"))
        self.works = words("works")
        self.capital_nouns = language.is_set("capital_nouns")
        self.lower_m = frozenset(each.lower() for each in self.roles_m)
        self.lower_f = frozenset(each.lower() for each in self.roles_f)
        self.lower_roles = frozenset(
            each.lower() for each in self.roles_m | self.roles_f | words("roles")
        )
        self.either = words("first_names_either")
        self.first_names_m = words("first_names_m")
        self.name_endings_f = tuple(words("name_endings_f"))
        self.name_endings_m = tuple(words("name_endings_m"))

    def gender_of_role(self, word: str) -> Gender:
        low = word.lower()
        is_m, is_f = low in self.lower_m, low in self.lower_f
        if is_m != is_f:
            return "m" if is_m else "f"
        return "" if low in self.lower_roles else self.suffix_gender(low)

    def suffix_gender(self, low: str) -> Gender:
        if len(low) < SHORTEST_ROLE or low in self.works:
            return ""
        if self.capital_nouns and low.endswith("in") and low[:-2] in self.lower_m:
            return "f"
        if low.endswith(self.suffixes_f) and self.suffixes_f:
            return "f"
        return "m" if self.suffixes_m and low.endswith(self.suffixes_m) else ""

    def gender_of_article(self, low: str) -> Gender:
        return _gender_in(low, self.articles_m, self.articles_f)

    def gender_of_title(self, word: str) -> Gender:
        return _gender_in(word, self.titles_m, self.titles_f)

    def gender_of_pronoun(self, low: str) -> Gender:
        return _gender_in(low, self.pronouns_m, self.pronouns_f)

    def gender_of_verb(self, low: str) -> Gender:
        """The gender that a past form of Polish or Russian shows."""
        if not self.has_past_gender:
            return ""
        return "f" if low.endswith(self.past_f) else "m" if low.endswith(self.past_m) else ""

    def is_plural_verb(self, low: str) -> bool:
        return bool(self.plural_endings) and low.endswith(self.plural_endings)

    def gender_of_name(self, first: str) -> Gender:
        """By the first name or its ending, in languages where it tells."""
        low = first.lower()
        if first in self.either:
            return ""
        if first in self.first_names_m:
            return "m"
        if low.endswith(self.name_endings_f):
            return "f"
        return "m" if low.endswith(self.name_endings_m) else ""


def _gender_in(word: str, men: frozenset[str], women: frozenset[str]) -> Gender:
    is_m, is_f = word in men, word in women
    return "" if is_m == is_f else "m" if is_m else "f"
