"""Names, surnames, offices and pronouns lead to the people of a text."""

import re

from citations.extraction.multilingual.caseless.known_people import (
    KnownPeople,
    NameForms,
    PersonMention,
)
from citations.extraction.multilingual.caseless.marked_prose import mark_prose

FORMS = NameForms(
    short_forms=lambda name: [name.split()[-1]] if " " in name else [],
    role_forms=lambda role: [role] if role else [],
)


def name_at(start: int, name: str, role: str = "", gender: str = "") -> PersonMention:
    end = start + len(name)
    return PersonMention(start, end, end, "name", name, role, gender, True)


def people(text: str, *mentions: PersonMention) -> KnownPeople:
    prose = mark_prose(text, [], re.compile(r"\.|\n"), re.compile("x"))
    return KnownPeople(prose, mentions, FORMS)


def test_a_surname_means_the_one_full_name() -> None:
    known = people("Bo Ek. Ek.", name_at(0, "Bo Ek"), name_at(7, "Ek"))
    assert known.speaker_of(name_at(7, "Ek")) == "Bo Ek"


def test_a_surname_of_two_people_is_open_unless_the_office_decides() -> None:
    both = name_at(0, "Bo Ek", "mayor"), name_at(7, "Li Ek", "judge")
    known = people("Bo Ek, Li Ek. Ek.", *both)
    assert known.speaker_of(name_at(14, "Ek")) == ""
    assert known.speaker_of(name_at(14, "Ek", "judge")) == "Li Ek"


def test_an_office_means_its_only_holder_so_far() -> None:
    known = people("Bo Ek. mayor", name_at(0, "Bo Ek", "mayor"))
    office = PersonMention(7, 12, 12, "role", role="mayor")
    assert known.speaker_of(office) == "Bo Ek"
    assert known.speaker_of(PersonMention(0, 1, 1, "role", role="mayor")) == ""


def test_a_pronoun_means_the_only_person_of_its_gender() -> None:
    pair = name_at(0, "Bo Ek", "", "m"), name_at(7, "Li Oh", "", "f")
    known = people("Bo Ek, Li Oh. she", *pair)
    assert known.speaker_of(PersonMention(14, 17, 17, "pronoun", gender="f")) == "Li Oh"


def test_a_pronoun_is_open_if_two_people_fit() -> None:
    known = people("Bo Ek, Li Oh. he", name_at(0, "Bo Ek"), name_at(7, "Li Oh"))
    assert known.speaker_of(PersonMention(14, 16, 16, "pronoun", gender="m")) == ""


def test_a_dropped_subject_is_the_speaker_of_the_sentence_before() -> None:
    known = people("Bo Ek. Li Oh. x", name_at(0, "Bo Ek"), name_at(7, "Li Oh"))
    known.remember_speaker(8, "Bo Ek")
    assert known.antecedent(14) == "Bo Ek"


def test_nobody_is_carried_over_several_paragraphs() -> None:
    known = people("Bo Ek\n.\n.\n.\nx", name_at(0, "Bo Ek"))
    assert known.antecedent(12) == ""


def test_somebody_without_a_name_stays_open() -> None:
    assert people("a man").speaker_of(PersonMention(0, 5, 5, "nominal")) == ""


def test_mentions_are_found_by_place() -> None:
    known = people("Bo Ek. Li Oh.", name_at(7, "Li Oh"), name_at(0, "Bo Ek"))
    assert [each.name for each in known.between(1, 13)] == ["Li Oh"]
