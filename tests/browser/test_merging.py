"""An editor merges two records of one speaker in Chromium and undoes the merge."""

from collections.abc import Callable

from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from citations.models import Quote, Speaker, SpeakerName

Axe = Callable[..., list[str]]


def test_two_records_are_previewed_merged_redirected_and_separated_again(
    page: Page,
    axe: Axe,
    sign_in: Callable[[Page, User], None],
    live_server: LiveServer,
    seed: None,
) -> None:
    kept = Speaker.objects.get(slug="kishida-fumio")
    twin = Speaker.objects.create(slug="fumio-kishida", name="Fumio Kishida")
    SpeakerName.objects.create(speaker=twin, name="Fumio Kishida", order="given-first")
    quote = Quote.objects.filter(speaker=kept).first()
    assert quote
    Quote.objects.filter(pk=quote.pk).update(speaker=twin)
    sign_in(page, User.objects.create_superuser("root"))

    page.goto("/admin/citations/merge/likely/speaker/")
    expect(page.get_by_role("link", name="Preview the merge").first).to_be_visible()
    assert axe(page) == []
    page.get_by_role("link", name="Preview the merge").first.click()
    expect(page.get_by_role("heading", name="What moves")).to_be_visible()
    if "(fumio-kishida)" in page.locator("dd").first.inner_text():
        page.get_by_role("link", name="Swap the two").click()
        expect(page.locator("dd").first).to_contain_text("(kishida-fumio)")
    expect(page.locator("li", has_text="1 quote")).to_be_visible()
    assert axe(page) == []
    page.get_by_label("Reason").fill("One man under two name orders.")
    page.get_by_role("button", name="Merge").click()
    expect(page.locator(".messagelist .success")).to_contain_text("Fumio Kishida")

    page.goto(f"/speakers/{twin.slug}/")
    expect(page).to_have_url(f"{live_server.url}/speakers/{kept.slug}/")
    expect(page.get_by_text(quote.text[:40]).first).to_be_visible()

    page.goto("/admin/citations/merge/")
    page.get_by_role("link", name="Undo").first.click()
    expect(page.get_by_role("button", name="Undo the merge")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Undo the merge").click()
    expect(page.locator(".messagelist .success")).to_contain_text("The merge was undone")
    quote.refresh_from_db()
    assert quote.speaker == twin
    page.goto(f"/speakers/{twin.slug}/")
    expect(page).to_have_url(f"{live_server.url}/speakers/{twin.slug}/")
