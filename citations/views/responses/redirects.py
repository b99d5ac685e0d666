"""Permanent redirects from the address of a merged record to that of the remaining one."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from citations.models import Merge

View = Callable[..., HttpResponseBase]


def redirect_if_merged(kind: str) -> Callable[[View], View]:
    """Make a view that finds no record redirect if the record was merged into another."""

    def decorate(view: View) -> View:
        @wraps(view)
        def view_or_redirect(request: HttpRequest, **arguments: Any) -> HttpResponseBase:
            try:
                return view(request, **arguments)
            except Http404:
                if address := address_after_merge(kind, request):
                    return redirect_permanently(address)
                raise

        return view_or_redirect

    return decorate


def redirect_permanently(address: str) -> HttpResponsePermanentRedirect:
    """301 without caching: browsers never forget a cached one, and a merge can be undone."""
    return HttpResponsePermanentRedirect(address, headers={"Cache-Control": "no-cache"})


def address_after_merge(kind: str, request: HttpRequest) -> str:
    """The requested address with the name of the remaining record; "" if it was not merged."""
    resolved = request.resolver_match
    if not resolved or not resolved.kwargs:
        return ""
    first, name = next(iter(resolved.kwargs.items()))
    target = Merge.objects.target_of(kind, name)
    address = (
        reverse(resolved.view_name, kwargs={**resolved.kwargs, first: target}) if target else ""
    )
    query = request.META.get("QUERY_STRING", "")
    return f"{address}?{query}" if address and query else address
