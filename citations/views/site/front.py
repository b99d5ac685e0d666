"""The front page: the search box, the quotation of the day, and counts."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from citations.pages.front_page import EXAMPLES, quotation_of_the_day, site_counts
from citations.pages.metadata.open_graph import front_preview
from citations.views.responses.files import site_of


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The front page; an address with parameters redirects to the search."""
    if request.GET:
        return HttpResponseRedirect(f"{reverse('search')}?{request.GET.urlencode()}")
    context = {
        "result": quotation_of_the_day(timezone.localdate()),
        "examples": EXAMPLES,
        "counts": site_counts(),
        "preview": front_preview(site_of(request)),
    }
    return render(request, "citations/front.html", context)
