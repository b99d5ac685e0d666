"""Words and marks: what each is compared by, and where it is."""

import pytest

from citations.text.spans import Span
from citations.text.tokens import Kind, cuts_a_word, is_letter, tokens

WORDS = [
    ("we don’t go", ["we", "don't", "go"]),
    ("’tis the boys’ day", ["tis", "the", "boys", "day"]),  # marks around a word are none of it
    ("3.5 and 17,000 and .5", ["3.5", "and", "17,000", "and", ".5"]),
    ("1.2.3", ["1.2.3"]),
    ("Then.Go a,b x.5 5.x", ["Then", "Go", "a", "b", "x", ".5", "5", "x"]),
    ("a1 2b 4th", ["a1", "2b", "4th"]),
    ("co\u00adoperate", ["cooperate"]),
    ("e\u0301t\u00e9", ["été"]),
    ("हिन्दी", ["हिन्दी"]),
    ("北方領土", ["北", "方", "領", "土"]),
    ("ナイa々〇", ["ナ", "イ", "a", "々", "〇"]),
    ("a𠀀b", ["a", "𠀀", "b"]),
    ("ㇰ豈", ["ㇰ", "豈"]),
    ("한국", ["한국"]),
    ("10² 2½", ["10²", "2½"]),
]
# A mark in its other shapes has the same key.
MARKS = [
    ("“a”", ["'", "'"]),
    ("„a“ ‘a’ 'a' \"a\"", ["'"] * 8),
    ("、。，．", [",", ".", ",", "."]),
    ("a – b — c - d", ["-"] * 3),
    ("5″ 5\" ½\" 5'", ["″", "″", "″", "'"]),  # inches are not feet
    ("a\" ⅓\"", ["'", "″"]),
    ("−5 -.5 -$5 (-5) [-5] '-5' –€5", ["−"] + ["−"] * 2 + ["$"] + ["(", "−", ")", "[", "−", "]"]
     + ["'", "−", "'"] + ["−", "€"]),
    ("3-5 a -b 5 - 3", ["-", "-", "-"]),  # a range and dashes are no minus
    ("a & b", ["&"]),
]  # fmt: skip
ELLIPSES = ["…", "...", "....", ". . .", ".. ."]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_these_are_words(text: str, words: list[str]) -> None:
    assert [token.key for token in tokens(text) if token.kind is Kind.WORD] == words


@pytest.mark.parametrize(("text", "marks"), MARKS)
def test_these_are_marks(text: str, marks: list[str]) -> None:
    assert [token.key for token in tokens(text) if token.kind is Kind.MARK] == marks


@pytest.mark.parametrize("text", ELLIPSES)
def test_three_dots_or_more_are_an_ellipsis(text: str) -> None:
    found = tokens(f"a {text} b")
    assert [(token.key, token.kind) for token in found[1:-1]] == [("...", Kind.ELLIPSIS)]
    assert found[1].span == Span(2, 2 + len(text))


def test_two_dots_are_no_ellipsis() -> None:
    assert [token.key for token in tokens("a.. b")] == ["a", ".", ".", "b"]


def test_words_and_marks_have_their_places() -> None:
    text = "I don’t—3.5 “ok”… 北方"
    found = [(token.key, token.span.text_in(text), token.kind) for token in tokens(text)]
    assert found == [
        ("I", "I", Kind.WORD),
        ("don't", "don’t", Kind.WORD),
        ("-", "—", Kind.MARK),
        ("3.5", "3.5", Kind.WORD),
        ("'", "“", Kind.MARK),
        ("ok", "ok", Kind.WORD),
        ("'", "”", Kind.MARK),
        ("...", "…", Kind.ELLIPSIS),
        ("北", "北", Kind.WORD),
        ("方", "方", Kind.WORD),
    ]


def test_letters_and_digits_are_written_with_spaces_around_them() -> None:
    assert all(map(is_letter, "aé1я한"))
    assert not any(map(is_letter, " .,-'“北ナ々𠀀"))


# The text with a | where it is cut.
CUT = [
    "il|legal", "1.|5", "1|.5", "1,|500", "1|,500", "-|5", "−|$5", "-|.5", " .|5", "10|²", "2|½",
    "wo|n’t", "won|’t", "WON|'T", "a|\u0301", "cafe|\u0301", "il|\u00adlegal", "il\u00ad|legal",
    "हिन|्दी", "ไ|\u0e31", "(-|5)",
]  # fmt: skip
WHOLE = [
    "|legal", "legal|", "a |b", "a| b", "“|a", "a|”", "5|.", "a|.b", "北|方", "a|北", "北|a",
    "3-|5", "3|-5", "—|5", "a|’s", "Japan|’s", "l’|a", "5, |9", "5|, 9", "a -|b", "a|-5", "",
    "a.|5", "ไท|ย", "한|국", "|\u00ad5", "x|...", "5|”", "5“|6",
]  # fmt: skip


@pytest.mark.parametrize("text", CUT)
def test_these_cuts_part_a_word_or_a_number(text: str) -> None:
    at = text.index("|")
    assert cuts_a_word(text.replace("|", ""), Span(at, at))


@pytest.mark.parametrize("text", WHOLE)
def test_these_cuts_part_nothing(text: str) -> None:
    at = text.find("|") if "|" in text else 0
    assert not cuts_a_word(text.replace("|", ""), Span(at, at))


def test_a_cut_beside_invisible_characters_and_a_space_parts_nothing() -> None:
    assert not cuts_a_word("a\u00ad b", Span(2, 2))
    assert not cuts_a_word("a \u00adb", Span(2, 2))


def test_both_ends_of_a_span_count() -> None:
    assert cuts_a_word("illegal act", Span(0, 2))
    assert cuts_a_word("illegal act", Span(2, 7))
    assert not cuts_a_word("illegal act", Span(0, 7))


def test_invisible_characters_at_a_cut_are_looked_past() -> None:
    hidden = "\u200b" * 20
    assert cuts_a_word(f"1.{hidden}5", Span(2, 2))
    assert cuts_a_word(f"il{hidden}legal", Span(2, 2))
    assert cuts_a_word(f"il{hidden}legal", Span(12, 12))
