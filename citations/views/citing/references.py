"""One quote as a file, by the ending of its address: for reference managers and programs."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from citations.export.file_formats import FORMATS
from citations.models import Quote
from citations.views.responses.files import quotes_file, unknown_format
from citations.views.responses.gone import answer_gone_if_withdrawn


@require_safe
@answer_gone_if_withdrawn()
def reference(request: HttpRequest, key: str, kind: str) -> HttpResponseBase:
    """The source with the quotation as its note; 404 with the available formats."""
    quote = get_object_or_404(Quote.objects.published().only("pk"), key=key)
    return quotes_file(request, kind, [quote.pk], key) if kind in FORMATS else unknown_format(kind)
