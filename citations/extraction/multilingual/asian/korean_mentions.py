"""Finds the people that Korean prose mentions: 서윤창 청장은, 작가 봉하은은, 추 역장, 그녀는."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citations.extraction.languages.lexicon_loading import Language
from citations.extraction.multilingual.asian.known_people import (
    MentionKind,
    NameForms,
    PersonMention,
)

_PARTICLES = re.compile(
    "(?:께서는|께서|에게서|한테서|에게|한테|로부터|으로부터|이라는|라는|에서|으로|은|는|이|가|도|의|을|를|와|과|로|에|만|께|랑|이랑|조차|마저)$"
)
_SUBJECT = frozenset("은 는 이 가 도 께서 께서는 만 마저 조차".split())
_OBJECTS = frozenset("을 를 의 에 에서 으로 로".split())
_TOKEN = re.compile("[가-힣]+|[^\\s가-힣]")
_AGE = re.compile(r"\s?[(（][^()（）\n]{1,20}[)）]")
_LONGEST_ROLE, _MOST_BETWEEN, _LONGEST_TOKEN = 6, 3, 12
# Words of one syllable that are surnames and determiners ("this", "one", "former", "late").
_DETERMINERS = frozenset("이 한 전 현 고 두 그 각 모 본".split())
_ONE = frozenset("한 어떤 다른 다수의 익명의 일부".split())


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of Hangul, or a mark; `stem` is without the particle at its end."""

    start: int
    text: str
    stem: str
    particle: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class KoreanMentionFinder:
    """Finds the mentions of one text."""

    def __init__(self, prose: str, lexicon: Language) -> None:
        self._prose = prose
        self._surnames = lexicon.words("surnames")
        self._common = lexicon.words("common_surnames")
        self._syllables = frozenset(*lexicon.words("given_syllables"))
        self._not_names = lexicon.words("not_names")
        self._roles = lexicon.words("roles", "roles_f", "roles_m")
        self._nominal = lexicon.words("nominal")
        self._titles = lexicon.words("titles", "titles_m", "titles_f")
        self._female_words = tuple(lexicon.words("roles_f", "titles_f"))
        self._male_words = tuple(lexicon.words("roles_m", "titles_m"))
        self._female = frozenset(*lexicon.words("female_syllables"))
        self._male = frozenset(*lexicon.words("male_syllables"))
        self._organisations = tuple(lexicon.words("organisation_ends"))
        self._words = [_word(match) for match in _TOKEN.finditer(prose)]
        # News says 그 of women too, unless the text uses a word of its own for them.
        self._he = "m" if "그녀" in prose else ""

    def mentions(self) -> list[PersonMention]:
        found: list[PersonMention] = []
        loose: list[_Word] = []
        number = 0
        while number < len(self._words):
            mention, used = self._at(number)
            if mention:
                found.append(mention)
            else:
                loose.append(self._words[number])
            number += max(1, used)
        return [*found, *self._known_again(found, loose)]

    def _known_again(
        self, found: list[PersonMention], loose: list[_Word]
    ) -> Iterator[PersonMention]:
        names = {
            each.name: each.gender for each in found if each.kind == "name" and len(each.name) > 1
        }
        for word in loose:
            name = word.text if word.text in names else word.stem
            if name in names:
                yield self._mention(
                    word.start, word.start + len(name), "name", name, "", word.particle
                )

    def _at(self, number: int) -> tuple[PersonMention | None, int]:
        """The mention that starts with this word, and how many words it takes."""
        word = self._words[number]
        if not "가" <= word.text[0] <= "힣" or len(word.text) > _LONGEST_TOKEN:
            return None, 1
        for find in (self._named_with_title, self._surname_with_role, self._role_with_name):
            mention, used = find(number)
            if mention:
                return mention, used
        return self._single(number), 1

    def _named_with_title(self, number: int) -> tuple[PersonMention | None, int]:
        """탁명수 씨는, 서윤창 청장은, 김철수 한빛대 교수는, 홍길동(45) 씨는."""
        word = self._words[number]
        name = word.text
        for title in self._titles:
            bare = word.stem if word.stem.endswith(title) else word.text
            if len(bare) in {3 + len(title), 4 + len(title)} and bare.endswith(title):
                name = bare[: -len(title)]
                if self._may_be_name(name) and len(name) <= 4:
                    end = word.start + len(name)
                    return self._mention(
                        word.start, end, "name", name, title, word.particle, word.end
                    ), 1
        name = word.text
        if not self._may_be_name(name) or word.particle in _OBJECTS:
            return None, 0
        age = _AGE.match(self._prose, word.end)
        at = number + 1
        if age:
            while at < len(self._words) and self._words[at].start < age.end():
                at += 1
        first = at
        while at < len(self._words) and at <= first + _MOST_BETWEEN:
            following = self._words[at]
            if not "가" <= following.text[0] <= "힣":
                break
            role = self._role_of(following)
            if role and not (at > first and len(name) < 3):
                # "이사장 겸 총장은" and the like: the last of several offices.
                end = word.start + len(name)
                behind = following.end
                return self._mention(
                    word.start, end, "name", name, role, following.particle, behind
                ), at - number + 1
            if following.particle in _SUBJECT or following.particle in {"을", "를", "에게", "에서"}:
                break
            at += 1
        if age and len(name) == 3:
            return self._mention(word.start, word.end, "name", name, "", "", age.end()), 1
        return None, 0

    def _surname_with_role(self, number: int) -> tuple[PersonMention | None, int]:
        """추 역장은, 김 씨는; but not 이 시장은 (this market), 한 관계자는 (an official)."""
        word = self._words[number]
        if number + 1 >= len(self._words) or len(word.text) > 2 or word.text not in self._surnames:
            return None, 0
        following = self._words[number + 1]
        role = self._role_of(following)
        if not role or self._prose[word.end : following.start] not in {" ", ""}:
            return None, 0
        if word.text in _DETERMINERS and (role in self._nominal or not self._has_bearer(word.text)):
            return None, 0
        return self._mention(
            word.start, word.end, "name", word.text, role, following.particle, following.end
        ), 2

    def _has_bearer(self, surname: str) -> bool:
        return (
            re.search(
                f"(?<![가-힣]){surname}[가-힣]{{2}}(?:\\([^)\n]{{1,20}}\\))? ?[가-힣]",
                self._prose[:50_000],
            )
            is not None
        )

    def _role_with_name(self, number: int) -> tuple[PersonMention | None, int]:
        """작가 봉하은은, 평론가 석지우가."""
        word = self._words[number]
        if number + 1 >= len(self._words) or not self._is_role(word.text):
            return None, 0
        following = self._words[number + 1]
        if self._prose[word.end : following.start] not in {" ", ", "} or self._role_of_next(
            number + 1
        ):
            return None, 0
        for name in (following.stem, following.text):
            if len(name) in {3, 4} and self._may_be_name(name):
                end = following.start + len(name)
                particle = following.particle if name == following.stem else ""
                return self._mention(
                    following.start, end, "name", name, word.text, particle, following.end
                ), 2
        return None, 0

    def _role_of_next(self, number: int) -> bool:
        return self._named_with_title(number)[0] is not None

    def _single(self, number: int) -> PersonMention | None:
        word = self._words[number]
        before = self._words[number - 1].text if number else ""
        if word.stem in {"그", "그녀", "본인"} and word.particle in _SUBJECT:
            gender = "f" if word.stem == "그녀" else self._he
            return self._mention(
                word.start,
                word.start + len(word.stem),
                "pronoun",
                "",
                "",
                word.particle,
                gender=gender,
            )
        if not word.particle or word.particle not in _SUBJECT:
            return None
        role = self._role_of(word)
        end = word.start + len(word.stem)
        if role:
            is_nominal = role in self._nominal or before in _ONE
            kind: MentionKind = "nominal" if is_nominal else "role"
            return self._mention(word.start, end, kind, "", role, word.particle)
        name = word.stem
        if (
            len(name) == 3
            and name[0] in self._common
            and self._may_be_name(name)
            and word.particle in {"은", "는", "이", "가", "도"}
        ):
            if set(name[1:]) <= self._syllables:
                return self._mention(word.start, end, "name", name, "", word.particle)
        if (
            word.stem.endswith(self._organisations)
            and len(word.stem) > 1
            and word.particle in {"은", "는"}
        ):
            return self._mention(word.start, end, "organisation", word.stem, "", word.particle)
        return None

    def _may_be_name(self, name: str) -> bool:
        if name in self._not_names or not 2 <= len(name) <= 4 or self._role_at_end(name) == name:
            return False
        if name[:2] in self._surnames and len(name) in {3, 4}:
            return True
        return name[0] in self._surnames and len(name) < 4 and set(name[1:]) <= self._syllables

    def _role_of(self, word: _Word) -> str:
        return self._role_at_end(word.text) or self._role_at_end(word.stem)

    def _is_role(self, text: str) -> bool:
        return bool(self._role_at_end(text))

    def _role_at_end(self, text: str) -> str:
        """The office that ends this word: 서울시장 is a 시장."""
        if text in self._titles:
            return text
        sizes = range(min(_LONGEST_ROLE, len(text)), 1, -1)
        return next((text[-size:] for size in sizes if text[-size:] in self._roles), "")

    def _mention(
        self,
        start: int,
        end: int,
        kind: MentionKind,
        name: str,
        role: str,
        particle: str,
        behind: int = 0,
        gender: str = "",
    ) -> PersonMention:
        if kind == "name":
            gender = self._gender(name[1:], role)
        role = "" if role in self._titles - {"박사"} else role
        return PersonMention(
            start,
            end,
            behind or end + len(particle),
            kind,
            name,
            role,
            gender,
            particle in _SUBJECT,
        )

    def _gender(self, given: str, role: str) -> str:
        if role.endswith(self._female_words):
            return "f"
        if role.endswith(self._male_words):
            return "m"
        female, male = self._female.intersection(given), self._male.intersection(given)
        return "" if bool(female) == bool(male) else "f" if female else "m"


def _word(match: re.Match[str]) -> _Word:
    text = match.group()
    particle = _PARTICLES.search(text) if 1 < len(text) <= _LONGEST_TOKEN else None
    found = particle.group() if particle and particle.start() > 0 else ""
    return _Word(match.start(), text, text[: len(text) - len(found)], found)


def short_forms(name: str) -> list[str]:
    """The surname; two syllables of it in longer names."""
    return [name[:2]] if len(name) == 4 else [name[:1]] if len(name) > 1 else []


def role_forms(role: str) -> list[str]:
    """The office and its last syllables: 부군수 is not 군수, 공동대표 is 대표."""
    shorter = [role[-2:]] if len(role) > 3 else []
    return [role, *shorter] if role else []


KOREAN_NAMES = NameForms(short_forms, role_forms)
