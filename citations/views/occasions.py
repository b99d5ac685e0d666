"""When it was said and what it was about: the timeline of occasions, and the topics."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from citations.models import Occasion, Topic
from citations.search.find import Search
from citations.timeline import by_year_and_month
from citations.views.paging import UpToForm, address_of, after_of, leaf, quotes_leaf

OCCASIONS_PER_PAGE = 25


@require_safe
def dates(request: HttpRequest) -> HttpResponse:
    """The occasions, newest first; 400 when the day up to which is asked cannot be read."""
    form = UpToForm(request.GET)
    occasions = Occasion.objects.public().newest_first(form.day, undated=form.undated_only)
    if after := after_of(request):
        last = get_object_or_404(Occasion, slug=after)
        occasions = occasions.further_back(last, "date_latest")
    shown = Occasion.objects.with_quotes()
    page = leaf(occasions, request, OCCASIONS_PER_PAGE, shown=shown, name="slug")
    context = {"form": form, "page": page, "years": by_year_and_month(page.rows)}
    status = 400 if form.errors else 200
    return render(request, "citations/dates.html", context, status=status)


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Topic.objects.public(), slug=slug)
    search = Search(chosen={"topic": (slug,)}, sort="newest")
    quotes, page = quotes_leaf(search, request)
    context = {
        "topic": found,
        "total": quotes.total,
        "page": page,
        "search_url": address_of(search),
    }
    return render(request, "citations/topic.html", context)
