"""The query language: what words, marks, signs and brackets are read as."""

from datetime import date

import pytest

from citations.query.ast import AnyOf, DateRange, FieldMatch, Not, Phrase, Prefix, Word
from citations.query.parser import parse_query

A, B, C = Word("a"), Word("b"), Word("c")
IN_2022 = DateRange("said", date(2022, 1, 1), date(2022, 12, 31), "2022")


def roots(*rows):
    return pytest.mark.parametrize(
        ("text", "nodes"), [pytest.param(text, nodes, id=why) for text, nodes, why in rows]
    )


@roots(
    ("", (), "nothing"),
    (" \t\n", (), "only white space"),
    ("peace treaty", (Word("peace"), Word("treaty")), "all words must match"),
    ("visa-free", (Word("visa-free"),), "a hyphen inside is no minus"),
    ("C++ C# AT&T", (Word("C++"), Word("C#"), Word("AT&T")), "signs that belong to a name"),
    ("O'Brien O’Brien", (Word("O'Brien"), Word("O'Brien")), "apostrophes are one character"),
    ("'tis the boys' `x`", tuple(map(Word, ("tis", "the", "boys", "x"))), "outer apostrophes"),
    ("3.14 1,000 U.S.", (Word("3.14"), Word("1,000"), Word("U.S.")), "inner stops and commas"),
    ("peace, (treaty). so...", (Word("peace"), Word("treaty"), Word("so")), "outer punctuation"),
    ("Kishida,Fumio", (Word("Kishida"), Word("Fumio")), "a comma without a space"),
    ("岸田、林。", (Word("岸田"), Word("林")), "Japanese punctuation"),
    ("peace—treaty", (Word("peace"), Word("treaty")), "an em dash parts words"),
    ("café", (Word("café"),), "composed to NFKC"),
    ("ｐｅａｃｅ　ｔｒｅａｔｙ", (Word("peace"), Word("treaty")), "full-width signs and space"),
    ("pe\u00adace\u200b\ufeff", (Word("peace"),), "soft hyphen and zero width vanish"),
    ("a\0b\x07c", (A, B, C), "control characters are spaces"),
    ("a\ud800b", (A, B), "so is half a surrogate pair"),
    ("a AND b", (A, B), "AND is what a space means already"),
    ("a and or b", (A, Word("and"), Word("or"), B), "operators are upper case"),
    ("NEAR(a b) {c}^2", (Word("NEAR"), A, B, C, Word("2")), "other engines' syntax"),
    ("a & b | c ! - * ~", (A, B, C), "signs alone are dropped"),
    ("http://a.jp/x 10:30", (Word("http://a.jp/x"), Word("10:30")), "an address, a time"),
    ("treaty: peace", (Word("treaty"), Word("peace")), "a colon in a sentence"),
    ("'ab:cd'", (Word("ab"), Word("cd")), "punctuation before an unknown field"),
    ("#peace @x +c", (Word("#peace"), Word("@x"), C), "a leading plus is a habit, no sign"),
)
def test_it_reads_words(text, nodes):
    assert parse_query(text).root.nodes == nodes


@roots(
    ('"a b"', (Phrase("a b"),), "straight"),
    ("“a b” ”a b” „a b“ “a b„", (Phrase("a b"),) * 4, "curly, any way round"),
    ("«a b» »a b« ‹a b›", (Phrase("a b"),) * 3, "guillemets"),
    ("「a b」 『a b』 ＂a b＂ ｢a b｣", (Phrase("a b"),) * 4, "East Asian"),
    ("''a b'' ’’a b’’", (Phrase("a b"),) * 2, "two apostrophes"),
    ("「he said “a” b」", (Phrase("he said a b"),), "marks inside marks"),
    ('"  a   b "', (Phrase("a b"),), "spaces within"),
    ('a"b"c', (A, Phrase("b"), C), "without spaces around"),
    ('"OR"', (Phrase("OR"),), "an operator quoted"),
    ('"-a said:2022 b*"', (Phrase("-a said:2022 b*"),), "no syntax inside"),
    ('a "" "?!"', (A,), "an empty phrase"),
)
def test_it_reads_phrases(text, nodes):
    assert parse_query(text).root.nodes == nodes


@roots(
    ("-a", (Not(A),), "hyphen"),
    ("–a −b －c ‑a", (Not(A), Not(B), Not(C), Not(A)), "what keyboards make of it"),
    ("--a -(b) (-c)", (Not(A), Not(B), Not(C)), "double, and around brackets"),
    ('-"a b" -speaker:c', (Not(Phrase("a b")), Not(FieldMatch("speaker", C))), "phrase and field"),
    ("-said:2022 -co*", (Not(IN_2022), Not(Prefix("co"))), "range and prefix"),
    ("a - b", (A, B), "a dash between spaces"),
    ('"a"-b (b)-c', (Phrase("a"), B, B, C), "a hyphen after a mark or bracket"),
    ("-(a OR b) c", (Not(A), Not(B), C), "before brackets, for each word in them"),
    ('-("a b" c)', (Not(Phrase("a b")), Not(C)), "phrases too"),
    ("-(a b", (Not(A), B), "a bracket that is not closed"),
    (":-( a", (A,), "a face"),
    ("a – b", (A, B), "an en dash between spaces is punctuation"),
    ("-OR a", (Not(Word("or")), A), "an operator cannot be negated"),
    ("-foo:bar", (Not(Phrase("foo bar")),), "an unknown field is negated as a whole"),
    ('-"a', (Not(A),), "a mark that is not closed"),
)
def test_it_reads_negatives(text, nodes):
    assert parse_query(text).root.nodes == nodes


@roots(
    ("a OR b", (AnyOf((A, B)),), "two"),
    ("a OR b OR c", (AnyOf((A, B, C)),), "a chain"),
    ("a b OR c a", (A, AnyOf((B, C)), A), "tighter than the space"),
    ("a OR b c OR a", (AnyOf((A, B)), AnyOf((C, A))), "two pairs"),
    ("a ＯＲ b", (AnyOf((A, B)),), "full width"),
    ("a OR -b", (AnyOf((A, Not(B))),), "a negative alternative"),
    ('"a b" OR speaker:c', (AnyOf((Phrase("a b"), FieldMatch("speaker", C))),), "any kind"),
    ("a OR foo:bar", (AnyOf((A, Phrase("foo bar"))),), "an unknown field is one side"),
    ("a AND OR AND b", (AnyOf((A, B)),), "AND is not a side of OR"),
    ("(a OR b) c", (AnyOf((A, B)), C), "brackets where they change nothing"),
    ("a OR said:never b", (A, B), "what is left out takes its OR along"),
)
def test_it_reads_alternatives(text, nodes):
    assert parse_query(text).root.nodes == nodes


@roots(
    ("tre*", (Prefix("tre"),), "a prefix"),
    ("tr* (ab*), **co**", (Prefix("tr"), Prefix("ab"), Prefix("co")), "with punctuation"),
    ("岸* ロ* 푸*", (Prefix("岸"), Prefix("ロ"), Prefix("푸")), "one character that is a word"),
    ("U.S.* visa-fr*", (Prefix("U.S."), Prefix("visa-fr")), "with inner signs"),
    ("ab*cd", (Phrase("ab cd"),), "a star inside parts the word"),
    ("*ab", (Word("ab"),), "a star in front"),
    ("ab＊", (Prefix("ab"),), "full-width star"),
)
def test_it_reads_prefixes(text, nodes):
    assert parse_query(text).root.nodes == nodes
