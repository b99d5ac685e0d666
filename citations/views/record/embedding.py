"""A quote embedded in other sites: its card, and oEmbed 1.0 (oembed.com), which finds it."""

from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from csp.constants import NONE, SELF
from csp.decorators import csp
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from citations.cite.formats.xml import clean_xml_text
from citations.forms.oembed import OembedForm
from citations.models import Quote
from citations.models.appearances import primary_appearance
from citations.models.history import withdrawal_of
from citations.models.projections import with_sources
from citations.pages.record.quote_card import (
    LONGEST_ON_CARD,
    OembedDescription,
    card_address,
    card_size,
    card_title,
    oembed_description,
)
from citations.views.responses.files import allow_all_sites, error_lines, plain_text, site_of
from citations.views.responses.gone import answer_gone_if_withdrawn, gone_text

# A card runs no script and sends no form, and any page may frame it.
CARD_POLICY = {
    "default-src": [NONE],
    "style-src": [SELF],
    "font-src": [SELF],
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": ["*"],
}
CARD_GONE = "citations/card_withdrawn.html"


@xframe_options_exempt
@csp(CARD_POLICY)
@require_safe
@answer_gone_if_withdrawn(CARD_GONE)
def card(request: HttpRequest, key: str) -> HttpResponse:
    """Only the quote and its source, for a frame in another page."""
    quote = get_object_or_404(with_sources(Quote.objects.published()), key=key)
    context = {
        "quote": quote,
        "title": card_title(quote),
        "appearance": primary_appearance(quote),
        "longest": LONGEST_ON_CARD,
    }
    response = render(request, "citations/card.html", context)
    allow_all_sites(response)
    return response


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """The card of the quote at `url`; 400, 404, 410 or 501 with the reason if there is none."""
    form = OembedForm(request.GET)
    if not form.is_valid():
        return plain_text(error_lines(form), 400)
    asked = form.cleaned_data
    if (kind := asked["format"] or "json") not in ("json", "xml"):
        return plain_text("Available formats: json, xml.\n", 501)
    key = key_at(request, asked["url"])
    quote = with_sources(Quote.objects.published()).filter(key=key).first()
    if not quote:
        withdrawal = withdrawal_of(key)
        return (
            gone_text(withdrawal)
            if withdrawal
            else plain_text("url: no quotation has this address.\n", 404)
        )
    site, size = site_of(request), card_size(quote, asked["maxwidth"], asked["maxheight"])
    answer = oembed_description(quote, size, site, card_frame(quote, size, site))
    response = JsonResponse(answer) if kind == "json" else oembed_xml(answer)
    allow_all_sites(response)
    return response


def key_at(request: HttpRequest, address: str) -> str:
    """The key in the address of a quote's page on this site; "" for any other address."""
    try:
        parts = urlsplit(address)
        found = resolve(parts.path)
    except (ValueError, Resolver404):
        return ""
    here = parts.scheme in ("http", "https") and parts.netloc.lower() == request.get_host().lower()
    return str(found.kwargs["key"]) if here and found.view_name == "quote" else ""


def card_frame(quote: Quote, size: tuple[int, int], site: str) -> str:
    width, height = size
    context = {
        "address": card_address(quote, site),
        "title": card_title(quote),
        "width": width,
        "height": height,
    }
    return render_to_string("citations/_card_frame.html", context).rstrip("\n")


def oembed_xml(fields: OembedDescription) -> HttpResponse:
    elements = "".join(
        f"<{name}>{escape(clean_xml_text(str(value)))}</{name}>" for name, value in fields.items()
    )
    text = f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>{elements}</oembed>\n'
    return HttpResponse(text, content_type="text/xml; charset=utf-8")
