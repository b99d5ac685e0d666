"""Broken queries and parameters on the results page: what is searched, and what is said."""

import re
from html import escape

import pytest
from django.test import Client

from citations.forms.quote_filters import QuoteFilterSet
from citations.query.parser import parse_query
from tests.support.broken_queries import BROKEN_QUERIES

broken = pytest.mark.parametrize(
    ("text", "understood", "note", "repaired"),
    [pytest.param(*row, id=row[0][:30]) for row in BROKEN_QUERIES],
)


@pytest.mark.django_db
@broken
def test_the_search_box_takes_it_and_says_so(
    text: str, understood: str, note: str, repaired: str, client: Client
) -> None:
    response = client.get("/quotes/", {"q": text})
    assert response.status_code == 200
    shown = response.content.decode()
    assert escape(parse_query(text).ignored[0].reason) in shown
    assert f'value="{escape(text)}"' in shown  # to be mended by hand


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
