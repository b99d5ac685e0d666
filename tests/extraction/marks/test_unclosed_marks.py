"""Missing closing marks: the words end before the cue."""

import pytest

from citations.extraction.marks.quotation_marks import find_mark_pairs
from citations.extraction.marks.unclosed_marks import repair_pairs


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The keys were here, said Costa.", ["The keys were here"]),
        ("“The keys were here, Ana Costa said.", ["The keys were here"]),
        ("“The keys, all of them, were here, she added.", ["The keys, all of them, were here"]),
        ("“The keys were here, Costa.", ["The keys were here, Costa."]),
        ("“We go, said Costa.\n\n“We stay.”", ["We go, said Costa.", "We stay."]),
        ("“We go, he said, “and stay.”", ["We go", "and stay."]),
        ("“We go,” he said.", ["We go,"]),
    ],
)
def test_an_unclosed_quotation_ends_before_its_cue(text: str, words: list[str]) -> None:
    pairs = repair_pairs(text, find_mark_pairs(text))
    assert [pair.inner.text_in(text) for pair in pairs] == words
