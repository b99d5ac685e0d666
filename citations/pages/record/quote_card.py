"""The card of a quote for other people's pages, and its description in oEmbed (oembed.com, 1.0)."""

from unicodedata import east_asian_width

from django.urls import reverse

from citations.models import Quote, Standing
from citations.models.appearances import primary_appearance
from citations.models.projections import title_of_quote

OembedDescription = dict[str, str | int]

# Code points of the wording on a card; the record has the rest.
LONGEST_ON_CARD = 600
# In pixels. The usual width of a card and its greatest height; the space beside its words, and
# above, between and below them; a line of words, and a letter. If that is too low, the card
# scrolls.
WIDTH, HEIGHT, BESIDE, BETWEEN, LINE, LETTER = 600, 640, 50, 190, 31, 10
CACHE_SECONDS = 24 * 60 * 60


def card_title(quote: Quote) -> str:
    return title_of_quote(quote.speaker.name, quote.text, quote.mode, quote.standing)


def card_address(quote: Quote, site: str) -> str:
    return f"{site}{reverse('quote_card', args=[quote.key])}"


def card_size(quote: Quote, max_width: int | None, max_height: int | None) -> tuple[int, int]:
    """The width and height of the card in pixels, estimated by its number of letters."""
    width = min(WIDTH, max_width or WIDTH)
    primary = primary_appearance(quote)
    source = primary.article.headline if primary else ""
    words = f"{quote.text[:LONGEST_ON_CARD]}{quote.standing_note[:LONGEST_ON_CARD]}"
    text = f"{words}{quote.speaker}{quote.office}{source}{quote.get_absolute_url()}"
    letters = len(text) + sum(east_asian_width(letter) in "WF" for letter in text)
    lines = -(-letters * LETTER // max(LETTER, width - BESIDE))
    return width, min(HEIGHT, max_height or HEIGHT, BETWEEN + LINE * lines)


def oembed_description(
    quote: Quote, size: tuple[int, int], site: str, frame: str
) -> OembedDescription:
    """The fields of the response (oEmbed 1.0, section 2.3.4); `frame` is the HTML of the frame.

    A misattributed quote has no author.
    """
    width, height = size
    fields: OembedDescription = {"type": "rich", "version": "1.0", "title": card_title(quote)}
    if quote.standing != Standing.MISATTRIBUTED:
        fields["author_name"] = quote.speaker.name
        fields["author_url"] = f"{site}{quote.speaker.get_absolute_url()}"
    return fields | {
        "provider_name": "Citations",
        "provider_url": f"{site}/",
        "cache_age": CACHE_SECONDS,
        "width": width,
        "height": height,
        "html": frame,
    }
