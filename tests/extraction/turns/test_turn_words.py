"""The words of a turn: where they end, what is left out, and the landmarks among them."""

import pytest

from citations.extraction.turns.turn_finding import find_turns


def words(text: str) -> list[str]:
    return [segment.text_in(text) for turn in find_turns(text) for segment in turn.segments]


def test_numbers_among_the_words_are_landmarks_of_the_turn() -> None:
    text = "MR. DRAY: I saw [00:05:10] the horse.\n\nPage 12\n\nMS. PELL: Which horse?"
    first, second = find_turns(text)
    assert [each.text_in(text) for each in first.segments] == ["I saw", "the horse."]
    assert [(each.kind, each.value) for each in first.landmarks] == [
        ("time", "00:05:10"),
        ("page", "12"),
    ]
    assert [each.text_in(text) for each in second.segments] == ["Which horse?"]
    for each in first.landmarks:
        assert text.startswith(each.value, each.offset)


@pytest.mark.parametrize(
    "beside",
    [
        "(Laughter)",
        "[Interruption.]",
        "♪ Music ♪",
        "Question put and agreed to.",
        "## The second hour",
        "The motion was agreed to.",
        "{time}  1130",
        "Clause nine",
        "* * *",
    ],
)
def test_what_nobody_says_is_left_out(beside: str) -> None:
    text = f"MR. DRAY: I saw it.\n\n{beside}\n\nMS. PELL: Which horse?"
    assert words(text) == ["I saw it.", "Which horse?"]


@pytest.mark.parametrize(
    "note",
    [
        "This interview has been edited for length.",
        "Transcribed by the county.",
        "[End of transcript]",
        "The text of the amendment is as follows:",
        "© Harbour Radio",
        "Nell Pell is the author of two books on horses.",
    ],
)
def test_a_note_ends_the_last_turn(note: str) -> None:
    text = f"MR. DRAY: I saw it.\n\nMS. NELL PELL: Which horse?\n\n{note}\n\nMore of it."
    assert words(text) == ["I saw it.", "Which horse?"]


def test_a_time_above_the_label_is_the_turns_own() -> None:
    text = "1\n00:01 --> 00:02\nADA: Did you?\n\n2\n00:03 --> 00:04\nJON: I did."
    assert [[each.value for each in turn.landmarks] for turn in find_turns(text)] == [
        ["00:01"],
        ["00:03"],
    ]


def test_brackets_may_have_a_backslash() -> None:
    text = "Ada Quill: \\[laughs\\] Did you?\n\n\\[04:07\\] Did I?\n\nJon Vane: You did."
    assert words(text) == ["Did you?", "Did I?", "You did."]
    assert find_turns(text)[0].landmarks[0].value == "04:07"


def test_a_turn_may_begin_below_its_label_without_a_full_stop() -> None:
    text = "Ada Quill: 00:20\n\nLive from the pond\n\nJon Vane: 00:22\n\nYes."
    assert words(text) == ["Live from the pond", "Yes."]


def test_wrapped_lines_are_one_segment() -> None:
    text = "MR. DRAY: I saw the horse in the rain\nand it saw me.\n\nMS. PELL: Which horse?"
    assert words(text) == ["I saw the horse in the rain\nand it saw me.", "Which horse?"]
