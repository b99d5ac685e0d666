"""Posts and captions: handles, and the names that belong to them."""

import pytest

from citations.extraction.quotations import find_quotations


def speakers(text: str) -> list[tuple[str, str]]:
    return [
        (found.segments[0].text_in(text), found.speaker)
        for found in find_quotations(text, language="en")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Replies were quick. “we go,” wrote @moth_in_hall under the picture.",
        "“we go,” @moth_in_hall wrote.",
        "@moth_in_hall tweeted: “we go”",
        "Replies were quick.\n\n@moth_in_hall: “we go”",
        "“we go” — @moth_in_hall\n\nIt rained.",
        "“we go” – @moth_in_hall, as the street flooded",
        "Post of the week comes from @moth_in_hall: “we go”",
    ],
)
def test_a_handle_is_the_speaker(text: str) -> None:
    assert speakers(text) == [("we go", "@moth_in_hall")]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Duarte (@anabakes) has baked for years. “rye is a promise,” @anabakes posted.",
        "“rye is a promise,” wrote @anabakes. It is the account of baker Ana Duarte (@anabakes).",
        "“rye is a promise,” wrote Ana Duarte (@anabakes), who bakes.",
    ],
)
def test_the_name_beside_a_handle_is_the_speaker(text: str) -> None:
    assert speakers(text) == [("rye is a promise", "Ana Duarte")]


def test_lines_that_begin_with_handles_are_quoted() -> None:
    text = "@Marsh_Council: The lorry has been found.\n\n@marge: you're welcome"
    assert speakers(text) == [
        ("The lorry has been found.", "@Marsh_Council"),
        ("you're welcome", "@marge"),
    ]


def test_a_single_line_to_a_handle_is_not() -> None:
    assert speakers("@marge: you're welcome") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ana Duarte posted a picture of her racket on Sunday, captioned “We go.” It was shared.",
        "Instagram user Ana Duarte (@ana.runs) captioned her photo “We go.” It was liked.",
        "Ana Duarte shared a photograph of an empty stage with the caption: “We go.”",
    ],
)
def test_a_caption_is_of_the_person_who_posted_it(text: str) -> None:
    assert speakers(text) == [("We go.", "Ana Duarte")]
