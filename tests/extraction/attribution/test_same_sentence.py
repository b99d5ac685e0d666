"""Several quotations in one sentence."""

import pytest

from citations.extraction.quotations import find_quotations


@pytest.mark.parametrize(
    "text",
    [
        "Ana Duarte promised to “mend” and even “paint” the bridge.",
        "Not “a strike”, insisted Ana Duarte, but “a long tea break”.",
        "Homes “deserve better than buckets”, said Ana Duarte, adding that the pumps were “toys”.",
        "The so-called “reform” of it, says Ana Duarte, means “fewer boats”.",
    ],
)
def test_both_are_of_one_speaker(text: str) -> None:
    found = find_quotations(text, language="en")
    assert [each.speaker for each in found] == ["Ana Duarte"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "While Bo Lindt called it “a gift to us”, Ana Duarte called it “a theft with a ribbon”.",
        "It is “bad”, said Bo Lindt, but the mayor, Ana Duarte, called the new hall “a shoe”.",
        "It was “a wet shoe”, said Bo Lindt, but Ana Duarte called it “a hall”.",
        "Bo Lindt blamed “the usual rocks”; his mate, Ana Duarte, blamed “the captain”.",
        "The hall is “sound”, said Bo Lindt, while Ana Duarte’s claim that it “leans” held.",
    ],
)
def test_each_subject_has_its_own(text: str) -> None:
    found = find_quotations(text, language="en")
    assert [each.speaker for each in found] == ["Bo Lindt", "Ana Duarte"]
