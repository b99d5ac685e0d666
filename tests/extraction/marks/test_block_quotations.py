"""Block quotations: indented paragraphs after a colon."""

import pytest

from citations.extraction.marks.block_quotations import block_quotations
from citations.extraction.quotations import find_quotations

BLOCKS = [
    ("She wrote:\n\n    We go.\n    We stay.\n\nIt rained.", ["We go.", "We stay."]),
    ("She wrote:\n> We go.\n>> We stay.", ["We go.", "We stay."]),
    ("She wrote: \n\tWe go. \n", ["We go."]),
    ("She wrote:\nWe go.", []),
    ("She wrote:\n    • We go.", []),
    ("She wrote:\n    1. We go.", []),
    ("She wrote:\n    “We go.”", []),
    ("She wrote.\n    We go.", []),
    ("It rained.\n\n> We go.\n>\n> — Ana Duarte, farmer\n\nIt rained.", ["We go."]),
    ("It rained.\n\n> We go.\n> We stay.\n> -- Ana Duarte", ["We go.", "We stay."]),
    ("It rained.\n\n> We go. — Ana Duarte\n", ["We go."]),
    ("It rained.\n\n> We go.\n\n— Ana Duarte", []),
    ("It rained.\n\n> We go — and we stay.\n", []),
    ("She wrote:\n\n> We go. — Ana Duarte", ["We go."]),
    ("@ana: We go.\n@bo_l: We stay.", ["We go.", "We stay."]),
    ("@ana: We go.\nIt rained.", []),
]


@pytest.mark.parametrize(("text", "words"), BLOCKS)
def test_indented_paragraphs_after_a_colon_are_quoted(text: str, words: list[str]) -> None:
    assert [pair.inner.text_in(text) for pair in block_quotations(text)] == words


def test_it_joins_the_paragraphs_of_a_block_quotation() -> None:
    text = "Ana Duarte wrote:\n\n    We go.\n\n    We stay.\n\n  • It rained."
    (found,) = find_quotations(text)
    assert [segment.text_in(text) for segment in found.segments] == ["We go.", "We stay."]
