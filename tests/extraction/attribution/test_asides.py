"""Speakers of a few words who are named later in the sentence, or by a passive."""

import pytest

from citations.extraction.quotations import find_quotations


def attributed(text: str) -> list[tuple[str, str, str]]:
    """The mode, the words and the speaker’s name of each quotation."""
    return [
        (found.mode, found.segments[0].text_in(text), found.speaker)
        for found in find_quotations(text, language="en")
    ]


def test_in_her_words_is_whom_she_means() -> None:
    text = "Ana Duarte wrote the rule. In her words, it is “a lock without a door”."
    assert attributed(text) == [("partial", "a lock without a door", "Ana Duarte")]


@pytest.mark.parametrize(
    "text",
    [
        "The “endless trudging” of the parade, drummer Ana Duarte said, was over.",
        "The road would be an “endless trudging” to her, campaigner Ana Duarte warned.",
        "“endless trudging” is what they did for a year, Ana Duarte said in a letter.",
        "The “endless trudging” was over, according to Ana Duarte.",
        "It was an “endless trudging” – as Ana Duarte put it – to the sea.",
        "In the end it was an “endless trudging,” as Ana Duarte put it.",
        "The “endless trudging” had to stop, said Ana Duarte, a drummer.",
        "It is an “endless trudging” to the sea, in Ana Duarte’s view.",
        "The march is, in the words of drummer Ana Duarte, an “endless trudging”.",
        "It is, says her coach Ana Duarte, “endless trudging”.",
        "It was, drummer Ana Duarte argued, “endless trudging”.",
        "For the drummer Ana Duarte, it was “endless trudging”.",
        "It is an “endless trudging” to the sea, in the words of Ana Duarte.",
    ],
)
def test_an_aside_names_the_speaker(text: str) -> None:
    assert attributed(text) == [("partial", "endless trudging", "Ana Duarte")]


def test_both_pieces_around_an_aside_are_of_one_speaker() -> None:
    text = "The “endless trudging” of it, Ana Duarte said, had cost “two tubas and a marriage”."
    assert [speaker for _, _, speaker in attributed(text)] == ["Ana Duarte"] * 2


def test_the_verb_of_an_aside_is_not_taken_for_another_subject() -> None:
    text = "The so-called “reform” of it, says skipper Ana Duarte, means “fewer boats”."
    assert [speaker for _, _, speaker in attributed(text)] == ["Ana Duarte"] * 2


def test_an_aside_may_divide_a_whole_quotation() -> None:
    text = "“A violin is a box,” as luthier Ana Duarte once put it, “and I sell the box.”"
    assert [speaker for _, _, speaker in attributed(text)] == ["Ana Duarte"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "The tax, dubbed “a fine for windows” by the glazier Ana Duarte, will stay.",
        "The tax was called “a fine for windows” by Ana Duarte.",
        "The tax, described by auditor Ana Duarte as “a fine for windows”, will stay.",
    ],
)
def test_the_agent_of_a_passive_is_the_speaker(text: str) -> None:
    assert attributed(text) == [("partial", "a fine for windows", "Ana Duarte")]


@pytest.mark.parametrize(
    "text",
    [
        "She was known as “Auntie”, a name she is said to have disliked.",
        "The “luxury” flats have no kitchens, and Ana Duarte said that nothing would change.",
    ],
)
def test_other_clauses_are_no_asides(text: str) -> None:
    assert attributed(text) == []


@pytest.mark.parametrize("listener", ["reporters", "Bo Lindt", "the novelist Bo Lindt"])
def test_who_is_told_does_not_speak(listener: str) -> None:
    text = f"“We go home,” Ana Duarte, the baker, told {listener}, “and we come back.”"
    assert {each.speaker for each in find_quotations(text)} == {"Ana Duarte"}
