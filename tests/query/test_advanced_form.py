"""A query in parts: what is typed in each field of a form, and a query laid out over them."""

from collections import Counter
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.query.advanced_form import (
    FORM_FIELDS,
    PART_READERS,
    clauses_of_part,
    form_texts,
    parse_phrase,
    parse_plain_words,
)
from citations.query.ast import Clause, Phrase
from citations.query.parser import parse_query, query_of_clauses
from citations.query.rendering import format_query

PART = {name: part for part in PART_READERS for name in part}


def asked(texts: dict[str, str]) -> tuple[Clause, ...]:
    return tuple(chain.from_iterable(clauses_of_part(part, texts) for part in PART_READERS))


@pytest.mark.parametrize(
    ("name", "text", "query"),
    [
        ("all", "peace treaty", "peace treaty"),
        ("all", '-peace "treaty" OR tre* speaker:x', "peace treaty or tre speaker x"),
        ("phrase", "peace treaty", '"peace treaty"'),
        ("phrase", 'a" OR -b speaker:"c', '"a OR -b speaker: c"'),  # nothing breaks out
        ("phrase", "“peace treaty”", '"peace treaty"'),
        ("any", "nemuro hokkaido", "nemuro OR hokkaido"),
        ("any", "nemuro", "nemuro"),
        ("any", "nemuro OR hokkaido", "nemuro OR or OR hokkaido"),  # no syntax here either
        ("none", "sanctions war", "-sanctions -war"),
        ("begins", "territor* tre", "territor* tre*"),
        ("speaker", "kishida", "speaker:kishida"),
        ("speaker", "kishida fumio", 'speaker:"kishida fumio"'),
        ("speaker", "kish*", "speaker:kish*"),
        ("speaker", "k*", "speaker:k"),
        ("speaker", '"kishida"', 'speaker:"kishida"'),
        ("speaker", 'a" -b', 'speaker:"a -b"'),
        ("position", "prime minister", 'position:"prime minister"'),
        ("context", "islands visa-free", "context:islands context:visa-free"),
        ("said_from", "2022", "said:2022.."),
        ("said_to", "2024-02", "said:..2024-02"),
        ("said_from", "[2022-03-22..2022-12-31]", "said:2022-03-22.."),  # a set begins on a day
        ("said_to", "2022-03/2022-09", "said:..2022-09-30"),
        ("said_to", "2022/..", ""),  # without an end
        ("published_from", " 1940~ ", "published:1940~.."),
        ("lang", "EN", "lang:en"),
        ("mode", "direct", "mode:direct"),
        ("standing", "disputed", "standing:disputed"),
        ("rest", '"a b" -speaker:c', '"a b" -speaker:c'),
        *[(name, "  ", "") for name in FORM_FIELDS],
        *[(name, "?!", "") for name in ("all", "phrase", "any", "none", "begins", "speaker")],
    ],
)
def test_each_part_stands_for_a_piece_of_query(name: str, text: str, query: str) -> None:
    piece = " ".join(map(format_query, clauses_of_part(PART[name], {name: text})))
    assert piece == query
    assert parse_query(piece).ignored == ()


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ({"said_from": "yesterday"}, "“yesterday” is not a date that can be read."),
        (
            {"said_from": "2024", "said_to": "2022"},
            "“2024” is later than “2022”: swap the two dates.",
        ),
        ({"begins": "ab a"}, "“a” is too short: write at least 2 letters."),
        ({"lang": "English"}, "“English” is not a language tag: write lang:en or lang:ja"),
        ({"mode": "spoken"}, "“spoken” is not a mode of quoting"),
        ({"rest": '"a mode:b'}, '" is never closed, so the words next to it were searched'),
    ],
)
def test_a_part_that_cannot_be_read_says_why(texts: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match="^" + message.replace("(", r"\(")):
        clauses_of_part(PART[next(iter(texts))], texts)


def test_one_date_from_and_to_is_that_date() -> None:
    assert format_query(
        clauses_of_part(PART["said_to"], {"said_from": "2022", "said_to": "2022"})[0]
    ) == ("said:2022")


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("peace treaty", {"all": "peace treaty"}),
        ('a "b c" -d ef* g', {"all": "a g", "phrase": "b c", "none": "d", "begins": "ef"}),
        ("a OR b", {"any": "a b"}),
        ("a OR b c OR d", {"any": "a b", "rest": "c OR d"}),  # there is one field for it
        ('"a b" "c d"', {"phrase": "a b", "rest": '"c d"'}),
        ('-"a b" -speaker:c', {"rest": '-"a b" -speaker:c'}),  # no field says this
        ("a OR speaker:b", {"rest": "a OR speaker:b"}),
        ("speaker:a speaker:b", {"speaker": "a", "rest": "speaker:b"}),
        ('speaker:"a b" place:cd*', {"speaker": '"a b"', "place": "cd*"}),
        ("context:a context:b", {"context": "a b"}),
        ("context:ab*", {"rest": "context:ab*"}),
        ("said:2022..2024-02", {"said_from": "2022", "said_to": "2024-02"}),
        ("said:2022", {"said_from": "2022", "said_to": "2022"}),
        ("published:..2022", {"published_to": "2022"}),
        ("said:2022/2024 said:2023", {"said_from": "2023", "said_to": "2023"}
         | {"rest": "said:2022/2024"}),
        ("lang:en mode:direct", {"lang": "en", "mode": "direct"}),
        ("", {}),
    ],
)  # fmt: skip
def test_a_query_is_laid_out_over_the_parts(query: str, texts: dict[str, str]) -> None:
    assert {name: text for name, text in form_texts(parse_query(query)).items() if text} == texts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("peace  treaty", "peace treaty"),
        ("-a b* OR “c d”", "a b or c d"),  # nothing is syntax
        ("speaker:a said:2022", "speaker a said 2022"),
        ("C++ 10:30 visa-free O’Brien", "C++ 10:30 visa-free O'Brien"),  # what one word is
        ("ｐｅａｃｅ，ａ f*o", "peace a f o"),
        ('- * " OR', "or"),
        ("", ""),
    ],
)
def test_it_reads_words_where_nothing_is_syntax(text: str, words: str) -> None:
    assert " ".join(word.text for word in parse_plain_words(text)) == words
    assert parse_query(
        " ".join(word.text for word in parse_plain_words(text))
    ).root.nodes == parse_plain_words(text)


def test_it_reads_a_phrase_that_nothing_can_break_out_of() -> None:
    assert parse_phrase('a" OR «b» -c*') == Phrase("a OR b -c*")
    assert parse_phrase('" ?') is None


pieces = st.sampled_from(
    [
        *["a", "bc", "岸", "é", "10:30", "OR", "-", '"', "«", "»", "*", " ", " ", " ", "(", ")"],
        *["''", "2022", "2022..2024", "/", "direct", "en"],
        *["speaker:", "context:", "said:", "mode:", "lang:"],
    ]
)
texts = st.lists(pieces, max_size=30).map("".join)


@given(texts | st.text(max_size=100))
def test_a_query_comes_back_from_its_parts(text: str) -> None:
    query = parse_query(text)
    assert Counter(asked(form_texts(query))) == Counter(query.root.nodes)


@given(st.dictionaries(st.sampled_from(FORM_FIELDS), texts, max_size=4))
def test_parts_come_back_from_their_query(typed: dict[str, str]) -> None:
    try:
        wanted = asked(typed)
    except ValueError:
        return
    query = query_of_clauses(wanted)
    assert parse_query(query.to_text()).root == query.root
    assert parse_query(query.to_text()).ignored == ()
    assert Counter(asked(form_texts(query))) == Counter(query.root.nodes)
