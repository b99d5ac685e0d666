"""What a search finds, and what it does not."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from citations.index import sync
from citations.index.analysis import index_terms, indexable_text
from citations.models import Article, Quote
from tests.support.seen import (
    EVERYTHING,
    FUKUZAWA,
    HAYASHI,
    KISHIDA,
    MINISTRY,
    RALLY,
    TSUNOKA,
    shown,
    texts,
)

pytestmark = pytest.mark.usefixtures("indexed")

FOUND = [
    # one man under two name orders, with a comma, without case, and in Japanese
    ("fumio kishida", KISHIDA),
    ("kishida fumio", KISHIDA),
    ("Kishida, Fumio", KISHIDA),
    ("岸田", KISHIDA),
    ("岸田文雄", KISHIDA),
    ("文雄", KISHIDA),
    ("田", KISHIDA),  # a single character, in the middle of a name
    ("fumio kishída", KISHIDA),
    ("speaker:岸田", KISHIDA),
    # a place of the occasion
    ("nemuro", TSUNOKA),
    ("place:nemuro", TSUNOKA),
    # a speaker by field, and by a name in Japanese
    ("speaker:hayashi", HAYASHI),
    ("speaker:林芳正", HAYASHI),
    # an organisation
    ("russian foreign ministry", MINISTRY),
    # a word that stands only in the articles' own prose
    ("visa-free", set()),
    ("tourism", set()),
    # ... is found by the field for it, where it stands near a quotation
    ("context:soldier", {"Before, I ha"}),
    ("context:soldi*", {"Before, I ha"}),
    ('context:"soviet soldier held"', {"Before, I ha"}),
    ('context:"soviet soldiers held"', set()),
    # the office
    ("position:minister", KISHIDA | HAYASHI),
    ("foreign minister", HAYASHI),  # not the ministry: both words, and the office
    # a phrase does not run from one name, or one field, into the next
    ('speaker:"fumio fumio"', set()),
    ('"northern territories tokyo"', set()),
    # phrases, in marks of any kind
    ('"peace treaty"', {"Regrettably,", "Under curren"}),
    ("“peace treaty”", {"Regrettably,", "Under curren"}),
    ("「peace treaty」", {"Regrettably,", "Under curren"}),
    ('"treaty peace"', set()),
    # a phrase is not stemmed, a word is
    ('"former islander"', set()),
    ("islander campaign", {"All the form"}),
    # apostrophes, curly and straight
    ("we’re back", {"I ended up u"}),
    ("we're back", {"I ended up u"}),
    # not, or, prefix
    ("treaty -concluded", {"Under curren"}),
    ("-speaker:kishida -position:minister", TSUNOKA | FUKUZAWA | MINISTRY | RALLY),
    ("nemuro OR speaker:hayashi", TSUNOKA | HAYASHI),
    ("deterio* OR regrett*", {"Regrettably,"}),
    # dates: a month, a range, before everything
    ("said:2024-02", {"difficult", "Regrettably,", "Resuming the", "illegal occu"}),
    ("said:2022-03-21..2022-03-21 ministry", MINISTRY),
    ("said:..2020", set()),
    ("published:2024-02-08", {"difficult", "Regrettably,", "Resuming the"} | RALLY),
    # other fields
    ("lang:en", EVERYTHING),
    ("lang:fr", set()),
    ("mode:partial", {"difficult", "unacceptable"} | RALLY),
    ("standing:disputed", set()),
    ("event:rally speaker:kishida", {"difficult", "Regrettably,", "Resuming the"}),
]  # fmt: skip


@pytest.mark.parametrize(("query", "expected"), FOUND, ids=[query for query, _ in FOUND])
def test_it_finds(client: Client, query: str, expected: set[str]) -> None:
    assert shown(client, q=query) == expected


STORED = [
    # what stands in the quotation, what is asked
    (
        "岸田首相は2022年に東京サミットG7で話した",
        ["2022年", "“2022年”", "首相は2022", "サミットG7", "G7で", "年に", "話"],
    ),
    ("nego\u00adtiation tele\u200bvised", ["“negotiation”", "televised"]),
    ("ｷｼﾀﾞ首相", ["キシダ", "ｷｼﾀﾞ"]),
    ("Señor Müller’s café", ["senor muller", "“müller's cafe”", "CAFÉ"]),
    ("an anti-state measure", ["anti-s*", "anti-state", "“anti state”"]),
    ("the Straße and the naïveté", ["strasse", "naivete"]),
]  # fmt: skip


@pytest.mark.parametrize(("stored", "queries"), STORED, ids=[row[0][:12] for row in STORED])
def test_it_finds_every_way_of_writing(client: Client, stored: str, queries: list[str]) -> None:
    Quote.objects.filter(text="difficult").update(text=stored)
    sync.rebuild_index()
    for query in queries:
        response = client.get("/quotes/", {"q": query})
        assert texts(response.context["results"]) == [stored], query
        assert "<mark>" in response.content.decode(), query


@given(text=st.text(max_size=60) | st.text(alphabet=st.characters(max_codepoint=127), max_size=60))
def test_words_are_indexed_as_they_are_searched(text: str) -> None:
    assert indexable_text(text).split() == [term.text for term in index_terms(text)]


PRINTED = [
    # when an article was published, the days asked for, whether it is found
    ("2022-03/..", "published:2023", True),
    ("2022-03/..", "published:2021", False),
    ("../2022-09", "published:2020", True),
    ("../2022-09", "published:2022-10..", False),
    ("19XX", "published:1980", True),
    ("19XX", "published:2000", False),
    ("2021-06/2023-02", "published:2022-05-05", True),
    ("2021-06/2023-02", "published:2021-05-31", False),
    ("2021-06/2023-02", "published:2023-03..", False),
    ("2022", "published:2022-12-31", True),
    ("", "published:2022", False),
]


@pytest.mark.parametrize(("published", "query", "expected"), PRINTED)
def test_it_finds_every_day_an_article_may_be_of(
    client: Client, published: str, query: str, *, expected: bool
) -> None:
    Article.objects.filter(key="46X7TFXG").update(published=published)
    sync.rebuild_index()
    assert ("difficult" in shown(client, q=query)) is expected


def test_two_articles_do_not_cover_the_time_between_them(client: Client) -> None:
    quote = Quote.objects.get(text="difficult")
    early = Article.objects.create(headline="Early", kind="webpage", published="1999")
    quote.appearances.create(article=early, exact="difficult")
    sync.rebuild_index()
    assert "difficult" in shown(client, q="published:1999-07")
    assert "difficult" not in shown(client, q="published:2000..2023")


def test_it_finds_the_office_worked_out_from_the_day(client: Client) -> None:
    Quote.objects.filter(speaker__slug="kishida-fumio").update(position=None)
    sync.rebuild_index()
    assert "difficult" in shown(client, q="position:“prime minister”")
    assert "difficult" in shown(client, position="Prime Minister")


def test_it_finds_nothing_that_is_not_published(client: Client) -> None:
    Quote.objects.filter(text="difficult").update(state="proposed")
    Quote.objects.filter(text="unacceptable").update(state="rejected")
    sync.rebuild_index()
    response = client.get("/quotes/")
    assert response.context["found"].total == 11
    assert shown(client, q="") == EVERYTHING - {"difficult", "unacceptable"}
    assert all(value.number for facet in response.context["facets"] for value in facet.values)
    counts = {value.value: value.number for value in response.context["facets"][0].values}
    assert counts["kishida-fumio"] == 3


def test_a_quote_withdrawn_after_indexing_is_not_shown(client: Client) -> None:
    Quote.objects.filter(text="difficult").update(state="rejected")
    assert "difficult" not in shown(client, q="speaker:kishida")
