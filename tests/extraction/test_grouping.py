"""Which segments belong to one quotation."""

import pytest

from citations.extraction.grouping import group_segments
from citations.extraction.marks.quotation_marks import find_mark_pairs
from citations.extraction.token_stream import token_stream


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("“We go,” Ana Duarte said, “and stay.”", [["We go", "and stay."]]),
        ("“We go,” Ana Duarte said. “We stay.”", [["We go", "We stay."]]),
        ("“We go,” Ana Duarte said. It rained. “We stay.”", [["We go"], ["We stay."]]),
        ("“We go,” Ana Duarte said. Karl Weiss said, “We stay.”", [["We go"], ["We stay."]]),
        ("Ana Duarte said: “We go.\n\n“We stay.”", [["We go.", "We stay."]]),
        ("“We go,” Ana Duarte said.\n\nIt rained.\n\n“We go.”\n\nIt snowed.", [["We go"]]),
        # A pull quote may begin a longer quotation, or have its own credit.
        ("“We go to sea at last”\n\n“We go to sea at last, and stay,” Ana Duarte said.",
         [["We go to sea at last, and stay"]]),
        ("“We go.” — Ana Duarte\n\nIt rained.\n\n“We go,” Ana Duarte said.",
         [["We go"]]),
        ("“We go”\n\nIt rained.\n\n“We go far from here,” Ana Duarte said.",
         [["We go"], ["We go far from here"]]),
    ],
)  # fmt: skip
def test_segments_are_grouped(text: str, groups: list[list[str]]) -> None:
    stream = token_stream(text, find_mark_pairs(text))
    found = [[span.text_in(text) for span in each.segments] for each in group_segments(stream)]
    assert found == groups
