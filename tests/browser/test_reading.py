"""The public pages in a real browser, for the eye, the keyboard and a screen reader."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from citations.models import Article, Quote, Snapshot, Topic, sha256_of

pytestmark = pytest.mark.usefixtures("seed", "live_server")

ARTICLE = "/articles/46X7TFXG/"
PAGES = [
    "/",
    "/quotes/",
    "/quotes/?q=treaty+OR+shock&speaker=kishida-fumio&sort=newest",
    "/quotes/?q=colour:red&said_from=yesterday&page=x",
    "/quotes/?q=zzz",
    "/quotes/0ZRS6RJV/",
    "/quotes/0ZRS6RJV/cite/?style=bluebook-law-review",
    "/quotes/0ZRS6RJV/card/",
    "/cite/",
    "/cite/?quotes=0ZRS6RJV,VMBBKS08,SFDHTMQN,ZZZZZZZZ&style=ieee",
    "/articles/46X7TFXG/cite/",
    "/about/",
    "/speakers/",
    "/speakers/kishida-fumio/",
    "/articles/",
    ARTICLE,
    "/topics/peace-treaty/",
    "/dates/",
    "/quotes/ZZZZZZZZ/",
]
# Each scheme and each width once: colours do not depend on the width.
APPEARANCES = [("light", 1280, 900), ("dark", 360, 740)]


@pytest.mark.looks
@pytest.mark.parametrize(("scheme", "width", "height"), APPEARANCES)
def test_axe_finds_nothing_and_the_policy_holds(
    open_page: Callable[..., Page],
    axe: Callable[..., list[str]],
    *,
    scheme: str,
    width: int,
    height: int,
) -> None:
    page = open_page(color_scheme=scheme, viewport={"width": width, "height": height})
    found = {}
    for address in PAGES:
        page.goto(address)
        found[address] = axe(page, looks=scheme == "dark")
    assert {address: lines for address, lines in found.items() if lines} == {}


@pytest.mark.looks
def test_no_page_is_wider_than_its_window(page: Page) -> None:
    for address in PAGES:
        page.goto(address)
        for width in (320, 360, 768, 1280, 1920):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_a_reader_gets_from_a_search_to_the_words_in_their_source(page: Page) -> None:
    page.goto("/")
    page.get_by_role("combobox").first.fill("“peace treaty” ministry")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 quotation")
    page.locator(".result").get_by_role("link").first.click()
    expect(page.locator("blockquote").first).to_contain_text("Under current conditions")
    page.get_by_role("link", name="archived text").click()
    expect(page).to_have_url(re.compile("#q-0ZRS6RJV$"))
    expect(page.locator("#q-0ZRS6RJV")).to_be_in_viewport()


def test_it_all_works_without_a_script(open_page: Callable[..., Page]) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("/quotes/?q=kishida")
    page.get_by_role("link", name="Partial").first.click()
    assert "mode=partial" in page.url
    page.get_by_role("link", name="Newest").click()
    assert "sort=newest" in page.url
    expect(page.locator(".result").first).to_contain_text("7 February 2024")


def test_the_keys_move_through_the_results_and_can_be_switched_off(page: Page) -> None:
    page.goto("/quotes/?q=kishida")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator(".result").nth(1)
    assert second.evaluate("(result) => result.contains(document.activeElement)")
    page.keyboard.press("k")
    page.keyboard.press("/")
    expect(page.get_by_role("combobox").first).to_be_focused()
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    page.get_by_role("checkbox", name="Use keyboard shortcuts").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.body")


def test_the_first_tab_skips_to_the_content(page: Page) -> None:
    page.goto("/quotes/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_contain_text("Skip")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main" or page.url.endswith("#main")


def test_every_quotation_says_its_language(page: Page) -> None:
    for address in ["/quotes/", "/quotes/0ZRS6RJV/", "/speakers/kishida-fumio/", "/dates/"]:
        page.goto(address)
        quotations = page.locator("main :is(blockquote, q)")
        assert quotations.count(), address
        for quotation in quotations.all():
            assert quotation.evaluate("(node) => node.closest('[lang]').lang") == "en", address


def test_long_names_long_quotations_and_other_scripts_fit(
    open_page: Callable[..., Page], axe: Callable[..., list[str]]
) -> None:
    text = "السلام هو الطريق " * 40 + "北方領土" * 60 + " word" * 300
    article = Article.objects.get(key="46X7TFXG")
    snapshot = Snapshot.objects.create(article=article, text=text, sha256=sha256_of(text))
    quote = Quote.objects.get(key="0ZRS6RJV")
    quote.speaker.name = "Wolfeschlegelsteinhausenbergerdorff-Nakamura Bartholomew-Alexander"
    quote.speaker.save()
    quote.text, quote.language = text.strip(), "ar"
    quote.save()
    Topic.objects.filter(slug="peace-treaty").update(name="x" * 90)
    assert snapshot.pk
    page = open_page(viewport={"width": 320, "height": 700}, color_scheme="dark")
    for address in ["/quotes/", "/quotes/0ZRS6RJV/", "/speakers/", "/topics/peace-treaty/"]:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
        assert axe(page) == [], address
