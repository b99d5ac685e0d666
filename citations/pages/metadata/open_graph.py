"""Previews of pages where links to them are shared (the Open Graph protocol)."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from citations.edtf.parsing import date_in_words
from citations.models import Article, Quote, Speaker, Standing
from citations.models.projections import title_of_quote

SITE = "Citations"
# Code points of a quote in the title of its preview.
LONGEST_WORDS = 140


class LinkPreview(NamedTuple):
    """A page's canonical address, title and description; `type` is an Open Graph type.

    `site` is "" for sources without a publication: Zotero would take our name for it.
    """

    url: str
    title: str
    description: str = ""
    type: str = "website"
    site: str = SITE


def front_preview(site: str) -> LinkPreview:
    url = f"{site}{reverse('home')}"
    return LinkPreview(url, SITE, _("Who said what, when, and where it was printed."))


def quote_preview(quote: Quote, site: str) -> LinkPreview:
    """The words, the speaker and the date, after any doubt about them."""
    said = date_in_words(quote.occasion.date) if quote.occasion else ""
    who = _comma_list(quote.speaker.name, str(quote.office or ""), said)
    doubt = Standing(quote.standing).label if quote.standing != Standing.ACCEPTED else ""
    prefix = f"{doubt}: " if doubt else ""
    return LinkPreview(
        f"{site}{quote.get_absolute_url()}",
        title_of_quote(quote.speaker.name, quote.text, quote.mode, quote.standing, LONGEST_WORDS),
        f"{prefix}{who}",
        "article",
    )


def article_preview(article: Article, site: str) -> LinkPreview:
    printed = str(article.publication or ""), date_in_words(article.published)
    return LinkPreview(
        f"{site}{article.get_absolute_url()}",
        article.headline,
        _comma_list(*printed, _("with its quotations marked")),
        "article",
        SITE if article.publication else "",
    )


def speaker_preview(speaker: Speaker, site: str, page: int) -> LinkPreview:
    url = f"{site}{speaker.get_absolute_url()}"
    address = f"{url}?page={page}" if page > 1 else url
    return LinkPreview(address, speaker.name, speaker.description, "profile")


def _comma_list(*parts: str) -> str:
    return ", ".join(filter(None, parts))
