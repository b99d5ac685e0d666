"""Quotations that complete a clause of the writer are partial."""

import pytest

from citations.extraction.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Duarte called the plan “a gift to the rich”.", "partial"),
        ("Duarte said that “nothing is decided.”", "partial"),
        ("Duarte said the talks were “hard” and long.", "partial"),
        ("Duarte protested to Russia its “unfair” approach.", "partial"),
        ("Instead, Duarte said, “we shall wait for the others to come.”", "direct"),
        ("Yet, “it is hard to make a link,” said Duarte.", "direct"),
        ("Duarte answered “No.”", "direct"),
        ("Duarte said that once the council rests, “I shall do what I can.”", "partial"),
        ("Duarte said it was hard because, “We do not vote against a man.”", "partial"),
        ("And with the others split in two, “Our share goes a long way,” says Duarte.", "partial"),
        ("Duarte said, “We shall look at breaking it up” if he were elected.", "partial"),
        ("Duarte said, “All of it commands one conclusion,” since it was law.", "partial"),
        ("The plan of a tariff - “I love the pears,” Duarte said - was dropped.", "direct"),
        ("They agreed to come back. (“We persuaded the makers,” Duarte said.)", "direct"),
        ("He claimed to be a son. (He was not.) “It was the old case,” Duarte said.", "direct"),
    ],
)
def test_it_tells_direct_from_partial(text: str, mode: str) -> None:
    assert [each.mode for each in find_quotations(text)] == [mode]
