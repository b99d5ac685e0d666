"""Quoted words against a longer wording: what they are, and never better than they are."""

import pytest

from citations.comparison.containment import taken_from
from citations.comparison.overquotation import beyond_the_marks
from citations.comparison.wording_tokens import Words, pieces

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
    taken = taken_from(Words((quoted,)), Words((RECORD,)))
    assert (taken.verdict if taken else "") == verdict


def test_the_passage_and_the_edits_say_what_differs() -> None:
    taken = taken_from(Words(("We will give up",)), Words((RECORD,)))
    assert taken
    assert taken.span.of(RECORD) == "We will not give up"
    changed = [(each.op, each.recorded.strip()) for each in taken.edits if each.op != "equal"]
    assert changed == [("delete", "not")]


def test_what_an_abridgement_leaves_out_may_turn_the_sense() -> None:
    kept = taken_from(Words(("Regrettably … a peace treaty has not been concluded",)), record())
    assert kept
    assert (kept.verdict, kept.drops_negation) == ("abridged", True)
    honest = taken_from(Words(("It is 17 … and no more",)), record())
    assert honest
    assert (honest.verdict, honest.drops_negation) == ("abridged", False)


def test_words_that_stand_once_behind_a_not_and_once_without_are_quoted_rightly() -> None:
    record = Words(("I did not give up the islands. Others wanted to give up the islands.",))
    taken = taken_from(Words(("give up the islands",)), record)
    assert taken
    assert (taken.verdict, taken.span.start > 30) == ("verbatim", True)


def test_brackets_of_the_record_are_its_own() -> None:
    record = Words(("I do not think that [the minister] sees what drives people to attack us.",))
    for quoted, verdict in (
        ("that [the minister] sees … to attack us", "abridged"),
        ("that [the minister] sees what drives people", "verbatim"),
        ("that [he] sees what drives people", "abridged"),
    ):
        taken = taken_from(Words((quoted,)), record)
        assert taken
        assert taken.verdict == verdict
        assert taken.span.of(record.text).startswith("that [the minister]")
        assert "⟦" not in str(taken)


def record() -> Words:
    return Words((RECORD,))


@pytest.mark.parametrize(
    "parts",
    [
        ("a peace treaty has not been concluded", "We will not give up"),  # a new sentence
        ("Regrettably", "the issue of the Northern Territories has not been resolved"),
        ("We will", "not give up"),
    ],
)
def test_a_quotation_that_its_cue_splits_is_read_as_one(parts: tuple[str, ...]) -> None:
    taken = taken_from(Words(parts), record())
    assert taken
    assert taken.verdict in {"verbatim", "typographic"}


def test_a_record_in_segments_is_free_at_its_seams() -> None:
    segments = Words(("We go on", "And we stay for good"))
    taken = taken_from(Words(("We go on, and we stay for good",)), segments)
    assert taken
    assert taken.verdict == "typographic"


@pytest.mark.parametrize(
    ("quoted", "beyond"),
    [
        ("We stay for good, whatever the winter brings us", True),
        ("As I told them, we stay for good", True),
        ("We stay for long, whatever the winter brings us", False),
    ],
)
def test_it_tells_words_that_go_beyond_the_record(quoted: str, *, beyond: bool) -> None:
    taken = taken_from(Words((quoted,)), Words(("We stay for good.",)))
    assert bool(taken and taken.goes_beyond) is beyond


def test_moved_words_are_none_beyond_the_record() -> None:
    moved = taken_from(
        Words(("in the winter we hold the river",)), Words(("we hold the river in the winter",))
    )
    assert not (moved and moved.goes_beyond)


def test_it_sees_words_that_the_source_prints_outside_its_marks() -> None:
    before, after = "said relations with Russia are currently “", "” amid the war"
    assert beyond_the_marks(Words(("are currently difficult",)), before, "difficult", after)
    assert not beyond_the_marks(Words(("difficult",)), before, "difficult", after)
    assert not beyond_the_marks(Words(("with Russia are",)), before, "difficult", after)


def test_pieces_are_what_stands_between_omissions() -> None:
    found = [each.text for each in pieces(Words(("We go … and [...] stay ... here",)))]
    assert found == ["We go", "and", "stay", "here"]
