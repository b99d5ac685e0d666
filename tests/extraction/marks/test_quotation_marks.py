"""Which characters are quotation marks, and which of them make a pair."""

import pytest

from citations.extraction.marks.quotation_marks import find_mark_pairs
from citations.extraction.marks.unclosed_marks import repair_pairs


def inside(text: str) -> list[str]:
    return [pair.inner.text_in(text) for pair in repair_pairs(text, find_mark_pairs(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said “yes” and “no”.", ["yes", "no"]),
        ('He said "yes" and "no".', ["yes", "no"]),
        ("''Yes,'' he said. ``No.''", ["Yes,", "No."]),  # typewriters and TeX
        ("„Ja“, sagte er.", ["Ja"]),
        ("« Oui », a-t-il dit. «Non».", ["Oui", "Non"]),
        ("»Ja«, sagte er.", ["Ja"]),  # pointing inward
        ("「はい」と「『いいえ』だ」", ["はい", "『いいえ』だ"]),
        ("”Yes,” he said.", ["Yes,"]),  # turned the wrong way
        ("“Yes,\" he said.", ["Yes,"]),  # of two kinds
        ("“ Yes, ” he said.", ["Yes,"]),
        ("“He said “no” to me,” she said.", ["He said “no” to me,"]),
        ('"He said "no" to me," she said.', ['He said "no" to me,']),
        ("“He said ‘no’,” she said.", ["He said ‘no’,"]),
        ("‘Yes,’ he said. ‘She said “no”.’", ["Yes,", "She said “no”."]),  # British
        ("'It isn't,' he said, 'the boys' fault.'", ["It isn't,", "the boys"]),
        ("Rock 'n' roll in the '80s, 'twas loud; don't.", []),
        ("The 6'2\" guard said \"yes\".", ["yes"]),
        ("Ties are ‘difficult’\n\nHe said “yes”, the ‘boss’.", ["difficult", "yes"]),  # headline
        ("“Yes.\n\n“No.”", ["Yes.", "No."]),  # a pair ends with its line
        ("\"The keys were here, said Ana Duarte.\n\nIt rained.", ["The keys were here"]),
        ("“We go, she said.", ["We go"]),
        ('"We go, he added, "and stay."', ["We go", "and stay."]),  # the first is not closed
        ("“We go, my friend, and stay.", ["We go, my friend, and stay."]),
        ("““““““““““ a line of marks", []),
        ("", []),
    ],
)  # fmt: skip
def test_it_finds_the_words_inside(text: str, words: list[str]) -> None:
    assert inside(text) == words


def test_it_reads_no_more_pairs_than_prose_can_hold() -> None:
    assert len(find_mark_pairs("“a” " * 100_000)) < 10_000
    assert len(find_mark_pairs("“Yes.”\n\n" * 300)) == 300
