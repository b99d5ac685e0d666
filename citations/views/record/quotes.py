"""The page of a quote: the wording, who said it when, and its sources."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from citations.models import Quote, Speaker
from citations.models.projections import with_sources
from citations.pages.metadata.open_graph import quote_preview
from citations.pages.metadata.signposts import link_header, signposts_of
from citations.pages.record.quotes import (
    appearances_in_context,
    citation_context,
    related_quotes,
    variants_context,
)
from citations.views.responses.files import site_of
from citations.views.responses.gone import answer_gone_if_withdrawn


@require_safe
@answer_gone_if_withdrawn()
def quote(request: HttpRequest, key: str) -> HttpResponse:
    found = get_object_or_404(with_sources(Quote.objects.published()), key=key)
    correct = found.correct_speaker
    context = {
        "quote": found,
        "appearances": list(appearances_in_context(found.appearances.all())),
        "relations": list(related_quotes(found)),
        "topics": list(found.topics.all()),
        "correct_speaker_is_public": correct and Speaker.objects.public().contains(correct),
    }
    context |= variants_context(found)
    site = site_of(request)
    signposts = signposts_of(key, site, is_verbatim=found.has_marks)
    context |= citation_context(found, site)
    context |= {"preview": quote_preview(found, site), "signposts": signposts}
    response = render(request, "citations/quote.html", context)
    response.headers["Link"] = link_header(signposts)
    return response
