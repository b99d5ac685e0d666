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
        ("Said Ana Duarte, the last to leave: “Yes.”", "Ana Duarte"),
        ("Said Duarte came. “Yes,” Duarte said.", "Said Duarte"),
        ("“Yes,” the novelist Una Castellane said.", "Una Castellane"),
        ("“Yes,” said Principal Noreen Achebe.", "Noreen Achebe"),
    ],
)
def test_a_short_name_means_one_person_or_nobody(text: str, expected: str) -> None:
    assert speaker(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farida Qureshi and her sister Samina run the shop. “We count,” she said.", ""),
        ("Rukmini Iyer kept a diary in the flood. “It rose,” she wrote.", "Rukmini Iyer"),
        ("Anna Weiss met Rukmini Iyer. Anna left. “It rose,” she wrote.", "Anna Weiss"),
    ],
)
def test_a_pronoun_means_one_subject_or_nobody(text: str, expected: str) -> None:
    assert speaker(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“You will be paid,” the crew were told by the producer, Karl Weiss.", "Karl Weiss"),
        ("According to the court's clerk, Karl Weiss, “nobody has asked”.", "Karl Weiss"),
        (
            "A spokeswoman for the zoo, Ana Duarte, said the keeper, Karl Weiss, was “bruised”.",
            "Ana Duarte",
        ),
        (
            "The cook, Ana Duarte, was “sick”, she said, while the coach, Tove Lund, felt “ill”.",
            "Tove Lund",
        ),
        ("The teacher, Ana Duarte, made this promise in May: “We shall.”", "Ana Duarte"),
        ("Judge Ana Duarte ruled that the parrot was “not a witness”.", "Ana Duarte"),
        ("Judge Ana Duarte said it was late, and ruled that we were “no witnesses”.", "Ana Duarte"),
    ],
)
def test_the_clause_of_the_words_names_the_speaker(text: str, expected: str) -> None:
    assert speaker(text) == expected
