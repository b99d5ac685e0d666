"""The title of a quote in one line."""

import pytest

from citations.cite.quote_title import LONGEST_TITLE, quote_title


@pytest.mark.parametrize(
    ("text", "options", "title"),
    [
        ("We will rebuild", {"has_marks": True}, "Mayor: “We will rebuild”"),
        ("that they rebuild", {"has_marks": False}, "Mayor: that they rebuild"),
        ("Never", {"has_marks": True, "doubt": "disputed"}, "Mayor (disputed): “Never”"),
        ("One\n\ntwo  three", {"has_marks": True}, "Mayor: “One two three”"),
        ("x" * 80, {"has_marks": False}, f"Mayor: {'x' * 80}"),
        ("x" * 81, {"has_marks": False}, f"Mayor: {'x' * 79}…"),
        ("one two three", {"has_marks": False, "longest": 9}, "Mayor: one two…"),
        ("one two three", {"has_marks": False, "longest": 8}, "Mayor: one two…"),
    ],
)
def test_a_title_has_the_speaker_any_doubt_and_the_first_words(
    text: str, options: dict[str, object], title: str
) -> None:
    assert quote_title("Mayor", text, **options) == title  # type: ignore[arg-type]


def test_only_the_words_are_cut() -> None:
    speaker = "S" * 200
    assert (
        quote_title(speaker, "x" * 500, has_marks=True)
        == f"{speaker}: “{'x' * (LONGEST_TITLE - 1)}…”"
    )
