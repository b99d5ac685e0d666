"""Who speaks, for the name, the pronoun or the noun that stands beside the words."""

import pytest

from citations.extraction.quotations import find_quotations


def speaker(text: str) -> str:
    """The speaker of the last quotation."""
    return find_quotations(text, language="en")[-1].speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr Lindiwe Mthembu met Sipho Mthembu. “Yes,” Dr Mthembu said.", "Lindiwe Mthembu"),
        ("Hoa Tran met Pak Ji-won. “Yes,” Pak said.", "Pak Ji-won"),
        ("Ines Vega met Karl Vega. “Yes,” Vega said.", ""),
        ("Calvin Tate Jr. came. “Yes,” said Tate.", "Calvin Tate Jr."),
        ("“Yes,” said Principal Noreen Achebe.", "Noreen Achebe"),
    ],
)
def test_a_short_name_means_one_person_or_nobody(text: str, expected: str) -> None:
    assert speaker(text) == expected
