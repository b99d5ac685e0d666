"""The review in Chromium: from the texts of the seed to its published quotes, accessible to all."""

import json
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
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

from citations.models import Appearance, Proposal, Quote, Snapshot
from tests.support.checkout import FIXTURES, SEED

Axe = Callable[[Page], list[str]]
SignIn = Callable[[Page, User], None]

# The labels of a record's fields.
LABELS = {
    "text": "Wording", "attribution": "Speaker as printed", "cue": "Verb as printed",
    "date": "Said on", "event": "Event", "place": "Place", "note": "Note",
}  # fmt: skip

# The fields of a record in a fixture, by name.
Row = dict[str, Any]


def rows_of(name: str, model: str) -> list[Row]:
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


def fixture_appearances() -> dict[tuple[str, int], Row]:
    """Each appearance with its quote and occasion, by its text's SHA-256 and its start."""
    quotes = {row["key"]: row for row in rows_of("quotes", "quote")}
    occasions = {row["slug"]: row for row in rows_of("occasions", "occasion")}
    names = {row["slug"]: row["name"] for row in rows_of("speakers", "speaker")}
    topics = {row["slug"]: row["name"] for row in rows_of("topics", "topic")}
    found = {}
    for row in rows_of("quotes", "appearance"):
        quote = quotes[row["quote"][0]]
        found[row["snapshot"][1], row["segments"][0][0]] = {
            "event": "", "place": "", **occasions[quote["occasion"][0]], "note": "",
            **quote, **row, "speaker": names[quote["speaker"][0]],
            "topics": [topics[slug] for [slug] in quote["topics"]],
        }  # fmt: skip
    return found


@pytest.mark.looks
def test_the_seed_goes_from_files_to_published_quotes(
    page: Page, axe: Axe, editor: User, tmp_path: Path
) -> None:
    call_command("loaddata", "speakers", "topics", verbosity=0)
    rows = fixture_appearances()
    articles = rows_of("articles", "article")
    for article, text in zip(articles, rows_of("articles", "snapshot"), strict=True):
        file = tmp_path / f"{article['key']}.txt"
        file.write_text(text["text"])
        ingest_file(page, file, article)
        snapshot = Snapshot.objects.get(sha256=text["sha256"])
        for proposal in snapshot.proposals.in_order():
            decide(page, proposal, rows.pop((snapshot.sha256, proposal.start)))
        expect(page.get_by_text(", 0 open")).to_be_visible()
        assert axe(page) == []
    assert rows == {}
    recorded = published_record()
    call_command("flush", interactive=False, verbosity=0)
    call_command("loaddata", *SEED, verbosity=0)
    for one, other in zip(recorded, published_record(), strict=True):
        assert one == other


def ingest_file(page: Page, file: Path, article: Row) -> None:
    """Add a file with the metadata of the fixture, which leads to its review."""
    page.goto(reverse("admin:citations_article_take"))
    page.get_by_label("File:").set_input_files(file)
    page.get_by_role("button", name="Continue").click()
    fill_field(page, "Headline", article["headline"])
    fill_field(page, "Published", article["published"])
    page.get_by_role("combobox", name="Kind:").select_option(article["kind"])
    page.get_by_role("button", name="Save and find quotations").click()
    expect(page.locator(".messagelist .success")).to_contain_text(
        re.compile("quotations? (was|were) found")
    )


def decide(page: Page, proposal: Proposal, row: Row) -> None:
    """Fill in what the fixture says and accept it with its key."""
    expect(page.locator(".review blockquote")).to_have_text(proposal.exact)
    further = page.get_by_role("radio", name="a further appearance", checked=True)
    if further.is_visible():
        page.get_by_label("Primary").set_checked(row["primary"])
        fill_field(page, "Speaker as printed", row["attribution"])
        fill_field(page, "Verb as printed", row["cue"])
    else:
        if page.locator("select[name=speaker]").input_value() == "":
            choose(page, "Speaker", row["speaker"])
        chosen = page.locator("select[name=topics] option:checked").all_inner_texts()
        if set(chosen) != set(row["topics"]):
            while (others := page.locator(".topics .select2-selection__choice__remove")).count():
                others.first.click()
                page.keyboard.press("Escape")
            choose(page, "Topics", *row["topics"])
        for name, label in LABELS.items():
            fill_field(page, label, row[name])
        page.get_by_role("combobox", name="Mode:").select_option(row["mode"])
    page.locator("h1").click()  # out of the fields
    page.keyboard.press("a")
    expect(page.locator(".messagelist .success")).to_contain_text("was published")


def choose(page: Page, label: str, *wanted: str) -> None:
    """Add these to an autocomplete with the keyboard."""
    box = page.get_by_role("combobox", name=label).first
    for words in wanted:
        box.focus()
        page.keyboard.press("Enter")
        page.keyboard.type(words)
        first = page.locator(".select2-results__option--highlighted")
        expect(first).to_contain_text(words)
        page.keyboard.press("Enter")


def fill_field(page: Page, label: str, words: str) -> None:
    field = page.get_by_role("textbox", name=f"{label}:", exact=True)
    if field.input_value() != words:
        field.fill(words)


def published_record() -> list[Any]:
    """The published record without what differs in every database: keys, slugs, times."""
    rows = Appearance.objects.published().select_related(
        "quote__speaker", "quote__occasion", "quote__position", "snapshot"
    )
    return sorted(
        [
            [row.snapshot.sha256, row.segments, row.exact, row.prefix, row.suffix,
             row.attribution, row.cue, row.primary, row.quote.text, row.quote.speaker.slug,
             row.quote.mode, row.quote.note, sorted(t.slug for t in row.quote.topics.all()),
             row.quote.position and row.quote.position.title,
             row.quote.occasion.date, row.quote.occasion.event, row.quote.occasion.place]
            for row in rows
        ]
    )  # fmt: skip


@pytest.mark.looks
def test_ten_quotations_go_from_paste_to_published_by_a_key_each(
    page: Page, axe: Axe, editor: User
) -> None:
    call_command("loaddata", "speakers", verbosity=0)
    said = [f"“This is answer number {number} of the ministry,” he said." for number in range(9)]
    text = "\n\n".join(["Answers", "“We will answer,” said Kishida Fumio.", *said])
    page.goto(reverse("admin:citations_article_take"))
    assert axe(page) == []
    page.get_by_label("Pasted words:").fill(text)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("button", name="Save and find quotations")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Save and find quotations").click()
    for left in range(10, 0, -1):
        expect(page.get_by_text(f", {left} open")).to_be_visible()
        page.keyboard.press("a")
    expect(page.get_by_text(", 0 open")).to_be_visible()
    quotes = Quote.objects.published()
    assert {quote.speaker.slug for quote in quotes} == {"kishida-fumio"}
    assert quotes.count() == 10
