"""Hostile text: the time grows with the length, and the spans stay in the text and in order."""

import time

import pytest

from citations.extraction.turns.turn_finding import find_turns

LENGTH = 60_000
UNITS = [
    "WATTS: I did not.\n",
    "Q: a?\nA: b.\n",
    "BY MR. XU:\nQ. a?\n",
    "Mr. Watts. Thank you.\n",
    "0:01\nAda Quill\nHi.\n\n",
    "ADA\nNo.\n\n",
    "**Why?**\n\nSo.\n\n",
    "Dear Ada,\n\nYours,\n",
    "by Ada Quill\n",
    "Ada Quill met Bo Lee. ",
    "<v Ada>",
    ">> ",
    "[00:01] ",
    "A. ",
    "AB ",
    "Mr ",
    "1\n",
    ": ",
    "(",
    "“a” ",
    "\n",
    "\u2028one",
]


@pytest.mark.parametrize("unit", UNITS)
def test_the_time_grows_with_the_length(unit: str) -> None:
    # A tenth takes a tenth of the time, give or take; what is quadratic takes a hundredth.
    long, short = (_fastest((unit * LENGTH)[:size]) for size in (LENGTH, LENGTH // 10))
    assert long < 0.05 or long < 40 * short


def _fastest(text: str) -> float:
    def seconds() -> float:
        began = time.process_time()
        find_turns(text)
        return time.process_time() - began

    return min(seconds() for _ in range(2))


@pytest.mark.parametrize("unit", UNITS)
def test_spans_lie_in_the_text_and_in_order(unit: str) -> None:
    text = f"We met Ida Kern.\n\n{unit * 60}\nMS. KERN: I was <b>there</b>.\n\nMR. LEE: You?\n"
    last = 0
    for turn in find_turns(text):
        assert 0 <= turn.label.start <= turn.label.end <= len(text)
        for segment in turn.segments:
            assert last <= segment.start < segment.end <= len(text)
            assert segment.text_in(text).strip()
            last = segment.end
        for landmark in turn.landmarks:
            assert text.startswith(landmark.value, landmark.offset)
