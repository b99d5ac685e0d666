"""Finds the people that Arabic prose mentions: مدير المتحف نزار البيطار, الجندلي, الوزيرة."""

from collections.abc import Sequence

from citations.extraction.multilingual.caseless.arabic.arabic_words import (
    FEMALE_ADVERB,
    ArabicLexicon,
    ArabicWord,
    fold,
    spoken_by,
)
from citations.extraction.multilingual.caseless.known_people import NameForms, PersonMention

_HAVE_ONE_NAME = frozenset("بابا ملك امير بطريرك قديس شيخ".split())
# A shorter noun with the article is less often a surname.
_SHORT_NOUN = 5
_MOST_LEAD, _MOST_NAME = 9, 4
_PREPOSITIONS = "لب"


class ArabicMentionFinder:
    """Finds the mentions of one text."""

    def __init__(self, words: Sequence[ArabicWord], lexicon: ArabicLexicon) -> None:
        self._words = words
        self._lexicon = lexicon
        self._families: dict[str, str] = {}
        # By the offset of the reporting verb before them.
        self.subjects: dict[int, PersonMention] = {}

    def mentions(self) -> list[PersonMention]:
        found: list[PersonMention] = []
        number = 0
        while number < len(self._words):
            mention, behind = self._at(number)
            if mention:
                found.append(mention)
                parts = mention.name.split()
                if len(parts) > 1:
                    self._families[fold(parts[-1])] = mention.gender
            number = max(behind, number + 1)
        return found

    def _at(self, number: int) -> tuple[PersonMention | None, int]:
        """The mention that starts with this word, and the number of the word behind it."""
        word = self._words[number]
        if not word.is_word:
            return None, number + 1
        gender = word.verb_gender
        if gender:
            mention, behind = self._after_verb(number + 1, gender)
            if mention:
                self.subjects[word.start] = mention
            return mention, behind
        if self._lexicon.role_of(word) and not self._is_surname(word):
            return self.with_role(number, "")
        is_given = word.folded in self._lexicon.given_names and not word.is_definite
        if is_given and word.folded not in self._lexicon.institutions:
            end = self._name_end(number)
            if end - number > 1:
                return self._name_mention(number, end, "", ""), end
        if word.folded in self._families:
            return self._name_mention(
                number, number + 1, "", self._families[word.folded]
            ), number + 1
        return None, number + 1

    def _after_verb(self, number: int, gender: str) -> tuple[PersonMention | None, int]:
        """The subject behind its verb; it agrees with the verb."""
        word, following = self._word(number), self._word(number + 1)
        if word is None or not word.is_word or self._lexicon.is_stop(word):
            return None, number
        is_last = following is None or not following.is_word
        if gender == "f" and is_last and FEMALE_ADVERB.match(word.folded):
            return None, number
        if self._lexicon.role_of(word) and not self._is_surname(word):
            return self.with_role(number, gender)
        start = self._given_ahead(number) or number
        end = self._name_end(start)
        if start == number and word.is_definite:
            end = number + 1
            is_last = is_last or (following is not None and self._lexicon.is_stop(following))
            is_name = word.folded in self._families or (is_last and len(word.folded) > _SHORT_NOUN)
        else:
            is_name = start > number or self._is_name(number, end)
        made = self._name_mention if is_name else self._unnamed
        return made(start, end, "", gender), end

    def _is_surname(self, word: ArabicWord) -> bool:
        """A known surname, which may be a trade as well: البحار."""
        return word.is_definite and word.folded in self._families

    def _is_name(self, number: int, end: int) -> bool:
        """Whether the words behind a verb are a name, and not a trade that no list has."""
        word = self._words[number].folded
        if word in self._lexicon.given_names or word in self._families:
            return True
        # The forms of participles are those of trades: a maker, a seller.
        return end - number > 1 and word[0] != "م" and word[1:2] != "ا"

    def _given_ahead(self, number: int) -> int:
        """The number of a given name behind the words of an unknown trade; 0 if there is none."""
        if self._is_given(number):
            return 0
        for at in range(number + 1, min(number + 5, len(self._words))):
            word = self._words[at]
            if self._lexicon.is_stop(word):
                return 0
            if self._is_given(at) and not word.is_definite and self._name_end(at) - at > 1:
                return at
        return 0

    def with_role(self, number: int, gender: str) -> tuple[PersonMention | None, int]:
        """An office and the name behind it, or the office alone."""
        lexicon, first = self._lexicon, self._words[number]
        role = lexicon.role_of(first)
        gender = gender or (
            "f" if first.folded.endswith("ة") and role + "ة" in first.folded else ""
        )
        at, before = number + 1, first
        last = min(len(self._words), number + _MOST_LEAD)
        while at < last:
            word = self._words[at]
            if not word.is_word or (lexicon.is_stop(word) and not word.folded.startswith("لل")):
                break
            if word.is_definite or word.folded.startswith("لل"):
                if self._is_family_behind(at, number):
                    return self._name_mention(at, at + 1, role, gender), at + 1
            elif word.folded != "باسم" and self._starts_name(at, before):
                end = self._name_end(at)
                return self._name_mention(at, end, role, gender), end
            before = word
            at += 1
        if at < last and self._words[at].text == "،":
            end = self._name_end(at + 1) if self._is_given(at + 1) else 0
            behind = self._word(end) if end else None
            if end - at > 2 and behind is not None and not behind.is_word:
                return self._name_mention(at + 1, end, role, gender), end
        return self._unnamed(number, at, role, gender), at

    def _is_family_behind(self, at: int, number: int) -> bool:
        """A surname right behind a form of address (الدكتور البيطار), or one that is known."""
        word = self._words[at]
        if word.folded in self._families:
            return True
        is_address = self._words[number].folded.removeprefix("و") in self._lexicon.address
        return at == number + 1 and is_address and word.folded not in self._lexicon.adjectives

    def _starts_name(self, at: int, before: ArabicWord) -> bool:
        word, lexicon = self._words[at], self._lexicon
        if word.folded in lexicon.given_names:
            # Popes and kings have one name.
            behind = self._word(self._name_end(at))
            is_alone = behind is None or not behind.is_word or lexicon.is_stop(behind)
            return self._name_end(at) - at > 1 or (before.is_definite and is_alone)
        if word.folded in lexicon.institutions or lexicon.role_of(word):
            return False
        if word.folded[0] in _PREPOSITIONS:
            # لمراسلنا, بأقصى: more often a preposition than a name that no list has.
            return False
        following = self._word(at + 1)
        if following is None or not following.is_word or lexicon.is_stop(following):
            return lexicon.role_of(before) in _HAVE_ONE_NAME and before.is_definite
        if before.is_definite or before.folded.startswith("لل"):
            return True
        # Behind an indefinite noun may come a place: رئيس بلدية حلب أحمد الحسن.
        return (
            before.folded not in lexicon.institutions
            and (following.is_definite and following.folded not in lexicon.adjectives)
            and not self._is_given(at + 1)
        )

    def _is_given(self, number: int) -> bool:
        word = self._word(number)
        return word is not None and word.folded in self._lexicon.given_names

    def _name_end(self, number: int) -> int:
        """The number of the word behind a name that starts here: given name, fathers, family."""
        lexicon, at = self._lexicon, number + 1
        while at < min(len(self._words), number + _MOST_NAME):
            word = self._words[at]
            if lexicon.is_stop(word) and word.folded not in lexicon.particles:
                break
            # Family names are often those of trades, but with the article: الحداد.
            if word.folded in lexicon.adjectives or (
                lexicon.role_of(word) and (not word.is_definite or at > number + 1)
            ):
                break
            previous = self._words[at - 1].folded
            # A third word belongs to the name if it has the article or is a given name.
            is_third = at > number + 1 and previous not in lexicon.particles
            may_be_father = word.folded in lexicon.fathers
            following = self._word(at + 1)
            # Two words with the article are a noun and its adjective.
            is_object = word.is_definite and following is not None and following.is_definite
            if is_third and (is_object or not (word.is_definite or may_be_father)):
                break
            at += 1
            if word.is_definite and previous != "عبد":
                break
        return at

    def _word(self, number: int) -> ArabicWord | None:
        return self._words[number] if 0 <= number < len(self._words) else None

    def _name_mention(self, start: int, end: int, role: str, gender: str) -> PersonMention:
        words = self._words[start:end]
        given = words[0].folded
        if not gender:
            female, male = given in self._lexicon.female_names, given in self._lexicon.male_names
            gender = "" if female == male else "f" if female else "m"
        return PersonMention(
            words[0].start,
            words[-1].end,
            words[-1].end,
            "name",
            spoken_by(words),
            role,
            gender,
            True,
        )

    def _unnamed(self, start: int, end: int, role: str, gender: str) -> PersonMention:
        words = self._words[start : max(end, start + 1)]
        is_definite = words[0].folded.removeprefix("و").startswith("ال") or len(words) > 1
        return PersonMention(
            words[0].start,
            words[-1].end,
            words[-1].end,
            "role" if role and is_definite else "nominal",
            "",
            role,
            gender,
            True,
        )


def short_forms(name: str) -> list[str]:
    """The family name, the last two words of a longer name, and the given name."""
    parts = name.split()
    if len(parts) < 2:
        return []
    forms = {parts[-1], parts[0], " ".join(parts[-2:]), f"{parts[0]} {parts[-1]}"}
    return sorted(forms - {name})


def role_forms(role: str) -> list[str]:
    return [role] if role else []


ARABIC_NAMES = NameForms(short_forms, role_forms)
