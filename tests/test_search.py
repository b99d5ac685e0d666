"""The search page: what a reader asks, and what a reader sees."""

import html
import re

import pytest
from django.test import Client
from hypothesis import HealthCheck, example, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st
from pytest_django.fixtures import DjangoAssertNumQueries

from citations.filters import QuoteFilterSet
from citations.models import Article, Quote
from citations.search import follow
from citations.search.analysis import for_index, terms

pytestmark = pytest.mark.usefixtures("indexed")

KISHIDA = {"difficult", "unacceptable", "Regrettably,", "Resuming the", "The current "}
TSUNOKA = {"All the form", "We are back "}
FUKUZAWA = {"Before, I ha", "I ended up u"}
HAYASHI = {"But in light"}
MINISTRY = {"Under curren"}
RALLY = {"illegal occu", "occupation w"}
EVERYTHING = KISHIDA | TSUNOKA | FUKUZAWA | HAYASHI | MINISTRY | RALLY


@pytest.fixture
def indexed(seed: None) -> None:
    follow.rebuild()


def shown(client: Client, **asked: object) -> set[str]:
    """The beginnings of the quotes on the first page of results."""
    response = client.get("/quotes/", asked)
    assert response.status_code == 200, response.content.decode()
    return {result.quote.text[:12] for result in response.context["results"]}


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
    follow.rebuild()
    for query in queries:
        response = client.get("/quotes/", {"q": query})
        assert [result.quote.text for result in response.context["results"]] == [stored], query
        assert "<mark>" in response.content.decode(), query


@given(text=st.text(max_size=60) | st.text(alphabet=st.characters(max_codepoint=127), max_size=60))
def test_what_is_indexed_is_what_is_looked_for(text: str) -> None:
    assert for_index(text).split() == [term.text for term in terms(text)]


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
    follow.rebuild()
    assert ("difficult" in shown(client, q=query)) is expected


def test_two_articles_do_not_cover_the_time_between_them(client: Client) -> None:
    quote = Quote.objects.get(text="difficult")
    early = Article.objects.create(headline="Early", kind="webpage", published="1999")
    quote.appearances.create(article=early, exact="difficult")
    follow.rebuild()
    assert "difficult" in shown(client, q="published:1999-07")
    assert "difficult" not in shown(client, q="published:2000..2023")


def test_it_finds_the_office_worked_out_from_the_day(client: Client) -> None:
    Quote.objects.filter(speaker__slug="kishida-fumio").update(position=None)
    follow.rebuild()
    assert "difficult" in shown(client, q="position:“prime minister”")
    assert "difficult" in shown(client, position="Prime Minister")


def test_it_finds_nothing_that_is_not_published(client: Client) -> None:
    Quote.objects.filter(text="difficult").update(state="proposed")
    Quote.objects.filter(text="unacceptable").update(state="rejected")
    follow.rebuild()
    response = client.get("/quotes/")
    assert response.context["found"].total == 11
    assert shown(client, q="") == EVERYTHING - {"difficult", "unacceptable"}
    assert all(value.count for facet in response.context["facets"] for value in facet.values)
    counts = {value.value: value.count for value in response.context["facets"][0].values}
    assert counts["kishida-fumio"] == 3


def test_no_filter_tells_of_a_record_with_nothing_published(client: Client) -> None:
    Quote.objects.filter(speaker__slug="hayashi-yoshimasa").update(state="proposed")
    follow.rebuild()
    for asked in ({"speaker": "hayashi-yoshimasa"}, {"position": "Foreign Minister"}):
        response = client.get("/quotes/", asked)
        assert response.status_code == 400
        assert "Hayashi" not in response.content.decode()


def test_a_quote_taken_back_after_it_was_indexed_is_not_shown(client: Client) -> None:
    Quote.objects.filter(text="difficult").update(state="rejected")
    assert "difficult" not in shown(client, q="speaker:kishida")


def test_filters_narrow_and_several_values_of_one_widen(client: Client) -> None:
    assert shown(client, speaker="hayashi-yoshimasa") == HAYASHI
    both = ["hayashi-yoshimasa", "fukuzawa-hideo"]
    assert shown(client, speaker=both) == HAYASHI | FUKUZAWA
    assert shown(client, speaker=both, position="Foreign Minister") == HAYASHI
    assert shown(client, place="Nemuro City") == TSUNOKA
    assert shown(client, topic="peace-treaty", said_to="2022-03-21", speaker=both) == HAYASHI
    assert shown(client, published_from="2024") == {
        "difficult", "Regrettably,", "Resuming the"
    } | RALLY  # fmt: skip


def test_a_facet_counts_what_choosing_its_values_would_give(client: Client) -> None:
    facets = {facet.name: facet for facet in client.get("/quotes/").context["facets"]}
    assert {"speaker", "position", "topic", "lang", "mode", "standing", "verdict"} <= set(facets)
    for facet in facets.values():
        for value in facet.values:
            followed = client.get(value.url).context
            assert followed["found"].total == value.count, (facet.name, value.label)


def test_a_facet_is_not_narrowed_by_its_own_choice(client: Client) -> None:
    everybody = client.get("/quotes/").context["facets"][0].values
    with_one = client.get("/quotes/?speaker=hayashi-yoshimasa").context["facets"][0].values
    assert [(v.value, v.count) for v in with_one] == [(v.value, v.count) for v in everybody]
    assert [v.value for v in with_one if v.chosen] == ["hayashi-yoshimasa"]


def test_every_condition_has_a_chip_that_takes_it_away(client: Client) -> None:
    asked = "q=treaty+-concluded&speaker=russian-foreign-ministry&said_from=2022&place="
    chips = client.get(f"/quotes/?{asked}").context["chips"]
    assert [chip.label for chip in chips] == [
        "treaty", "without “concluded”", "Russian Foreign Ministry", "said from 2022"
    ]  # fmt: skip
    for chip in chips:
        rest = client.get(chip.url).context["chips"]
        assert [each.label for each in rest] == [c.label for c in chips if c is not chip]


def test_it_sorts_by_the_day_said(client: Client) -> None:
    newest = client.get("/quotes/?sort=newest").context["results"]
    oldest = client.get("/quotes/?sort=oldest").context["results"]
    assert newest[0].quote.occasion.date == "2024-02-07"
    assert oldest[0].quote.occasion.date == "{2021-02-07,2022-02-07}"


def test_without_words_the_newest_come_first(client: Client) -> None:
    chosen = [link.label for link in client.get("/quotes/").context["sorts"] if link.chosen]
    assert chosen == ["Newest"]
    chosen = [link.label for link in client.get("/quotes/?q=the").context["sorts"] if link.chosen]
    assert chosen == ["Relevance"]


def test_the_words_found_are_marked(client: Client) -> None:
    page = client.get("/quotes/?q=treaties+shock").content.decode()
    assert "found" in page
    page = client.get("/quotes/?q=shocked+nemuro").content.decode()
    assert "<mark>shock</mark>" in page


def test_marks_never_let_markup_through(client: Client) -> None:
    Quote.objects.filter(text="difficult").update(text="<script>alert('x')</script> & difficult")
    follow.rebuild()
    page = client.get("/quotes/?q=script+difficult").content.decode()
    assert "<script>alert" not in page
    assert "&lt;<mark>script</mark>&gt;" in page
    assert "&amp; <mark>difficult</mark>" in page


def test_the_heading_says_how_many_and_what(client: Client) -> None:
    page = text_of(client.get('/quotes/?q="peace+treaty"&speaker=kishida-fumio').content.decode())
    assert "1 quotation" in page
    assert "“peace treaty”" in page
    assert "Kishida Fumio" in page


IGNORED = [
    ("said:yesterday treaty", "said:yesterday"),
    ('"peace treaty', "is never closed"),
    ("colour:red treaty", "colour"),
    ("treaty OR", "OR"),
    ("a* treaty", "a*"),
    ("x" * 10_000, "at most 512 characters"),
    (" ".join(f"w{number}" for number in range(40)), "32 terms"),
]


@pytest.mark.parametrize(("query", "said"), IGNORED, ids=[said for _, said in IGNORED])
def test_it_says_what_it_ignored(client: Client, query: str, said: str) -> None:
    response = client.get("/quotes/", {"q": query})
    assert response.status_code == 200
    assert said in text_of(response.content.decode())


REFUSED = [
    ({"said_from": "yesterday"}, "“yesterday” is not a date that can be read"),
    ({"said_to": "2024-02-30"}, "2024-02-30"),
    ({"published_from": "02/07/2024"}, "02/07/2024"),
    ({"speaker": "nobody"}, "There is no speaker “nobody”"),
    ({"speaker": "a\0b"}, "This is no speaker"),
    ({"topic": "x" * 10_000}, "This is no topic"),
    ({"lang": "tlh"}, "There is no language “tlh”"),
    ({"mode": "loud"}, "“loud” is not one of direct, partial, indirect"),
    ({"standing": "true"}, "“true” is not one of accepted, disputed, misattributed"),
    ({"verdict": "99999999999999999999"}, "is not one of verbatim"),
    ({"place": "a\0b"}, "Null characters are not allowed"),
    ({"place": "x" * 10_000}, "at most 200 characters"),
    ({"sort": "best"}, "“best” is not one of relevance, newest, oldest"),
    ({"page": "two"}, "Enter a whole number"),
    ({"page": "0"}, "greater than or equal to 1"),
    ({"page": "9" * 30}, "less than or equal to 10000"),
    ({"page": "-1"}, "greater than or equal to 1"),
    ({"speaker": [f"s{number}" for number in range(60)]}, "Choose at most 50 values"),
]


@pytest.mark.parametrize(("asked", "said"), REFUSED, ids=[str(row[0])[:40] for row in REFUSED])
def test_a_filter_that_cannot_be_read_is_named_with_its_remedy(
    client: Client, asked: dict[str, str], said: str
) -> None:
    response = client.get("/quotes/", asked)
    assert response.status_code == 400
    page = text_of(response.content.decode())
    assert said in page
    assert QuoteFilterSet.base_filters[next(iter(asked))].label in page


def test_a_page_beyond_the_last_is_the_last_and_says_so(client: Client) -> None:
    response = client.get("/quotes/?page=99")
    assert response.status_code == 200
    assert len(response.context["results"]) == 13
    assert "99" in text_of(response.content.decode())


def test_pages_divide_what_was_found(client: Client) -> None:
    speaker = Quote.objects.get(text="difficult").speaker
    Quote.objects.bulk_create(
        Quote(speaker=speaker, text=f"thing {number}", state="published") for number in range(45)
    )
    follow.rebuild()
    seen: list[str] = []
    url = "/quotes/?q=thing"
    while url:
        context = client.get(url).context
        seen += [result.quote.text for result in context["results"]]
        url = context["page"].next
    assert sorted(seen) == sorted(f"thing {number}" for number in range(45))
    assert context["page"].previous
    assert (context["page"].first, context["page"].last) == (41, 45)


def test_it_asks_the_database_a_fixed_number_of_times(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(12):
        client.get("/quotes/?q=the&speaker=kishida-fumio&topic=peace-treaty&lang=en")


PARAMETERS = list(QuoteFilterSet.base_filters)
TEXTS = st.text(max_size=60) | st.sampled_from(
    ["2022", "2022..", "9" * 40, "\0", "kishida-fumio", "“", "-", "[..]", "said:[", "\ud800", "ﷺ"]
)


@hypothesis(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=st.dictionaries(st.sampled_from(PARAMETERS), st.lists(TEXTS, max_size=3), max_size=5))
@example(asked={"q": ["said:[2022..2021]"]})
@example(asked={"said_from": ["9999-12-31"], "said_to": ["0001"]})
def test_no_parameter_breaks_the_page(client: Client, asked: dict[str, list[str]]) -> None:
    printable = {
        name: [text.encode("utf-8", "replace").decode() for text in texts]
        for name, texts in asked.items()
    }
    assert client.get("/quotes/", printable).status_code in (200, 400)


@hypothesis(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(alphabet='ab "“”-*:OR said..2022[]/,田岸', max_size=40))
def test_any_query_is_answered(client: Client, query: str) -> None:
    assert client.get("/quotes/", {"q": query}).status_code == 200


def text_of(page: str) -> str:
    """What a reader reads: the page without its tags, spaces folded."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
