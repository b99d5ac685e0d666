"""The address of a quote's annotations answers any page, for published quotes only."""

import json
from typing import Any

import pytest
from django.test import Client

from citations.models import Quote
from tests.support.pages import TWICE, page


def test_it_is_a_collection_that_any_page_may_read(client: Client, seed: None) -> None:
    response = client.get(f"/quotes/{TWICE}.jsonld")
    assert response["Content-Type"] == (
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    )
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response["Link"] == f'<http://testserver/quotes/{TWICE}/>; rel="describes"'
    collection = json.loads(response.content)
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["first"]["type"]) == (
        "AnnotationCollection",
        "AnnotationPage",
    )
    assert collection["id"] == f"http://testserver/quotes/{TWICE}.jsonld"


@pytest.mark.parametrize("state", ["proposed", "rejected"])
def test_only_what_is_published_is_annotated(client: Client, seed: None, state: str) -> None:
    Quote.objects.filter(key=TWICE).update(state=state)
    assert client.get(f"/quotes/{TWICE}.jsonld").status_code == 404


def test_it_takes_no_more_queries_than_the_page(
    client: Client, seed: None, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(8):
        page(client, f"/quotes/{TWICE}.jsonld")
