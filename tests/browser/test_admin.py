"""The curators' pages in Chromium: accessible, within the policy, usable by keyboard alone."""

from collections.abc import Callable
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from citations.models import Appearance, Article, Quote, Speaker, State

Axe = Callable[..., list[str]]
SignIn = Callable[[Page, User], None]

WIDTHS = {"wide": {"width": 1280, "height": 900}, "narrow": {"width": 360, "height": 800}}
# Each colour scheme and each width once: colours do not depend on the width.
APPEARANCES = [("light", "wide"), ("dark", "narrow")]


@pytest.fixture
def root(live_server: LiveServer, seed: None) -> User:
    call_command("verify", verbosity=0)
    quote = Quote.objects.first()
    assert quote
    quote.note = "Looked at again."
    quote.save()
    return User.objects.create_superuser("root", password="a long password")


@pytest.fixture
def editor(live_server: LiveServer, seed: None) -> User:
    # Tests of running sites empty all tables.
    groups = import_module("citations.migrations.0002_groups")
    groups.make_groups(apps, SimpleNamespace(connection=connection))
    editor = User.objects.create_user("editor", password="a long password", is_staff=True)
    editor.groups.add(Group.objects.get(name="Editors"))
    return editor


def addresses() -> list[str]:
    """Every kind of page: index, application, password, and the five of each model."""
    found = ["/admin/", "/admin/citations/", "/admin/password_change/"]
    for model in admin.site._registry:
        label = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        record = model._default_manager.first()
        found += [reverse(f"{label}_changelist"), reverse(f"{label}_add")]
        pages = ("change", "history", "delete") if record else ()
        found += [reverse(f"{label}_{page}", args=[record.pk]) for page in pages]
    return found


@pytest.mark.looks
@pytest.mark.parametrize(("scheme", "width"), APPEARANCES)
def test_every_page_is_accessible_and_within_the_policy(
    open_page: Callable[..., Page],
    axe: Axe,
    sign_in: SignIn,
    root: User,
    *,
    scheme: str,
    width: str,
) -> None:
    page = open_page(color_scheme=scheme, viewport=WIDTHS[width])
    page.goto("/admin/login/")
    found = {"login": axe(page, looks=scheme == "dark")}
    sign_in(page, root)
    for address in addresses():
        response = page.goto(address)
        if response and response.status == 200:
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
            found[address] = axe(page, looks=scheme == "dark")
    assert len(found) > 40
    assert {address: barriers for address, barriers in found.items() if barriers} == {}


def test_a_quote_is_pasted_saved_and_published_with_the_keyboard(
    page: Page, axe: Axe, editor: User
) -> None:
    speaker = Speaker.objects.get(slug="kishida-fumio")
    quote = Quote.objects.create(speaker=speaker, text="it is extremely unfair")
    article = Article.objects.get(headline__contains="talks suspended")
    address = reverse("admin:citations_quote_change", args=[quote.pk])
    page.goto(f"/admin/login/?next={address}")
    page.keyboard.type("editor")
    page.keyboard.press("Tab")
    page.keyboard.type("a long password")
    page.keyboard.press("Enter")
    choose(page, "Article", "suspended")
    fill(page, "Words as printed", "it is extremely unjust to blame the consequences on Japan")
    page.get_by_role("button", name="Save and publish").press("Enter")
    expect(page.locator(".errorlist del")).to_contain_text("unjust")
    expect(page.locator(".errorlist ins").first).to_contain_text("unfair")
    assert axe(page) == []
    page.goto(address)
    choose(page, "Article", "suspended")
    fill(page, "Words as printed", "it is extremely unfair")
    page.get_by_role("button", name="Save and publish").press("Enter")
    expect(page.locator(".messagelist .success")).to_be_visible()
    stands = Appearance.objects.get(quote=quote)
    assert (stands.article, stands.verdict) == (article, "verbatim")
    quote.refresh_from_db()
    assert quote.state == State.PUBLISHED


def choose(page: Page, label: str, words: str) -> None:
    """Type in an autocomplete and choose its first result with the keyboard."""
    box = page.locator(".inline-related:not(.empty-form)").get_by_role("combobox", name=label)
    box.first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".select2-container--open .select2-search__field")).to_be_focused()
    page.keyboard.type(words)
    first = page.locator(".select2-results__option--highlighted")
    expect(first).to_contain_text(words, timeout=20_000)
    page.keyboard.press("Enter")


def fill(page: Page, label: str, words: str) -> None:
    page.get_by_label(label).first.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(words)
