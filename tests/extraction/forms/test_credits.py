"""Credits behind and below quotations, and labels before a dash."""

import pytest

from citations.extraction.quotations import find_quotations


def speakers(text: str) -> list[tuple[str, str]]:
    """The words and the speaker’s name of each quotation."""
    return [
        (" ".join(segment.text_in(text) for segment in found.segments), found.speaker)
        for found in find_quotations(text, language="en")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We go”: farmer Ana Duarte", ("We go", "Ana Duarte")),
        ("• “We go”: farmer Ana Duarte\n\nIt rained.", ("We go", "Ana Duarte")),
        ('- "We go," per shopkeeper Ana Duarte.', ("We go", "Ana Duarte")),
        ("“We go,” per her sister, Ana Duarte.", ("We go", "Ana Duarte")),
        ("“We go.” [Ana Duarte]\n\nIt rained.", ("We go.", "Ana Duarte")),
        ("“We go.” (Ana Duarte, Lower Marsh)", ("We go.", "Ana Duarte")),
        ("“We go.” — Ana Duarte, farmer\n\nIt rained.", ("We go.", "Ana Duarte")),
        ('"We go."\n-Ana Duarte, retired farmer\n\nIt rained.', ("We go.", "Ana Duarte")),
        ("“We go.”\n\n— Dr. Ana Duarte\n\nIt rained.", ("We go.", "Ana Duarte")),
        ('"We go."\n\n- Ana Duarte.\n\nIt rained.', ("We go.", "Ana Duarte")),
        ("“We go.”\n\nAna Duarte, structural engineer\n\nIt rained.", ("We go.", "Ana Duarte")),
        ("“We go.”\nFarmer Ana Duarte\n\nIt rained.", ("We go.", "Ana Duarte")),
        ("“We go.” | Ana Duarte, Kampala\n\nIt rained.", ("We go.", "Ana Duarte")),
        ("“We go”: so the critic Ana Duarte on the new hall.", ("We go", "Ana Duarte")),
        ("“The noise.” Ana, 41\n\nIt rained.", ("The noise.", "Ana")),
        ("“We go,” tailor Ana Duarte, 81, of Leeds", ("We go", "Ana Duarte")),
        ("3) “We go.” – Ana Duarte, Kampala", ("We go.", "Ana Duarte")),
        ("* Ana Duarte — “We go.”\n* Bo Lindt — “We stay.”", ("We go.", "Ana Duarte")),
        ("Ana Duarte, farmer – “We go.”", ("We go.", "Ana Duarte")),
        ("It rained.\n\n> We go.\n> — Ana Duarte\n\nIt rained.", ("We go.", "Ana Duarte")),
    ],
)
def test_a_credit_names_the_speaker(text: str, found: tuple[str, str]) -> None:
    words, speaker = speakers(text)[0]
    assert words == found[0]
    # A role with a capital may still be taken for a part of the name.
    assert speaker.endswith(found[1])


def test_the_credit_below_holds_for_all_reopened_paragraphs() -> None:
    text = "It rained.\n\n“We go.\n\n“We stay.”\n\nAna Duarte, Lower Marsh"
    assert speakers(text) == [("We go. We stay.", "Ana Duarte")]


@pytest.mark.parametrize(
    "text",
    [
        "It rained.\n\n“We go.” (Photo: Ana Duarte)",
        "It rained.\n\n“We go.”\n\nHealth Matters\n\nIt rained.",
        "It rained.\n\n“We go.”\n\nAna Duarte, a farmer, left the hall in the rain.",
        "It rained.\n\n“We go.” per cent",
        "It rained.\n\n“We go.” (Ana Duarte, the defendant, was not in court.)",
        "It rained.\n\n“We go.”\n\nAna Duarte, left, with her dog",
        "It rained.\n\n“We go.”\n\nMore Stories",
    ],
)
def test_other_lines_below_are_no_credit(text: str) -> None:
    assert speakers(text)[0] == ("We go.", "")


def test_the_label_before_the_words_counts_more_than_the_line_below() -> None:
    assert speakers("Ana Duarte: “We go.”\n\nBo Lindt, farmer") == [("We go.", "Ana Duarte")]


@pytest.mark.parametrize("place", ["WELLMOUTH", "Kinshasa", "NEW WELLMOUTH", "Wellmouth Bay"])
def test_a_dateline_is_no_label(place: str) -> None:
    (found,) = find_quotations(f"{place} — “We go,” a trapper said.", language="en")
    assert found.speaker == ""


def test_the_verb_beside_the_words_counts_more_than_a_credit() -> None:
    text = "Bo Lindt said: “We go.”\n\n— Ana Duarte, Daily News"
    assert speakers(text) == [("We go.", "Bo Lindt")]
