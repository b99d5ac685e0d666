"""Text and file responses."""

import pytest
from django.test import Client, RequestFactory

from citations.forms.citation import CollectionForm
from citations.views.responses.files import error_lines, record_address, site_of
from tests.support.pages import TWICE


def test_addresses_have_the_scheme_and_host_of_the_request() -> None:
    request = RequestFactory().get("/cite/?style=ieee", headers={"host": "localhost:8000"})
    assert site_of(request) == "http://localhost:8000"
    assert record_address(request, "quote")(TWICE) == f"http://localhost:8000/quotes/{TWICE}/"
    assert record_address(request, "article")("46X7TFXG").endswith("/articles/46X7TFXG/")


def test_each_error_of_a_form_is_a_line_with_its_parameter() -> None:
    form = CollectionForm({"quotes": "x", "style": "no-such-style"})
    assert not form.is_valid()
    lines = error_lines(form).splitlines()
    assert [line.partition(":")[0] for line in lines] == ["quotes", "style"]


@pytest.mark.parametrize("kind", ["ris", "csv"])
def test_a_file_says_its_type_and_name_and_any_site_may_use_it(
    client: Client, seed: None, kind: str
) -> None:
    response = client.get(f"/quotes/{TWICE}.{kind}")
    assert response["Content-Disposition"] == f'attachment; filename="{TWICE}.{kind}"'
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("address", [f"/quotes/{TWICE}.exe", "/quotes.exe", "/cite.exe"])
def test_an_unknown_format_is_answered_with_the_available_ones(
    client: Client, seed: None, address: str
) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert response["Cache-Control"] == "no-store"
    text = response.content.decode()
    assert text.startswith("exe: no such format. Available formats: ris, bib,")
