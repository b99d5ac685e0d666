"""The search described for browsers (OpenSearch 1.1, draft 6)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from citations.views.responses.files import allow_all_sites

MEDIA_TYPE = "application/opensearchdescription+xml; charset=utf-8"


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """The search as a page and as a feed, by absolute addresses, as the format requires."""
    absolute = request.build_absolute_uri
    context = {
        "self": absolute(reverse("opensearch")),
        "search": absolute(reverse("search")),
        "feed": absolute(reverse("quotes_atom")),
        "image": absolute(static("citations/seal.svg")),
    }
    response = render(request, "citations/opensearch.xml", context, content_type=MEDIA_TYPE)
    allow_all_sites(response)
    return response
