"""Response headers of every page."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client

from project.headers import HEADERS, IsolationHeaders


@pytest.mark.parametrize("address", ["/about/", "/no-such-page/", "/admin/login/"])
def test_every_page_is_isolated(db: None, client: Client, address: str) -> None:
    headers = client.get(address).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS


def test_a_header_that_a_view_sets_stays() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Cross-Origin-Resource-Policy": "cross-origin"})

    response = IsolationHeaders(view)(HttpRequest())
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response.headers["Cross-Origin-Embedder-Policy"] == "require-corp"
