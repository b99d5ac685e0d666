"""The appearances of a quote as web annotations (JSON-LD)."""

import json

from django.http import HttpRequest
from django.http.response import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from citations.export.web_annotations import ANNOTATION_CONTEXT, annotation_collection
from citations.models import Quote
from citations.models.projections import with_record
from citations.views.responses.files import allow_all_sites, site_of
from citations.views.responses.gone import answer_gone_if_withdrawn

# The media type of the W3C Web Annotation Protocol (2017), section 3.2.
MEDIA_TYPE = f'application/ld+json; profile="{ANNOTATION_CONTEXT}"'


@require_safe
@answer_gone_if_withdrawn()
def quote_annotations(request: HttpRequest, key: str) -> HttpResponseBase:
    """One annotation for each part of each appearance."""
    quote = get_object_or_404(with_record(Quote.objects.published()), key=key)
    site = site_of(request)
    text = json.dumps(annotation_collection(quote, site), ensure_ascii=False, indent=1)
    response = HttpResponse(f"{text}\n", content_type=MEDIA_TYPE)
    response.headers["Link"] = f'<{site}{quote.get_absolute_url()}>; rel="describes"'
    return allow_all_sites(response)
