"""Answers at the address of a withdrawn quote: when and why, but not the quote."""

from collections.abc import Callable
from functools import wraps
from pathlib import PurePosixPath
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from citations.models import MergeKind
from citations.models.history import Withdrawal, withdrawal_of
from citations.views.responses.files import allow_all_sites, plain_text
from citations.views.responses.redirects import address_after_merge, redirect_permanently

View = Callable[..., HttpResponseBase]
GONE = 410
PAGE = "citations/withdrawn.html"


def answer_gone_if_withdrawn(page: str = PAGE) -> Callable[[View], View]:
    """Make the view of a quote answer 410, with the reason, if the quote was withdrawn.

    A merged quote redirects to the other one. A quote that was never published stays 404, so that
    nobody learns that it exists. Only a view that finds nothing costs these look-ups.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def view_or_gone(request: HttpRequest, key: str, **options: Any) -> HttpResponseBase:
            try:
                return view(request, key, **options)
            except Http404:
                if address := address_after_merge(MergeKind.QUOTE, request):
                    return redirect_permanently(address)
                if withdrawal := withdrawal_of(key):
                    return gone_page(request, withdrawal, page)
                raise

        return view_or_gone

    return decorate


def gone_page(request: HttpRequest, withdrawal: Withdrawal, page: str) -> HttpResponseBase:
    """A page with the reason; two lines of text if the address is that of a file."""
    if PurePosixPath(request.path).suffix:
        return gone_text(withdrawal)
    context = {"withdrawal": withdrawal, "no_reason": _no_reason()}
    response = render(request, page, context, status=GONE)
    allow_all_sites(response)  # other sites may have embedded the card
    return response


def gone_text(withdrawal: Withdrawal) -> HttpResponse:
    if withdrawal.at:
        day = date_format(withdrawal.at, "j F Y")
        fact = _("This quotation was withdrawn on %(day)s.") % {"day": day}
    else:
        fact = _("This quotation was withdrawn.")
    reason = f"{_('Reason given:')} {withdrawal.reason}" if withdrawal.reason else _no_reason()
    return plain_text(f"{fact}\n{reason}\n", GONE)


def _no_reason() -> str:
    return _("No reason was recorded.")
