"""The page about the site: how it checks words, and whose work it builds on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from citations.comparison.verdict import COMPARISON_VERDICTS
from citations.export.file_formats import FORMATS


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Needs no database."""
    context = {
        "verdicts": [*COMPARISON_VERDICTS, ""],
        "references": {kind: each.label for kind, each in FORMATS.items()},
        "today": timezone.localdate(),
    }
    return render(request, "citations/about.html", context)
