"""The fields of the query language: their values, and ranges of dates."""

from datetime import date

import pytest

from citations.query.ast import AnyOf, DateRange, FieldMatch, Not, Phrase, Prefix, Word
from citations.query.parser import parse_query
from citations.query.terms import FIELD_EXAMPLES


def roots(*rows):
    return pytest.mark.parametrize(
        ("text", "nodes"), [pytest.param(text, nodes, id=why) for text, nodes, why in rows]
    )


@pytest.mark.parametrize(
    "field", sorted(set(FIELD_EXAMPLES) - {"said", "published", "mode", "standing"})
)
def test_it_reads_every_field_with_a_word_a_phrase_and_a_prefix(field):
    word = FieldMatch(field, Word("en"))
    assert parse_query(f"{field}:en {field.upper()}：en").root.nodes == (word, word)
    if field != "lang":
        phrase, prefix = FieldMatch(field, Phrase("a b")), FieldMatch(field, Prefix("ab"))
        assert parse_query(f"{field}:“a b” {field}:ab*").root.nodes == (phrase, prefix)


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
    assert parse_query(text).root.nodes == nodes


K, H = FieldMatch("speaker", Word("kishida")), FieldMatch("speaker", Word("hayashi"))


@roots(
    ("speaker:kishida OR speaker:hayashi", (AnyOf((K, H)),), "either of two"),
    ("speaker:(kishida OR hayashi)", (AnyOf((K, H)),), "the same in brackets"),
    ("speaker:(kishida) a", (K, Word("a")), "brackets around one value"),
    ("-speaker:(kishida OR hayashi)", (Not(K), Not(H)), "neither of two"),
    ("-speaker:kishida OR speaker:hayashi", (AnyOf((Not(K), H)),), "one negated"),
    ("ＳＰＥＡＫＥＲ：ｋｉｓｈｉｄａ", (K,), "full-width"),
    ("speaker:kish*", (FieldMatch("speaker", Prefix("kish")),), "a prefix"),
    ("speaker:fumio-kishida", (FieldMatch("speaker", Word("fumio-kishida")),), "a hyphen inside"),
)
def test_it_reads_fields_together(text, nodes):
    assert parse_query(text).root.nodes == nodes


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
    (found,) = parse_query(text).root.nodes
    assert isinstance(found, DateRange)
    assert found.field == text.strip("(").partition(":")[0]
    assert (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "example",
    [example for examples in FIELD_EXAMPLES.values() for example in examples],
)
def test_its_own_examples_are_read_without_a_note(example):
    query = parse_query(example)
    assert query.ignored == ()
    assert len(query.root.nodes) == 1


@pytest.mark.parametrize(
    ("tag", "is_language"),
    [
        ("e", False),
        ("en", True),
        ("ain", True),
        ("abcd", False),
        ("en-GB", True),
        ("en-abcdefgh", True),
        ("en-abcdefghi", False),
        ("en--gb", False),
        ("e1", False),
        ("日本", False),
    ],
)
def test_a_language_tag_has_two_or_three_letters_and_subtags(tag, is_language):
    nodes = parse_query(f"lang:{tag}").root.nodes
    assert nodes == ((FieldMatch("lang", Word(tag.casefold())),) if is_language else ())


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("foo:bar", f"the fields are {', '.join(f'{field}:' for field in FIELD_EXAMPLES)}"),
        ('"a', 'write "exact phrase" with a mark at both ends'),
        ("-", "write -war, without a space"),
        ("a OR", "write peace OR treaty"),
        ("a AND", "write peace AND treaty"),
        ('""', 'write "peace treaty"'),
        ("a*", "write at least 2 letters before it"),
        ("ab*c", "write ab*"),
        ("a*b", 'write "a b"'),
        ("speaker:", "write speaker:kishida, without a space"),
        ("mode:x", "write mode:direct, mode:partial or mode:indirect"),
        ("said:x", "write said:2022, said:2022-02 or said:2022..2024"),
        ("place:a*", "write at least 2 letters before it"),
        ("?", "write a word"),
        ("a" * 513, "leave some words out"),
    ],
)
def test_a_note_says_what_to_write_instead(text, remedy):
    assert parse_query(text).ignored[0].remedy == remedy
