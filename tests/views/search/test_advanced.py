"""Advanced search: its fields, the query they make, and its errors."""

from html import unescape
from urllib.parse import urlsplit

import pytest
from django.http import QueryDict
from django.test import Client

from citations.forms.advanced_search import LABELS
from citations.pages.results.advanced_fields import GROUPS
from citations.query.advanced_form import FORM_FIELDS
from citations.query.parser import parse_query

PATH = "/quotes/advanced/"


def test_it_has_a_labelled_field_for_every_part(client: Client) -> None:
    page = client.get(PATH)
    assert page.status_code == 200
    shown = page.content.decode()
    for name in FORM_FIELDS:
        assert f'<label for="{name}">{LABELS[name]}</label>' in shown
        assert f'id="{name}" name="{name}"' in shown


def test_it_shows_an_example_query_beside_every_field(client: Client) -> None:
    page = client.get(PATH)
    rows = [row for rows in page.context["groups"].values() for row in rows]
    assert len(rows) == sum(map(len, (names for _, names in GROUPS)))
    for row in rows:
        assert not parse_query(row.example.split(" or lang")[0]).ignored
        assert f"for example <code>{row.example}</code>" in unescape(page.content.decode())


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ({"all": "peace treaty"}, "peace+treaty"),
        ({"phrase": 'peace" OR "treaty', "none": "war"}, "%22peace+OR+treaty%22+-war"),
        ({"speaker": "kishida", "said_from": "2022"}, "speaker%3Akishida+said%3A2022.."),
        ({"any": "a b", "mode": "direct", "all": ""}, "a+OR+b+mode%3Adirect"),
    ],
)
def test_a_submitted_form_redirects_to_the_results(
    client: Client, typed: dict[str, str], query: str
) -> None:
    response = client.get(PATH, typed)
    assert response.status_code == 302
    assert response.headers["Location"] == f"/quotes/?q={query}"


def test_an_empty_form_redirects_to_all_quotations(client: Client) -> None:
    assert client.get(PATH, {"all": " ", "mode": ""}).headers["Location"] == "/quotes/"


def test_it_shows_the_query_before_searching(client: Client) -> None:
    response = client.get(PATH, {"all": "peace", "speaker": "<i>", "show": "query"})
    assert response.status_code == 200
    shown = response.content.decode()
    assert '<a href="/quotes/?q=peace+speaker%3Ai"><code>peace speaker:i</code></a>' in shown
    assert "in the query: <code>speaker:i</code>" in shown
    assert 'value="&lt;i&gt;"' in shown


def test_it_is_filled_in_from_a_query(client: Client) -> None:
    query = '"a b" speaker:c mode:direct said:2022.. -"d e"'
    response = client.get(PATH, {"q": query})
    assert response.status_code == 200
    shown = response.content.decode()
    for name, value in {"phrase": "a b", "speaker": "c", "said_from": "2022"}.items():
        assert f'id="{name}" name="{name}" value="{value}"' in shown
    assert '<option value="direct" selected>' in shown
    assert 'name="rest" value="-&quot;d e&quot;"' in shown


def test_from_a_query_to_the_form_and_back_is_the_same_search(client: Client) -> None:
    query = parse_query('a "b c" d OR e -f g* speaker:h said:2022 lang:en -"i j" k OR speaker:l')
    form = client.get(PATH, {"q": query.to_text()}).context["form"]
    location = client.get(PATH, {name: form[name].value() or "" for name in FORM_FIELDS})[
        "Location"
    ]
    back = parse_query(QueryDict(urlsplit(location).query)["q"])
    assert set(back.root.nodes) == set(query.root.nodes)


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"said_from": "2022-13"}, "said_from", "“2022-13” is not a date that can be read."),
        ({"published_to": "x"}, "published_to", "“x” is not a date that can be read."),
        ({"said_from": "2024", "said_to": "2022"}, "said_to", "“2024” is later than “2022”"),
        ({"begins": "a"}, "begins", "“a” is too short: write at least 2 letters."),
        ({"lang": "klingon"}, "lang", "“klingon” is not a language tag: write lang:en"),
        ({"mode": "loud"}, "mode", "Choose a value from the list, not “loud”."),
        ({"rest": 'said:2022-13 "'}, "rest", "said:2022-13 is not a date and was left out"),
        ({"all": "a\0b"}, "all", "Null characters are not allowed."),
        ({"phrase": "a" * 513}, "phrase", "Ensure this value has at most 512 characters"),
    ],
)
def test_an_error_names_its_field(
    client: Client, typed: dict[str, str], field: str, message: str
) -> None:
    response = client.get(PATH, {"event": "rally", **typed})
    assert response.status_code == 400
    shown = unescape(response.content.decode())
    assert f'<li><a href="#{field}">{LABELS[field]}</a>: {message}' in shown
    assert "in the query: <code>event:rally</code>" in shown  # the rest is kept
    assert response.content.count(b'aria-invalid="true"') == 1


@pytest.mark.parametrize("typed", [{"all": "a " * 33}, {"all": "a" * 300, "phrase": "b" * 300}])
def test_a_query_that_is_too_long_is_an_error(client: Client, typed: dict[str, str]) -> None:
    response = client.get(PATH, typed)
    assert response.status_code == 400
    assert "more than 32 terms or 512 characters" in response.content.decode()


def test_unknown_parameters_change_nothing(client: Client) -> None:
    assert client.get(PATH, {"utm_source": "x"}).status_code == 200
    assert client.post(PATH).status_code == 405
