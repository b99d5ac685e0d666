"""Finds the people that Korean prose mentions: 서윤창 청장은, 작가 봉하은은, 추 역장, 그녀는."""

import re
from collections.abc import Iterator, Sequence

from citations.extraction.multilingual.caseless.known_people import (
    MentionKind,
    NameForms,
    PersonMention,
)
from citations.extraction.multilingual.caseless.korean.korean_words import (
    KoreanLexicon,
    KoreanWord,
    WordForms,
)

_AGE = re.compile(r"\s?[(（][^()（）\n]{1,20}[)）]")
_BEARER = re.compile("(?<![가-힣])([가-힣])[가-힣]{2}(?:\\([^)\n]{1,20}\\))? ?(?=[가-힣])")
_MOST_BETWEEN = 3
_OBJECT_PARTICLES = frozenset("을 를 의 에 에서 에게 으로 로".split())
# Words of one syllable that are surnames and determiners ("this", "one", "former", "late").
_DETERMINERS = frozenset("이 한 전 현 고 두 그 각 모 본".split())
_WORKPLACES = tuple("대 원 부 시 군 도 청 사 회 당 팀 과 실 국 구 처 단 소 관 행 교 장".split())
_ONE = frozenset("한 어떤 다른 다수의 익명의 일부".split())
_NO_FORMS = WordForms("", "", is_hangul=False, is_name=False, role="", titled="")

# A mention and how many words it takes.
_Found = tuple[PersonMention, int]


class KoreanMentionFinder:
    """Finds the mentions of one text."""

    def __init__(self, prose: str, words: Sequence[KoreanWord], lexicon: KoreanLexicon) -> None:
        self._prose = prose
        self._words = words
        self._lexicon = lexicon
        self._bearers = frozenset(_BEARER.findall(prose))
        # News says 그 of women too, unless the text uses a word of its own for them.
        self._he = "m" if "그녀" in prose else ""

    def mentions(self) -> list[PersonMention]:
        found: list[PersonMention] = []
        loose: list[KoreanWord] = []
        number = 0
        while number < len(self._words):
            word = self._words[number]
            mention, used = (word.forms.is_hangul and self._at(number)) or (None, 1)
            if mention:
                found.append(mention)
            else:
                loose.append(word)
            number += used
        return [*found, *self._known_again(found, loose)]

    def _known_again(
        self, found: list[PersonMention], loose: list[KoreanWord]
    ) -> Iterator[PersonMention]:
        names = {each.name for each in found if each.kind == "name" and len(each.name) > 1}
        for word in loose:
            name = word.text if word.text in names else word.forms.stem
            if name in names:
                yield self._name(word, name, "", word)

    def _at(self, number: int) -> _Found | None:
        word = self._words[number]
        if word.forms.titled:
            return self._name(word, word.forms.titled, "", word), 1
        found = self._named_with_role(number) if word.forms.is_name else None
        if found:
            return found
        found = self._foreign(number)
        if found:
            return found
        if len(word.text) <= 2 and word.text in self._lexicon.surnames:
            found = self._surname_with_role(number)
        elif self._lexicon.role_in(word.text) if word.forms.role else False:
            found = self._role_with_name(number)
        if found:
            return found
        mention = self._single(number)
        return (mention, 1) if mention else None

    def _named_with_role(self, number: int) -> _Found | None:
        """탁명수 씨는, 서윤창 청장은, 김철수 한빛대 교수는, 홍길동(45) 씨는."""
        word = self._words[number]
        if word.forms.particle in _OBJECT_PARTICLES:
            return None
        age = _AGE.match(self._prose, word.end)
        first = number + 1
        while age and first < len(self._words) and self._words[first].start < age.end():
            first += 1
        found = self._role_behind(word, first)
        if found:
            return self._name(word, word.text, *found[:2]), found[2] - number
        if age and len(word.text) == 3:
            following = self._words[first] if first < len(self._words) else word
            is_glued = following.start == age.end() and not following.forms.particle
            return self._name(word, word.text, "", following if is_glued else word), first - number
        return None

    def _role_behind(self, name: KoreanWord, first: int) -> tuple[str, KoreanWord, int] | None:
        """The office behind a name, its word, and the number of the word behind."""
        for at in range(first, min(first + _MOST_BETWEEN + 1, len(self._words))):
            word = self._words[at]
            if not word.forms.is_hangul:
                return None
            if word.forms.role:
                is_own = at == first or (len(name.text) > 2 and self._is_affiliation(at, first))
                return (word.forms.role, word, at + 1) if is_own else None
            if word.forms.is_subject or word.forms.particle in _OBJECT_PARTICLES - {"의"}:
                return None
        return None

    def _is_affiliation(self, at: int, first: int) -> bool:
        """Whether the words up to an office are where somebody works: 김도훈 한빛대 교수."""
        if self._words[at].forms.stem in self._lexicon.titles - {"박사"}:
            return False
        before = self._words[at - 1]
        return not before.forms.is_name or before.text.endswith(_WORKPLACES)

    def _foreign(self, number: int) -> _Found | None:
        """마리아 벨로 씨는, 트럼프 대통령이."""
        lexicon, end = self._lexicon, number
        ahead = self._words[number + 1 : number + 4]
        if not any(each.forms.stem in lexicon.foreign_titles for each in ahead):
            return None
        while end < number + 4 and end < len(self._words):
            word = self._words[end]
            is_title = word.text in lexicon.foreign_titles or (
                word.forms.stem in lexicon.foreign_titles and word.forms.is_subject
            )
            if is_title and end > number:
                is_country = self._words[end - 1].text in lexicon.countries
                first, last = self._words[number], self._words[end - 1 - is_country]
                name = self._prose[first.start : last.end]
                return self._name(first, name, word.forms.role, word), end + 1 - number
            following = self._words[end + 1] if end + 1 < len(self._words) else word
            is_last = following.forms.stem in lexicon.foreign_titles
            if not word.forms.is_hangul or not lexicon.may_be_foreign(word.text, is_last=is_last):
                return None
            if word.forms.is_subject and len(word.forms.stem) > 1:
                return None
            if not is_last and following.text in lexicon.countries:
                end += 1
            end += 1
        return None

    def _surname_with_role(self, number: int) -> _Found | None:
        """추 역장은, 김 씨는; but not 이 시장은 (this market), 한 관계자는 (an official)."""
        word = self._words[number]
        following = self._words[number + 1] if number + 1 < len(self._words) else None
        if following is None or not following.forms.role or following.start > word.end + 1:
            return None
        role = following.forms.role
        is_determiner = word.text in _DETERMINERS and word.text not in self._bearers
        if is_determiner or (word.text in _DETERMINERS and role in self._lexicon.nominal):
            return None
        return self._name(word, word.text, role, following), 2

    def _role_with_name(self, number: int) -> _Found | None:
        """작가 봉하은은, 평론가 석지우가."""
        word = self._words[number]
        following = self._words[number + 1] if number + 1 < len(self._words) else None
        if following is None or self._prose[word.end : following.start] not in {" ", ", "}:
            return None
        is_named = following.forms.is_name and self._named_with_role(number + 1)
        if is_named or self._foreign(number + 1):
            return None
        for name in (following.forms.stem, following.text):
            if len(name) in {3, 4} and self._lexicon.may_be_name(name):
                return self._name(following, name, word.forms.role, following), 2
        return None

    def _single(self, number: int) -> PersonMention | None:
        word = self._words[number]
        forms = word.forms
        if not forms.is_subject:
            return None
        before = self._words[number - 1].text if number else ""
        end, behind = word.start + len(forms.stem), word.end
        if forms.stem in {"그", "그녀", "본인"}:
            gender = "f" if forms.stem == "그녀" else self._he
            return PersonMention(word.start, end, behind, "pronoun", gender=gender, is_subject=True)
        if forms.role:
            is_nominal = forms.role in self._lexicon.nominal or before in _ONE
            kind: MentionKind = "nominal" if is_nominal else "role"
            return PersonMention(word.start, end, behind, kind, "", forms.role, is_subject=True)
        name = forms.stem
        # Nothing but its syllables shows that it is a name.
        is_common = len(name) == 3 and name[0] in self._lexicon.common_surnames
        is_name = is_common and self._lexicon.may_be_name(name)
        if is_name and forms.particle in {"은", "는", "이", "가"}:
            return self._name(word, name, "", word)
        is_topic = forms.particle in {"은", "는"}
        if is_topic and len(name) > 1 and name.endswith(self._lexicon.organisation_ends):
            return PersonMention(word.start, end, behind, "organisation", name, is_subject=True)
        return None

    def _name(self, word: KoreanWord, name: str, role: str, last: KoreanWord) -> PersonMention:
        """A name at the start of `word`; the particle of `last` ends the whole phrase."""
        forms = last.forms
        has_particle = forms.is_subject and not (last is word and name == word.text)
        role = "" if role in self._lexicon.titles and role != "박사" else role
        gender = self._lexicon.gender(name[1:], role)
        end = word.start + len(name)
        return PersonMention(word.start, end, last.end, "name", name, role, gender, has_particle)


def short_forms(name: str) -> list[str]:
    """The surname: the first syllable, two in longer names, and the last word of foreign ones."""
    if " " in name:
        return [name.rsplit(" ", 1)[1]]
    return [name[:2]] if len(name) == 4 else [name[:1]] if len(name) > 1 else []


def role_forms(role: str) -> list[str]:
    """The office and its last syllables: 한빛관장 is also 관장."""
    shorter = [role[-2:]] if len(role) > 3 else []
    return [role, *shorter] if role else []


KOREAN_NAMES = NameForms(short_forms, role_forms)
