"""How much of two texts is the same, whatever their marks, case and accents."""

import pytest

from citations.text.shingles import SKETCH_SIZE, overlap, shingles, sketch

ONE = "The minister said on Monday that the talks would go on until the summer of next year."
# What is done to the text, and what share of the runs is left in common.
CHANGED = [
    (ONE, 1.0),
    (ONE.upper(), 1.0),
    (ONE.replace(" ", "\n"), 1.0),
    (ONE.replace("Monday", "Mónday"), 1.0),
    (f"“{ONE}” – he", 1.0),
    (" ".join(ONE.split()[:9]), 1.0),
    (ONE.replace("Monday", "Tuesday"), 8 / 13),
    ("Nobody knows what the other side of the table has in mind for them this week.", 0.0),
    ("", 0.0),
]


@pytest.mark.parametrize(("text", "share"), CHANGED)
def test_texts_share_their_runs_of_words(text: str, share: float) -> None:
    assert overlap(shingles(ONE), shingles(text)) == pytest.approx(share)


def test_characters_without_spaces_are_words() -> None:
    text = "総理大臣は記者会見で述べた"
    assert len(shingles(text)) == len(text) - 4
    assert overlap(shingles(text), shingles(text[3:])) == 1.0


@pytest.mark.parametrize(("text", "runs"), [("", 0), ("“…”", 0), ("yes", 1), ("a b c d e f", 2)])
def test_a_short_text_is_one_run(text: str, runs: int) -> None:
    assert len(shingles(text)) == runs


def test_a_sketch_is_small_and_the_same_every_time() -> None:
    runs = shingles(" ".join(map(str, range(500))))
    assert len(sketch(runs)) == SKETCH_SIZE
    assert sketch(runs) == sorted(runs)[:SKETCH_SIZE]
    assert all(0 <= run < 2**63 for run in runs)


def test_the_numbers_of_stored_fingerprints_never_change() -> None:
    assert sorted(shingles("yes")) == [7554999679630196041]
    runs = shingles("We go home now, my friends")
    assert sorted(runs) == [524692917254014128, 4914588762034222555]


def test_words_are_not_run_together() -> None:
    assert shingles("ab c d e f") != shingles("a bc d e f")


def test_the_shorter_text_is_the_measure() -> None:
    assert overlap({1, 2, 3, 4}, {3, 4}) == overlap({3, 4}, {1, 2, 3, 4}) == 1.0
    assert overlap({1, 2}, {2, 3, 4}) == 0.5
    assert overlap(set(), {1}) == 0.0
