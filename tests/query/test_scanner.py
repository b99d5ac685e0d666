"""Characters to tokens: words, phrases, fields, operators, brackets and marks never closed."""

import pytest

from citations.query.scanner import (
    QueryToken,
    has_content,
    is_edge_punctuation,
    mask_unclosed_marks,
    normalise_query,
    remove_marks,
    scan_tokens,
    split_words,
    strip_punctuation,
)


def word(text: str, field: str = "", **marks: object) -> QueryToken:
    return QueryToken("word", text, field, **marks)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("peace treaty", [word("peace"), word("treaty")]),
        ("-peace", [word("peace", negative=True)]),
        ('"a b"', [QueryToken("phrase", "a b")]),
        ('-"a b"', [QueryToken("phrase", "a b", negative=True)]),
        ("speaker:x", [word("x", "speaker")]),
        ("-speaker:x", [word("x", "speaker", negative=True)]),
        ('speaker:"a b"', [QueryToken("phrase", "a b", "speaker")]),
        ("speaker: x", [word("", "speaker"), word("x")]),
        ("s:x", [word("s:x")]),  # a field has two letters at least
        ("10:30", [word("10:30")]),
        ("http://x.jp", [word("http://x.jp")]),
        ("a1:b", [word("a1:b")]),
        ("a OR b", [word("a"), QueryToken("or", "OR"), word("b")]),
        ("a AND b", [word("a"), QueryToken("and", "AND"), word("b")]),
        ("-OR", [word("OR", negative=True)]),
        ("a or b", [word("a"), word("or"), word("b")]),
        ("-", [QueryToken("minus", "-")]),
        ("a -", [word("a"), QueryToken("minus", "-")]),
        ("--", []),  # a dash
        ("a-b", [word("a-b")]),
        ('"a"-b', [QueryToken("phrase", "a"), word("b")]),  # a hyphen, no minus
        ("(a b)", [word("a", opens=1), word("b", closes=1)]),
        ("((a) b)", [word("a", opens=2, closes=1), word("b", closes=1)]),
        ("-(a", [word("a", negative=True, opens=1)]),
        ("(-a)", [word("a", negative=True, closes=1)]),  # the bracket is before its minus
        ('("a b")', [QueryToken("phrase", "a b", opens=1, closes=1)]),
        ("speaker:(a b)", [word("a", "speaker", opens=1), word("b", closes=1)]),
        ('speaker:("a b")', [QueryToken("phrase", "a b", "speaker", opens=1, closes=1)]),
        ("speaker:(a)", [word("a)", "speaker", opens=1, closes=1)]),
        ('"a', [QueryToken("unclosed", '"'), word("a")]),
        ('a"', [word("a"), QueryToken("unclosed", '"', closes=1)]),
        ('a "b', [word("a"), QueryToken("unclosed", '"'), word("b")]),
        ('speaker:"a b', [QueryToken("unclosed", '"'), word("|a", "speaker"), word("b")]),
        ('speaker:a"', [word("a|", "speaker"), QueryToken("unclosed", '"', closes=1)]),
        ("a;b!c", [word("a"), word("b"), word("c")]),
        ("1,000", [word("1,000")]),
        ("a,b 1,b", [word("a"), word("b"), word("1"), word("b")]),
    ],
)  # fmt: skip
def test_a_text_is_scanned_to_tokens(text, tokens):
    assert list(scan_tokens(text)) == tokens


@pytest.mark.parametrize(
    ("text", "normalised"),
    [
        ("O’Brien‘s ´x´ `y`", "O'Brien's 'x' 'y'"),
        ("a‐b‑c−d–e", "a-b-c-d-e"),
        ("a – b", "a — b"),
        ("a\u00adb\u200bc", "abc"),
        ("a\tb\nc\u2028d\u2029e\u00a0f\ud800g", "a b c d e f g"),
        ("ａ：「ｂ」", "a:「b」"),
        ("''a''", '"a"'),
        ("e\u0301", "é"),
    ],
)
def test_a_text_is_normalised(text, normalised):
    assert normalise_query(text) == normalised


@pytest.mark.parametrize(
    ("text", "masked", "unclosed"),
    [
        ('"a" "b', '"a" |b', {4: '"'}),
        ("“a” b„", "“a” b|", {5: "„"}),
        ("«a “b» c”", "«a “b» c|", {8: "”"}),  # a mark inside other marks is text
        ("“a «b” c»", "“a «b” c|", {8: "»"}),
        ("“a „ b", "“a „ b", {}),  # of one family
        ("」a「", "」a「", {}),
        ("a", "a", {}),
    ],
)
def test_marks_that_are_never_closed_become_bars(text, masked, unclosed):
    assert mask_unclosed_marks(text) == (masked, unclosed)


@pytest.mark.parametrize(
    ("text", "stripped"),
    [
        ("(peace,", "peace"),
        ("C++", "C++"),
        ("+c", "c"),
        ("C#", "C#"),
        ("#peace", "#peace"),
        ("@x", "@x"),
        ("x@", "x"),
        ("50%", "50%"),
        ("%50", "50"),
        ("U.S.", "U.S."),
        ("so...", "so"),
        ("end.", "end"),
        ("e.g.),", "e.g."),
        ("=~x^|", "x"),
        ("?!", ""),
        ("", ""),
    ],
)
def test_punctuation_is_stripped_from_the_edges_of_a_word(text, stripped):
    assert strip_punctuation(text) == stripped


def test_a_plus_is_dropped_only_before_a_word():
    assert is_edge_punctuation("+", "#@")
    assert not is_edge_punctuation("+", "#%")
    assert not is_edge_punctuation("#", "#%")
    assert not is_edge_punctuation("a", "")


def test_words_are_split_at_breaks_marks_brackets_and_colons():
    assert split_words("a b") == ["a", "b"]
    assert split_words("a:b;c—d") == ["a", "b", "c", "d"]
    assert split_words('a"b(c)d') == ["a", "b", "c", "d"]
    assert split_words("1,000 a,b") == ["1,000", "a", "b"]
    assert split_words("a、b。") == ["a", "b", ""]
    assert split_words("") == [""]


def test_marks_are_removed_and_spaces_joined():
    assert remove_marks(" “a”  «b» ") == "a b"


def test_a_letter_or_digit_is_content():
    assert all(map(has_content, ("?1", "岸", "½")))
    assert not any(map(has_content, ("", "-_*“")))
