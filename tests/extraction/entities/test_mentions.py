"""The names in a text, their fullest forms, and what shows the gender."""

from citations.extraction.entities.mentions import find_mentions, is_person
from citations.extraction.token_stream import token_stream

TEXT = (
    "Mr. Karl Weiss met Fumio Kishida and Ana Duarte in Rome. Weiss and Kishida spoke."
    " The Foreign Ministry was pleased."
)


def test_names_have_their_fullest_form() -> None:
    stream = token_stream(TEXT, [])
    found = find_mentions(stream)
    end = len(stream.words)
    names = ("Weiss", "Kishida", "Duarte", "Nobody")
    assert [found.fullest(name, end) for name in names] == [
        "Karl Weiss",
        "Fumio Kishida",
        "Ana Duarte",
        "Nobody",
    ]


def test_titles_and_first_names_show_the_gender() -> None:
    found = find_mentions(token_stream(TEXT, []))
    genders = {each.name: found.gender(each) for each in found.mentions}
    assert (genders["Karl Weiss"], genders["Ana Duarte"]) == ("m", "f")


def test_organisations_are_not_persons() -> None:
    found = find_mentions(token_stream(TEXT, []))
    persons = {each.name for each in found.mentions if is_person(each, frozenset())}
    assert {"Karl Weiss", "Ana Duarte"} <= persons
    assert "Foreign Ministry" not in persons


def test_it_counts_the_mentions_before_a_word() -> None:
    found = find_mentions(token_stream(TEXT, []))
    assert found.before(0) == 0
    assert found.before(10_000) == len(found.mentions)
