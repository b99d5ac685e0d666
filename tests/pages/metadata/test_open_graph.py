"""What programs read in the pages: tags of the source, previews, signposts."""

import json

import extruct
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html as lxml_html
from signposting.linkheader import find_signposting_http_link

from citations.export.file_formats import FORMATS, without_parameters
from citations.models import Appearance, Article, Publication, Quote, Speaker
from tests.support.pages import SITE, SPLIT, TWICE, copies_of, metas, page

ARTICLE = "2QYFQPNN"
QUOTE = f"{SITE}/quotes/{TWICE}/"
NASTY = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    '"><meta name="x" content="y">',
    "' onload='x",
    "a & b &amp; &lt;c&gt;",
    "one\nline\r\nand\u2028another\u2029",
    "\x01\x1b\x7f\x85controls",
    "\u202eמשהו\u202c السلام",
    "می\u200cخواهم 👩\u200d👩\u200d👧",
    "{{ quote.key }}{% now %}",
    "\\u003C\\",
]


def highwire(text: str) -> list[tuple[str, str]]:
    return [one for one in metas(text) if one[0].startswith(("citation_", "z:", "prism:"))]


@pytest.mark.parametrize("address", [f"/quotes/{TWICE}/", f"/articles/{ARTICLE}/"])
def test_the_source_is_named_in_the_head(client: Client, printed: None, address: str) -> None:
    assert highwire(page(client, address)) == [
        ("z:itemType", "newspaperArticle"),
        ("citation_title", "Japan-Russia peace talks suspended"),
        ("citation_author", "Rich, Motoko"),
        ("citation_author", "Ministry of Foreign Affairs,"),
        ("citation_author", "van der Berg, Maria"),
        ("citation_publication_date", "2022/03"),
        ("prism:publicationName", "The Paper"),
        ("citation_issn", "0362-4331"),
        ("citation_language", "en"),
        ("citation_public_url", "https://news.example/a?b=1&c=2"),
        ("citation_fulltext_html_url", "https://news.example/a?b=1&c=2"),
    ]


def test_an_article_of_nobody_does_not_pass_for_one_of_this_site(
    client: Client, seed: None
) -> None:
    Article.objects.update(publication=None, url="", archived_url="")
    text = page(client, f"/articles/{ARTICLE}/")
    assert "og:site_name" not in dict(metas(text, "property"))
    assert "citation_public_url" not in dict(metas(text))


@pytest.mark.parametrize(
    ("address", "kind", "title"),
    [
        ("/", "website", "Citations"),
        (f"/quotes/{TWICE}/", "article", "Kishida Fumio: “unacceptable”"),
        (f"/articles/{ARTICLE}/", "article", "Japan-Russia peace talks suspended"),
        ("/speakers/kishida-fumio/", "profile", "Kishida Fumio"),
        ("/quotes/", "website", "Quotations"),
    ],
)
def test_a_page_has_a_preview_and_one_address(
    client: Client, indexed: None, address: str, kind: str, title: str
) -> None:
    Article.objects.update(publication=Publication.objects.create(slug="p", name="P", kind="other"))
    text = page(client, f"{address}?utm_source=x" if address != "/" else address)
    properties = dict(metas(text, "property"))
    assert (properties["og:type"], properties["og:title"]) == (kind, title)
    assert (properties["og:site_name"], properties["og:locale"]) == ("Citations", "en_US")
    [canonical] = lxml_html.fromstring(text).xpath("//link[@rel='canonical']/@href")
    assert canonical == properties["og:url"] == f"{SITE}{address}"
    assert extruct.extract(text, syntaxes=["opengraph"])["opengraph"]


def test_each_page_of_a_list_is_its_own(client: Client, indexed: None) -> None:
    from citations.index import sync

    copies_of(Quote.objects.get(key=TWICE), range(60))
    sync.rebuild_index()
    for address in ("/speakers/kishida-fumio/?page=2", "/quotes/?q=unacceptable&page=3"):
        properties = dict(metas(page(client, f"{address}&junk=1"), "property"))
        assert properties["og:url"] == f"{SITE}{address}"


def test_signposts_lead_to_how_to_cite_it_and_to_its_records(client: Client, seed: None) -> None:
    response = client.get(f"/quotes/{TWICE}/?from=elsewhere")
    posts = find_signposting_http_link([response["Link"]], QUOTE)
    assert posts.citeAs
    assert posts.citeAs.target == QUOTE
    types = {one.target for one in posts.types}
    assert types == {"https://schema.org/AboutPage", "https://schema.org/Quotation"}
    described = {one.target: one.type for one in posts.describedBy}
    assert described == {
        f"{SITE}/quotes/{TWICE}.jsonld": "application/ld+json",
        **{
            f"{SITE}/quotes/{TWICE}.{kind}": without_parameters(one.media_type)
            for kind, one in FORMATS.items()
        },
    }
    for target, kind in described.items():
        assert client.get(target)["Content-Type"].startswith(kind)
    assert client.head(f"/quotes/{TWICE}/")["Link"] == response["Link"]


def test_the_same_signposts_stand_in_the_page(client: Client, seed: None) -> None:
    response = client.get(f"/quotes/{TWICE}/")
    links = lxml_html.fromstring(response.content).xpath(
        "//head/link[@rel='cite-as' or @rel='describedby' or @rel='type']"
    )
    posts = find_signposting_http_link([response["Link"]], QUOTE)
    assert {(one.get("rel"), one.get("href")) for one in links} == {
        (str(post.rel), post.target) for post in posts.signposts
    }


def written(text: str) -> None:
    """The text wherever the record has room for one."""
    Quote.objects.filter(key=TWICE).update(text=text, language="en", standing_note=text)
    Speaker.objects.update(name=text, description=text, wikidata=text[:20])
    paper = Publication.objects.create(slug="nasty", name=text, kind="newspaper", issn=text[:9])
    byline = [text, f"{text}, {text}"]
    Article.objects.update(headline=text, byline=byline, publication=paper)


@pytest.mark.parametrize("standing", ["accepted", "disputed"])
@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("address", [f"/quotes/{TWICE}/", f"/articles/{ARTICLE}/"])
def test_no_text_is_taken_for_markup(
    client: Client, seed: None, address: str, text: str, standing: str
) -> None:
    def elements(response: str) -> list[tuple[str, ...]]:
        head = lxml_html.fromstring(response).find("head")
        return [(str(one.tag), *one.keys()) for one in head.iter()]

    written("plain")
    Quote.objects.filter(key=TWICE).update(standing=standing)
    plain = elements(page(client, address))
    Article.objects.update(publication=None)
    Publication.objects.all().delete()
    written(text)
    nasty = page(client, address)
    assert elements(nasty) == plain
    assert dict(metas(nasty))["citation_title"] == " ".join(text.split())
    if "quotes" in address:
        block = nasty.partition('<script type="application/ld+json">')[2]
        data = json.loads(block.partition("</script>")[0])
        assert data["@graph"][0]["text"] == data["@graph"][1]["headline"] == text


def test_a_quote_that_stands_nowhere_has_a_page_without_a_source(
    client: Client, seed: None
) -> None:
    Appearance.objects.filter(quote__key=TWICE).delete()
    text = page(client, f"/quotes/{TWICE}/")
    assert not highwire(text)
    assert '<script type="application/ld+json">' not in text
    assert 'rel="canonical"' in text


@pytest.mark.parametrize("byline", ['{"a": 1}', "[[1], 2]", '"A. Reporter"'])
def test_a_byline_written_past_the_model_is_no_error(
    client: Client, indexed: None, byline: str
) -> None:
    Article.objects.update(byline=json.loads(byline))
    for address in (f"/quotes/{TWICE}/", "/quotes/", "/articles/", f"/quotes/{TWICE}.jsonld"):
        page(client, address)


def test_it_costs_one_query_and_only_for_bylines(client: Client, seed: None) -> None:
    def asked(byline: list[str]) -> int:
        Article.objects.update(byline=byline)
        with CaptureQueriesContext(connection) as queries:
            page(client, f"/quotes/{SPLIT}/")
        return len(queries)

    assert asked(["A. Reporter"]) == asked([]) + 1
