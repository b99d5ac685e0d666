"""The review in Chromium: the seed from texts to published quotes, by the keys, without a barrier."""

import json
from collections.abc import Callable, Iterator
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from citations.intake.propose import propose
from citations.models import Appearance, Article, Proposal, Quote, Snapshot, sha256_of
from tests.conftest import FIXTURES

Axe = Callable[[Page], list[str]]
SignIn = Callable[[Page, User], None]

# What the fields of a record are called on the screen.
LABELS = {
    "text": "Wording", "attribution": "Speaker as printed", "cue": "Verb as printed",
    "date": "Said on", "event": "Event", "place": "Place", "note": "Note",
}  # fmt: skip
SPEAKERS = """She arrived. {} went on. {} thanked them."""


def fixture(name: str, model: str) -> list[dict[str, Any]]:
    rows = json.loads((FIXTURES / f"{name}.json").read_text())
    return [row["fields"] for row in rows if row["model"] == f"citations.{model}"]


@pytest.fixture
def editor(live_server: LiveServer, page: Page, sign_in: SignIn) -> User:
    groups = import_module("citations.migrations.0002_groups")
    groups.make_groups(apps, SimpleNamespace(connection=connection))
    editor = User.objects.create_user("editor", password="a long password", is_staff=True)
    editor.groups.add(Group.objects.get(name="Editors"))
    sign_in(page, editor)
    return editor


def expected() -> Iterator[dict[str, Any]]:
    """What the fixtures say of each appearance, with its quote and occasion, as they are judged."""
    quotes = {row["key"]: row for row in fixture("quotes", "quote")}
    occasions = {row["slug"]: row for row in fixture("occasions", "occasion")}
    for row in fixture("quotes", "appearance"):
        quote = quotes[row["quote"][0]]
        yield {**row, "of": quote, "when": occasions[quote["occasion"][0]]}


@pytest.mark.sqlite
def test_the_seed_goes_from_texts_to_published_quotes(
    page: Page, axe: Axe, editor: User
) -> None:
    call_command("loaddata", "speakers", "publications", "articles", "topics", verbosity=0)
    for snapshot in Snapshot.objects.all():
        propose(snapshot)
    rows = {(row["snapshot"][1], row["segments"][0][0]): row for row in expected()}
    for snapshot in Snapshot.objects.order_by("pk"):
        page.goto(reverse("admin:citations_snapshot_review", args=[snapshot.pk]))
        assert axe(page) == []
        for proposal in snapshot.proposals.in_order():
            judge(page, proposal, rows.pop((snapshot.sha256, proposal.start)))
        expect(page.get_by_text("0 left to judge")).to_be_visible()
        assert axe(page) == []
    assert rows == {}
    assert published() == published_in_fixtures()


def judge(page: Page, proposal: Proposal, row: dict[str, Any]) -> None:
    """Make what is filled in what the fixture says, and accept it by its key."""
    expect(page.get_by_role("blockquote")).to_have_text(proposal.exact)
    values = {**row["of"], **row["when"], **row, "note": row["of"].get("note", "")}
    if page.get_by_role("radio").first.is_visible() and page.get_by_role("radio").nth(1).is_checked():
        page.get_by_label("Primary").set_checked(row["primary"])
    else:
        choose(page, "Speaker", row["of"]["speaker"][0].replace("-", " "))
        for label, name in LABELS.items():
            write(page, name, values.get(label, ""))
    page.get_by_label("Mode").select_option(row["of"]["mode"])
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    expect(page.locator(".messagelist .success")).to_be_visible()
