"""Locating words that the text prints otherwise: the most similar place, or none."""

import pytest

from citations.comparison.locate import locate, nearest_passage
from citations.text.spans import Span

ARTICLE = (
    "“But in light of the current situation, we cannot comment on the prospects,” he told a news "
    "conference.\n\n“We all fear we will have to start from scratch…”"
)


def test_two_equally_like_places_are_none() -> None:
    twice = "It will rain for days here. Nobody knows why. It will rain for days here."
    assert locate("It will rian for days here.", twice) is None
    match = locate("It will rian for days here.", twice, hint=40)
    assert match is not None
    assert (match.span.start, match.how) == (46, "approximate")


def test_what_is_nearly_there_is_not_cut_either() -> None:
    text = "They say that 1.5 million people left."
    match = locate("5 millon people left", text)
    assert match is not None
    assert match.span.text_in(text) == "1.5 million people left"


def test_a_long_wording_is_found_by_its_ends() -> None:
    long = " ".join(f"word{number}" for number in range(300))
    text = f"Before it. {long} After it."
    match = locate(long.replace("word150", "another"), text)
    assert match is not None
    assert (match.span.text_in(text), match.how) == (long, "approximate")


def test_the_nearest_passage_is_shown_however_poor() -> None:
    span = nearest_passage("We all worry we have to begin from scratch", ARTICLE)
    assert span is not None
    assert "start from scratch" in span.text_in(ARTICLE)


@pytest.mark.parametrize("words", ["", "岸田文雄は述べた。困難です。", "zzzzzzzzzzzzzzz"])
def test_no_passage_is_near_what_has_nothing_in_common(words: str) -> None:
    assert nearest_passage(words, ARTICLE) is None


def test_the_first_of_two_equally_like_places_may_be_the_nearer_one() -> None:
    twice = "It will rain for days here. Nobody knows why. It will rain for days here."
    match = locate("It will rian for days here.", twice, hint=1)
    assert match is not None
    assert match.span == Span(0, 27)
    match = locate("It will rian for days here.", f"So. {twice}", hint=4)
    assert match is not None
    assert match.span == Span(4, 31)


def test_a_better_place_wins_over_a_worse_one() -> None:
    text = "It will rain for days here. Nobody knows. It may rain for two days here."
    match = locate("It will rian for days here.", text)
    assert match is not None
    assert match.span == Span(0, 27)


@pytest.mark.parametrize("end", ["first", "last"])
def test_one_end_is_enough_to_find_a_long_wording(end: str) -> None:
    good = " ".join(f"word{number}" for number in range(100))
    bad = "zq xj vk " * 8
    text = f"{'Before it. ' * 50}{bad}{good} {bad}{'After it. ' * 50}"
    words = (
        f"{'another beginning of it all ' * 3}{good}"
        if end == "last"
        else f"{good} {'another end of it all ' * 3}"
    )
    match = locate(words, text)
    assert match is not None
    assert match.how == "approximate"
    assert good[100:-100] in match.span.text_in(text)


@pytest.mark.parametrize(
    ("words", "text", "is_found"),
    [
        ("rainy dxy", "a rainy day", True),
        ("a rxiny", "on a rainy day", False),  # too short to be searched for approximately
        ("rain dxy", "a rain day", True),  # eight code points
    ],
)
def test_short_words_are_not_located_approximately(words: str, text: str, is_found: bool) -> None:
    assert bool(locate(words, text)) is is_found


def test_long_wordings_and_texts_are_not_located_approximately() -> None:
    words = " ".join(f"w{number}" for number in range(2_000))[:10_000].strip()
    changed = words.replace("w500 ", "v500 ")
    assert locate(changed, f"So: {words} end") is not None
    longer = f"{words} and so on"
    assert locate(longer.replace("w500 ", "v500 "), f"So: {longer} end") is None
    assert locate(longer, f"So: {longer} end") is not None
    text = "It will rain for days here. ".ljust(200_000, "x")
    assert locate("It will rian for days here.", text) is not None
    assert locate("It will rian for days here.", text + "x") is None
    assert nearest_passage("It will rian for days here.", text + "x") is None
    assert locate("It will rain for days here.", text + "x") is not None


def test_a_sentence_must_be_nearly_the_same() -> None:
    text = "The committee will vote on the plan in the spring."
    assert locate("The committee will vote on the plan in the autumn.", text) is not None
    assert locate("The commission may vote on a plan by the autumn.", text) is None
    assert nearest_passage("The commission may vote on a plan by the autumn.", text) is not None
