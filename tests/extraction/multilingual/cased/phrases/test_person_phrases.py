"""People are names, pronouns, and roles; a role, a comma and a name are one person."""

from tests.support.prose_reading import people_of


def test_a_role_and_a_name_behind_a_comma_are_one() -> None:
    (found,) = people_of("La alcaldesa de Cabo Rey, Remedios Quiroga, llegó.", "es")
    assert found.name == ("Remedios", "Quiroga")
    assert found.gender == "f"


def test_an_apposition_behind_a_name_is_no_other_person() -> None:
    (found,) = people_of("Halina Sobczyńska, sołtyska Małej Wody, wstała.", "pl")
    assert found.name == ("Halina", "Sobczyńska")


def test_pronouns_and_titles_show_the_gender() -> None:
    first, second = people_of("Frau Sieveking kam, und er ging.", "de")
    assert (first.gender, first.is_titled) == ("f", True)
    assert (second.gender, second.is_pronoun) == ("m", True)


def test_a_name_of_an_organisation_is_no_person() -> None:
    assert people_of("Lo dijo a Radio Costa.", "es") == []
