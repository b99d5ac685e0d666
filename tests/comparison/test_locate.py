"""Locating: words found again exactly, folded or nearly; one place or none."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from citations.comparison.locate import locate, nearest_passage
from citations.text.spans import Span
from citations.text.tokens import cuts_a_word

ARTICLE = (
    "The minister spoke on Wednesday. “The current situation is the result of aggression, and it "
    "is extremely unfair to blame us,” she told a committee. “But in light of the current "
    "situation, we cannot comment on the prospects,” he told a news conference.\n\n"
    "“We all fear we will have to start from scratch…”"
)
FOUND = [
    # exact words
    ("we cannot comment on the prospects", "exact", "we cannot comment on the prospects"),
    # a straight ellipsis for one character
    ("start from scratch...", "folded", "start from scratch…"),
    # another kind of space, a soft hyphen
    ("The\u00a0current situa\u00adtion is", "folded", "The current situation is"),
    # straight marks round the words, as pasted
    ('"But in light of the current situation', "folded", "“But in light of the current situation"),
    # a slip of the keyboard
    (
        "We all faer we will have to start from scratch",
        "approximate",
        "We all fear we will have to start from scratch",
    ),
    # a word left out
    (
        "we cannot comment the prospects",
        "approximate",
        "we cannot comment on the prospects",
    ),
    # a word too many
    (
        "it is really extremely unfair to blame us",
        "approximate",
        "it is extremely unfair to blame us",
    ),
    # case of the first letter
    ("It is extremely unfair to blame us", "approximate", "it is extremely unfair to blame us"),
]


@pytest.mark.parametrize(("words", "how", "there"), FOUND)
def test_it_finds(words: str, how: str, there: str) -> None:
    match = locate(words, ARTICLE)
    assert match is not None
    assert (match.span.text_in(ARTICLE), match.how) == (there, how)


@pytest.mark.parametrize(
    "words",
    [
        "",  # nothing
        " \n\u00a0",  # blank
        "\u00ad",  # nothing once folded
        "the treaty was signed in the spring of that year",  # not there
        "we",  # twice there, and nothing to tell which
        "unfair to praise and wholly right to blame those who came here before us",  # too unlike
    ],
)
def test_it_finds_nothing(words: str) -> None:
    assert locate(words, ARTICLE) is None


TWICE = "Peace now, he said. War never. Peace now, she said."


@pytest.mark.parametrize(
    ("around", "start"),
    [
        ({"suffix": ", she said"}, 31),  # the words after
        ({"prefix": "War never. "}, 31),  # the words before
        ({"suffix": ", he said"}, 0),
        ({"hint": 30}, 31),  # the nearer one
        ({"hint": 31}, 31),
        ({"hint": 0}, 0),
        ({"hint": 0, "suffix": ", she said"}, 31),  # the words around are stronger than the hint
        ({"hint": 1_000_000}, 31),  # beyond the text
        ({"hint": -5}, 0),
        ({"prefix": "not there", "hint": 40}, 31),  # context that decides nothing
        ({"suffix": ",  she\u00a0said"}, 31),  # context in other spaces
    ],
)
def test_context_then_the_hint_decide(around: dict[str, str | int], start: int) -> None:
    match = locate("Peace now", TWICE, **around)  # type: ignore[arg-type]
    assert match is not None
    assert match.span == Span(start, start + 9)


def test_two_equal_places_are_none() -> None:
    assert locate("Peace now", TWICE) is None
    assert locate("ab", "ab  ab", hint=2) is None  # as far from one as from the other


def test_whole_words_come_before_parts_of_words() -> None:
    match = locate("he", "the man, he said")
    assert match is not None
    assert match.span == Span(9, 11)


# words and the text; the words stand there, but not as words
INSIDE = [
    ("legal occupation", "an illegal occupation"),
    ("il", "an illegal occupation"),
    ("legal occupation", "an il\u00adlegal occupation"),  # a soft hyphen between
    ("nai", "so nai\u0308ve"),  # an accent in a code point of its own
    ("caf", "a cafe\u0301"),
    ("cafe", "a cafe\u0301"),
    ("fi", "a ﬁne print"),  # half a ligature
    ("10", "10² people"),  # a power
    ("2", "2½ years"),
    ("5 million people left", "some 1.5 million people left"),
    ("some 1", "some 1.5 million people left"),
    ("500 people left", "some 1,500 people left"),
    ("5 million", ".5 million"),
    ("5", "by -5 degrees"),
    ("5", "−5"),
    ("5 degrees", "“–5 degrees”"),
    ("$5 million", "a loss of -$5 million"),
    ("We wo", "We won’t attack"),
    ("We won", "We won’t attack"),  # the word ends before the apostrophe, its sense does not
    ("작업", "a\u1112\u1161\u11ab"),  # not there at all
]
WHOLE = [
    ("legal occupation", "an illegal occupation, a legal occupation"),  # elsewhere too
    ("ab ab", "xab ab ab"),  # overlapping what is cut
    ("5 million", "3-5 million"),  # a range
    ("5 million", "—5 million"),  # a long dash before speech
    ("Japan", "Japan’s answer"),
    ("occupation", "l’occupation"),
    ("2022", "It was 2022."),
    ("5", "1, 5, 9"),
    ("領土", "北方領土問題"),  # scripts without spaces
    ("영토", "북방영토는"),
    ("ไทย", "ประเทศไทยและ"),
    ("Putin", "Putin氏"),
    ("☺", "a☺\ufe0f b"),  # a variation of the glyph
]


@pytest.mark.parametrize(("words", "text"), INSIDE)
def test_words_that_stand_inside_others_are_not_there(words: str, text: str) -> None:
    assert locate(words, text) is None
    start = text.find(words)
    assert start < 0 or cuts_a_word(text, Span(start, start + len(words)))
    assert locate(words, text, hint=max(0, start)) is None


@pytest.mark.parametrize(("words", "text"), WHOLE)
def test_words_that_stand_by_themselves_are_there(words: str, text: str) -> None:
    match = locate(words, text)
    assert match is not None
    assert match.span.text_in(text) == words
    assert not cuts_a_word(text, match.span)


def test_it_finds_japanese_words_inside_a_sentence() -> None:
    text = "首相は「北方領土の問題、平和条約」と述べた。"
    match = locate("北方領土の問題", text)
    assert match is not None
    assert match.span == Span(4, 11)


@given(st.text(), st.data())
def test_it_finds_any_substring_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = text[start:end]
    assume(words.strip() and not cuts_a_word(text, Span(start, end)))
    match = locate(words, text, text[max(0, start - 32) : start], text[end : end + 32], start)
    assert match is not None
    assert (match.how, match.span.text_in(text)) == ("exact", words)


@given(st.text(), st.text(), st.text(), st.text(), st.none() | st.integers())
def test_it_never_fails(exact: str, text: str, prefix: str, suffix: str, hint: int | None) -> None:
    match = locate(exact, text, prefix, suffix, hint)
    assert match is None or 0 <= match.span.start < match.span.end <= len(text)
    nearest_passage(exact, text)


@pytest.mark.no_cover  # which would take several times as long
@pytest.mark.parametrize(
    "unit", ["a", "a b ", "“", "e\u0301\u0323", "... ", "[a", "日本、", "\ufdfa", "-"]
)
def test_it_answers_hostile_text(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    locate(text[:5000] + "#?!x", text, "aaa" * 1000, text, 7)
    locate(text[:1], text, hint=50_000)
    found = nearest_passage("abba gold is " * 300, text)
    assert found is None or found.end <= len(text)


def test_the_words_around_count_from_the_very_start_of_the_text() -> None:
    match = locate("Peace", "War. Peace. Peace.", prefix="War. ")
    assert match is not None
    assert match.span == Span(5, 10)


def test_the_words_around_count_up_to_sixty_four_code_points() -> None:
    text = f"x{'a' * 64} word. y{'a' * 64} word."
    assert locate("word", text, prefix=f"x{'a' * 64} ") is None
    shorter = f"x{'a' * 62} word. y{'a' * 62} word."
    match = locate("word", shorter, prefix=f"x{'a' * 62} ")
    assert match is not None
    assert match.span.start == 64
    text = f"word {'a' * 64}x, word {'a' * 64}y."
    assert locate("word", text, suffix=f" {'a' * 64}y") is None


def test_white_space_in_the_words_around_counts_once() -> None:
    wide = "b   " * 30
    text = f"word {wide}c. word {wide}d."
    match = locate("word", text, suffix=" " + "b " * 30 + "d")
    assert match is not None
    assert match.span.start == text.rindex("word")
    text = f"{'c' + '   b' * 30} word. {'d' + '   b' * 30} word."
    match = locate("word", text, prefix="c" + " b" * 30 + " ")
    assert match is not None
    assert match.span.start == text.index("word")


def test_a_hint_before_the_text_is_no_place() -> None:
    match = locate("b", "b a b", hint=-1)
    assert match is not None
    assert match.span == Span(0, 1)


def test_a_hint_counts_among_overlapping_places() -> None:
    match = locate("ab ab", "ab ab ab", hint=3)
    assert match is not None
    assert match.span == Span(3, 8)
    match = locate("ab ab", "ab ab ab", prefix="ab ")
    assert match is not None
    assert match.span == Span(3, 8)
