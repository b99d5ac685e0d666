"""Health checks, and the headers of every answer."""

import pytest
from django.db import OperationalError
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from pytest_django import Settings

from citations.index import sync
from citations.models import Quote
from citations.views.site import health

PAGES = ["/", "/quotes/", "/speakers/", "/dates/", "/admin/login/", "/healthz", "/nowhere"]


def test_the_process_says_that_it_answers_without_a_database(client: Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}


def test_it_is_ready_once_all_is_in_step(seed: None, client: Client) -> None:
    response = client.get("/readyz")
    assert (response.status_code, response.json()["status"]) == (200, "ok")


def problems(client: Client) -> list[str]:
    response = client.get("/readyz")
    assert (response.status_code, response.json()["status"]) == (503, "unready")
    return list(response.json()["problems"])


def test_it_is_not_ready_while_migrations_are_pending(db: None, client: Client) -> None:
    MigrationRecorder.Migration.objects.filter(app="citations").last().delete()
    assert problems(client) == ["migrations are pending"]


def test_it_is_not_ready_without_a_database(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(health, "MigrationExecutor", refused)
    assert problems(client) == ["the database does not answer"]


@pytest.mark.django_db(transaction=True)
def test_it_is_not_ready_while_the_index_is_far_behind(
    seed: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/readyz").status_code == 200
    monkeypatch.setattr(sync, "SHORT_GAP", 2)
    Quote.objects.update(text="changed")
    assert problems(client) == ["the index is behind the database"]


@pytest.mark.parametrize("address", PAGES)
def test_every_answer_carries_the_security_headers(
    seed: None, client: Client, address: str
) -> None:
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Strict-Transport-Security" not in headers


def test_a_secure_site_says_so_and_sends_readers_to_it(
    db: None, client: Client, settings: Settings
) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 63_072_000
    settings.MIDDLEWARE = list(settings.MIDDLEWARE)  # read the settings anew
    assert client.get("/").headers["Location"] == "https://testserver/"
    assert "max-age=63072000" in client.get("/", secure=True).headers["Strict-Transport-Security"]
    assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize("address", ["/", "/quotes/", "/quotes/0ZRS6RJV/", "/dates/", "/readyz"])
def test_pages_are_read_and_never_written_to(seed: None, client: Client, address: str) -> None:
    assert client.head(address).status_code == 200
    for method in (client.post, client.put, client.patch, client.delete):
        assert method(address).status_code == 405
