"""From a search to a copied citation, by the keyboard."""

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.support.pages import SPLIT, TWICE

pytestmark = pytest.mark.usefixtures("seed", "live_server")


def test_a_reader_goes_from_a_search_to_a_copied_sentence(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("regrettably\n")
    page.wait_for_selector(".result")
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.wait_for_selector("dialog #copy:focus")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“Regrettably, the issue of the Northern Territories has not been ")
    assert "(Kishida, 2024, as cited in Kishida Says Japan-Russia Ties Are ‘Difficult,’" in copied


def test_the_dialog_remembers_the_style_and_gives_the_focus_back(page: Page) -> None:
    page.goto("/quotes/?q=treaty")
    page.click(".result [data-cite]")
    page.select_option("dialog #style", "ieee")
    page.click("dialog [data-cite-form] button")
    page.wait_for_selector("dialog .citation >> text=quoted in [1")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.result [data-cite]')")
    page.goto(f"/quotes/{TWICE}/")
    page.click("main [data-cite]")
    page.wait_for_selector("dialog .citation >> text=quoted in [1")
    assert page.input_value("dialog #style") == "ieee"


def test_an_unknown_style_is_told_in_the_dialog_where_it_was_written(page: Page) -> None:
    page.goto(f"/quotes/{TWICE}/")
    page.click("main [data-cite]")
    page.fill("dialog #named", "apaa")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog >> text=There is no citation style “apaa”. Similar names: apa")
    page.wait_for_selector("dialog #named:focus")
    page.fill("dialog #named", "Nature")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog #style >> option[selected] >> text=Nature", state="attached")


def test_a_collection_is_kept_in_the_browser_and_follows_what_becomes_of_it(page: Page) -> None:
    page.goto("/quotes/?q=treaty")
    for button in page.query_selector_all(".result button.plain"):
        button.click()
    page.click("text=Collection (2)")
    assert page.inner_text("h1") == "Cite 2 quotations"
    page.click("text=Remove >> nth=0")
    page.wait_for_selector("text=Collection (1)")
    assert page.inner_text("h1") == "Cite 1 quotation"
    page.goto(f"/cite/?quotes={TWICE},{SPLIT}")  # somebody else's
    page.wait_for_selector("text=Collection (1)")
    page.click("text=Save as my collection")
    page.wait_for_selector("text=Collection (2)")


def test_without_a_script_all_of_it_is_pages(browser: Browser, live_server: LiveServer) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    page = context.new_page()
    page.goto(f"/quotes/{TWICE}/")
    page.click("text=Add to a collection")
    assert page.inner_text("h1") == "Cite 1 quotation"
    page.fill("#add", f"{live_server.url}/quotes/{SPLIT}/")
    page.click("fieldset:has(#add) + .submit button")
    assert page.inner_text("h1") == "Cite 2 quotations"
    page.click("text=Down")
    assert f"?quotes={SPLIT},{TWICE}&" in page.url
    page.goto(f"/quotes/{TWICE}/")
    page.click("text=Cite this quotation")
    assert page.inner_text("h1") == "Cite this quotation"
    context.close()


def test_a_page_fills_its_box_when_it_is_read(page: Page) -> None:
    page.goto(f"/quotes/{TWICE}/")
    page.wait_for_selector("h2 >> text=Reference list entry")
    assert page.locator("[data-box]").count() == 0
    assert page.locator("#copy").count() == 0
    page.goto(f"/quotes/{TWICE}/")
    assert page.locator("[data-copy-citation]:visible").count() == 3
