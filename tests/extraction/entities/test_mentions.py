"""The names in a text, and what the words around them tell of those who bear them."""

import pytest

from citations.extraction.entities.mentions import Mention, find_mentions
from citations.extraction.token_stream import token_stream


def mention(text: str, name: str) -> Mention:
    return next(each for each in find_mentions(token_stream(text, [])) if each.name == name)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The florist Ana Duarte came.", "Ana Duarte", "person"),
        ("Florist Ana Duarte came.", "Ana Duarte", "person"),
        ("Councillors Ana Duarte and Karl Weiss came.", "Karl Weiss", "person"),
        ("Professor Emeritus Dr. Karl Weiss came.", "Karl Weiss", "person"),
        ("Former Attorney General Ana Duarte came.", "Ana Duarte", "person"),
        ("We met Tarquin Oyelaran, 44, at home.", "Tarquin Oyelaran", "person"),
        ("We met Weiss, a carpenter, at home.", "Weiss", "person"),
        ("They live in Jonas Fairlight Street now.", "Jonas Fairlight Street", "place"),
        ("They live in Salem, Ohio, now.", "Salem", "place"),
        ("They left Florida for good.", "Florida", "place"),
        ("Lowmoor Water apologised.", "Lowmoor Water", "body"),
        ("Marcus Thornbury Ltd will close.", "Marcus Thornbury Ltd", "body"),
        ("The Ada Lovell Library is shut.", "Ada Lovell Library", "body"),
        ("It was praised in the Evening Lamp.", "Evening Lamp", "body"),
        ("We met Mama Orvelle at home.", "Mama Orvelle", "person"),
        ("Yesterday Mzee Tallo came.", "Mzee Tallo", "person"),
        ("We met Lindo kaNdaba, 44, at home.", "Lindo kaNdaba", "person"),
        ("The brothers Orvel and Tarq Sprake came.", "Orvel Sprake", "person"),
        ("The brothers Orvel and Tarq Sprake came.", "Tarq Sprake", "person"),
        ("We met Weiss at home.", "Weiss", ""),
        ("Xinhua, the official news agency, came.", "Xinhua", ""),
    ],
)
def test_the_words_around_a_name_show_what_it_names(text: str, name: str, kind: str) -> None:
    assert mention(text, name).kind == kind


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Mr. Weiss came.", "Weiss", "m"),
        ("Mrs Weiss came.", "Weiss", "f"),
        ("Sir Evelyn Marsden came.", "Evelyn Marsden", "m"),
        ("Ana Duarte came.", "Ana Duarte", "f"),
        ("His sister, Weiss, came.", "Weiss", "f"),
        ("Weiss, the actress, came.", "Weiss", "f"),
        ("The soprano Robin Weiss came.", "Robin Weiss", "f"),
        ("Robin Weiss came.", "Robin Weiss", ""),
        ("The Ana Duarte Fund came.", "Ana Duarte Fund", ""),
    ],
)
def test_titles_nouns_and_first_names_show_the_gender(text: str, name: str, gender: str) -> None:
    assert mention(text, name).gender == gender


@pytest.mark.parametrize(
    ("text", "name", "noun"),
    [
        ("Energy minister Ana Duarte came.", "Ana Duarte", "minister"),
        ("The chair of governors, Karl Weiss, came.", "Karl Weiss", "chair"),
        ("Karl Weiss, the union's general secretary, came.", "Karl Weiss", "secretary"),
        ("Karl Weiss, 44, came.", "Karl Weiss", "44-year-old"),
        ("Brothers Saul and Ned Carraway came.", "Saul Carraway", "brother"),
    ],
)
def test_nouns_say_what_somebody_is(text: str, name: str, noun: str) -> None:
    assert noun in mention(text, name).nouns


def test_two_people_share_the_surname_behind_the_second() -> None:
    found = find_mentions(token_stream("Wilfrid and Joyce Pellow came.", []))
    assert [each.name for each in found] == ["Wilfrid Pellow", "Joyce Pellow"]


@pytest.mark.parametrize(
    "text",
    [
        "Rennick Slams Toll Plan\n\nIt rained.",
        "Brandt and Weiss Blast Their Critics.\n\nIt rained.",
    ],
)
def test_words_of_a_headline_name_nobody(text: str) -> None:
    assert not any(each.is_named for each in find_mentions(token_stream(text, [])))


def test_adjectives_of_origin_are_no_names() -> None:
    found = find_mentions(token_stream("The Chinese leader met Karl Weiss.", []))
    assert [each.name for each in found] == ["Karl Weiss"]


def test_an_owner_is_named_without_the_possessive() -> None:
    assert mention("Karl Weiss's sister came.", "Karl Weiss").is_possessive
