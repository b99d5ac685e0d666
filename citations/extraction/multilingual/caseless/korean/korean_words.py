"""The words of Korean prose: what each may be, apart from the particle at its end."""

import re
from dataclasses import dataclass
from functools import cache

from citations.extraction.languages.lexicon_loading import Language, required_language

_PARTICLES = re.compile(
    "(?:께서는|께서|에게서|한테서|에게|한테|로부터|으로부터|이라는|라는|에서|으로"
    "|은|는|이|가|도|의|을|를|와|과|로|에|만|께|랑|이랑|조차|마저)$"
)
_SUBJECT_PARTICLES = frozenset("은 는 이 가 도 께서 께서는 만 마저 조차".split())
_TOKEN = re.compile("[가-힣]+|[^\\s가-힣]+")
_LONGEST_ROLE, _LONGEST_WORD = 6, 12


@dataclass(frozen=True, slots=True)
class WordForms:
    """What a word may be. `stem` is the word without its particle.

    `role` is the office at its end. `titled` is the name in a word with a glued title (홍길동씨).
    """

    stem: str
    particle: str
    is_hangul: bool
    is_name: bool
    role: str
    titled: str

    @property
    def is_subject(self) -> bool:
        return self.particle in _SUBJECT_PARTICLES


@dataclass(frozen=True, slots=True)
class KoreanWord:
    """A word of Hangul, or a mark."""

    start: int
    text: str
    forms: WordForms

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class KoreanLexicon:
    """The lists of the lexicon, and what they say about a word."""

    def __init__(self, lexicon: Language) -> None:
        self.surnames = lexicon.words("surnames")
        self.common_surnames = lexicon.words("common_surnames")
        self.syllables = frozenset("".join(lexicon.words("given_syllables")))
        self.nominal = lexicon.words("nominal")
        self.organisation_ends = tuple(lexicon.words("organisation_ends"))
        self.foreign_titles = lexicon.words("foreign_titles")
        self.countries = lexicon.words("countries")
        self.titles = lexicon.words("titles", "titles_m", "titles_f")
        self._not_names = lexicon.words("not_names")
        self._not_foreign = self._not_names | self.countries | self.nominal
        self._roles = lexicon.words("roles", "roles_f", "roles_m")
        self._female_ends = tuple(lexicon.words("roles_f", "titles_f"))
        self._male_ends = tuple(lexicon.words("roles_m", "titles_m"))
        self._female = frozenset("".join(lexicon.words("female_syllables")))
        self._male = frozenset("".join(lexicon.words("male_syllables")))

    def may_be_name(self, name: str) -> bool:
        if name in self._not_names or not 2 <= len(name) <= 4 or self.role_in(name) == name:
            return False
        if name[:2] in self.surnames and len(name) in {3, 4}:
            return True
        return name[0] in self.surnames and len(name) < 4 and set(name[1:]) <= self.syllables

    def may_be_foreign(self, name: str, *, is_last: bool) -> bool:
        """A word before a title that is neither a Korean name nor a word of the lists."""
        return (
            1 < len(name) < 8
            and name not in self._not_foreign
            and not self.role_in(name)
            and not (is_last and self.may_be_name(name))
        )

    def role_in(self, text: str) -> str:
        """The office that ends this word: 서울시장 is a 시장."""
        if text in self.titles:
            return text
        sizes = range(min(_LONGEST_ROLE, len(text)), 1, -1)
        return next((text[-size:] for size in sizes if text[-size:] in self._roles), "")

    def gender(self, given: str, role: str) -> str:
        if role.endswith(self._female_ends):
            return "f"
        if role.endswith(self._male_ends):
            return "m"
        female, male = self._female.intersection(given), self._male.intersection(given)
        return "" if bool(female) == bool(male) else "f" if female else "m"

    def forms_of(self, text: str) -> WordForms:
        is_hangul = "가" <= text[0] <= "힣" and len(text) <= _LONGEST_WORD
        if not is_hangul:
            return WordForms(text, "", False, False, "", "")
        found = _PARTICLES.search(text)
        particle = found.group() if found and found.start() else ""
        stem = text[: len(text) - len(particle)]
        role = self.role_in(text) or self.role_in(stem)
        titled = self._titled(text) or self._titled(stem)
        return WordForms(stem, particle, True, self.may_be_name(text), role, titled)

    def _titled(self, text: str) -> str:
        title = next((each for each in self.titles if text.endswith(each)), "")
        name = text[: -len(title)] if title else ""
        return name if len(name) in {3, 4} and self.may_be_name(name) else ""


@cache
def korean_lexicon(code: str) -> KoreanLexicon:
    """The lexicon of a language that has one. Raises `LookupError`."""
    return KoreanLexicon(required_language(code))


def korean_words(prose: str, lexicon: KoreanLexicon) -> list[KoreanWord]:
    known: dict[str, WordForms] = {}
    words = []
    for match in _TOKEN.finditer(prose):
        text = match.group()
        forms = known.get(text)
        if forms is None:
            forms = known[text] = lexicon.forms_of(text)
        words.append(KoreanWord(match.start(), text, forms))
    return words
