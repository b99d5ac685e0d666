"""The entries of a feed."""

import pytest

from citations.forms.quote_filters import QuoteFilterSet
from citations.index import sync
from citations.models import Quote
from citations.pages.results import feed_entries as module
from citations.pages.results.feed_entries import FeedEntry, feed_entries

SITE = "https://c.example"

pytestmark = pytest.mark.usefixtures("indexed")


def entries(**asked: str) -> list[FeedEntry]:
    return list(feed_entries(QuoteFilterSet(asked), SITE))


def test_the_last_changed_comes_first() -> None:
    changed = [entry.updated for entry in entries()]
    assert changed == sorted(changed, reverse=True)
    quote = Quote.objects.get(text="difficult")
    quote.save()
    assert entries()[0].address == f"{SITE}{quote.get_absolute_url()}"


def test_an_entry_is_complete() -> None:
    [entry] = entries(q="unacceptable")
    quote = Quote.objects.get(text="unacceptable")
    assert entry.address == f"{SITE}{quote.get_absolute_url()}"
    assert entry.author_at == f"{SITE}{quote.speaker.get_absolute_url()}"
    assert (entry.author, entry.text, entry.language) == (
        quote.speaker.name, quote.text, quote.language
    )  # fmt: skip
    assert quote.speaker.name in entry.title
    assert entry.updated == quote.changed


def test_characters_that_xml_cannot_have_are_replaced() -> None:
    Quote.objects.filter(text="unacceptable").update(text="un\x01acceptable\x0b")
    sync.rebuild_index()
    assert "un\ufffdacceptable\ufffd" in [entry.text for entry in entries()]


def test_a_feed_has_a_largest_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ENTRIES", 2)
    assert len(entries()) == 2
