"""The page of results: its heading, its lines, its chips, its pages."""

from dataclasses import replace

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from citations.forms.quote_filters import QuoteFilterSet
from citations.index import sync
from citations.models import Appearance, Article, Quote
from citations.models.appearances import primary_appearance
from citations.models.projections import with_record
from citations.pages.results.result_rows import pages_of, results_of
from citations.query.parser import parse_query
from citations.views.search import search
from tests.support.seen import text_of, texts

pytestmark = pytest.mark.usefixtures("indexed")


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
    assert newest[0].said == "2024-02-07"
    assert oldest[0].said == "{2021-02-07,2022-02-07}"


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
    sync.rebuild_index()
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
    sync.rebuild_index()
    seen: list[str] = []
    url = "/quotes/?q=thing"
    while url:
        context = client.get(url).context
        seen += texts(context["results"])
        url = context["page"].next
    assert sorted(seen) == sorted(f"thing {number}" for number in range(45))
    assert context["page"].previous
    assert (context["page"].first, context["page"].last) == (41, 45)


def test_it_asks_the_database_a_fixed_number_of_times(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(12):
        client.get("/quotes/?q=the&speaker=kishida-fumio&topic=peace-treaty&lang=en")


# Lines -------------------------------------------------------------------------------------


def test_a_line_says_what_the_quote_itself_says() -> None:
    Quote.objects.filter(speaker__slug="kishida-fumio").update(position=None)  # by the day then
    quotes = with_record(Quote.objects.published())
    for quote, line in zip(quotes, results_of([quote.pk for quote in quotes]), strict=True):
        appearance = primary_appearance(quote)
        assert appearance
        assert (line.key, line.url, line.mode) == (quote.key, quote.get_absolute_url(), quote.mode)
        assert texts([line])[0].removesuffix(" …") in quote.text
        assert (line.speaker, line.office) == (quote.speaker.name, str(quote.office or ""))
        assert line.speaker_url == quote.speaker.get_absolute_url()
        assert line.said == (quote.occasion.date if quote.occasion else "")
        assert line.source.headline == appearance.article.headline
        assert line.place_url == appearance.get_absolute_url()


def test_a_line_shows_the_primary_appearance_else_the_first() -> None:
    quote = Quote.objects.get(text="difficult")
    later = Article.objects.create(headline="Later", kind="webpage")
    Appearance.objects.create(quote=quote, article=later, exact="difficult")
    assert results_of([quote.pk])[0].source.headline != "Later"
    quote.appearances.update(primary=False)
    assert results_of([quote.pk])[0].source.headline != "Later"
    quote.appearances.filter(article=later).update(primary=True)
    assert results_of([quote.pk])[0].source.headline == "Later"


def test_lines_keep_their_order_and_leave_out_what_is_not_published() -> None:
    numbers = list(Quote.objects.order_by("-pk").values_list("pk", flat=True))
    Quote.objects.filter(pk=numbers[3]).update(state="rejected")
    keys = dict(Quote.objects.values_list("pk", "key"))
    lines = results_of([*numbers, 10_000_000], parse_query("the"))
    assert [line.key for line in lines] == [keys[n] for n in numbers if n != numbers[3]]
    assert results_of([]) == []


def test_lines_cost_three_queries_however_many(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    numbers = list(Quote.objects.values_list("pk", flat=True))
    with django_assert_max_num_queries(3):
        results_of(numbers)


DIRECTIONS = [
    ("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("fa", "rtl"), ("ja", "ltr"),
    ("az-Arab", "rtl"), ("ku-Latn", "ltr"), ("ar-Latn", "ltr"), ("x-own", "ltr"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "direction"), DIRECTIONS)
def test_a_quotation_runs_as_its_language_does(
    client: Client, language: str, direction: str
) -> None:
    Quote.objects.filter(text="difficult").update(language=language)
    sync.rebuild_index()
    page = client.get("/quotes/", {"lang": language}).content.decode()
    assert f'lang="{language}" dir="{direction}"' in page


# What else the page says ----------------------------------------------------------------------


REPAIRED = [
    # what is typed, the query that is offered instead
    ('"peace treaty', '"peace treaty"'),
    ("speeker:kishida", "speaker:kishida"),
    ("said:2022-13", "said:2022"),
    ("treaty", ""),
]


@pytest.mark.parametrize(("query", "repaired"), REPAIRED)
def test_it_offers_a_repaired_query(client: Client, query: str, repaired: str) -> None:
    response = client.get("/quotes/", {"q": query, "topic": "peace-treaty"})
    assert (f"Search for {repaired}" in text_of(response.content.decode())) is bool(repaired)
    if repaired:
        offered = client.get(response.context["repaired_url"])
        assert not offered.context["query"].ignored
        assert "Peace treaty" in [chip.label for chip in offered.context["chips"]]


def test_thousands_are_set_apart(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    found = replace(search.find(QuoteFilterSet({}).search), total=1_234_567)
    monkeypatch.setattr(search, "find", lambda asked, read: found)
    page = text_of(client.get("/quotes/?page=500").content.decode())
    assert "1,234,567 quotations" in page
    assert "9,981 to 10,000 of 1,234,567" in page
    assert "These pages end here, at 10,000 of 1,234,567: narrow the search" in page


def test_pages_end_at_500() -> None:
    assert [pages_of(total) for total in (0, 1, 20, 21, 9_999, 10_000, 10_001)] == [
        1, 1, 1, 2, 500, 500, 500
    ]  # fmt: skip


def test_what_is_found_can_be_taken_along(client: Client) -> None:
    taken = client.get("/quotes/?q=treaty&sort=oldest&page=1&more=").context["downloads"]
    assert taken == {
        "csv": "/quotes.csv?q=treaty&sort=oldest",
        "jsonl": "/quotes.jsonl?q=treaty&sort=oldest",
        "atom": "/quotes.atom?q=treaty&sort=oldest",
    }
    page = client.get("/quotes/?q=treaty").content.decode()
    assert '<link rel="alternate" type="application/atom+xml"' in page
