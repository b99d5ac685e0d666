"""A quote in other people's pages: its card, and oEmbed (oembed.com, 1.0), which leads to it."""

from unicodedata import east_asian_width
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from csp.constants import NONE, SELF
from csp.decorators import csp
from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import Resolver404, resolve, reverse
from django.utils.html import format_html
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from citations.cite.formats.xml import clean_xml_text
from citations.models import Quote, Standing
from citations.models.history import withdrawal_of
from citations.views.responses.files import opened, plain
from citations.views.responses.gone import gone_in_words, tells_withdrawn
from citations.views.search.downloads import unreadable
from citations.views.search.feeds import LONGEST_TITLE

Described = dict[str, str | int]

# A card runs nothing and sends nothing, and any page may frame it.
CARD_POLICY = {
    "default-src": [NONE],
    "style-src": [SELF],
    "font-src": [SELF],
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": ["*"],
}
CARD_GONE = "citations/card_withdrawn.html"
# Code points of the wording on a card; those who want to read on go to the record.
LONGEST_ON_CARD = 600
# In pixels: a card's usual width and its greatest height; what it has beside its words, and above,
# between and below them; a line of them, and a letter. Where that is too low, the card scrolls.
WIDTH, HEIGHT, BESIDE, BETWEEN, LINE, LETTER = 600, 640, 50, 190, 31, 10
SECONDS_KEPT = 24 * 60 * 60


class OembedForm(forms.Form):
    """What is asked: the address of a quote's page, in what format, and how large at most."""

    url = forms.CharField(max_length=2000)
    format = forms.CharField(required=False, max_length=20)
    maxwidth = forms.IntegerField(required=False, min_value=1)
    maxheight = forms.IntegerField(required=False, min_value=1)


@xframe_options_exempt
@csp(CARD_POLICY)
@require_safe
@tells_withdrawn(CARD_GONE)
def card(request: HttpRequest, key: str) -> HttpResponse:
    """The quote with its source and no more, to stand in a frame of another page."""
    quote = get_object_or_404(Quote.objects.published().with_sources(), key=key)
    context = {
        "quote": quote,
        "title": title_of(quote),
        "stands": quote.primary_appearance,
        "longest": LONGEST_ON_CARD,
    }
    response = render(request, "citations/card.html", context)
    opened(response)
    return response


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """A quote's card by the address of its page; 404, 410, 501 and 400 say why there is none."""
    form = OembedForm(request.GET)
    if not form.is_valid():
        errors = form.errors.get_json_data().items()
        return unreadable(f"{name}: {one['message']}" for name, told in errors for one in told)
    asked = form.cleaned_data
    if (kind := asked["format"] or "json") not in ("json", "xml"):
        return plain("There are the formats json and xml.\n", 501)
    key = key_at(request, asked["url"])
    quote = Quote.objects.published().with_sources().filter(key=key).first()
    if not quote:
        withdrawal = withdrawal_of(key)
        return gone_in_words(withdrawal) if withdrawal else plain("No quotation is there.\n", 404)
    size = size_of(quote, asked["maxwidth"], asked["maxheight"])
    answer = described(request, quote, *size)
    response = JsonResponse(answer) if kind == "json" else as_xml(answer)
    opened(response)
    return response


def key_at(request: HttpRequest, address: str) -> str:
    """The key in the address of a quote's page here; nothing where it is any other address."""
    try:
        parts = urlsplit(address)
        found = resolve(parts.path)
    except (ValueError, Resolver404):
        return ""
    here = parts.scheme in ("http", "https") and parts.netloc.lower() == request.get_host().lower()
    return str(found.kwargs["key"]) if here and found.view_name == "quote" else ""


def described(request: HttpRequest, quote: Quote, width: int, height: int) -> Described:
    """The answer's fields (oEmbed 1.0, section 2.3.4).

    Nobody is its author where we say that somebody else said it, or perhaps nobody.
    """
    absolute, title = request.build_absolute_uri, title_of(quote)
    frame = format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" frameborder="0" loading="lazy"'
        ' sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>',
        *(absolute(reverse("quote_card", args=[quote.key])), title, width, height),
    )
    told: Described = {"type": "rich", "version": "1.0", "title": title}
    if quote.standing != Standing.MISATTRIBUTED:
        told["author_name"] = quote.speaker.name
        told["author_url"] = absolute(quote.speaker.get_absolute_url())
    return told | {
        "provider_name": "Citations",
        "provider_url": absolute("/"),
        "cache_age": SECONDS_KEPT,
        "width": width,
        "height": height,
        "html": frame,
    }


def title_of(quote: Quote) -> str:
    """Who, a doubt about that, and the first words, between marks where they may stand so."""
    text, doubt = quote.text, f" ({quote.standing})"
    words = text if len(text) <= LONGEST_TITLE else f"{text[: LONGEST_TITLE - 1]}…"
    shown = f"“{words}”" if quote.has_marks else words
    return f"{quote.speaker.name}{'' if quote.standing == Standing.ACCEPTED else doubt}: {shown}"


def size_of(quote: Quote, widest: int | None, highest: int | None) -> tuple[int, int]:
    """The width and height of the card, guessed by the letters on it."""
    width = min(WIDTH, widest or WIDTH)
    stands = quote.primary_appearance
    source = stands.article.headline if stands else ""
    shown = f"{quote.text[:LONGEST_ON_CARD]}{quote.standing_note[:LONGEST_ON_CARD]}"
    told = f"{shown}{quote.speaker}{quote.office}{source}{quote.get_absolute_url()}"
    letters = len(told) + sum(east_asian_width(letter) in "WF" for letter in told)
    lines = -(-letters * LETTER // max(LETTER, width - BESIDE))
    return width, min(HEIGHT, highest or HEIGHT, BETWEEN + LINE * lines)


def as_xml(told: Described) -> HttpResponse:
    fields = "".join(f"<{name}>{escape(clean_xml_text(str(v)))}</{name}>" for name, v in told.items())
    text = f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>{fields}</oembed>\n'
    return HttpResponse(text, content_type="text/xml; charset=utf-8")
