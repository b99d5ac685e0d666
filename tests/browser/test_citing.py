"""From a search to a copied citation, by the keyboard."""

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.usefixtures("seed", "live_server")


def test_a_reader_goes_from_a_search_to_a_copied_sentence(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("regrettably\n")
    page.wait_for_selector(".result")
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.wait_for_selector("#copy:focus")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“Regrettably, the issue of the Northern Territories has not been ")
    assert "(Kishida, 2024, as cited in Kishida Says Japan-Russia Ties Are ‘Difficult,’" in copied
