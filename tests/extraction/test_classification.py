"""Words between marks that nobody says are no quotations."""

import pytest

from citations.extraction.quotations import find_quotations


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “smart” meters failed.",
        "Her novel, “The Long Field,” won the prize.",
        "William “Bill” Tanner retired.",
        "The word “nice” once meant foolish.",
        "It was held on “Northern Territories Day,” which falls on Feb 7.",
        "They agreed to resolve the question of “the allocation of the islands” soon.",
        "Japan has revoked Russia’s “most favored nation” status.",
        "Protesters held signs that read “Hands off our river”.",
        "UPDATE: It rained.\n\nNOTE: It was wet.",
        "A bridge is closed.\n\n“Related:”\n\nIt rained.",
        "Duarte said nothing had been decided.",
        "Leo “the Anvil” Kranz fought. She was known as “Auntie”, a name she is said to hate.",
        "The so-called “luxury” flats have no kitchens. The “concierge” is a machine.",
        "A sign on the door read “Back in Ten Minutes”. A wren had built her nest behind it.",
        "The shelf is 6' 2\" long and 11\" deep. It held the '68 almanacs and the boys' boots.",
        "Choose “Save as” from the menu, type “ledger” in the field and press “OK”.",
        "Supporters sang “Blue Is the Marsh”, then started on “One More Corner”.",
        "An email with the subject line “Your parcel, again” led to a page headed “Pay Here”.",
        "“Macbeth” is on at the Lyceum. “Hamlet” follows, the manager said.",
        "Her essay “On Being Late” won a prize; “Hours”, her first, had not.",
        "The slogan “Better by Bus” was painted on every tram.",
    ],
)
def test_it_leaves_out_what_nobody_says(text: str) -> None:
    assert find_quotations(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("She dismissed it as a “beige winter”, insisting the range was ochre.", "She"),
        ("It is “barely croquet”, the verger, Tom Ash, replied.", "the verger, Tom Ash"),
        ("His hopes to “mend” and “paint” the bridge were dashed.", "His"),
        ("The mayor promised to “mend” and even “paint” the bridge.", "The mayor"),
    ],
)
def test_a_few_words_are_of_the_nearest_subject(text: str, speaker: str) -> None:
    found = find_quotations(text, language="en")[-1]
    assert found.mode == "partial"
    assert found.attribution is not None
    assert found.attribution.text_in(text) == speaker
