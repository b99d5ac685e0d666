"""The public pages: what each shows, to whom, in how many queries."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from citations.models import (
    Appearance,
    Article,
    Occasion,
    Position,
    Publication,
    Quote,
    QuoteRelation,
    Snapshot,
    Speaker,
    SpeakerName,
    Topic,
    sha256_of,
)

SPLIT = "0ZRS6RJV"  # the ministry's statement, whose two sentences the article parts
TWICE = "VMBBKS08"  # “unacceptable”, printed twice in one article
ADDRESSES = (
    "/",
    "/speakers/",
    "/speakers/kishida-fumio/",
    "/articles/",
    "/articles/2QYFQPNN/",
    "/dates/",
    "/topics/peace-treaty/",
    f"/quotes/{SPLIT}/",
    f"/quotes/{TWICE}/",
)


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


class Outline(HTMLParser):
    """What of a page's structure can be read without a browser."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.attributes: set[str] = set()
        self.tags: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))


# Structure -----------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_has_one_title_and_its_headings_in_order(
    client: Client, seed: None, address: str
) -> None:
    outline = Outline(page(client, address))
    assert outline.headings[0] == 1
    assert outline.headings.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(outline.headings, outline.headings[1:], strict=False))


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_names_each_place_once_and_holds_nothing_inline(
    client: Client, seed: None, address: str
) -> None:
    outline = Outline(page(client, address))
    assert len(outline.ids) == len(set(outline.ids))
    assert "style" not in outline.attributes | set(outline.tags)
    assert not [name for name in outline.attributes if name.startswith("on")]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_the_same_few_queries_however_much_there_is(
    client: Client, seed: None, address: str, django_assert_max_num_queries: Callable[..., object]
) -> None:
    with django_assert_max_num_queries(13):
        page(client, address)


def copies_of(quote: Quote, number: int) -> None:
    """Many more quotes like this one, each with an appearance, a speaker and an occasion."""
    appearance = quote.appearances.get(primary=True)
    for n in range(number):
        speaker = Speaker.objects.create(slug=f"speaker-{n}", name=f"Speaker {n}")
        occasion = Occasion.objects.create(slug=f"occasion-{n}", date=f"{1900 + n}-01-01")
        said_by = quote.speaker if n % 2 else speaker
        copy = Quote.objects.create(
            speaker=said_by, text=f"{quote.text} {n}", occasion=occasion, state="published"
        )
        copy.topics.set(quote.topics.all())
        article = Article.objects.create(headline=f"Article {n}", kind="webpage")
        Appearance.objects.create(quote=copy, article=article, exact=appearance.exact)


@pytest.mark.parametrize(
    "address",
    ["/speakers/", "/speakers/kishida-fumio/", "/articles/", "/dates/", "/topics/peace-treaty/"],
)
def test_a_list_takes_no_more_queries_the_longer_it_is(
    client: Client, seed: None, address: str
) -> None:
    with CaptureQueriesContext(connection) as few:
        page(client, address)
    copies_of(Quote.objects.get(key=TWICE), 60)
    with CaptureQueriesContext(connection) as many:
        page(client, address)
    assert len(many) <= len(few)


# The front page ------------------------------------------------------------------------------


def test_the_front_page_counts_what_is_published_and_nothing_else(
    client: Client, seed: None
) -> None:
    Quote.objects.filter(speaker__slug="hayashi-yoshimasa").update(state="proposed")
    counts = client.get("/").context["counts"]
    assert (counts.quotations, counts.speakers, counts.sources) == (12, 5, 2)


def test_the_quotation_of_the_day_is_one_for_everybody_and_changes(seed: None) -> None:
    Appearance.objects.update(verdict="verbatim")
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(60)]
    chosen = [Quote.objects.of_the_day(day) for day in days]
    assert chosen == [Quote.objects.of_the_day(day) for day in days]
    assert all(quote and quote.mode == "direct" and quote.is_published for quote in chosen)
    assert len(set(chosen)) > 1


def test_the_front_page_shows_no_quotation_that_nobody_checked(client: Client, seed: None) -> None:
    assert client.get("/").context["quote"] is None


def test_the_front_page_with_a_query_leads_to_its_results(client: Client, db: None) -> None:
    response = client.get("/?q=peace+treaty&sort=newest")
    assert response.headers["Location"] == "/quotes/?q=peace+treaty&sort=newest"


@pytest.mark.parametrize("address", ["/", "/speakers/", "/articles/", "/dates/"])
def test_a_page_of_an_empty_house_says_so(client: Client, db: None, address: str) -> None:
    assert "published" in page(client, address)


# A quote -------------------------------------------------------------------------------------


def test_a_quote_says_who_in_what_office_when_and_where(client: Client, seed: None) -> None:
    html = page(client, f"/quotes/{TWICE}/")
    for words in ("Prime Minister, Japan", "22 March 2022", "protest to Russia"):
        assert words in html
    assert '<time datetime="2022-03-22">' in html


def test_a_quote_is_a_blockquote_with_language_source_and_key(client: Client, seed: None) -> None:
    html = page(client, f"/quotes/{SPLIT}/")
    assert f'<blockquote id="{SPLIT}" class="wording direct" lang="en" dir="auto" cite="' in html


@pytest.mark.parametrize(
    ("mode", "marked"), [("partial", True), ("direct", False), ("indirect", False)]
)
def test_only_a_partial_quote_is_a_q(client: Client, seed: None, mode: str, marked: bool) -> None:
    Quote.objects.filter(key=TWICE).update(mode=mode)
    assert ("<p><q>unacceptable</q></p>" in page(client, f"/quotes/{TWICE}/")) is marked


def test_a_quote_stands_in_its_passage_with_its_words_marked(client: Client, seed: None) -> None:
    html = page(client, f"/quotes/{SPLIT}/")
    assert "<mark>Under current conditions, the Russian Federation does not intend" in html
    assert "The Russian Foreign Ministry issued a statement on March 21." in html


def test_a_quote_leads_to_the_words_in_the_live_page(client: Client, seed: None) -> None:
    Article.objects.update(url="https://news.example/a?b=1")
    html = page(client, f"/quotes/{TWICE}/")
    assert 'href="https://news.example/a?b=1#:~:text=Fumio%20called%20Russia%E2%80%99s' in html


def test_two_places_in_one_article_are_two_addresses(client: Client, seed: None) -> None:
    html = page(client, f"/quotes/{TWICE}/")
    outline = Outline(page(client, "/articles/2QYFQPNN/"))
    assert f"/articles/2QYFQPNN/#q-{TWICE}" in html
    assert "/articles/2QYFQPNN/#a-4NTF0RVX" in html
    assert {f"q-{TWICE}", "a-4NTF0RVX"} <= set(outline.ids)


def test_a_quote_without_an_archived_text_shows_what_is_known(client: Client, seed: None) -> None:
    Appearance.objects.filter(quote__key=SPLIT).update(snapshot=None, segments=[])
    assert "does not intend to continue" in page(client, f"/quotes/{SPLIT}/")


@pytest.mark.parametrize("is_public", [True, False])
def test_a_misattributed_quote_gives_reasons_and_the_right_speaker(
    client: Client, seed: None, is_public: bool
) -> None:
    other = Speaker.objects.get(slug="hayashi-yoshimasa")
    if not is_public:
        other.quotes.update(state="proposed")
    Quote.objects.filter(key=TWICE).update(
        standing="misattributed", standing_note="The transcript says so.", correct_speaker=other
    )
    html = page(client, f"/quotes/{TWICE}/")
    assert "The transcript says so." in html
    assert "Hayashi Yoshimasa" in html
    assert (other.get_absolute_url() in html) is is_public


def test_only_words_as_spoken_stand_between_marks_in_the_title(client: Client, seed: None) -> None:
    assert "<title>Kishida Fumio: “unacceptable” – " in page(client, f"/quotes/{TWICE}/")
    Quote.objects.filter(key=TWICE).update(mode="indirect")
    html = page(client, f"/quotes/{TWICE}/")
    assert "<title>Kishida Fumio: unacceptable – " in html
    assert '<h1 class="unseen">Reported words of Kishida Fumio</h1>' in html


@pytest.mark.parametrize("segments", ["[[0]]", '"0-9"', "[0, 9]", '[["a", "b"]]', "[[9, 0]]"])
def test_spans_written_past_the_model_are_no_error(
    client: Client, seed: None, segments: str
) -> None:
    as_json = "%s::jsonb" if connection.vendor == "postgresql" else "%s"
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE citations_appearance SET segments = {as_json} WHERE key = '4NTF0RVX'",
            [segments],
        )
    assert "unacceptable" in page(client, f"/quotes/{TWICE}/")
    assert "unacceptable" in page(client, "/articles/2QYFQPNN/")


def test_relations_are_read_from_both_ends_and_only_to_published_quotes(
    client: Client, seed: None
) -> None:
    one, other = Quote.objects.get(key=TWICE), Quote.objects.get(key=SPLIT)
    QuoteRelation.objects.create(quote=one, kind="answers", other=other)
    assert "Answers <a" in page(client, f"/quotes/{TWICE}/")
    assert "Answered by <a" in page(client, f"/quotes/{SPLIT}/")
    Quote.objects.filter(key=SPLIT).update(state="rejected")
    assert "Answers <a" not in page(client, f"/quotes/{TWICE}/")


# An article ----------------------------------------------------------------------------------


def test_an_article_marks_each_published_quotation(client: Client, seed: None) -> None:
    html = page(client, "/articles/2QYFQPNN/")
    published = Quote.objects.published().filter(appearances__article__key="2QYFQPNN")
    for quote in published:
        assert f'id="q-{quote.key}"' in html
    assert "“most favored nation”" in html


def test_an_article_shows_a_text_as_it_is_printed(client: Client, seed: None) -> None:
    assert "<p>  • Russia does not intend" in page(client, "/articles/2QYFQPNN/")


def test_words_of_an_earlier_text_are_listed_apart(client: Client, seed: None) -> None:
    article = Article.objects.get(key="2QYFQPNN")
    Snapshot.objects.create(article=article, text="Rewritten.", sha256=sha256_of("Rewritten."))
    html = page(client, article.get_absolute_url())
    assert "<p>Rewritten.</p>" in html
    assert "Not in this text" in html
    assert f'id="q-{SPLIT}"' in html


def test_a_quote_in_two_texts_of_an_article_has_one_place_for_each(
    client: Client, seed: None
) -> None:
    article = Article.objects.get(key="2QYFQPNN")
    text = "It was called “unacceptable” again."
    newer = Snapshot.objects.create(article=article, text=text, sha256=sha256_of(text))
    quote = Quote.objects.get(text="unacceptable")
    quote.appearances.create(
        article=article, snapshot=newer, segments=[[15, 27]], exact="unacceptable"
    )
    html = page(client, article.get_absolute_url())
    ids = re.findall(r'id="([qa]-\w+)"', html)
    assert len(ids) == len(set(ids))
    assert f'id="q-{quote.key}"' in html
    for anchor in re.findall(
        r"/articles/2QYFQPNN/#([qa]-\w+)", page(client, quote.get_absolute_url())
    ):
        assert anchor in ids


# What a careful reader marks in each article, in the order of the text.
READ = {
    "2QYFQPNN": [
        (
            "Under current conditions, the Russian Federation does not intend to continue peace "
            "treaty talks with Japan"
        ),
        (
            "It is impossible to discuss a fundamental document on bilateral relations with a "
            "state that has an explicitly hostile position."
        ),
        "unacceptable",
        (
            "The current situation is the result of Russian aggression, and it is extremely unfair "
            "to blame the consequences on Japan-Russia relations"
        ),
        (
            "But in light of the current situation, we cannot comment on the prospects for "
            "negotiations"
        ),
        "unacceptable",
        "All the former islanders who campaigned for the return of the islands are in shock",
        (
            "We are back to the beginning 77 years after the end of the war. We all fear we will "
            "have to start from scratch."
        ),
        "Before, I hated the Russians",
        "I ended up understanding their ways of thinking",
        "I’m so disappointed to think we’re back to square one.",
    ],
    "46X7TFXG": [
        "difficult",
        "difficult",
        (
            "Regrettably, the issue of the Northern Territories has not been resolved and a peace "
            "treaty has not been concluded"
        ),
        (
            "Resuming the exchange activities is one of the top priorities in the Japan-Russia "
            "relationship"
        ),
        "illegal occupation",
        "occupation without legal basis",
    ],
}


@pytest.mark.parametrize("key", READ)
def test_an_article_marks_exactly_what_a_careful_reader_would(
    client: Client, seed: None, key: str
) -> None:
    marked = re.findall(r"<mark[^>]*>(.*?)</mark>", page(client, f"/articles/{key}/"), re.DOTALL)
    assert [re.sub(r"<[^>]+>", "", words) for words in marked] == READ[key]


def test_text_from_outside_is_never_markup(client: Client, seed: None) -> None:
    article = Article.objects.get(key="2QYFQPNN")
    text = "<script>alert(1)</script>"
    Snapshot.objects.create(article=article, text=text, sha256=sha256_of(text))
    Speaker.objects.update(name="<i>Name</i>")
    html = page(client, article.get_absolute_url())
    assert text not in html
    assert "<i>Name" not in html


# A speaker -----------------------------------------------------------------------------------


def test_a_speaker_shows_every_name_in_its_language(client: Client, seed: None) -> None:
    html = page(client, "/speakers/kishida-fumio/")
    assert '<h1><span class="family">Kishida</span> Fumio</h1>' in html
    assert 'lang="ja" dir="auto">岸田文雄</span>' in html


def test_a_speaker_shows_quotes_by_year_as_a_table(client: Client, seed: None) -> None:
    years = client.get("/speakers/kishida-fumio/").context["years"]
    assert [(one.year, one.count) for one in years] == [(2022, 2), (2024, 3)]


def test_a_year_that_is_not_known_is_counted_apart(client: Client, seed: None) -> None:
    Quote.objects.filter(speaker__slug="kishida-fumio").update(occasion=None)
    years = client.get("/speakers/kishida-fumio/").context["years"]
    assert [(one.year, one.count, one.url) for one in years] == [(None, 5, "")]


def test_an_office_without_dates_is_named_all_the_same(client: Client, seed: None) -> None:
    Position.objects.update(start="", end="")
    assert "Prime Minister, Japan" in page(client, "/speakers/kishida-fumio/")


def test_a_merged_speaker_leads_to_the_other_for_good(client: Client, seed: None) -> None:
    kishida = Speaker.objects.get(slug="kishida-fumio")
    Speaker.objects.create(slug="kishida-f", name="F. Kishida", merged_into=kishida)
    response = client.get("/speakers/kishida-f/")
    assert (response.status_code, response.headers["Location"]) == (301, "/speakers/kishida-fumio/")


def test_merges_made_past_the_model_lead_to_the_last_or_to_nothing(
    client: Client, seed: None
) -> None:
    kishida = Speaker.objects.get(slug="kishida-fumio")
    middle = Speaker.objects.create(slug="f-kishida", name="F. Kishida", merged_into=kishida)
    Speaker.objects.create(slug="kishida-f", name="Kishida F.", merged_into=middle)
    assert client.get("/speakers/kishida-f/").headers["Location"] == "/speakers/kishida-fumio/"
    Speaker.objects.filter(pk=kishida.pk).update(merged_into=middle)  # a circle
    assert client.get("/speakers/kishida-f/").status_code == 404


def test_a_speaker_merged_into_one_who_is_not_public_is_not_there(client: Client, db: None) -> None:
    other = Speaker.objects.create(slug="other", name="Other")
    Speaker.objects.create(slug="one", name="One", merged_into=other)
    assert client.get("/speakers/one/").status_code == 404


# Dates, publications -------------------------------------------------------------------------


def test_the_timeline_goes_from_the_newest_year_to_what_has_none(
    client: Client, seed: None
) -> None:
    years = client.get("/dates/").context["years"]
    assert [year.number for year in years] == [2024, 2022, None]


def test_a_publication_lists_its_articles(client: Client, seed: None) -> None:
    paper = Publication.objects.create(slug="paper", name="The Paper", kind="newspaper")
    Article.objects.filter(key="2QYFQPNN").update(publication=paper)
    assert "Japan-Russia peace talks suspended" in page(client, "/publications/paper/")


# Only what is published ----------------------------------------------------------------------


@pytest.mark.parametrize("state", ["proposed", "rejected"])
def test_nothing_is_public_that_nothing_published_hangs_on(
    client: Client, seed: None, state: str
) -> None:
    paper = Publication.objects.create(slug="paper", name="The Paper", kind="newspaper")
    Article.objects.update(publication=paper)
    Quote.objects.update(state=state)
    hidden: list[Model] = [
        *Quote.objects.all(),
        *Speaker.objects.all(),
        *Article.objects.all(),
        *Topic.objects.all(),
        paper,
    ]
    for record in hidden:
        address = record.get_absolute_url()  # type: ignore[attr-defined]
        assert client.get(address).status_code == 404, address
    for address in ("/", "/speakers/", "/articles/", "/dates/", "/sitemap-quotes.xml"):
        html = page(client, address)
        assert not [one for one in hidden if str(one) in html], address


def test_an_unpublished_quote_leaves_no_trace_on_the_pages_it_touches(
    client: Client, seed: None
) -> None:
    Quote.objects.filter(key=TWICE).update(state="proposed")
    touched = (
        "/",
        "/speakers/kishida-fumio/",
        "/articles/2QYFQPNN/",
        "/topics/peace-treaty/",
        "/dates/",
        "/sitemap-quotes.xml",
    )
    for address in touched:
        assert TWICE not in page(client, address), address
    assert "4 quotations" in page(client, "/speakers/kishida-fumio/")
    assert "protest to Russia" not in page(client, "/dates/")


def test_the_sitemap_lists_the_parts_and_the_parts_the_pages(client: Client, seed: None) -> None:
    assert "sitemap-quotes.xml" in page(client, "/sitemap.xml")
    assert f"/quotes/{SPLIT}/" in page(client, "/sitemap-quotes.xml")
    for part in ("pages", "speakers", "articles", "publications", "topics"):
        assert client.get(f"/sitemap-{part}.xml").status_code == 200
    assert "/sitemap.xml" in page(client, "/robots.txt")


# Bad input -----------------------------------------------------------------------------------


@pytest.mark.parametrize("asked", ["99", "0", "-1", "two", "\0", "1" * 5000, "1" * 30, "1.5"])
@pytest.mark.parametrize("address", ["/speakers/", "/speakers/kishida-fumio/", "/dates/"])
def test_any_page_number_is_answered_with_a_page(
    client: Client, seed: None, address: str, asked: str
) -> None:
    response = client.get(address, {"page": asked})
    assert response.status_code == 200
    assert "There is no page" in response.content.decode()


def test_a_page_beyond_the_last_is_the_last(client: Client, seed: None) -> None:
    copies_of(Quote.objects.get(key=TWICE), 60)
    html = page(client, "/speakers/kishida-fumio/?page=9")
    assert "There is no page “9”: this is page 2 of 2." in html


@pytest.mark.parametrize(
    "address",
    [
        "/quotes/0ZRS6RJ/",  # too short
        "/quotes/0ZRS6RJVV/",  # too long
        "/quotes/0ZRS6RJU/",  # U is no letter of a key
        "/quotes/%00%00%00%00%00%00%00%00/",
        "/quotes/００００００００/",
        "/articles/'OR1=1--/",
        f"/speakers/{'a' * 5000}/",
        "/speakers/%00/",
        "/topics/岸田/",
        "/publications/no-such/",
        "/sitemap-secrets.xml",
    ],
)
def test_an_address_of_nothing_is_not_found(client: Client, db: None, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert "There is no such page" in response.content.decode() or "sitemap" in address


@hypothesis(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(["quotes", "speakers", "articles", "publications", "topics"]),
    name=st.text(max_size=20).filter(lambda name: name.strip("./\\")),
)
def test_no_address_is_an_error(client: Client, db: None, kind: str, name: str) -> None:
    assert client.get(f"/{kind}/{name}/").status_code < 500


@pytest.mark.parametrize("name", ["speaker", "position", "topic", "lang", "mode", "verdict"])
def test_an_empty_value_asks_for_nothing(client: Client, seed: None, name: str) -> None:
    response = client.get("/quotes/", {name: ["", " "]})
    assert response.status_code == 200
    assert response.context["found"].total == client.get("/quotes/").context["found"].total


@pytest.mark.parametrize(
    ("first", "last", "wrong"),
    [
        ("2024", "2022", True),
        ("2022-03-02", "2022-03-01", True),
        ("2022-03", "2022", False),  # the month begins before the year ends
        ("2022", "2022", False),
        ("../2024", "2022", False),  # an open beginning is before everything
        ("2024", "2022/..", False),
        ("2024", "", False),
    ],
)
@pytest.mark.parametrize("days", ["said", "published"])
def test_days_that_end_before_they_begin_are_told(
    *, client: Client, seed: None, days: str, first: str, last: str, wrong: bool
) -> None:
    response = client.get("/quotes/", {f"{days}_from": first, f"{days}_to": last})
    assert response.status_code == (400 if wrong else 200)
    if wrong:
        told = f"“{first}” is later than “{last}” in “{days.capitalize()} to”: exchange the two."
        assert told in response.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_are_only_read(client: Client, db: None, method: str) -> None:
    for address in ("/", "/speakers/", "/dates/", "/robots.txt"):
        assert getattr(client, method)(address).status_code == 405


def test_an_error_is_a_page_that_needs_no_database(client: Client) -> None:
    from django.views.defaults import bad_request, permission_denied, server_error

    for view, status in ((bad_request, 400), (permission_denied, 403)):
        response = view(client.get("/robots.txt").wsgi_request, Exception())
        assert response.status_code == status
        assert b"<h1>" in response.content
    response = server_error(client.get("/robots.txt").wsgi_request)
    assert b"Something went wrong" in response.content


# Extremes ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "北方領土の問題は解決していない"),
        ("ar", "لا سلام بدون عدل"),
        ("en", "word " * 300),
        ("en", "No."),
    ],
)
def test_a_quote_of_any_language_and_length_is_set(
    client: Client, seed: None, language: str, text: str
) -> None:
    Quote.objects.filter(key=SPLIT).update(text=text, language=language)
    Speaker.objects.update(name="Sixty characters " * 4)
    html = page(client, f"/quotes/{SPLIT}/")
    assert f'lang="{language}" dir="auto"' in html
    assert text in html


def test_the_same_name_in_another_script_is_not_marked_twice(seed: None) -> None:
    from citations.templatetags.typeset import family_marked

    name = SpeakerName(name="Kishida Kishida", family="Kishida")
    assert family_marked(name) == '<span class="family">Kishida</span> Kishida'
    assert family_marked(SpeakerName(name="Kishida", family="Abe")) == "Kishida"


def test_the_addresses_are_those_of_the_contract() -> None:
    assert reverse("quote", args=[SPLIT]) == f"/quotes/{SPLIT}/"
    assert str(Occasion(slug="a").get_absolute_url()) == "/dates/#a"
