"""The timeline of occasions, and the pages of topics."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from citations.forms.list_filters import UpToForm
from citations.models import Occasion, Topic
from citations.pages.links import search_address
from citations.pages.record.occasions import occasion_lines
from citations.pages.record.timeline import by_year_and_month
from citations.pages.results.pagination import (
    name_to_start_after,
    page_of_quotes,
    page_of_records,
)
from citations.search.request import Search

OCCASIONS_PER_PAGE = 25


@require_safe
def dates(request: HttpRequest) -> HttpResponse:
    """The occasions, newest first; 400 for an invalid date."""
    parameters = request.GET.dict()
    form = UpToForm(parameters)
    after = name_to_start_after(parameters)
    last = get_object_or_404(Occasion, slug=after) if after else None
    public = Occasion.objects.public()
    occasions = public.newest_first(form.day, undated=form.undated_only, after=last)
    shown = Occasion.objects.all()
    page = page_of_records(occasions, parameters, OCCASIONS_PER_PAGE, shown=shown, name="slug")
    context = {"form": form, "page": page, "years": by_year_and_month(occasion_lines(page.rows))}
    status = 400 if form.errors else 200
    return render(request, "citations/dates.html", context, status=status)


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Topic.objects.public(), slug=slug)
    search = Search(chosen={"topic": (slug,)}, sort="newest")
    quotes, page = page_of_quotes(search, request.GET.dict())
    context = {
        "topic": found,
        "total": quotes.total,
        "page": page,
        "search_url": search_address(search),
    }
    return render(request, "citations/topic.html", context)
