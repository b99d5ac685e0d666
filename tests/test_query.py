"""The query language: what each text is read as, and what is said about the rest of it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.search.conditions import EXAMPLES
from citations.search.query import (
    MAX_CHARACTERS,
    MAX_TERMS,
    AllOf,
    AnyOf,
    DateRange,
    FieldMatch,
    Not,
    Phrase,
    Prefix,
    Query,
    Word,
    parse,
)

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
    assert parse(text).root.nodes == nodes


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
    assert parse(text).root.nodes == nodes


@roots(
    ("-a", (Not(A),), "hyphen"),
    ("–a −b －c ‑a", (Not(A), Not(B), Not(C), Not(A)), "what keyboards make of it"),
    ("--a -(b) (-c)", (Not(A), Not(B), Not(C)), "double, and around brackets"),
    ('-"a b" -speaker:c', (Not(Phrase("a b")), Not(FieldMatch("speaker", C))), "phrase and field"),
    ("-said:2022 -co*", (Not(IN_2022), Not(Prefix("co"))), "range and prefix"),
    ("a - b", (A, B), "a dash between spaces"),
    ('"a"-b (b)-c', (Phrase("a"), B, B, C), "a hyphen after a mark or bracket"),
    ("-OR a", (Not(Word("or")), A), "an operator cannot be negated"),
    ("-foo:bar", (Not(Phrase("foo bar")),), "an unknown field is negated as a whole"),
    ('-"a', (Not(A),), "a mark that is not closed"),
)
def test_it_reads_negatives(text, nodes):
    assert parse(text).root.nodes == nodes


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
    ("a OR said:never b", (A, B), "what is left out takes its OR along"),
)
def test_it_reads_alternatives(text, nodes):
    assert parse(text).root.nodes == nodes


@roots(
    ("tre*", (Prefix("tre"),), "a prefix"),
    ("tr* (ab*), **co**", (Prefix("tr"), Prefix("ab"), Prefix("co")), "with punctuation"),
    ("岸* ロ* 푸*", (Prefix("岸"), Prefix("ロ"), Prefix("푸")), "one character that is a word"),
    ("U.S.* visa-fr*", (Prefix("U.S."), Prefix("visa-fr")), "with inner signs"),
    ("*ab", (Word("ab"),), "a star in front"),
    ("ab＊", (Prefix("ab"),), "full-width star"),
)
def test_it_reads_prefixes(text, nodes):
    assert parse(text).root.nodes == nodes


@pytest.mark.parametrize("field", sorted(set(EXAMPLES) - {"said", "published", "mode", "standing"}))
def test_it_reads_every_field_with_a_word_a_phrase_and_a_prefix(field):
    word = FieldMatch(field, Word("en"))
    assert parse(f"{field}:en {field.upper()}：en").root.nodes == (word, word)
    if field != "lang":
        phrase, prefix = FieldMatch(field, Phrase("a b")), FieldMatch(field, Prefix("ab"))
        assert parse(f"{field}:“a b” {field}:ab*").root.nodes == (phrase, prefix)


@roots(
    ("(speaker:kishida)", (FieldMatch("speaker", Word("kishida")),), "in brackets"),
    ("speaker:O’Brien,", (FieldMatch("speaker", Word("O'Brien")),), "apostrophe and comma"),
    ("speaker:kishida,fumio", (FieldMatch("speaker", Word("kishida,fumio")),), "up to the space"),
    ("speaker:岸田", (FieldMatch("speaker", Word("岸田")),), "in Japanese"),
    ('speaker:"kishida', (FieldMatch("speaker", Word("kishida")),), "a mark never closed"),
    ("mode:DIRECT", (FieldMatch("mode", Word("direct")),), "choices in any case"),
    ('standing:"disputed"', (FieldMatch("standing", Word("disputed")),), "choices in marks"),
    ("lang:zh-Hant", (FieldMatch("lang", Word("zh-hant")),), "a tag with a script"),
)
def test_it_reads_values_of_fields(text, nodes):
    assert parse(text).root.nodes == nodes


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("said:2022", date(2022, 1, 1), date(2022, 12, 31)),  # a year
        ("said:2022-02", date(2022, 2, 1), date(2022, 2, 28)),  # a month
        ("said:2024-02-07", date(2024, 2, 7), date(2024, 2, 7)),  # a day
        ("said:2022..2024-02", date(2022, 1, 1), date(2024, 2, 29)),  # from and to
        ("said:2022..", date(2022, 1, 1), None),  # from
        ("said:..2022", None, date(2022, 12, 31)),  # to
        ("said:2022…2024", date(2022, 1, 1), date(2024, 12, 31)),  # an ellipsis from an editor
        ("said:2024‐02‐07", date(2024, 2, 7), date(2024, 2, 7)),  # typographic hyphens
        ("said:２０２２", date(2022, 1, 1), date(2022, 12, 31)),  # full-width digits
        ('said:"2022 .. 2024",', date(2022, 1, 1), date(2024, 12, 31)),  # spaces in marks
        ("said:2022/2024", date(2022, 1, 1), date(2024, 12, 31)),  # an interval in EDTF's own way
        ("said:../2022", None, date(2022, 12, 31)),  # and an open one
        ("(published:2022).", date(2022, 1, 1), date(2022, 12, 31)),  # in a sentence
    ],
)
def test_it_reads_ranges_of_dates(text, earliest, latest):
    (found,) = parse(text).root.nodes
    assert isinstance(found, DateRange)
    assert found.field == text.strip("(").partition(":")[0]
    assert (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "kept", "note"),
    [
        # a date that is none, with what to write
        (
            "said:yesterday",
            "",
            "said:yesterday is not a date; write said:2022, said:2022-02 or said:2022..2024",
        ),
        ("a published:2022-13", "a", "published:2022-13 is not a date; write published:2022, "),
        ("said:2022–2024", "", "said:2022-2024 is not a date"),  # a dash is no range
        ("said:2024..2022", "", "said:2024..2022 ends before it begins"),  # the wrong way round
        ("said:>=2022", "", "said:>=2022 is not a date"),  # another engine's comparison
        ("said:" + "1" * 99, "", "is not a date"),  # far too long
        ("said:..", "", "said: has nothing right after its colon"),  # open at both ends
        ("said:20221", "", "said:20221 is not a date"),  # a digit too many
        ("said:{..2022,2023..}", "", "is not a date"),  # a set that is open at both
        # a space after the colon leaves the field alone
        ("speaker: kishida", "kishida", "speaker: has nothing right after its colon and was left "),
        ('speaker:"" a', "a", "write speaker:kishida, without a space"),
        # values that do not exist, with the list
        ("mode:loud", "", "write mode:direct, mode:partial or mode:indirect"),
        ("standing:no a", "a", "standing:accepted, standing:disputed or standing:misattributed"),
        ("lang:english", "", "lang:english is not a language tag; write lang:en or lang:ja"),
        ("lang:ja_JP", "", "lang:ja_JP is not a language tag"),
        # a field that does not exist is searched as words, and the fields are named
        ("foo:bar", "foo bar", "foo: is not a field, so its words were searched as plain words"),
        ("foo:bar,baz", "foo bar baz", "the fields are speaker:, position:, publication:, topic:"),
        ("std::vec", "std vec", "std: is not a field"),
        ('foo:"a b" c', 'foo "a b" c', "foo: is not a field"),
        # marks without a partner
        ('"peace treaty', "peace treaty", '" is never closed, so the words after it were'),
        ("peace“", "peace", "“ is never closed"),
        ('"a b" c"', '"a b" c', '" is never closed'),
        ("«a", "a", "« is never closed"),
        # OR with one side
        ("OR a", "a", "OR needs a word on either side"),
        ("a OR", "a", "OR needs a word on either side"),
        ("a OR OR b", "a OR b", "OR needs a word on either side"),
        ("OR", "", "OR needs a word on either side"),
        # prefixes that are none
        ("a*", "a", "a* has too few letters before its *, so a was searched as a word; write at"),
        ("f*o", "f*o", "f*o has a * inside"),
        ("speaker:a*", "speaker:a", "a* has too few letters"),
        # nothing but signs
        ("-", "", "- holds nothing to search for; write a word"),
        ("!!! ?", "", "!!! ? holds nothing to search for"),
        ("AND", "", "AND holds nothing to search for"),
        ('""', "", '"" holds nothing to search for'),
    ],
)
def test_it_says_what_it_did_not_take_as_written(text, kept, note):
    query = parse(text)
    assert query.to_text() == kept
    assert len(query.ignored) == 1
    assert note in str(query.ignored[0])


@pytest.mark.parametrize(
    "text", ["peace -war", "10:30", "https://a.jp", "a AND b", "NEAR(a b)", "\0", "", "C++ & AT&T"]
)
def test_it_says_nothing_where_nothing_was_ignored(text):
    assert parse(text).ignored == ()


def test_it_says_the_same_thing_once():
    assert len(parse("a* a* a*").ignored) == 1


@pytest.mark.parametrize(
    ("text", "in_words"),
    [
        ("", ""),  # nothing
        ("peace treaty", "peace treaty"),  # words run on
        (
            '"peace treaty" speaker:kishida said:2022..2024-02 -"sanctions"',
            "“peace treaty”, by kishida, said 2022 to 2024-02, without “sanctions”",
        ),
        ("peace treat* -war", "peace treat…, without “war”"),  # a prefix among words
        ("a OR b OR c a", "a or b or c, a"),  # alternatives stand apart
        ("said:2022.. published:..2023", "said 2022 or later, published 2023 or earlier"),  # open
        ("said:2022", "said 2022"),  # one date
        ("-war -speaker:kishida", "everything without “war”, not by kishida"),  # only negatives
        ('place:nemuro position:"prime minister"', "at the place nemuro, speaking as “prime minis"),
        ("mode:direct lang:ja", "with the mode direct, in the language ja"),  # choices
    ],
)
def test_it_describes_itself_in_words(text, in_words):
    assert parse(text).in_words().startswith(in_words)


@pytest.mark.parametrize(
    "example",
    [word.strip(",") for text in EXAMPLES.values() for word in text.split(" or ")[0].split(", ")],
)
def test_its_own_examples_are_read_without_a_note(example):
    query = parse(example)
    assert query.ignored == ()
    assert len(query.root.nodes) == 1


def test_it_gives_the_words_to_highlight():
    query = parse('a "b c" tre* -war x OR -y OR speaker:z a said:2022')
    assert query.words == (A, Phrase("b c"), Prefix("tre"), Word("x"))


def test_it_is_empty_when_nothing_was_asked():
    assert Query().is_empty
    assert parse('- "').is_empty
    assert not parse("-war").is_empty


def test_it_can_drop_a_condition():
    query = parse("a OR b c said:2022")
    assert query.without(AnyOf((A, B))).to_text() == "c said:2022"
    assert query.without(IN_2022).root == AllOf((AnyOf((A, B)), C))


def test_it_ignores_what_is_beyond_the_longest_query():
    query = parse("a" * MAX_CHARACTERS + "b c")
    assert query.root.nodes == (Word("a" * MAX_CHARACTERS),)
    assert "b c and all after it was left out: a query has at most 512" in str(query.ignored[0])
    assert parse(" " * 1000 + "a" + " " * 1000).ignored == ()


def test_it_ignores_terms_beyond_the_most():
    query = parse("a " * MAX_TERMS + "b c")
    assert query.root.nodes == (A,) * MAX_TERMS
    assert [ignored.text for ignored in query.ignored] == ["b"]
    (chain,) = parse(" OR ".join(["a"] * (MAX_TERMS + 1))).root.nodes
    assert chain == AnyOf((A,) * MAX_TERMS)


def test_a_note_repeats_no_more_than_a_line():
    (note,) = parse("mode:" + "x" * 400).ignored
    assert len(note.text) == 40


pieces = st.sampled_from(
    [*"ab岸éʼ´*-–:.,;'|()[]{}<=~^+#@/?!_1", *'"“”„«»「」', "\0", "\u0301", "\u0338", "\u200b"]
    + ["  ", "OR", "AND", "''", "..", "ﷺ", "½", "\ud800", "2022", "foo:", "direct", "en", " OR "]
    + [f"{field}:" for field in EXAMPLES]
)
any_text = st.text(st.characters(), max_size=2000) | st.lists(pieces, max_size=60).map("".join)


@settings(max_examples=400, deadline=None)
@given(any_text)
def test_any_text_is_read_and_can_be_written_out_again(text):
    query = parse(text)
    canonical = query.to_text()
    assert parse(canonical).root == query.root
    assert len(canonical) <= MAX_CHARACTERS
    assert query.is_empty == (query.in_words() == "")
    assert all(str(note) for note in query.ignored)


@pytest.mark.parametrize(
    "unit", ['"', "“«「", "-", "a:", "speaker:", "a OR ", "OR ", "((", "''", "a*", "ﷺ", "said:1 "]
)
def test_a_very_long_text_is_cut_to_the_longest_query(unit: str) -> None:
    assert len(parse(unit * 200_000).to_text()) <= MAX_CHARACTERS
