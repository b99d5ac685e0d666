"""Whom a pronoun or a part of a name stands for, in the fullest form that the text prints."""

import pytest

from citations.extraction.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ana Duarte came. Her aide, Karl Weiss, left. “We go,” she said.", "Ana Duarte"),
        ("Ana Duarte came. Her aide, Karl Weiss, left. “We go,” he said.", "Karl Weiss"),
        ("Mr. Weiss came with Mrs. Duarte. “We go,” she said.", "Duarte"),
        ("“We go,” she said.", ""),  # nobody was named
        ("Ana Duarte came. “We go,” they said.", ""),
        ("The Foreign Ministry issued a statement. “We go,” it read.", "Foreign Ministry"),
        ("Prime Minister Kishida Fumio came. “We go,” Kishida said.", "Kishida Fumio"),
        ("“We go,” Kishida said. It was Fumio Kishida's first visit.", "Fumio Kishida"),
        ("Sir Alan Whitcombe came. “We go,” Sir Alan said.", "Alan Whitcombe"),
        ("Bill Clinton came. Hillary Clinton came. “We go,” Clinton said.", ""),
        ("Russian President Vladimir Putin said: “We go.”", "Vladimir Putin"),
        ("“We go,” the airline said.", ""),
    ],
)
def test_it_names_the_speaker(text: str, speaker: str) -> None:
    assert [each.speaker for each in find_quotations(text)] == [speaker]


def test_it_reads_fox_news_as_no_man() -> None:
    text = "Karl Weiss spoke on Fox News. The network was pleased. “We go,” he said."
    assert find_quotations(text)[0].speaker == "Karl Weiss"


def test_somebody_with_an_unknown_name_goes_on() -> None:
    said = "\n\n".join(f"“We go {number},” he said." for number in range(6))
    found = find_quotations(f"“We go,” said Tarquo Vesselin.\n\n{said}")
    assert {each.speaker for each in found} == {"Tarquo Vesselin"}
