"""What a quote's page shows of its appearances, wordings, citations and related quotes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from citations.cite.cited_quote import CitedQuote
from citations.cite.formats.highwire import highwire_tags
from citations.cite.formats.schema_org import schema_org_graph
from citations.export.schema_org_agents import agent_of
from citations.forms.citation import CitationForm
from citations.models import Appearance, Quote, QuoteRelation, RelationKind
from citations.models.appearances import primary_first
from citations.models.citable import cited_quotes
from citations.pages.citing.prepared_citations import PreparedCitation, cached_citations
from citations.pages.marked_text import Paragraph, TextMark, address_of_words, passage_around
from citations.pages.record.sources import anchors_of
from citations.pages.record.variants import reason_for_wording, wording_variants

# A relation, as read from the quote at its other end.
INVERSE = {
    RelationKind.TRANSLATION_OF: _("translated as"),
    RelationKind.RESTATES: _("restated as"),
    RelationKind.ANSWERS: _("answered by"),
    RelationKind.CONTRADICTS: _("contradicted by"),
    RelationKind.RETRACTS: _("retracted by"),
}


@dataclass(frozen=True)
class AppearanceInContext:
    """An appearance with its passage, and the addresses of the words.

    `live_url` leads to them in the live page, `archived_text_url` in our text of the source.
    """

    appearance: Appearance
    passage: list[Paragraph[Appearance]]
    live_url: str
    archived_text_url: str


@dataclass(frozen=True)
class RelatedQuote:
    """Another quote, and how the quote on the page relates to it."""

    how: str | Promise
    url: str
    text: str
    language: str
    speaker: str


def appearances_in_context(appearances: Iterable[Appearance]) -> Iterator[AppearanceInContext]:
    """Each appearance in its passage, the primary one first."""
    anchors = anchors_of(appearances)
    for one in primary_first(appearances):
        text, spans = one.snapshot.text if one.snapshot else "", one.spans
        yield AppearanceInContext(
            one,
            passage=passage_around(text, TextMark(one, tuple(spans))),
            live_url=one.article.url
            and address_of_words(one.article.url, text, spans, one.article.headline),
            archived_text_url=f"{one.article.get_absolute_url()}#{anchors[one]}",
        )


def related_quotes(quote: Quote) -> Iterator[RelatedQuote]:
    """The published quotes it relates to, then those that relate to it."""
    found = QuoteRelation.objects.filter(Q(quote=quote) | Q(other=quote)).order_by("id")
    rows = [
        (kind, subject == quote.pk, target if subject == quote.pk else subject)
        for kind, subject, target in found.values_list("kind", "quote", "other")
    ]
    published = Quote.objects.published().select_related("speaker")
    others = published.in_bulk([number for *_, number in rows]) if rows else {}
    for kind, relates, number in sorted(rows, key=lambda row: not row[1]):
        if other := others.get(number):
            how = RelationKind(kind).label if relates else INVERSE[RelationKind(kind)]
            url, speaker = other.get_absolute_url(), other.speaker.name
            yield RelatedQuote(how, url, other.text, other.language, speaker)


def variants_context(quote: Quote) -> dict[str, object]:
    """The wordings, and how the quote's own was chosen; empty if only one source prints it."""
    appearances = list(quote.appearances.all())
    if len(appearances) < 2:
        return {}
    return {
        "wordings": wording_variants(quote, appearances),
        "reference": reason_for_wording(quote, appearances),
    }


def citation_context(quote: Quote, site: str) -> dict[str, object]:
    """The citations, and for programs the source's metadata and linked data of both.

    Empty if no source is known.
    """
    for quoted in cited_quotes([quote], site):
        article = f"{site}{reverse('article', args=[quoted.source.id])}"
        data = schema_org_graph(quoted, agent_of(quote.speaker, site), article)
        tags = highwire_tags(quoted.source)
        return {"citations": citations_in_box(quoted), "metatags": tags, "linked_data": data}
    return {}


def citations_in_box(quoted: CitedQuote) -> list[PreparedCitation]:
    """In the usual style: the in-text citation, the reference list entry, and the record's own.

    Empty if they are not in the cache: the page does not wait for the engine, a script asks later.
    """
    form = CitationForm({})
    form.is_valid()
    return cached_citations(quoted, form)[1:]
