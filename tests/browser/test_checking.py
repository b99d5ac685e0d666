"""A draft checked in Chromium: upload, findings, and the document that comes back."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from citations.comparison.verdict import Verdict
from citations.drafts.findings import FLAG_NAMES, VERDICT_NAMES, Flag
from tests.support.draft import TEXT, TWELVE

Axe = Callable[..., list[str]]
WIDTHS = {"wide": {"width": 1280, "height": 900}, "narrow": {"width": 360, "height": 800}}

pytestmark = pytest.mark.usefixtures("indexed")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The twelve quotations as a document, each sentence in runs of several looks."""
    document = Document()
    for paragraph in TEXT.strip().split("\n\n"):
        made = document.add_paragraph()
        half = len(paragraph) // 2
        made.add_run(paragraph[:half]).italic = True
        made.add_run(paragraph[half:]).bold = True
    path = tmp_path / "draft.docx"
    document.save(str(path))
    return path


def test_a_document_of_twelve_quotations_is_checked_and_comes_back(
    page: Page, axe: Axe, draft: Path
) -> None:
    page.goto("/")
    page.get_by_role("link", name="Check a draft").click()
    page.get_by_label("Or its file").set_input_files(draft)
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator(".lead")).to_have_text("12 quotations, 9 to check.")
    findings = page.locator(".finding")
    expect(findings).to_have_count(12)
    for number, (_, verdict, flags) in enumerate(TWELVE):
        finding = findings.nth(number)
        expect(finding.locator("strong")).to_have_text(str(VERDICT_NAMES[Verdict(verdict)]))
        names = [str(FLAG_NAMES[Flag(each)]) for each in flags]
        expect(finding.locator(".flag")).to_have_text(names)
        expect(page.locator(f"#q-{number + 1}")).to_be_visible()
    expect(findings.nth(5).locator("del")).to_have_text("in the source: not ")
    assert axe(page) == []

    page.get_by_label("Add a citation after each quotation").check()
    with page.expect_download() as waited:
        page.get_by_role("button", name="Download the draft as .docx with comments").click()
    returned = Document(BytesIO(Path(waited.value.path()).read_bytes()))
    comments = [each.text for each in returned.comments]
    assert len(comments) == 12
    for comment, (_, verdict, flags) in zip(comments, TWELVE, strict=True):
        first = comment.partition("\n")[0]
        told = [VERDICT_NAMES[Verdict(verdict)], *(FLAG_NAMES[Flag(each)] for each in flags)]
        assert first == ". ".join(map(str, told)) + "."
    lines = [each.text for each in returned.paragraphs]
    assert any("start from scratch,” (" in line for line in lines)
    assert "Sources" in lines
    assert returned.paragraphs[1].runs[0].italic


def test_a_finding_is_reached_from_the_draft_and_back_by_keyboard(page: Page) -> None:
    page.goto("/check/")
    page.get_by_label("Draft", exact=True).fill(TEXT)
    page.get_by_role("button", name="Check", exact=True).press("Enter")
    page.get_by_role("link", name="Finding 6").first.press("Enter")
    expect(page).to_have_url(re.compile("/check/#f-6$"))
    expect(page.locator("#f-6")).to_be_in_viewport()
    page.locator("#f-6").get_by_role("link", name="Finding 6", exact=True).press("Enter")
    expect(page.locator("#q-6")).to_be_in_viewport()
    with page.context.expect_page() as noted:
        page.locator("#f-12").get_by_role("button", name="Ask the curators").press("Enter")
    expect(noted.value.get_by_role("heading", name="Request sent to the curators")).to_be_visible()
    with page.context.expect_page() as opened:
        page.locator("#f-8").get_by_role("link", name="Cite this").click(modifiers=["Control"])
    expect(opened.value.get_by_role("heading", name="Cite")).to_be_visible()


def test_a_draft_is_checked_without_a_script(open_page: Callable[..., Page]) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("/check/")
    page.get_by_label("Draft", exact=True).fill(TEXT)
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator(".finding")).to_have_count(12)
    with page.expect_download() as waited:
        page.get_by_role("button", name="CSV").click()
    assert "over_quoted" in Path(waited.value.path()).read_text("utf-8-sig")


@pytest.mark.looks
@pytest.mark.parametrize(("scheme", "width"), [("light", "wide"), ("dark", "narrow")])
def test_the_pages_have_no_barrier_and_fit(
    open_page: Callable[..., Page], axe: Axe, *, scheme: str, width: str
) -> None:
    page = open_page(color_scheme=scheme, viewport=WIDTHS[width])
    page.goto("/check/")
    assert axe(page, looks=scheme == "dark") == []
    page.get_by_label("Draft", exact=True).fill(TEXT)
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator(".finding")).to_have_count(12)  # the page is there
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe(page, looks=scheme == "dark") == []
