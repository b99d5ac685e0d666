"""Quotations that go beyond the recorded words, or past the marks in the source."""

import pytest

from citations.comparison.overquotation import (
    MOST_SHARED,
    find_overquotation,
    runs_past_the_marks,
)
from citations.comparison.wording_tokens import WordingTokens

RECORD = "We stay for good in winter."


def words(text: str) -> WordingTokens:
    return WordingTokens((text,))


# The quoted words, the recorded words that they include, and the share that these are.
BEYOND = [
    ("We stay for good in winter, whatever it brings us", RECORD[:-1], 6 / 10),  # after the end
    ("As I told them, we stay for good in winter", RECORD[:-1], 6 / 10),  # before the beginning
    ("So we stay for good in winter, you see", RECORD[:-1], 6 / 9),  # on both sides
    ("for good in winter and summer and spring", "for good in winter", 4 / 8),  # only its end
    ("Here and there we stay for good", "We stay for good", 4 / 7),  # only its beginning
    ("FOR GOOD IN WINTER, they said", "for good in winter", 4 / 6),
]
NOT_BEYOND = [
    "We stay for good in winter",  # the record itself
    "We stay for good",  # less than the record
    "We stay for long, whatever the winter brings us",  # other words
    "good in winter, they said",  # three words prove nothing
    "for good in winter and summer and spring and fall",  # not half of the quotation
    "In winter we stay for good",  # only moved
    "as in winter",
    "",
]


@pytest.mark.parametrize(("quoted", "passage", "likeness"), BEYOND)
def test_it_finds_the_recorded_words_in_a_longer_quotation(
    quoted: str, passage: str, likeness: float
) -> None:
    found = find_overquotation(words(quoted), words(RECORD))
    assert found
    assert found.span.text_in(RECORD) == passage
    assert (found.verdict, found.goes_beyond) == ("altered", True)
    assert found.likeness == pytest.approx(likeness)
    assert "".join(edit.quoted for edit in found.edits) == quoted
    assert "".join(edit.recorded for edit in found.edits) == passage


@pytest.mark.parametrize("quoted", NOT_BEYOND)
def test_other_quotations_do_not_go_beyond_the_record(quoted: str) -> None:
    assert find_overquotation(words(quoted), words(RECORD)) is None


def test_moved_words_do_not_go_beyond_the_record() -> None:
    record = words("we hold the river in the winter")
    assert find_overquotation(words("in the winter we hold the river"), record) is None
    assert find_overquotation(words("now in the winter we hold the river"), record)


@pytest.mark.parametrize(
    ("quoted", "recorded", "is_found"),
    [
        ("and we stay", "we stay", False),  # of so few words nothing is said
        ("and so we do stay", "we do stay", False),
        ("and so we do stay here", "we do stay here", True),
    ],
)
def test_short_records_need_enough_words(quoted: str, recorded: str, is_found: bool) -> None:
    assert bool(find_overquotation(words(quoted), words(recorded))) is is_found


def test_the_longest_overlap_is_limited() -> None:
    shared = [f"w{number}" for number in range(MOST_SHARED)]
    record = words(" ".join(["before", *shared]))
    assert find_overquotation(words(" ".join([*shared, "after"])), record)
    record = words(" ".join(["before", "x", *shared]))
    assert not find_overquotation(words(" ".join(["x", *shared, "after"])), record)


BEFORE, PRINTED, AFTER = (
    "said relations with Russia are currently “",
    "difficult times",
    "” amid war",
)


@pytest.mark.parametrize(
    ("quoted", "past"),
    [
        ("are currently difficult", True),
        ("are currently difficult times", True),
        ("difficult times amid", True),
        ("times amid war", True),
        ("currently difficult times amid", True),
        ("difficult times", False),
        ("difficult", False),
        ("times", False),
        ("with Russia are", False),
        ("are currently", False),
        ("amid war", False),
        ("are difficult", False),
        ("", False),
    ],
)
def test_it_sees_words_that_the_source_prints_outside_its_marks(quoted: str, past: bool) -> None:
    assert runs_past_the_marks(words(quoted), BEFORE, PRINTED, AFTER) is past


def test_a_later_place_counts_too() -> None:
    assert runs_past_the_marks(words("we go"), "we go, we said “", "go we", " go”, and so we")
    assert runs_past_the_marks(words("go now"), "go now “", "they go", "” now")
