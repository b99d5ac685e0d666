"""A quotation is a value: what the readers of all languages hand over."""

from citations.extraction.quotation import Quotation
from citations.extraction.quotations import find_quotations
from citations.text.spans import Span


def test_a_reader_hands_over_all_there_is_to_know() -> None:
    assert find_quotations("“We go,” Ana Duarte said.") == [
        Quotation(
            (Span(1, 6),),
            "direct",
            Span(9, 19),
            Span(20, 24),
            "Ana Duarte",
            "",
            None,
            0.97,
            "after",
            "full",
        )
    ]
