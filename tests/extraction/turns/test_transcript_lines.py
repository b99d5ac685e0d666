"""Lines of transcripts: numbers are landmarks, with their place, and no words."""

import pytest

from citations.extraction.turns.transcript_lines import transcript_lines


@pytest.mark.parametrize(
    ("line", "kind", "value"),
    [
        ("00:00:04", "time", "00:00:04"),
        ("[0:04]", "time", "0:04"),
        ("00:00:01.000 --> 00:00:04.000 align:start", "time", "00:00:01.000"),
        ("2.30 pm", "time", "2.30 pm"),
        ("Column 412WH", "column", "412WH"),
        ("12 Nov 2019 : Column 203", "column", "203"),
        ("Page 46", "page", "46"),
        ("Page 3 of 9", "page", "3"),
        ("[[Page H1234]]", "page", "H1234"),
        ("- 27 -", "page", "27"),
        ("88", "page", "88"),
    ],
)
def test_a_line_that_is_a_number_is_a_landmark(line: str, kind: str, value: str) -> None:
    text = f"It rained.\n\n{line}\n\nIt snowed."
    [_, number, _] = transcript_lines(text)
    assert number.is_furniture
    [landmark] = number.landmarks
    assert (landmark.kind, landmark.value) == (kind, value)
    assert text.startswith(value, landmark.offset)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("[00:00:12] MODERATOR: Go.", "00:00:12"),
        ("(0:12) MODERATOR: Go.", "0:12"),
        ("14:05 - MODERATOR: Go.", "14:05"),
        ("[03/11/2024, 18:02:11] MODERATOR: Go.", "18:02:11"),
        ("03/11/2024, 18:02 - MODERATOR: Go.", "18:02"),
    ],
)
def test_a_time_before_the_words_is_a_landmark(line: str, value: str) -> None:
    [found] = transcript_lines(line)
    assert line[found.start : found.end] == "MODERATOR: Go."
    assert [(each.kind, each.value) for each in found.landmarks] == [("time", value)]


def test_numbers_that_count_the_lines_are_landmarks() -> None:
    text = "".join(f" {n}   Words of line {'one' * n}.\n" for n in range(1, 9))
    lines = transcript_lines(text)
    assert [each.landmarks[0].value for each in lines] == list("12345678")
    assert all(text.startswith("Words", each.start) for each in lines)


def test_the_number_of_a_caption_is_no_page() -> None:
    number, times, _ = transcript_lines("7\n00:00:01,000 --> 00:00:02,000\nHello.")
    assert number.landmarks == ()
    assert times.is_timed


def test_fields_at_the_top_are_no_lines() -> None:
    text = "---\ntitle: The pond\nspeakers: two\n---\nOne."
    assert [text[each.start : each.end] for each in transcript_lines(text)] == ["One."]


def test_empty_lines_and_returns_are_seen() -> None:
    text = "One.\r\n\r\nTwo.\r\nThree."
    assert [(text[each.start : each.end], each.gap) for each in transcript_lines(text)] == [
        ("One.", True),
        ("Two.", True),
        ("Three.", False),
    ]
