"""Sentences that announce words: “Here is the statement of Ana Duarte:”."""

import pytest

from citations.extraction.quotations import find_quotations


def attributed(text: str) -> tuple[str, str]:
    """The speaker of the first quotation as printed, and the name."""
    found = find_quotations(text, language="en")[0]
    return found.attribution.text_in(text) if found.attribution else "", found.speaker


@pytest.mark.parametrize(
    ("sentence", "printed", "name"),
    [
        ("The eulogy given by Rabbi Ana Duarte at the funeral follows in part:",
         "Rabbi Ana Duarte", "Ana Duarte"),
        ("Here is the full statement of Ana Duarte, released late on Monday:",
         "Ana Duarte", "Ana Duarte"),
        ("The farm's owner, Ana Duarte, had this to say to the walkers:",
         "The farm's owner, Ana Duarte", "Ana Duarte"),
        ("The notice from Wexley Borough, nailed to every tree, is short:",
         "Wexley Borough", "Wexley Borough"),
        ("The following statement was issued by the Marlow Rowing Club on Friday:",
         "the Marlow Rowing Club", "Marlow Rowing Club"),
        ("The letter to the council signed by Ana Duarte is reproduced below.",
         "Ana Duarte", "Ana Duarte"),
        ("Ana Duarte's full address follows.", "Ana Duarte", "Ana Duarte"),
        ("The judge's ruling follows.", "The judge", ""),
        ("They asked Ana Duarte for advice. Her answer:", "Her", "Ana Duarte"),
        ("The letter from Ana Duarte to the council reads:", "Ana Duarte", "Ana Duarte"),
        ("The reply from the Ministry of Lakes came in one line:",
         "the Ministry of Lakes", "Ministry of Lakes"),
        ("The apology issued on Tuesday by the Northern Rope Company in full:",
         "the Northern Rope Company", "Northern Rope Company"),
        ("They read out the note left by Ana Duarte:", "Ana Duarte", "Ana Duarte"),
        ("Ana Duarte, who runs the shelter, has only this to say:", "Ana Duarte", "Ana Duarte"),
        ("Words of welcome from the new librarian, Ana Duarte:",
         "the new librarian, Ana Duarte", "Ana Duarte"),
        ("Extracts from the testimony of the pilot Ana Duarte, under oath:",
         "the pilot Ana Duarte", "Ana Duarte"),
        ("Ana Duarte put it this way:", "Ana Duarte", "Ana Duarte"),
        ("As the cartographer Ana Duarte writes in the preface:",
         "the cartographer Ana Duarte", "Ana Duarte"),
    ],
)  # fmt: skip
def test_the_sentence_above_announces_the_speaker(sentence: str, printed: str, name: str) -> None:
    assert attributed(f"{sentence}\n\n“We go.”\n\nIt rained.") == (printed, name)


def test_the_announcement_may_stand_in_the_same_line() -> None:
    text = "Here is the statement of Ana Duarte, made on Monday: “We go.”"
    assert attributed(text) == ("Ana Duarte", "Ana Duarte")


def test_it_joins_reopened_paragraphs_below_an_announcement() -> None:
    text = "The sermon preached by Ana Duarte follows.\n\n“We go.\n\n“We stay.”"
    (found,) = find_quotations(text, language="en")
    assert [segment.text_in(text) for segment in found.segments] == ["We go.", "We stay."]
    assert found.speaker == "Ana Duarte"


@pytest.mark.parametrize(
    "sentence",
    [
        "A eulogy of Ana Duarte follows:",
        "The letter about Ana Duarte is short:",
        "A statement followed on Monday.",
    ],
)
def test_those_whom_a_document_is_about_do_not_speak_in_it(sentence: str) -> None:
    assert attributed(f"{sentence}\n\n“We go.”") == ("", "")
