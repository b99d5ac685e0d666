"""What stands at the address of a quote that was published and is no more: why, and none of it."""

from collections.abc import Callable
from functools import wraps
from pathlib import PurePosixPath
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.formats import date_format

from citations.models import Merged
from citations.models.history import Withdrawal, withdrawal_of
from citations.views.responses.files import opened, plain
from citations.views.responses.redirects import leads_on, new_address

View = Callable[..., HttpResponseBase]
GONE = 410
PAGE = "citations/withdrawn.html"
NO_REASON = "No reason was recorded."


def tells_withdrawn(page: str = PAGE) -> Callable[[View], View]:
    """Have a view of a quote answer 410 with the reason where it finds one that was withdrawn.

    One that was merged leads on to the other. Asked only after the view found nothing. What was
    never published stays 404: nobody is told that it is there.
    """

    def telling(view: View) -> View:
        @wraps(view)
        def told(request: HttpRequest, key: str, **options: Any) -> HttpResponseBase:
            try:
                return view(request, key, **options)
            except Http404:
                if address := new_address(Merged.QUOTE, request):
                    return leads_on(address)
                if withdrawal := withdrawal_of(key):
                    return gone(request, withdrawal, page)
                raise

        return told

    return telling


def gone(request: HttpRequest, withdrawal: Withdrawal, page: str) -> HttpResponseBase:
    """A page that says why; two lines of text where the address is that of a file."""
    if PurePosixPath(request.path).suffix:
        return gone_in_words(withdrawal)
    context = {"withdrawal": withdrawal, "no_reason": NO_REASON}
    response = render(request, page, context, status=GONE)
    opened(response)  # for those who have the card in a frame
    return response


def gone_in_words(withdrawal: Withdrawal) -> HttpResponse:
    day = f" on {date_format(withdrawal.at, 'j F Y')}" if withdrawal.at else ""
    reason = f"The reason given: {withdrawal.reason}" if withdrawal.reason else NO_REASON
    return plain(f"This quotation was withdrawn{day}.\n{reason}\n", GONE)
