"""The size and the description of a quote's card."""

import pytest

from citations.models import Quote, Standing
from citations.models.projections import with_sources
from citations.pages.record.quote_card import (
    HEIGHT,
    WIDTH,
    card_address,
    card_size,
    card_title,
    oembed_description,
)
from tests.support.pages import SITE, TWICE


@pytest.fixture
def quote(seed: None) -> Quote:
    return with_sources(Quote.objects.filter(key=TWICE)).get()


def test_a_card_is_as_large_as_its_words_need_and_no_larger_than_allowed(quote: Quote) -> None:
    width, height = card_size(quote, None, None)
    assert width == WIDTH
    assert 190 < height < HEIGHT
    assert card_size(quote, 300, None) == (300, height) or card_size(quote, 300, None)[1] > height
    assert card_size(quote, 10_000, 100) == (WIDTH, 100)
    quote.text = "word " * 500
    assert card_size(quote, 200, None) == (200, HEIGHT)


def test_wide_letters_need_more_room(quote: Quote) -> None:
    quote.text = "a" * 300
    narrow = card_size(quote, None, None)[1]
    quote.text = "日" * 300
    assert card_size(quote, None, None)[1] > narrow


def test_the_description_has_what_oembed_asks_for(quote: Quote) -> None:
    fields = oembed_description(quote, (600, 300), SITE, "<iframe></iframe>")
    assert fields == {
        "type": "rich",
        "version": "1.0",
        "title": card_title(quote),
        "author_name": quote.speaker.name,
        "author_url": f"{SITE}{quote.speaker.get_absolute_url()}",
        "provider_name": "Citations",
        "provider_url": f"{SITE}/",
        "cache_age": 86_400,
        "width": 600,
        "height": 300,
        "html": "<iframe></iframe>",
    }
    assert card_address(quote, SITE) == f"{SITE}/quotes/{TWICE}/card/"


def test_a_misattributed_quote_has_no_author(quote: Quote) -> None:
    quote.standing = Standing.MISATTRIBUTED
    fields = oembed_description(quote, (600, 300), SITE, "")
    assert not fields.keys() & {"author_name", "author_url"}
    assert "(misattributed)" in str(fields["title"])
