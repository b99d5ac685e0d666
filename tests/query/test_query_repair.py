"""Every broken query is answered: with what was understood, what was not, and a repaired one."""

import re
from html import escape

import pytest
from django.test import Client

from citations.forms.quote_filters import QuoteFilterSet
from citations.query.parser import MAX_CHARACTERS, MAX_TERMS, parse

# What is typed; what is searched; the beginning of the note on the rest; the repaired query.
BROKEN = [
    # a date that is none: as much of it as there is in the calendar
    ("said:yesterday", "", "said:yesterday is not a date and was left out; write said:2022, ", ""),
    ("a said:2022-13", "a", "said:2022-13 is not a date", "a said:2022"),
    ("said:2023-02-30", "", "said:2023-02-30 is not a date", "said:2023-02"),
    ("said:2022-2-7", "", "said:2022-2-7 is not a date", "said:2022-02-07"),
    ("said:2022.02.07", "", "said:2022.02.07 is not a date", "said:2022-02-07"),
    ("said:07/02/2022", "", "said:07/02/2022 is not a date", "said:2022"),  # which is the month?
    ("said:feb-2022", "", "said:feb-2022 is not a date", "said:2022"),
    ("said:20221", "", "said:20221 is not a date", ""),  # a digit too many
    ("said:" + "1" * 99, "", "said:1111", ""),  # far too long
    # a range that is none
    ("said:2024..2022", "", "said:2024..2022 ends before it begins", "said:2022..2024"),
    ("said:2022–2024", "", "said:2022-2024 is not a date", "said:2022..2024"),  # a dash
    ("said:2022..2023-13", "", "said:2022..2023-13 is not a date", "said:2022..2023"),
    ("said:2022..now", "", "said:2022..now is not a date", "said:2022.."),
    ("said:x..2022", "", "said:x..2022 is not a date", "said:..2022"),
    ("said:>=2022", "", "said:>=2022 is not a date", "said:2022.."),  # another engine's way
    ("published:<2022", "", "published:<2022 is not a date", "published:..2021-12-31"),
    ("said:<=2022", "", "said:<=2022 is not a date", "said:..2022"),
    ("said:>2022-02", "", "said:>2022-02 is not a date", "said:2022-03-01.."),
    ("said:<0001", "", "said:<0001 is not a date", ""),  # nothing is before it
    ("said:1990s", "", "said:1990s is not a date", "said:199X"),
    ("said:..", "", "said: has nothing right after its colon and was left out", ""),
    ("said:{..2022,2023..}", "", "said:{..2022,2023..} is not a date", "said:2022..2023"),
    # a space after the colon
    ("speaker: kishida", "kishida", "speaker: has nothing right after its", "speaker:kishida"),
    ('-speaker: "a b"', '"a b"', "speaker: has nothing right after its", '-speaker:"a b"'),
    ("said: 2022 a", "2022 a", "said: has nothing right after its colon", "said:2022 a"),
    ("mode: loud", "loud", "mode: has nothing right after its colon", "loud"),  # no value of it
    ('speaker:"" a', "a", "speaker: has nothing right after its colon", "a"),
    ("place:", "", "place: has nothing right after its colon and was left out; write place:n", ""),
    # a value that does not exist
    ("mode:spoken", "", "mode:spoken is not a mode of quoting and was left out; write mode:", ""),
    ("mode:dirct a", "a", "mode:dirct is not a mode of quoting", "mode:direct a"),  # a slip
    ("mode:ind", "", "mode:ind is not a mode of quoting", "mode:indirect"),  # its beginning
    ("standing:no a", "a", "standing:no is not a standing and was left out; write standing:a", "a"),
    ("standing:dispute", "", "standing:dispute is not a standing", "standing:disputed"),
    ("lang:english", "", "lang:english is not a language tag", "lang:en"),
    ("lang:ja_JP", "", "lang:ja_JP is not a language tag", "lang:ja-jp"),
    ("lang:klingonese", "", "lang:klingonese is not a language tag", ""),
    # a field that does not exist: a slip, another engine's name, or words
    ("speeker:kishida", "speeker kishida", "speeker: is not a field, so its", "speaker:kishida"),
    ("sepaker:kish*", "sepaker kish*", "sepaker: is not a field", "speaker:kish*"),
    ("author:kishida", "author kishida", "author: is not a field", "speaker:kishida"),
    ('-auther:"a b"', '-"auther a b"', "auther: is not a field", '-speaker:"a b"'),
    ("lange:deutschland", "lange deutschland", "lange: is not a field", "lange deutschland"),
    ("foo:bar,baz", "foo bar baz", "foo: is not a field", "foo bar baz"),
    ("std::vec", "std vec", "std: is not a field", "std vec"),
    ('foo:"a b" c', 'foo "a b" c', "foo: is not a field", 'foo "a b" c'),
    ("a OR foo:bar", 'a OR "foo bar"', "foo: is not a field", 'a OR "foo bar"'),
    # marks without a partner
    ('"peace treaty', "peace treaty", '" is never closed, so the words beside', '"peace treaty"'),
    ('peace treaty"', "peace treaty", '" is never closed', '"peace treaty"'),
    ("“peace treaty", "peace treaty", "“ is never closed", '"peace treaty"'),
    ("「平和条約", "平和条約", "「 is never closed", '"平和条約"'),
    ('a -"b c', "a -b c", '" is never closed', 'a -"b c"'),
    ('speaker:"a b', "speaker:a b", '" is never closed', 'speaker:"a b"'),
    ('speaker:a"', "speaker:a", '" is never closed', "speaker:a"),
    ('"a b said:2022', "a b said:2022", '" is never closed', '"a b" said:2022'),
    ('"a OR b', "a OR b", '" is never closed', '"a" OR b'),
    ('"a tre* b', "a tre* b", '" is never closed', '"a" tre* b'),
    ('"a b" c"', '"a b" c', '" is never closed', '"a b" "c"'),
    ('a speaker:b c"', "a speaker:b c", '" is never closed', 'a speaker:b "c"'),
    ('"', "", '" is never closed', ""),
    ('a "', "a", '" is never closed', "a"),
    # phrases without a word
    ('""', "", '"" has no word between its marks and was left out; write "peace treaty"', ""),
    ('a "?!"', "a", '"" has no word between its marks', "a"),
    # OR and AND with one side
    ("OR a", "a", "OR needs a word on either side and was left out; write peace OR treaty", "a"),
    ("peace OR", "peace", "OR needs a word on either side", "peace"),
    ("a OR OR b", "a OR b", "OR needs a word on either side", "a OR b"),
    ("OR", "", "OR needs a word on either side", ""),
    ("AND", "", "AND needs a word on either side and was left out; write peace AND treaty", ""),
    ("a AND", "a", "AND needs a word on either side", "a"),
    # a minus with nothing behind it
    ("-", "", "- stands alone and was left out; write -war, without a space", ""),
    ("peace -", "peace", "- stands alone", "peace"),
    ("peace - war", "peace war", "- stands alone", "peace war"),
    # brackets
    ("a -(b OR c) d", "a -b -c d", "-( ) was taken to hold for each of the words", "a -b -c d"),
    ("speaker:(a OR b)", "speaker:a OR speaker:b", "speaker:( ) was", "speaker:a OR speaker:b"),
    ("-speaker:(a b)", "-speaker:a -speaker:b", "-speaker:( ) was", "-speaker:a -speaker:b"),
    ("-(a (b c))", "-a -b -c", "-( ) was taken to hold for each", "-a -b -c"),
    ("-((a b) c) d", "-a -b -c d", "-( ) was taken to hold for each", "-a -b -c d"),
    ("(a b) OR c", "a b OR c", "( ) groups nothing: OR takes only the words right", "a b OR c"),
    # stars that stand for nothing
    ("a*", "a", "a* has too few letters before its *, so a was searched as a word; write at", "a"),
    ("speaker:a*", "speaker:a", "speaker:a* has too few letters", "speaker:a"),
    ("wo*man", '"wo man"', "wo*man has a * inside, where it stands for nothing", "wo*"),
    ("f*o", '"f o"', 'f*o has a * inside, where it stands for nothing, so its parts', '"f o"'),
    # nothing but signs
    ("!!! ?", "", "!!! ? holds nothing to search for; write a word", ""),
    ("*", "", "* holds nothing to search for", ""),
    # too much
    ("a" * 512 + "b c", "a" * 512, "b c and all after it was left out: a query has at", "a" * 512),
    ("a " * 32 + "b c", "a " * 31 + "a", "b and all after it was left out", "a " * 31 + "a"),
    # several at once
    ("speeker:a* OR", "speeker a", "speeker: is not a field", "speaker:a"),
    ('"peace said:2022-13 -', "peace", '" is never closed', '"peace" said:2022'),
]  # fmt: skip
broken = pytest.mark.parametrize(
    ("text", "understood", "note", "repaired"),
    [pytest.param(*row, id=row[0][:30]) for row in BROKEN],
)


@broken
def test_it_says_what_was_understood_what_was_not_and_what_was_meant(
    text: str, understood: str, note: str, repaired: str
) -> None:
    query = parse(text)
    assert query.to_text() == understood
    assert str(query.ignored[0]).startswith(note)
    assert query.repaired == repaired


@broken
def test_the_repaired_query_is_read_without_a_note(
    text: str, understood: str, note: str, repaired: str
) -> None:
    query = parse(repaired)
    assert query.ignored == ()
    assert query.repaired == ""
    assert query.to_text() == repaired


@pytest.mark.django_db
@broken
def test_the_search_box_takes_it_and_says_so(
    text: str, understood: str, note: str, repaired: str, client: Client
) -> None:
    response = client.get("/quotes/", {"q": text})
    assert response.status_code == 200
    shown = response.content.decode()
    assert escape(parse(text).ignored[0].reason) in shown
    assert f'value="{escape(text)}"' in shown  # to be mended by hand


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0",
        "peace -war",
        "10:30",
        "https://a.jp",
        "a AND b",
        "NEAR(a b)",
        "(a OR b) c",
        "(a b) c",
        "-(a) -(a b",
        "C++ & AT&T",
        "Japan – Russia",
        "peace -- or war",
        "peace (and a treaty): he said",
    ],
)
def test_it_says_nothing_where_nothing_was_ignored(text: str) -> None:
    query = parse(text)
    assert query.ignored == ()
    assert query.repaired == ""


def test_a_repaired_query_keeps_the_limits() -> None:
    for text in ("said:20221 " * 60, '"' + "a " * 300, "speeker:a " * 60, "ﷺ " * 300 + '"'):
        repaired = parse(text).repaired
        assert len(repaired) <= MAX_CHARACTERS
        assert len(repaired.split(" ")) <= MAX_TERMS


# Beside `q=peace`: what is asked, and the parameter that is at fault; "" where none is.
PARAMETERS = [
    ("said_from=2022-13", "said_from"),  # no such month
    ("said_to=yesterday", "said_to"),
    ("published_from=x", "published_from"),
    ("published_to=" + "1" * 3000, "published_to"),  # far too long
    ("said_from=%00", "said_from"),
    ("said_from=2024&said_to=2022", "said_from"),  # the wrong way round
    ("said_from=2022&said_to=", ""),  # an open end
    ("speaker=nobody", "speaker"),
    ("speaker=%00", "speaker"),
    ("speaker=%ED%A0%80", "speaker"),  # half a surrogate pair
    ("speaker=" + "a" * 300, "speaker"),
    ("speaker=" + "&speaker=".join(f"a{n}" for n in range(60)), "speaker"),  # very many
    ("speaker=", ""),  # nothing chosen
    ("position=nothing", "position"),
    ("publication=nothing", "publication"),
    ("topic=nothing", "topic"),
    ("lang=english", "lang"),
    ("mode=loud", "mode"),
    ("mode=direct&mode=loud", "mode"),  # one of two
    ("standing=x", "standing"),
    ("verdict=x", "verdict"),
    ("place=" + "a" * 300, "place"),
    ("place=%00", "place"),
    ("sort=best", "sort"),
    ("sort=", ""),
    ("page=0", "page"),
    ("page=-1", "page"),
    ("page=x", "page"),
    ("page=1e3", "page"),
    (f"page={2**70}", "page"),  # more than a database's numbers
    ("page=", ""),
    ("unknown=1", ""),
]


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize(
    ("parameters", "at_fault"), PARAMETERS, ids=[asked[:30] for asked, _ in PARAMETERS]
)
def test_a_broken_parameter_is_named_and_the_rest_is_searched(
    parameters: str, at_fault: str, client: Client
) -> None:
    response = client.get(f"/quotes/?q=peace&{parameters}")
    assert response.status_code == (400 if at_fault else 200)
    shown = response.content.decode()
    assert 'value="peace"' in shown
    # Linked to its field where the page has one.
    errors = re.findall(r'<li>(?:<a href="#\w+">)?([\w ]+)(?:</a>)?: .{10,}</li>', shown)
    assert errors == ([QuoteFilterSet.base_filters[at_fault].label] if at_fault else [])
    assert '<ol class="results"' in shown


@pytest.mark.django_db
def test_a_query_of_any_length_is_answered(client: Client) -> None:
    response = client.get("/quotes/", {"q": "a" * 20_000})
    assert response.status_code == 200
    assert "a query has at most 512 characters" in response.content.decode()
