"""Page numbers and running heads between the words of a sentence."""

import pytest

from citations.text.cleaning.clean_text import CleanText
from citations.text.cleaning.page_furniture import page_furniture_edits


def without_furniture(text: str) -> CleanText:
    return CleanText.unchanged(text).with_edits(page_furniture_edits(text), are_cuts=True)


@pytest.mark.parametrize(
    "number",
    ["14", "- 27 -", "– 7 –", "[12]", "Page 7", "page 7 of 30", "p. 7", "Seite 3", "iv", "— 3 —"],
)
def test_a_page_number_in_mid_sentence_is_no_word(number: str) -> None:
    assert without_furniture(f"men so\n\n{number}\n\ntired").text == "men so tired"
    assert without_furniture(f"men so\n{number}\n\ftired").text == "men so tired"


@pytest.mark.parametrize(
    "text",
    [
        "It ended.\n\n14\n\nA chapter",  # after a sentence: a chapter, perhaps
        "men so\n\n14\n\nTired",  # before a capital
        "men so\n\n14 men\n\ntired",
        "men so\n\n12345\n\ntired",
        "14\n\ntired",
        "men so\n\n14",
        "men so 14 tired",
        "",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert without_furniture(text).text == text


def test_running_heads_go_with_the_page_numbers() -> None:
    pages = ["it was a long", "and windy road to the", "harbour in the"]
    text = "\n\n".join(f"{page}\n{n}\nTHE FERRY YEARS {n}" for n, page in enumerate(pages, 7))
    text += "\n\nnorth."
    cleaned = without_furniture(text)
    assert cleaned.text == "it was a long and windy road to the harbour in the north."
    assert len(cleaned.cuts) == 3
    assert cleaned.cuts[0].text_in(text) == "\n7\nTHE FERRY YEARS 7\n\n"


def test_a_line_above_that_stands_there_once_is_no_running_head() -> None:
    assert without_furniture("one line\n\n14\n\nand another").text == "one line and another"
