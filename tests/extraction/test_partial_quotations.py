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
        ("There was, Duarte said, “a bargain in it.”", "partial"),
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


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        (
            "Asked why, Ana Duarte said “none of us had read it, so we voted on the cover.”",
            "direct",
        ),
        ("Ana Duarte admitted “we were both asleep, and the lamp was out.” No one fell.", "direct"),
        ("Ana Duarte told the hikers “you are standing on it”, and they looked down.", "direct"),
        ("Ana Duarte replied “there’s no form for that.”", "direct"),
        ("Ana Duarte said “the dog did it, and we have the dog.”", "direct"),
        ("Ana Duarte asked “do you know who I am?”", "direct"),
        ("Ana Duarte said that “the fog had manners and left.”", "partial"),
        ("Ana Duarte said “the fog had manners” in the harbour.", "partial"),
        ("Ana Duarte said “a form for that”.", "partial"),
        ("Ana Duarte told him to “go where the pepper grows”.", "partial"),
        ("Ana Duarte thinks “it is the lamp that was out.”", "partial"),
    ],
)
def test_a_whole_clause_in_lower_case_is_direct(text: str, mode: str) -> None:
    assert [each.mode for each in find_quotations(text, language="en")] == [mode]
