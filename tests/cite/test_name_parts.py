"""A name is split only where it is certain which part is which."""

import pytest

from citations.cite.name_parts import split_name

PARTS = [
    # Family and given name as entered
    ("Kishida, Fumio", "en", "", ("Kishida", "Fumio")),
    ("van Gogh, Vincent", "en", "", ("van Gogh", "Vincent")),
    # One word in capitals is the family name, wherever it stands
    ("KISHIDA Fumio", "en", "JP", ("Kishida", "Fumio")),
    ("Fumio KISHIDA", "fr", "JP", ("Kishida", "Fumio")),
    # A space in scripts that have none between words
    ("村上 春樹", "ja", "JP", ("村上", "春樹")),
    ("村上\u3000春樹", "ja", "JP", ("村上", "春樹")),
    # The given name first, as the language has it
    ("Motoko Rich", "en", "US", ("Rich", "Motoko")),
    ("Mary-Ann O’Brien", "en", "IE", ("O’Brien", "Mary-Ann")),
    ("Martin L. King", "en", "US", ("King", "Martin L.")),
    ("Vincent van Gogh", "nl", "NL", ("van Gogh", "Vincent")),
    ("Ursula von der Leyen", "de", "DE", ("von der Leyen", "Ursula")),
    ("Juan Carlos de la Cruz", "es", "ES", ("de la Cruz", "Juan Carlos")),
    ("Al Gore", "en", "US", ("Gore", "Al")),
]
WHOLE = [
    # In a paper of a country that may print either order
    ("Kishida Fumio", "en", "JP"),
    ("Xu Wei", "en", "CN"),
    # In a paper whose country is unknown
    ("Motoko Rich", "en", ""),
    # In a language that prints either order
    ("Иванов Иван", "ru", "RU"),
    ("村上春樹", "ja", "JP"),
    # Organisations, and names that only look like `Family, Given`
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
def test_a_certain_name_is_split(
    text: str, language: str, country: str, parts: tuple[str, str]
) -> None:
    name = split_name(text, language, country)
    assert (name.family, name.given) == parts
    assert name.text == " ".join(text.split())


@pytest.mark.parametrize(("text", "language", "country"), WHOLE)
def test_an_ambiguous_name_stays_whole(text: str, language: str, country: str) -> None:
    name = split_name(text, language, country)
    assert (name.text, name.family, name.given) == (text, "", "")


@pytest.mark.parametrize("suffix", ["Jr", "Jr.", "Sr", "Sr.", "II", "IV", "Esq.", "PhD", "MD"])
def test_a_suffix_is_no_family_name(suffix: str) -> None:
    assert split_name(f"Ann Lee {suffix}", "en", "US").family == ""


@pytest.mark.parametrize("word", ["Agency", "NEWS", "the", "Tribune.", "Writers"])
def test_a_word_of_an_organisation_keeps_its_name_whole(word: str) -> None:
    assert split_name(f"Ann {word}", "en", "US").family == ""


def test_more_than_five_words_are_no_name() -> None:
    assert split_name("Ann Bo Cy Dan Ed", "en", "US").family == "Ed"
    assert split_name("Ann Bo Cy Dan Ed Fo", "en", "US").family == ""
    assert split_name("Ed, Ann Bo Cy Dan Fo", "en", "").family == "Ed"
    assert split_name("Ed, Ann Bo Cy Dan Fo Go", "en", "").family == ""
