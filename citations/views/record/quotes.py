"""A quote's own page: the wording, who said it when, and where it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from citations.cite.cited_quote import CitedQuote
from citations.cite.formats.highwire import highwire_tags
from citations.cite.formats.schema_org import schema_org_graph
from citations.export.schema_org_agents import agent_of
from citations.forms.citation import CitationForm
from citations.models import Appearance, Quote, QuoteRelation, RelationKind, Speaker
from citations.models.citable import cited_quotes
from citations.pages.marked_text import TextMark, Paragraph, address_of_words, passage_around
from citations.pages.metadata.open_graph import quote_preview
from citations.pages.metadata.signposts import link_header, signposts_of
from citations.pages.record.variants import reason_for_wording, wording_variants
from citations.views.citing.citations import Shown, kept
from citations.views.record.sources import anchors
from citations.views.responses.files import site_of
from citations.views.responses.gone import tells_withdrawn

# How a relation reads from the quote at its other end.
INVERSE = {
    RelationKind.TRANSLATION_OF: "translated as",
    RelationKind.RESTATES: "restated as",
    RelationKind.ANSWERS: "answered by",
    RelationKind.CONTRADICTS: "contradicted by",
    RelationKind.RETRACTS: "retracted by",
}


@dataclass(frozen=True)
class Standing:
    """One place where a quote stands: the passage, and the words in the live page."""

    appearance: Appearance
    passage: list[Paragraph[Appearance]]
    live_url: str
    kept_url: str


@dataclass(frozen=True)
class Related:
    """Another quote, and how the one at hand relates to it."""

    how: str
    url: str
    text: str
    language: str
    speaker: str


@require_safe
@tells_withdrawn()
def quote(request: HttpRequest, key: str) -> HttpResponse:
    found = get_object_or_404(Quote.objects.published().with_sources(), key=key)
    correct = found.correct_speaker
    context = {
        "quote": found,
        "standings": list(standings(found.appearances.all())),
        "relations": list(relations(found)),
        "topics": list(found.topics.all()),
        "correct_speaker_is_public": correct and Speaker.objects.public().contains(correct),
    }
    context |= worded(found)
    site = site_of(request)
    signposts = signposts_of(key, site, is_verbatim=found.has_marks)
    context |= cited(found, site) | {"preview": quote_preview(found, request), "signposts": signposts}
    response = render(request, "citations/quote.html", context)
    response.headers["Link"] = link_header(signposts)
    return response


def worded(quote: Quote) -> dict[str, object]:
    """Its wordings, and how its own was chosen; nothing where only one source prints it."""
    appearances = list(quote.appearances.all())
    if len(appearances) < 2:
        return {}
    return {
        "wordings": wording_variants(quote, appearances),
        "reference": reason_for_wording(quote, appearances),
    }


def cited(quote: Quote, site: str) -> dict[str, object]:
    """Its citations, and for programs its source, and both as linked data; nothing without one."""
    for quoted in cited_quotes([quote], site):
        article = f"{site}{reverse('article', args=[quoted.source.id])}"
        data = schema_org_graph(quoted, agent_of(quote.speaker, site), article)
        tags = highwire_tags(quoted.source)
        return {"made": in_box(quoted), "metatags": tags, "linked_data": data}
    return {}


def in_box(quoted: CitedQuote) -> list[Shown]:
    """In the style most ask for: how it is cited, the entry of its source, and of this record.

    Nothing where that was not made yet: the page does not wait, and asks for it when it is read.
    """
    form = CitationForm({})
    form.is_valid()
    return kept(quoted, form)[1:]


def standings(appearances: Iterable[Appearance]) -> Iterator[Standing]:
    """Each appearance set in its passage, the one the wording was taken from first."""
    anchor = anchors(appearances)
    for one in sorted(appearances, key=lambda one: (not one.primary, one.pk)):
        text, spans = one.snapshot.text if one.snapshot else "", one.spans
        yield Standing(
            one,
            passage=passage_around(text, TextMark(one, tuple(spans))),
            live_url=one.article.url
            and address_of_words(one.article.url, text, spans, one.article.headline),
            kept_url=f"{one.article.get_absolute_url()}#{anchor[one]}",
        )


def relations(quote: Quote) -> Iterator[Related]:
    """The published quotes it relates to, then those that relate to it."""
    found = QuoteRelation.objects.filter(Q(quote=quote) | Q(other=quote)).order_by("id")
    rows = [
        (kind, subject == quote.pk, target if subject == quote.pk else subject)
        for kind, subject, target in found.values_list("kind", "quote", "other")
    ]
    others = Quote.objects.published().select_related("speaker")
    there = others.in_bulk([number for *_, number in rows]) if rows else {}
    for kind, relates, number in sorted(rows, key=lambda row: not row[1]):
        if other := there.get(number):
            how = RelationKind(kind).label if relates else INVERSE[RelationKind(kind)]
            url, speaker = other.get_absolute_url(), other.speaker.name
            yield Related(how, url, other.text, other.language, speaker)
