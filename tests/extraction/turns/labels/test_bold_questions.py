"""Interviews whose questions are bold."""

import pytest

from citations.extraction.turns.turn_finding import find_turns

LEAD = "We met the novelist Ida Kern on her boat.\n\n"


@pytest.mark.parametrize(("left", "right"), [("**", "**"), ("__", "__"), ("<b>", "</b>")])
def test_bold_paragraphs_are_questions(left: str, right: str) -> None:
    text = (
        f"{LEAD}{left}Why a boat?{right}\n\nIt was cheap.\n\nIt still is.\n\n"
        f"{left}And the plot?{right}\n\nI sank it."
    )
    assert [
        (turn.speaker, [each.text_in(text) for each in turn.segments]) for turn in find_turns(text)
    ] == [
        ("", ["Why a boat?"]),
        ("Ida Kern", ["It was cheap.", "It still is."]),
        ("", ["And the plot?"]),
        ("Ida Kern", ["I sank it."]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}**Why a boat?**\n\nIt was cheap.",
        f"{LEAD}**The boat**\n\nIt was cheap.\n\n**The plot**\n\nShe sank it.",
        f"{LEAD}**Why a boat?**\n\n**And the plot?**\n\nIt was cheap.",
        f"{LEAD}Is it **really?** It is.\n\nIs it **so?** It is.",
    ],
)
def test_these_are_no_interviews(text: str) -> None:
    assert find_turns(text) == []
