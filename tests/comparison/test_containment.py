"""Quoted words against a longer wording: what they are, and never better than they are."""

import pytest

from citations.comparison.containment import find_containment
from citations.comparison.wording_tokens import WordingTokens

RECORD = (
    "Regrettably, the issue of the Northern Territories has not been resolved and a peace treaty"
    " has not been concluded. We will not give up. It is 17 years, and no more."
)

VERDICTS = [
    ("the issue of the Northern Territories has not been resolved", "verbatim"),
    ("Regrettably, the issue of the Northern Territories has not been resolved.", "typographic"),
    ("Regrettably, The issue of the northern territories", "typographic"),
    ("REGRETTABLY, THE ISSUE OF THE NORTHERN TERRITORIES", "typographic"),
    ("the issue … has not been resolved", "abridged"),
    ("[T]he issue of the Northern Territories has not been resolved", "abridged"),
    ("a peace treaty [with Russia] has not been concluded", "abridged"),
    ("the issue of the Southern Territories has not been resolved", "altered"),
    ("the issue of the Northern Territories has been resolved", "altered"),
    ("the issue of the Northern Territories has not never been resolved", "altered"),
    ("the issue of Northern the Territories has not been resolved", "altered"),
    ("Regrettably the issue of the Northern Territories has not been resolved", "typographic"),
    ("Regrettably, the issue of the Northern Territories has not been resolved?", "altered"),
    ("It is 71 years, and no more", "altered"),
    ("the issue has not been resolved", "altered"),  # left out, and not marked
    ("been resolved and a peace treaty has", "altered"),  # of "not" both times, one is cut off
    ("give up", "altered"),
    ("a harbour in winter is a lantern for all", ""),
    ("", ""),
]


@pytest.mark.parametrize(("quoted", "verdict"), VERDICTS)
def test_it_tells_how_words_stand_to_the_record(quoted: str, verdict: str) -> None:
    found = find_containment(WordingTokens((quoted,)), WordingTokens((RECORD,)))
    assert (found.verdict if found else "") == verdict


def test_the_passage_and_the_edits_say_what_differs() -> None:
    found = find_containment(WordingTokens(("We will give up",)), WordingTokens((RECORD,)))
    assert found
    assert found.span.text_in(RECORD) == "We will not give up"
    changed = [(each.op, each.recorded.strip()) for each in found.edits if each.op != "equal"]
    assert changed == [("delete", "not")]


def test_what_an_abridgement_leaves_out_may_turn_the_sense() -> None:
    kept = find_containment(
        WordingTokens(("Regrettably … a peace treaty has not been concluded",)), record()
    )
    assert kept
    assert (kept.verdict, kept.drops_negation) == ("abridged", True)
    honest = find_containment(WordingTokens(("It is 17 … and no more",)), record())
    assert honest
    assert (honest.verdict, honest.drops_negation) == ("abridged", False)


def test_words_that_stand_once_behind_a_not_and_once_without_are_quoted_rightly() -> None:
    record = WordingTokens(
        ("I did not give up the islands. Others wanted to give up the islands.",)
    )
    found = find_containment(WordingTokens(("give up the islands",)), record)
    assert found
    assert (found.verdict, found.span.start > 30) == ("verbatim", True)


def test_brackets_of_the_record_are_its_own() -> None:
    record = WordingTokens(
        ("I do not think that [the minister] sees what drives people to attack us.",)
    )
    for quoted, verdict in (
        ("that [the minister] sees … to attack us", "abridged"),
        ("that [the minister] sees what drives people", "verbatim"),
        ("that [he] sees what drives people", "abridged"),
    ):
        found = find_containment(WordingTokens((quoted,)), record)
        assert found
        assert found.verdict == verdict
        assert found.span.text_in(record.text).startswith("that [the minister]")
        assert "⟦" not in str(found)


def record() -> WordingTokens:
    return WordingTokens((RECORD,))


@pytest.mark.parametrize(
    "parts",
    [
        ("a peace treaty has not been concluded", "We will not give up"),  # a new sentence
        ("Regrettably", "the issue of the Northern Territories has not been resolved"),
        ("We will", "not give up"),
    ],
)
def test_a_quotation_that_its_cue_splits_is_read_as_one(parts: tuple[str, ...]) -> None:
    found = find_containment(WordingTokens(parts), record())
    assert found
    assert found.verdict in {"verbatim", "typographic"}


def test_a_record_in_segments_is_free_at_its_seams() -> None:
    segments = WordingTokens(("We go on", "And we stay for good"))
    found = find_containment(WordingTokens(("We go on, and we stay for good",)), segments)
    assert found
    assert found.verdict == "typographic"


def test_words_that_go_beyond_the_record_are_recognised() -> None:
    found = find_containment(
        WordingTokens(("We stay for good, whatever the winter brings us",)),
        WordingTokens(("We stay for good.",)),
    )
    assert found
    assert (found.verdict, found.goes_beyond) == ("altered", True)
