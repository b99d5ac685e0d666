"""Curators, and records for them to work on."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from citations.models import (
    Article,
    Quote,
    Snapshot,
    Speaker,
    sha256_of,
)
from tests.support.curating import TEXT, signed_in


@pytest.fixture(autouse=True)
def groups(db: None) -> None:
    """The groups as the migration makes them, also after a test that emptied the tables."""
    module = import_module("citations.migrations.0002_groups")
    module.make_groups(apps, SimpleNamespace(connection=connection))


@pytest.fixture
def curator() -> Client:
    return signed_in("Curators", Client())


@pytest.fixture
def editor() -> Client:
    return signed_in("Editors", Client())


@pytest.fixture
def root() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("root"))
    return client


@pytest.fixture
def speaker() -> Speaker:
    return Speaker.objects.create(slug="a-speaker", name="A Speaker")


@pytest.fixture
def article() -> Article:
    article = Article.objects.create(headline="Waiting", kind="article-newspaper")
    Snapshot.objects.create(article=article, text=TEXT, sha256=sha256_of(TEXT))
    return article


@pytest.fixture
def quote(speaker: Speaker) -> Quote:
    return Quote.objects.create(speaker=speaker, text="We will go.")
