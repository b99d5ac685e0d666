"""The words of Arabic prose, compared without vowel signs and with one form of alef."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from citations.extraction.languages.lexicon_loading import Language, required_language

_LETTERS = r"\u0620-\u065f\u066e-\u06d3\u06d5"
# A hole is one token, and the marks around it are none.
_TOKEN = re.compile(f"[{_LETTERS}]+|\ufffc+|[^\\s\ufffc«»“”\"„‘’'{_LETTERS}]")
_SIGNS = re.compile("[\u064b-\u0652\u0670\u0640]")
_ALEFS = str.maketrans("أإآٱى", "ااااي")
_LONGEST = 24
_ARTICLE = re.compile("^[وف]?ال(?=..)")
_CONJUNCTION = re.compile("^[وف](?=...)")
_ADVERB = re.compile("(?:[^ال]ا..|م.{2,5})ا$")
FEMALE_ADVERB = re.compile("(?:[^ال]ا..|م.{2,5})ة$")
_PREFIX = re.compile("^[وفبلك](?=...)")
_JOINED = re.compile("(?:لل|بال|كال|فال|وال|وب|ول)")


@dataclass(frozen=True, slots=True)
class ArabicWord:
    """A word or a mark; `folded` is its form for comparisons.

    `verb_gender` is the gender of the subject of a reporting verb, and empty for other words.
    """

    start: int
    end: int
    text: str
    folded: str
    verb_gender: str

    @property
    def is_word(self) -> bool:
        return "\u0620" <= self.text[0] <= "\u06d5"

    @property
    def bare(self) -> str:
        """Without the article and, before it, a conjunction."""
        return _ARTICLE.sub("", self.folded)

    @property
    def is_definite(self) -> bool:
        return self.folded.startswith("ال") and len(self.folded) > 3


def fold(text: str) -> str:
    return _SIGNS.sub("", text).translate(_ALEFS)


class ArabicLexicon:
    """The lists of the lexicon, folded."""

    def __init__(self, lexicon: Language) -> None:
        def words(*keys: str) -> frozenset[str]:
            return frozenset(map(fold, lexicon.words(*keys)))

        self.male_verbs = words("verbs_m", "partial_verbs_m")
        self.female_verbs = words("verbs_f", "partial_verbs_f")
        self.partial_verbs = words("partial_verbs_m", "partial_verbs_f")
        self.participles = words("participles_m", "participles_f")
        self.according = words("according")
        self.that = words("that")
        self.roles = words("roles")
        self.institutions = words("institutions")
        self.adjectives = words("office_adjectives")
        self.address = words("address")
        self.title_nouns = words("title_nouns")
        self.male_names = words("given_names_m")
        self.female_names = words("given_names_f")
        self.given_names = self.male_names | self.female_names
        self.particles = words("particles")
        self.fathers = self.particles | self.given_names
        self._verbs = self.male_verbs | self.female_verbs
        self.stops = words("stops") | self.that | self.participles

    def gender_of_verb(self, folded: str) -> str:
        for form in (folded, _CONJUNCTION.sub("", folded)):
            if form in self.male_verbs:
                return "m"
            if form in self.female_verbs:
                return "f"
        return ""

    def begins_with_and(self, verb: ArabicWord) -> bool:
        """Whether a conjunction is written together with this reporting verb."""
        return verb.folded[0] in "وف" and verb.folded[1:] in self._verbs

    def role_of(self, word: ArabicWord) -> str:
        """The office that a word means, without article, conjunction or ending; empty if none."""
        for form in (word.folded, word.bare, _PREFIX.sub("", word.folded)):
            if form in self.roles:
                return form
            if form.endswith("ة") and form[:-1] in self.roles:
                return form[:-1]
        return ""

    def is_stop(self, word: ArabicWord) -> bool:
        if not word.is_word or word.folded in self.stops or word.verb_gender:
            return True
        if word.folded in self.given_names or self.role_of(word):
            return False
        # Adverbs of the form of participles: "whispering", "smiling".
        if _ADVERB.match(word.folded):
            return True
        # Prepositions and conjunctions are written together with the article.
        return _JOINED.match(word.folded) is not None


def spoken_by(words: Sequence[ArabicWord]) -> str:
    """The words as printed, with single spaces."""
    return " ".join(each.text for each in words)


@cache
def arabic_lexicon(code: str) -> ArabicLexicon:
    """The folded lexicon of a language that has one."""
    return ArabicLexicon(required_language(code))


def arabic_words(prose: str, lexicon: ArabicLexicon) -> list[ArabicWord]:
    known: dict[str, tuple[str, str]] = {}
    words = []
    for match in _TOKEN.finditer(prose):
        text = match.group()
        forms = known.get(text)
        if forms is None:
            folded = fold(text[:_LONGEST])
            forms = known[text] = folded, lexicon.gender_of_verb(folded)
        words.append(ArabicWord(match.start(), match.end(), text, *forms))
    return words
