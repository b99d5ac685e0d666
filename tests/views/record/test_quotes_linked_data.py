"""Linked data on the page of a quote: the quotation, its speaker and its article."""

from typing import Any

import extruct
import pytest
from django.test import Client

from citations.models import Quote, Speaker
from tests.support.pages import SITE, TWICE, metas, page

ARTICLE = "2QYFQPNN"
QUOTE = f"{SITE}/quotes/{TWICE}/"


def graph_of(text: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The quotation and the article, as a reader of JSON-LD finds them."""
    [data] = extruct.extract(text, base_url=SITE, syntaxes=["json-ld"])["json-ld"]
    assert data["@context"] == "https://schema.org"
    work, article = data["@graph"]
    return work, article


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
def test_a_doubtful_quotation_has_no_creator(client: Client, seed: None, standing: str) -> None:
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
def test_only_an_exact_day_is_the_date_of_a_quotation(
    client: Client, seed: None, said: str
) -> None:
    quote = Quote.objects.get(key=TWICE)
    assert quote.occasion
    type(quote.occasion).objects.update(date=said)
    assert "dateCreated" not in graph_of(page(client, f"/quotes/{TWICE}/"))[0]
