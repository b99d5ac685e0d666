"""The about page, and what the page of each record says about it."""

import pytest
from django.test import Client
from django.utils import timezone

from citations.comparison.verdict import COMPARISON_VERDICTS
from citations.models import Article, Publication, Speaker
from citations.models.base.verdicts import verdict_label
from citations.templatetags.typography import MEANINGS, with_full_stop
from tests.support.pages import TWICE, Outline, page

NASTY = '<script>alert(1)</script> "&\u202e'

# The about page ------------------------------------------------------------------------------


def test_every_page_links_to_the_about_page(client: Client, seed: None) -> None:
    for address in ("/", "/speakers/", f"/quotes/{TWICE}/", "/about/"):
        assert '<a href="/about/">About</a>' in page(client, address)
    assert "http://testserver/about/" in page(client, "/sitemap-pages.xml")


def test_it_needs_no_database(client: Client) -> None:
    response = client.get("/about/")
    assert response.status_code == 200


def test_it_says_what_each_verdict_means_and_what_is_not_judged(client: Client, db: None) -> None:
    html = page(client, "/about/")
    for verdict in COMPARISON_VERDICTS:
        assert verdict_label(verdict) in html
        assert str(MEANINGS[verdict]) in html
    for words in ("Fidelity", "Standing", "Truth", "We do not judge that here"):
        assert words in html


@pytest.mark.parametrize(
    "words",
    [
        "Frank Bennett",
        "Common Public Attribution License 1.0",
        "GNU Affero General Public License 3.0",
        'href="https://citationstyles.org/"',
        "CC BY-SA 3.0",
        "names its authors and its rights",
        "SIL Open Font License 1.1",
        "Newsreader and Inter",
        "tantivy",
        "remain with their publishers",
    ],
)
def test_it_credits_the_work_it_builds_on(client: Client, db: None, words: str) -> None:
    assert words in page(client, "/about/")


def test_it_names_every_address_and_format(client: Client, db: None) -> None:
    html = page(client, "/about/")
    for suffix in ("ris", "bib", "biblatex", "json", "csv", "jsonl", "atom"):
        assert f".{suffix}</code>" in html


def test_it_says_how_to_cite_the_database(client: Client, db: None) -> None:
    html = page(client, "/about/")
    assert "Database. http://testserver/ (accessed on " in html
    assert f"{timezone.localdate():%B %Y}" in html


def test_its_headings_are_in_order(client: Client, db: None) -> None:
    outline = Outline(page(client, "/about/"))
    assert outline.headings[0] == 1
    assert set(outline.headings[1:]) == {2}
    assert len(outline.ids) == len(set(outline.ids))
    assert "style" not in outline.attributes


# The page of a record -------------------------------------------------------------------------


@pytest.fixture
def paper(seed: None) -> Publication:
    paper = Publication.objects.create(slug="paper", name="The Paper", kind="newspaper")
    Article.objects.update(publication=paper)
    return paper


RECORDS = ["/speakers/kishida-fumio/", "/articles/2QYFQPNN/", "/publications/paper/"]


@pytest.mark.parametrize("address", RECORDS)
def test_a_record_names_its_permanent_address_to_copy(
    client: Client, paper: Publication, address: str
) -> None:
    html = page(client, address)
    assert f'<a href="{address}" data-copied>testserver{address}</a>' in html
    assert '<button type="button" data-copy hidden>Copy</button>' in html


def test_a_record_shows_its_last_change_if_its_history_has_one(
    client: Client, paper: Publication
) -> None:
    assert "Last changed" not in page(client, "/speakers/kishida-fumio/")
    assert "Last changed" not in page(client, "/articles/2QYFQPNN/")
    paper.history.update(history_date="2023-05-04T12:00:00Z")
    html = page(client, "/publications/paper/")
    assert '<dt>Last changed</dt><dd><time datetime="2023-05-04T12:00:00+00:00">4 May 2023' in html
    Speaker.objects.get(slug="kishida-fumio").save()
    assert "Last changed" in page(client, "/speakers/kishida-fumio/")


def test_a_record_says_how_to_cite_it(client: Client, paper: Publication) -> None:
    paper.history.update(history_date="2023-05-04T12:00:00Z")
    cited = "Citations (2023). <bdi>The Paper.</bdi> http://testserver/publications/paper/."
    assert cited in page(client, "/publications/paper/")
    assert (
        "Citations. <bdi>Kishida Fumio.</bdi> http://testserver/speakers/kishida-fumio/."
        in page(client, "/speakers/kishida-fumio/")
    )


def test_a_record_is_cited_by_its_title_as_text(client: Client, paper: Publication) -> None:
    Publication.objects.update(name=NASTY)
    Speaker.objects.update(name=NASTY)
    Article.objects.update(headline=NASTY)
    for address in RECORDS:
        html = page(client, address)
        assert "<script>alert" not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;\u202e.</bdi>" in html


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("The Paper", "The Paper."),
        ("Who is it?", "Who is it?"),
        ("‘Is it?’", "‘Is it?’"),
        ("He said “no”", "He said “no”."),
        ("誰か。", "誰か。"),
        ("", "."),
    ],
)
def test_a_title_ends_with_one_punctuation_mark(title: str, shown: str) -> None:
    assert with_full_stop(title) == shown
