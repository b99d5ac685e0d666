"""A name is taken apart where it is sure which part is which, and never turned round."""

import pytest

from citations.cite.name_parts import split_name

PARTS = [
    # Family and given as whoever entered them parted them
    ("Kishida, Fumio", "en", "", ("Kishida", "Fumio")),
    ("van Gogh, Vincent", "en", "", ("van Gogh", "Vincent")),
    # One word in capitals is the family name, wherever it stands
    ("KISHIDA Fumio", "en", "JP", ("Kishida", "Fumio")),
    ("Fumio KISHIDA", "fr", "JP", ("Kishida", "Fumio")),
    # Parted by a space in scripts that have none
    ("村上 春樹", "ja", "JP", ("村上", "春樹")),
    ("村上\u3000春樹", "ja", "JP", ("村上", "春樹")),
    # The given name first, by the language
    ("Motoko Rich", "en", "US", ("Rich", "Motoko")),
    ("Mary-Ann O’Brien", "en", "IE", ("O’Brien", "Mary-Ann")),
    ("Martin L. King", "en", "US", ("King", "Martin L.")),
    ("Vincent van Gogh", "nl", "NL", ("van Gogh", "Vincent")),
    ("Ursula von der Leyen", "de", "DE", ("von der Leyen", "Ursula")),
]
WHOLE = [
    # In a paper of a country that may print either order
    ("Kishida Fumio", "en", "JP"),
    ("Xu Wei", "en", "CN"),
    # In a paper of which nobody says where it is printed
    ("Motoko Rich", "en", ""),
    # In a language that may
    ("Иванов Иван", "ru", "RU"),
    ("村上春樹", "ja", "JP"),
    # Organisations, and what only looks like a comma form
    ("Kyodo News", "en", "US"),
    ("Ministry of Foreign Affairs", "en", "RU"),
    ("Reuters", "en", "GB"),
    ("Motoko Rich, Reuters", "en", "GB"),
    ("Ministry, of Foreign Affairs", "en", "RU"),
    ("Japan, Russia, and China", "en", "US"),
    ("Jane Doe, John Roe", "en", "US"),
    ("Jane Doe and John Roe", "en", "US"),
    ("THE EDITORS", "en", "US"),
    ("NHK World", "en", "US"),
    ("Group 47", "en", "US"),
    ("Martin Luther King Jr.", "en", "US"),
    ("bell hooks", "en", "US"),
    ("", "en", "US"),
]


@pytest.mark.parametrize(("text", "language", "country", "parts"), PARTS)
def test_it_takes_a_name_apart(
    text: str, language: str, country: str, parts: tuple[str, str]
) -> None:
    name = split_name(text, language, country)
    assert (name.family, name.given) == parts
    assert name.text == " ".join(text.split())


@pytest.mark.parametrize(("text", "language", "country"), WHOLE)
def test_it_leaves_whole_what_could_be_read_otherwise(
    text: str, language: str, country: str
) -> None:
    name = split_name(text, language, country)
    assert (name.text, name.family, name.given) == (text, "", "")
