"""Curators, and records for them to work on."""

import tests.support.django_setup  # noqa: F401  for what follows

# isort: split

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from citations.models import (
    Article,
    Proposal,
    Quote,
    Snapshot,
    Speaker,
    SpeakerName,
    sha256_of,
)
from tests.support.curating import TEXT, create_proposal, sign_in


@pytest.fixture(autouse=True)
def groups(db: None) -> None:
    """The groups as the migration makes them, also after a test that emptied the tables."""
    module = import_module("citations.migrations.0002_groups")
    module.make_groups(apps, SimpleNamespace(connection=connection))


@pytest.fixture
def curator() -> Client:
    return sign_in("Curators", Client())


@pytest.fixture
def editor() -> Client:
    return sign_in("Editors", Client())


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


@pytest.fixture
def two(quote: Quote) -> tuple[Speaker, Speaker]:
    """Two records of one speaker; the second one has a quote."""
    kept = Speaker.objects.create(slug="kept", name="Speaker A")
    SpeakerName.objects.create(speaker=kept, name="A Speaker", order="given-first")
    return kept, quote.speaker


@pytest.fixture
def proposal(article: Article, speaker: Speaker) -> Proposal:
    return create_proposal(article, "We will wait", speaker=speaker, attribution="she", cue="said")
