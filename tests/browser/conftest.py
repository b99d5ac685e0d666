"""Chromium over the running site, watched: what its policy forbids fails the test that did it."""

import tests.support.django_setup  # noqa: F401  for what follows

# isort: split

import gc
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.test import Client
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Frame,
    Page,
    Request,
    expect,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer

from tests.support.checkout import AXE, CHROMIUM, CHROMIUM_SWITCHES

# How long a page may take says nothing here, only whether it comes.
expect.set_options(timeout=30_000)

HERE = Path(__file__).resolve().parent
TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) => console.error(
    "Content Security Policy:", event.effectiveDirective, event.blockedURI, event.sourceFile));
"""
ALL_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Those that depend on colours and widths: the others say the same however a page looks.
LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]
RUN_AXE = """
axe.run(document, {
    runOnly: RULES,
    resultTypes: ["violations"],
}).then((results) => JSON.stringify(results.violations.flatMap((rule) => rule.nodes.map(
    (node) => `${rule.id} (${rule.impact}): ${node.target.join(" ")}: ${node.failureSummary}`))))
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")
            item.add_marker("no_cover")  # the browser waits; other tests cover the views


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Garbage is collected by this thread, after the test.

    Playwright works by greenlets. One that is freed by a thread of the server, while that thread
    ends, can hang the whole run (greenlet, ThreadState_DestroyNoGIL).
    """
    gc.disable()
    yield
    gc.enable()
    gc.collect()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, started once for a module, so that no event loop outlives the browser tests."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop running, in which Django would refuse its database.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*CHROMIUM_SWITCHES])
        yield browser
        browser.close()


class Watch:
    """What a page did that it must not: broke its policy, left the site, threw an error."""

    def __init__(self, page: Page, site: str) -> None:
        self.seen: list[str] = []
        self.site = site
        self.paused = False  # axe styles the page as it likes; its next page is watched again
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.add(f"error: {error}"))
        page.on("request", self.request)
        page.on("requestfailed", self.failure)
        page.on("framenavigated", self.navigated)

    def add(self, what: str) -> None:
        if not self.paused:
            self.seen.append(what)

    def console(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.add(message.text)

    def request(self, request: Request) -> None:
        if not request.url.startswith((self.site, "data:", "blob:", "about:")):
            self.add(f"request to another site: {request.url}")

    def failure(self, request: Request) -> None:
        if "BLOCKED" in (request.failure or ""):
            self.add(f"{request.failure}: {request.url}")

    def navigated(self, frame: Frame) -> None:
        self.paused = self.paused and frame.parent_frame is not None


@pytest.fixture
def watch() -> dict[Page, Watch]:
    """The watches over the pages of a test."""
    return {}


@pytest.fixture
def open_page(
    browser: Browser, live_server: LiveServer, watch: dict[Page, Watch]
) -> Iterator[Callable[..., Page]]:
    """Open a page in a context of its own, watched to the end of the test.

    Takes what a context takes: `open_page(viewport=..., color_scheme="dark",
    java_script_enabled=False)`. Addresses given to it are relative to the running site.
    """
    contexts = []

    def opened(**wishes: object) -> Page:
        wishes = {
            "base_url": live_server.url,
            "viewport": {"width": 1280, "height": 900},
            "locale": "en-GB",
            "reduced_motion": "reduce",
        } | wishes
        context = browser.new_context(**wishes)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(30_000)
        context.add_init_script(TELL_VIOLATIONS)
        page = context.new_page()
        watch[page] = Watch(page, live_server.url)
        return page

    yield opened
    for context in contexts:
        context.close()
    if seen := [what for each in watch.values() for what in each.seen]:
        pytest.fail("The page did what it must not:\n" + "\n".join(seen))


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A watched page, 1280 wide, on the running site: `page.goto("/quotes/")`."""
    return open_page()


@pytest.fixture
def sign_in(live_server: LiveServer) -> Callable[[Page, AbstractBaseUser], None]:
    """Sign a user in, without the form: `sign_in(page, user)`."""

    def signed_in(page: Page, user: AbstractBaseUser) -> None:
        client = Client()
        client.force_login(user)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
        )

    return signed_in


@pytest.fixture(scope="session")
def axe_source() -> str:
    return AXE.read_text()


@pytest.fixture
def axe(watch: dict[Page, Watch], axe_source: str) -> Callable[..., list[str]]:
    """What axe-core finds wrong with a page for WCAG 2.2 AA, a line each: `axe(page) == []`.

    With `looks` it asks only what depends on them, of a page it has seen in another scheme.
    """

    def findings(page: Page, *, looks: bool = False) -> list[str]:
        watch[page].paused = True
        # Through the debugging protocol, which the page's policy does not bind.
        session = page.context.new_cdp_session(page)
        session.send("Runtime.evaluate", {"expression": axe_source})
        answer = session.send(
            "Runtime.evaluate",
            {
                "expression": RUN_AXE.replace("RULES", json.dumps(LOOKS if looks else ALL_RULES)),
                "awaitPromise": True,
                "returnByValue": True,
            },
        )
        session.detach()
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return list(json.loads(answer["result"]["value"]))

    return findings
