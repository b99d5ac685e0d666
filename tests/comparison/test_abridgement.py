"""Patterns of quoted words, with what they mark as omitted or inserted."""

import pytest

from citations.comparison.abridgement import (
    MOST_BRACKETED,
    MOST_REPLACED,
    RecordedKeys,
    count_negations,
    has_omissions,
    matches_wording,
    read_literally,
    read_omissions,
)
from citations.text.tokens import tokens


def shown(text: str) -> str:
    """The pattern: … for an omission, [] for an insertion, ~ before a word of either case."""
    signs = {"omission": "…", "insertion": "[]"}
    steps = read_omissions(tokens(text))
    return " ".join(
        ("~" if step.free_case and step.kind == "words" else "") + signs.get(step.kind, step.key)
        for step in steps
    )


def recorded(*segments: str) -> RecordedKeys:
    return RecordedKeys.from_segments(segments, tokens(" ".join(segments)))


def fits(quoted: str, *segments: str) -> bool:
    return matches_wording(read_omissions(tokens(quoted)), recorded(*segments))


PATTERNS = [
    ("We go", "We go"),
    ("“We go,”", "We go"),  # marks around it and a final comma
    ("'We go'.", "We go"),
    ("We go...", "We go …"),
    ("We … go", "We … ~go"),
    ("We […] go", "We … ~go"),
    ("We (...) go", "We … ~go"),
    ("We (…] go", "We … ~go"),
    ("We (… go", "We ( … ~go"),
    ("We, … go", "We … ~go"),  # a comma or full stop beside an omission goes with it
    ("We. … , go", "We … ~go"),
    ("We … … go", "We … ~go"),
    ("… go", "… ~go"),
    ("[We] go", "[] go"),
    ("We [all of us] go", "We [] go"),
    ("[W]e go", "~We go"),
    ("un[W]e go", "un ~We go"),
    ("[I do]n't go", "[] n't go"),
    ("[We]“go", "[] ' go"),
    ("We [] go", "We [ ] go"),
    ("We [ go", "We [ go"),
    ("We [a [b] go", "We [ a [] go"),
    ("We [not] go", "We [ not ] go"),  # a bracket does not insert a fact
    ("We [5] go", "We [ 5 ] go"),
    ("We [two] go", "We [ two ] go"),
    ("We (all) go", "We ( all ) go"),
    ("We, go", "We , go"),
    ("", ""),
    ("“”", "' '"),
]


@pytest.mark.parametrize(("text", "pattern"), PATTERNS)
def test_quoted_words_are_read_as_a_pattern(text: str, pattern: str) -> None:
    # the tokenizer keeps n't with its word, so a bracket before it stays a bracket of its own
    assert shown(text) == pattern


def test_brackets_hold_so_many_words_at_most() -> None:
    assert shown(f"We [{'x ' * MOST_BRACKETED}] go") == "We [] go"
    assert shown(f"We [{'x ' * (MOST_BRACKETED + 1)}] go").startswith("We [ x x")


@pytest.mark.parametrize(
    ("text", "has"),
    [("We go", False), ("We … go", True), ("[We] go", True), ("[W]e go", True), ("We ( go", False)],
)
def test_a_pattern_knows_whether_it_marks_something(text: str, has: bool) -> None:
    assert has_omissions(read_omissions(tokens(text))) is has


def test_a_literal_pattern_reads_dots_and_brackets_as_they_are() -> None:
    keys = [step.key for step in read_literally(tokens("“We … [all] go.”"))]
    assert keys == ["We", "...", "[", "all", "]", "go"]
    assert not has_omissions(read_literally(tokens("We … [all] go")))


FITS = [
    ("We go home", "We go home"),
    ("we go home", "We go home."),  # the first letter is free at the beginning
    ("We … home", "We go home"),
    ("… home", "We go home"),
    ("We …", "We go home"),
    ("…", "We go home"),
    ("We … go … home", "We all go straight home"),
    ("We … Go home", "We all go home"),  # and after an omission
    ("We [they] home", "We go home"),
    ("We [they] go home", "We go home"),
    ("[They] home", "We go home"),
    ("[w]e go home", "We go home"),
]
FITS_NOT = [
    ("We go", "We go home"),
    ("go home", "We go home"),
    ("We Go home", "We go home"),
    ("We home", "We go home"),
    ("We go home now", "We go home"),
    ("home … We", "We go home"),
    ("We … go home", "We do not stay"),
    ("We [do] home", "We not home"),
    ("We [they] home", "We 5 home"),
    ("We [they] home", "We two home"),
    ("[w]e go home", "me go home"),
]


@pytest.mark.parametrize(("quoted", "record"), FITS)
def test_these_fit(quoted: str, record: str) -> None:
    assert fits(quoted, record)


@pytest.mark.parametrize(("quoted", "record"), FITS_NOT)
def test_these_do_not_fit(quoted: str, record: str) -> None:
    assert not fits(quoted, record)


def test_a_bracket_replaces_so_many_words_at_most() -> None:
    assert fits("We [they] home", f"We {'x ' * MOST_REPLACED} home")
    assert not fits("We [they] home", f"We {'x ' * (MOST_REPLACED + 1)} home")


@pytest.mark.parametrize(
    ("quoted", "fitting"),
    [
        ("We go, home we stay", True),
        ("We go. Home we stay", True),
        ("We go home we stay", True),
        ("We go; home we stay", False),
        ("We, go home we stay", False),
        ("We go home, we stay", False),
        (", We go home we stay", False),  # there is no seam before the first segment
        ("We go Home We stay", False),
    ],
)
def test_at_a_seam_a_comma_and_the_case_are_free(quoted: str, fitting: bool) -> None:
    assert fits(quoted, "We go", "Home we stay") is fitting


def test_segments_lose_their_final_marks_and_their_quotation_marks() -> None:
    keys = recorded("“We go,”", "“Home”.", "and so")
    assert keys.keys == ("We", "go", "Home", "and", "so")
    assert (keys.seams, keys.first_words) == (frozenset({2, 3}), frozenset({0, 2, 3}))


def test_a_first_word_may_follow_a_mark() -> None:
    assert recorded("(we go) there", "—So").first_words == {1, 6}
    assert recorded("?").first_words == {0}


def test_very_many_steps_are_given_up() -> None:
    assert fits(" … ".join(["a"] * 300), " ".join(["a"] * 600))
    assert not fits(" … ".join(["a"] * 2_000), " ".join(["a"] * 4_000))


NEGATIONS = "no not never none nobody nothing nor neither nowhere cannot without hardly".split()


@pytest.mark.parametrize("word", [*NEGATIONS, "don't", "Won’t"])
def test_these_are_negations(word: str) -> None:
    assert count_negations(tokens(f"we {word} go")) == {word.lower().replace("’", "'"): 1}
    assert shown(f"we [{word} x] go") != "we [] go"


@pytest.mark.parametrize("word", ["note", "know", "nt", "another", "cant"])
def test_these_are_no_negations(word: str) -> None:
    assert not count_negations(tokens(f"we {word} go"))


def test_negations_are_counted_whatever_their_case() -> None:
    assert count_negations(tokens("No, no, not NEVER")) == {"no": 2, "not": 1, "never": 1}


NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty"
    " seventy eighty ninety hundred thousand million billion trillion 1 x2 ½ 10²"
).split()


@pytest.mark.parametrize("number", NUMBERS)
def test_a_bracket_inserts_no_number(number: str) -> None:
    assert shown(f"we [the {number.upper()} men] go") != "we [] go"


def test_one_is_no_number_here() -> None:
    assert shown("we [the one man] go") == "we [] go"
