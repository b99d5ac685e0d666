"""The frame of all pages: the same words on each, in the language of the reader."""

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import clear_script_prefix, set_script_prefix
from django.utils import translation
from pytest_django import Settings

from citations.templatetags import render_once as tags
from citations.templatetags.render_once import render_once

FOOTER = "citations/_site_footer.html"


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that were rendered."""
    names: list[str] = []

    def render(name: str) -> str:
        names.append(name)
        return render_to_string(name)

    tags._render.cache_clear()
    monkeypatch.setattr(tags, "render_to_string", render)
    return names


def test_a_part_is_rendered_once(rendered: list[str]) -> None:
    assert render_once(FOOTER) == render_once(FOOTER)
    assert rendered == [FOOTER]


def test_each_language_has_its_own(rendered: list[str], translations: None) -> None:
    for language in ("en", "de", "en"):
        with translation.override(language):
            render_once(FOOTER)
    assert rendered == [FOOTER, FOOTER]


def test_a_site_below_a_path_has_its_own(rendered: list[str]) -> None:
    below = [render_once(FOOTER)]
    set_script_prefix("/below/")
    try:
        below.append(render_once(FOOTER))
    finally:
        clear_script_prefix()
    assert ['href="/about/"' in each for each in below] == [True, False]
    assert 'href="/below/about/"' in below[1]


def test_a_developer_sees_every_change(rendered: list[str], settings: Settings) -> None:
    settings.DEBUG = True
    render_once(FOOTER)
    render_once(FOOTER)
    assert rendered == [FOOTER, FOOTER]


def test_every_page_has_the_frame(client: Client, seed: None) -> None:
    for address in ("/", "/speakers/", "/about/"):
        html = client.get(address).content.decode()
        for words in ('<nav aria-label="Site">', '<footer class="foot">', "collection.js"):
            assert words in html, address
