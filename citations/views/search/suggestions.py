"""What may be meant by what is being typed: speakers, publications and topics to search by."""

from urllib.parse import urlencode

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from citations.search.autocomplete import suggest_values

MOST = 8
# Of which so many may be speakers, so that there is room for the others.
MOST_OF_A_KIND = 4


@require_safe
@cache_control(private=True, max_age=60)
def suggestions(request: HttpRequest) -> JsonResponse:
    """A list of objects, at most eight: kind, label, note (how many quotations) and url."""
    search = reverse("search")
    kinds: dict[str, list[dict[str, str]]] = {}
    for one in suggest_values(request.GET.get("q", "").replace("\0", " ")):
        kinds.setdefault(one.facet, []).append(
            {
                "kind": one.facet,
                "label": one.name,
                "note": f"{one.count:,} quotation{'' if one.count == 1 else 's'}",
                "url": f"{search}?{urlencode({one.facet: one.value})}",
            }
        )
    shown = [one for found in kinds.values() for one in found[:MOST_OF_A_KIND]]
    return JsonResponse(shown[:MOST], safe=False)
