"""When it was said and what it was about: the timeline of occasions, and the topics."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from citations.models import Occasion, Topic
from citations.timeline import by_year_and_month
from citations.views.paging import leaf

OCCASIONS_PER_PAGE = 100


@require_safe
def dates(request: HttpRequest) -> HttpResponse:
    occasions = Occasion.objects.public().newest_first().with_quotes()
    page = leaf(occasions, request, OCCASIONS_PER_PAGE)
    context = {"page": page, "years": by_year_and_month(page.rows)}
    return render(request, "citations/dates.html", context)


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Topic.objects.public(), slug=slug)
    quotes = found.quotes.published().newest_first().with_sources()
    return render(request, "citations/topic.html", {"topic": found, "page": leaf(quotes, request)})
