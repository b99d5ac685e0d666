"""Who the mentions of a text name, and what it shows of each."""

import pytest

from citations.extraction.entities.entities import Entities, Entity
from citations.extraction.token_stream import token_stream


def entity(text: str, name: str) -> Entity:
    return Entities(token_stream(text, [])).entity_named(name)


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Speed skater Janneke Ruis won her fifth title.", "Janneke Ruis", "f"),
        ("Oyelaran Tobi lost his boat.", "Oyelaran Tobi", "m"),
        ("Oyelaran Tobi saw her that day.", "Oyelaran Tobi", ""),
        ("Oyelaran Tobi met Karl, and he lost his boat.", "Oyelaran Tobi", ""),
        ("Oyelaran Tobi laughed at himself.", "Oyelaran Tobi", "m"),
        ("Hillary Weiss came. Mr. Weiss left.", "Hillary Weiss", "m"),
        ("Chairwoman Robin Weiss came. Weiss left his boat.", "Robin Weiss", "f"),
    ],
)
def test_possessives_and_titles_show_the_gender(text: str, name: str, gender: str) -> None:
    assert entity(text, name).gender == gender


@pytest.mark.parametrize(
    ("text", "name", "is_person"),
    [
        ("Ana Duarte came. Duarte left.", "Ana Duarte", True),
        ("Oyelaran Tobi lost his boat.", "Oyelaran Tobi", True),
        ("Closing his shop, he left.", "Closing", False),
        ("Karl Weiss met Ana Weiss. Then Weiss left.", "Weiss", True),
        ("The Weiss Fund gave its money away.", "Weiss Fund", False),
    ],
)
def test_it_tells_people_from_words_with_a_capital(text: str, name: str, is_person: bool) -> None:
    assert entity(text, name).is_person is is_person


def test_the_nouns_of_all_mentions_belong_to_one_entity() -> None:
    text = "Energy minister Ana Duarte came. Duarte, a sailor, left."
    assert {"minister", "sailor"} <= entity(text, "Ana Duarte").nouns


def test_some_people_are_they() -> None:
    assert entity("Poet Jules Farrowby, who uses they and them, came.", "Jules Farrowby").uses_they


def test_mentions_are_looked_up_by_their_words() -> None:
    entities = Entities(token_stream("Ana Duarte met Karl Weiss in Rome.", []))
    assert [each.name for each in entities.mentions_between(1, 5)] == ["Karl Weiss"]
