"""The address of a merged record leads on to that of the one it was merged into, for good."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from citations.models import Merge

View = Callable[..., HttpResponseBase]


def follows_merges(kind: str) -> Callable[[View], View]:
    """Have a view that finds no record of this name lead on, where it was merged."""

    def following(view: View) -> View:
        @wraps(view)
        def followed(request: HttpRequest, **named: Any) -> HttpResponseBase:
            try:
                return view(request, **named)
            except Http404:
                if address := new_address(kind, request):
                    return leads_on(address)
                raise

        return followed

    return following


def leads_on(address: str) -> HttpResponsePermanentRedirect:
    """To an address for good, asked about each time: browsers never forget, merges are undone."""
    return HttpResponsePermanentRedirect(address, headers={"Cache-Control": "no-cache"})


def new_address(kind: str, request: HttpRequest) -> str:
    """The address that was asked for, with the name of the record that was kept; "" for none."""
    resolved = request.resolver_match
    if not resolved or not resolved.kwargs:
        return ""
    first, name = next(iter(resolved.kwargs.items()))
    kept = Merge.objects.kept_for(kind, name)
    address = reverse(resolved.view_name, kwargs={**resolved.kwargs, first: kept}) if kept else ""
    query = request.META.get("QUERY_STRING", "")
    return f"{address}?{query}" if address and query else address
