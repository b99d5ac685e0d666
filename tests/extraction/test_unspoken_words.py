"""Words that nobody speaks are no quotations."""

import pytest

from citations.extraction.quotations import find_quotations


@pytest.mark.parametrize(
    "text",
    [
        "A sign on the door read “Back in ten minutes.” It had been there since May.",
        "Graffiti on the wall read “Nobody came”. It rained.",
        "He wore a badge that said “Ask me about bees.” Nobody did.",
        "Marchers carried banners with the words “Bread, Not Boats” and an anchor.",
        "Perry wore a cape bearing the words, “I’m with Madam President,” and left.",
        "The crowd sang “You’ll never sail alone”. It rained.",
        "Fans chanted “We want our goal back”. Police made no arrests.",
        "The company’s slogan, “Bread with a backbone”, was dropped.",
        "The box labelled “Fragile” was open.",
        "They belong to a group called the “We the People”.",
        "I know somebody on the board will say “Who pays for it?”, and nobody does.",
        "“But who pays for it?” my readers will ask. I would.",
        "A notice on the fence says “Quit by June.” It rained.",
        "Every minister says the words “rigour” and “excellence” in August.",
        "She never uses the term “outbreak”. It rained.",
        "There is a circle that drivers have nicknamed “the doughnut.” It rained.",
        "Suppose a man says, “I will pay on Friday,” and on Friday he is dead.",
        "If I say “The window is open,” I may be cold.",
        "An inflation formula called the “chained index” would cost more.",
    ],
)
def test_writing_on_things_and_their_names_are_not_said(text: str) -> None:
    assert find_quotations(text, language="en") == []


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A reporter called it “absolute chaos.” It rained.", "partial"),
        ("The critic called the play “a long lunch”.", "partial"),
        ("The letter read: “We go.”", "direct"),
        ("The board of the mill said: “We go to Rome in May.”", "direct"),
        ("The board said “we go to Rome”.", "partial"),
        ("If you ask Ana Duarte, she says “we go to Rome in May.”", "partial"),
        ("Imagine my surprise when Ana Duarte said, “We go to Rome.”", "direct"),
        ("His surrogates called him “a genius” for it.", "partial"),
    ],
)
def test_what_a_person_calls_something_is_said(text: str, mode: str) -> None:
    assert [each.mode for each in find_quotations(text, language="en")] == [mode]
