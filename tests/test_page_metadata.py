"""What programs read in the pages: tags of the source, linked data, previews, signposts."""

import json
from typing import Any

import extruct
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html as lxml_html
from signposting.linkheader import find_signposting_http_link

from citations.models import Appearance, Article, Publication, Quote, Speaker
from citations.views.files import FORMATS, bare
from tests.pages import SPLIT, TWICE, copies_of, page

ARTICLE = "2QYFQPNN"
SITE = "http://testserver"
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


def metas(text: str, name: str = "name") -> list[tuple[str, str]]:
    found = lxml_html.fromstring(text).iterfind(".//head/meta")
    return [(m.get(name), m.get("content")) for m in found if m.get(name)]


def highwire(text: str) -> list[tuple[str, str]]:
    return [one for one in metas(text) if one[0].startswith(("citation_", "z:", "prism:"))]


def graph_of(text: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The quotation and the article, as a reader of JSON-LD finds them."""
    [data] = extruct.extract(text, base_url=SITE, syntaxes=["json-ld"])["json-ld"]
    assert data["@context"] == "https://schema.org"
    work, article = data["@graph"]
    return work, article


@pytest.fixture
def printed(seed: None) -> None:
    paper = Publication.objects.create(
        slug="paper", name="The Paper", kind="newspaper", country="US", issn="0362-4331"
    )
    Article.objects.update(
        kind="article-newspaper",
        publication=paper,
        byline=["Motoko Rich", "Ministry of Foreign Affairs", "Maria van der Berg"],
        published="2022-03",
        url="https://news.example/a?b=1&c=2",
    )


# The source's tags ---------------------------------------------------------------------------


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


# Linked data ---------------------------------------------------------------------------------


def test_a_quotation_is_linked_to_its_speaker_and_its_article(
    client: Client, printed: None
) -> None:
    Speaker.objects.filter(slug="kishida-fumio").update(wikidata="Q1146700")
    work, article = graph_of(page(client, f"/quotes/{TWICE}/"))
    assert (work["@type"], work["text"], work["inLanguage"]) == ("Quotation", "unacceptable", "en")
    assert (work["@id"], work["identifier"], work["dateCreated"]) == (QUOTE, TWICE, "2022-03-22")
    assert work["creator"] == {
        "@type": "Person",
        "@id": f"{SITE}/speakers/kishida-fumio/",
        "name": "Kishida Fumio",
        "url": f"{SITE}/speakers/kishida-fumio/",
        "sameAs": "https://www.wikidata.org/wiki/Q1146700",
    }
    assert work["isPartOf"] == work["isBasedOn"] == {"@id": article["@id"]}
    assert article["@id"] == f"{SITE}/articles/{ARTICLE}/"
    assert (article["@type"], article["datePublished"]) == ("NewsArticle", "2022-03")
    assert article["author"][1] == {"name": "Ministry of Foreign Affairs"}


@pytest.mark.parametrize(
    ("kind", "key", "value"),
    [
        ("organisation", "creator", {"@type": "Organization"}),
        ("group", "creator", {"@type": "Organization"}),
        ("unnamed", "creditText", "Kishida Fumio"),
    ],
)
def test_a_speaker_is_a_person_or_an_organization_or_a_name(
    client: Client, seed: None, kind: str, key: str, value: Any
) -> None:
    Speaker.objects.update(kind=kind)
    found = graph_of(page(client, f"/quotes/{TWICE}/"))[0]
    assert found[key] == (value if isinstance(value, str) else found[key] | value)
    assert {"creator", "creditText"} & set(found) == {key}


@pytest.mark.parametrize("standing", ["disputed", "misattributed"])
def test_nobody_is_made_the_creator_of_what_is_in_doubt(
    client: Client, seed: None, standing: str
) -> None:
    Quote.objects.filter(key=TWICE).update(standing=standing, standing_note="No record of it.")
    text = page(client, f"/quotes/{TWICE}/")
    work, _ = graph_of(text)
    assert not {"creator", "about", "creditText", "dateCreated"} & set(work)
    warning = f"Attributed to Kishida Fumio. {standing.capitalize()}: No record of it."
    assert work["description"] == warning
    assert dict(metas(text, "property"))["og:description"].startswith(standing.capitalize())


def test_reported_words_are_about_the_speaker_and_no_quotation(client: Client, seed: None) -> None:
    Quote.objects.filter(key=TWICE).update(mode="indirect")
    text = page(client, f"/quotes/{TWICE}/")
    work, _ = graph_of(text)
    assert work["@type"] == "CreativeWork"
    assert work["about"]["name"] == "Kishida Fumio"
    assert not {"creator", "dateCreated"} & set(work)
    assert '<https://schema.org/CreativeWork>; rel="type"' in client.get(QUOTE)["Link"]


def test_a_translation_of_ours_is_part_of_no_article(client: Client, seed: None) -> None:
    Quote.objects.filter(key=TWICE).update(original="受け入れられない", original_language="ja")
    work, _ = graph_of(page(client, f"/quotes/{TWICE}/"))
    assert "isBasedOn" in work
    assert "isPartOf" not in work


@pytest.mark.parametrize("said", ["2022-03", "2022-03-22~", "2022-03-21/2022-03-22", ""])
def test_only_a_sure_day_is_the_day_of_a_quotation(client: Client, seed: None, said: str) -> None:
    quote = Quote.objects.get(key=TWICE)
    assert quote.occasion
    type(quote.occasion).objects.update(date=said)
    assert "dateCreated" not in graph_of(page(client, f"/quotes/{TWICE}/"))[0]


# Previews ------------------------------------------------------------------------------------


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
    from citations.search import follow

    copies_of(Quote.objects.get(key=TWICE), range(60))
    follow.rebuild()
    for address in ("/speakers/kishida-fumio/?page=2", "/quotes/?q=unacceptable&page=3"):
        properties = dict(metas(page(client, f"{address}&junk=1"), "property"))
        assert properties["og:url"] == f"{SITE}{address}"


# Signposts -----------------------------------------------------------------------------------


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
        **{f"{SITE}/quotes/{TWICE}.{kind}": bare(one.media_type) for kind, one in FORMATS.items()},
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


# Whatever is recorded ------------------------------------------------------------------------


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
