"""The page with all the values of one facet."""

import pytest
from django.test import Client

from tests.support.seen import text_of

pytestmark = pytest.mark.usefixtures("indexed")


def test_the_values_of_a_facet_are_boxes_to_tick(client: Client) -> None:
    response = client.get("/quotes/?more=speaker")
    html = response.content.decode()
    assert "<title>Choose speakers – Citations</title>" in html
    assert 'type="checkbox" name="speaker" value="kishida-fumio"' in html


def test_a_chosen_value_is_ticked_and_the_other_conditions_are_hidden_fields(
    client: Client,
) -> None:
    html = client.get("/quotes/?more=speaker&speaker=kishida-fumio&q=the").content.decode()
    assert 'name="speaker" value="kishida-fumio" checked' in html
    assert '<input type="hidden" name="q" value="the">' in html


def test_a_name_that_no_value_has_is_said_not_to_match(client: Client) -> None:
    text = text_of(client.get("/quotes/?more=topic&within=zzz").content.decode())
    assert "Topics with “zzz”" in text
    assert "No topics match." in text


def test_an_unknown_facet_is_a_bad_request(client: Client) -> None:
    assert client.get("/quotes/?more=colour").status_code == 400
