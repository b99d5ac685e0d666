"""Searching in a real browser: suggestions, facets, the chart, and no results."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from citations.models import Occasion, Quote, Speaker

pytestmark = pytest.mark.usefixtures("seed", "live_server")

SIZES = {"wide": (1280, 900), "narrow": (360, 740)}
PAGES = [
    "/quotes/?q=the&speaker=kishida-fumio&mode=direct",
    "/quotes/?more=speaker&within=kish&speaker=hayashi-yoshimasa",
    "/quotes/?more=topic&within=zzz",
    "/quotes/?q=agression&speaker=kishida-fumio&place=Nowhere",
    "/quotes/?q=soldier",
    "/quotes/?q=%22peace+treaty+speeker:kishida+said:2022-13&mode=loud&said_from=x&page=501",
]


def box(page: Page) -> Locator:
    return page.get_by_role("combobox").first


def options(page: Page) -> Locator:
    return page.get_by_role("option")


@pytest.fixture
def many_years() -> None:
    """A quotation of every year from 1990 to 2026."""
    speaker = Speaker.objects.create(slug="annalist", name="Annalist")
    for year in range(1990, 2027):
        occasion = Occasion.objects.create(slug=f"in-{year}", date=str(year))
        Quote.objects.create(speaker=speaker, text="deed", occasion=occasion, state="published")


@pytest.mark.looks
@pytest.mark.parametrize(("scheme", "size"), [("light", "wide"), ("dark", "narrow")])
def test_axe_finds_nothing_on_any_page_of_a_search(
    open_page: Callable[..., Page],
    axe: Callable[..., list[str]],
    many_years: None,
    *,
    scheme: str,
    size: str,
) -> None:
    width, height = SIZES[size]
    page = open_page(color_scheme=scheme, viewport={"width": width, "height": height})
    found = {}
    for address in [*PAGES, "/quotes/?q=deed"]:
        page.goto(address)
        for summary in page.locator("main summary").all():
            if summary.is_visible():
                summary.click()
        found[address] = axe(page, looks=scheme == "dark")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    page.goto("/quotes/")
    box(page).type("k")
    expect(options(page).first).to_be_visible()
    found["suggestions"] = axe(page, looks=scheme == "dark")
    assert {address: lines for address, lines in found.items() if lines} == {}


def test_suggestions_are_walked_through_and_chosen_with_the_keys(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("ki")
    first = options(page).first
    expect(first).to_contain_text("Kishida Fumio")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").filter(has_text="suggestions")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    active = box(page).get_attribute("aria-activedescendant")
    assert active == first.get_attribute("id")
    expect(box(page)).to_be_focused()
    page.keyboard.press("ArrowUp")  # back in the box
    expect(box(page)).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("ArrowUp")  # and round to the last
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Home")
    expect(first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("End")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/quotes/\?speaker=kishida-fumio$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("5 quotations")


def test_escape_and_tab_close_the_suggestions_and_enter_searches_for_the_words(page: Page) -> None:
    page.goto("/quotes/")
    box(page).fill("ki")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(options(page)).to_have_count(0)
    expect(box(page)).to_have_value("ki")
    page.keyboard.type("s")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Tab")
    expect(options(page)).to_have_count(0)
    box(page).fill("kishida")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"q=kishida"))


def test_a_suggestion_is_chosen_with_the_pointer(page: Page) -> None:
    page.goto("/speakers/")
    box(page).fill("hayashi")
    options(page).filter(has_text="Hayashi Yoshimasa").click()
    expect(page).to_have_url(re.compile(r"speaker=hayashi-yoshimasa"))


def test_no_connection_leaves_the_box_as_it_is(page: Page) -> None:
    def refused(route: Route) -> None:
        route.abort()

    page.route("**/suggest.json*", refused)
    page.goto("/")
    box(page).fill("kishida")
    page.wait_for_timeout(400)
    expect(options(page)).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("quotations")


def test_several_values_are_chosen_without_a_script(open_page: Callable[..., Page]) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("/quotes/?q=the&more=speaker")
    page.get_by_label("Kishida Fumio").check()
    page.get_by_label("Words in the name").fill("hayashi")
    page.get_by_role("button", name="Find", exact=True).click()
    expect(page.get_by_label("Kishida Fumio")).to_be_checked()
    page.get_by_label("Hayashi Yoshimasa").check()
    page.get_by_role("button", name="Show results").click()
    conditions = page.get_by_role("list", name="Conditions")
    expect(conditions).to_contain_text("Kishida Fumio")
    expect(conditions).to_contain_text("Hayashi Yoshimasa")
    expect(page.locator(".facets [aria-current]")).to_have_count(2)


def test_the_years_are_a_chart_of_links_where_there_is_room_and_a_table_everywhere(
    open_page: Callable[..., Page], many_years: None
) -> None:
    page = open_page()
    page.goto("/quotes/?q=deed")
    bars = page.get_by_role("list", name="Quotations by year").get_by_role("link")
    expect(bars).to_have_count(37)
    assert min(bar["width"] for bar in map(Locator.bounding_box, bars.all()) if bar) >= 24
    bars.nth(10).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 quotation: deed")
    narrow = open_page(viewport={"width": 360, "height": 740})
    narrow.goto("/quotes/?q=deed")
    expect(narrow.get_by_role("list", name="Quotations by year")).to_be_hidden()
    narrow.get_by_text("1990 to 2026 as a table").click()
    narrow.get_by_role("table").get_by_role("link", name="2011").click()
    expect(narrow.get_by_role("list", name="Conditions")).to_contain_text("said from 2011")


def test_from_nothing_there_is_a_way_on(page: Page) -> None:
    page.goto("/quotes/?q=agression")
    page.get_by_role("link", name="aggression").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 quotation")


def test_quotations_run_as_their_languages_do(page: Page) -> None:
    Quote.objects.filter(text="difficult").update(text="السلام هو الطريق", language="ar")
    page.goto("/quotes/?lang=ar")
    quotation = page.locator("blockquote")
    assert quotation.evaluate("(it) => getComputedStyle(it).direction") == "rtl"
    assert quotation.locator("q").evaluate("(it) => getComputedStyle(it).quotes").startswith('"«"')
