"""Takes the documentation's pictures from the running site, with the seed: `make pictures`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from tests.benchmarks.server import Site, serving
from tests.support.checkout import CHROMIUM, CHROMIUM_SWITCHES, ROOT, SEED

IMAGES = ROOT / "docs" / "images"
SIZE = {"width": 1280, "height": 860}
DRAFT = (
    "The current situation “is the result of Russian aggression, and it is unfair to blame the "
    "consequences on Japan-Russia relations”, Prime Minister Kishida said.\n\n"
    "“We all fear we will have to start from scratch,” Tsunoka Yasuji said. “I used to hate the "
    "Russians,” said Fukuzawa Hideo."
)


def take_pictures() -> None:
    """Write docs/images/search.png and check.png."""
    with TemporaryDirectory() as folder:
        site = Site(Path(folder))
        site.manage("migrate", "--verbosity", "0")
        site.manage("loaddata", *SEED)
        site.manage("verify")
        site.manage("index")
        site.manage("collectstatic", "--no-input", "--verbosity", "0")
        with serving(site) as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=[*CHROMIUM_SWITCHES]
            )
            address = f"http://127.0.0.1:{server.port}"
            page = browser.new_page(base_url=address, viewport=SIZE, locale="en-GB")
            page.goto("/quotes/?q=peace+treaty")
            save_picture(page, "search")
            page.goto("/check/")
            page.locator("#text").fill(DRAFT)
            page.locator(".check-form button[type=submit]").first.click()
            save_picture(page, "check")
            browser.close()


def save_picture(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    page.screenshot(path=IMAGES / f"{name}.png", animations="disabled")


if __name__ == "__main__":
    if CHROMIUM is None:
        sys.exit("Chromium is needed: apt-get install chromium, or name it in CHROMIUM.")
    take_pictures()
