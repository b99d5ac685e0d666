"""Autocomplete for the search box: speakers, publications and topics."""

from urllib.parse import urlencode

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from citations.search.autocomplete import suggest_values

MOST = 8
# At most this many of one kind, to leave room for the others.
MOST_OF_A_KIND = 4


@require_safe
@cache_control(private=True, max_age=60)
def suggestions(request: HttpRequest) -> JsonResponse:
    """At most eight objects with kind, label, note (the number of quotations) and url."""
    search = reverse("search")
    kinds: dict[str, list[dict[str, str]]] = {}
    for one in suggest_values(request.GET.get("q", "").replace("\0", " ")):
        quotations = ngettext("%(number)s quotation", "%(number)s quotations", one.count)
        kinds.setdefault(one.facet, []).append(
            {
                "kind": one.facet,
                "label": one.name,
                "note": quotations % {"number": f"{one.count:,}"},
                "url": f"{search}?{urlencode({one.facet: one.value})}",
            }
        )
    best = [one for found in kinds.values() for one in found[:MOST_OF_A_KIND]]
    return JsonResponse(best[:MOST], safe=False)
