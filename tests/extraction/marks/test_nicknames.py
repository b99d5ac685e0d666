"""Nicknames inside names are no quotations."""

import pytest

from citations.extraction.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("“We go,” said Edgar “Tubs” Duarte, who rows.", "Edgar “Tubs” Duarte"),
        ('Dmitri "The Wall" Orlov said: “We go.”', 'Dmitri "The Wall" Orlov'),
        ("Ana “the Anvil” Duarte said: “We go.”", "Ana “the Anvil” Duarte"),
        ("“We go,” said William (“Billy”) Duarte.", "William (“Billy”) Duarte"),
    ],
)
def test_the_name_is_read_around_its_nickname(text: str, printed: str) -> None:
    (found,) = find_quotations(text, language="en")
    assert found.segments[0].text_in(text).startswith("We go")
    assert found.attribution is not None
    assert found.attribution.text_in(text) == printed


@pytest.mark.parametrize(
    "text",
    [
        "Then Ana Duarte said “No” Monday.",
        "He asked Paul. “No” Paul said.",
        "Duarte’s “No” Ana said.",
    ],
)
def test_words_between_two_names_are_not_always_a_nickname(text: str) -> None:
    found = find_quotations(text, language="en")
    assert [each.segments[0].text_in(text) for each in found] in (["No"], [])
