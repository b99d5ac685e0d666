"""What is said to crawlers: everything published may be read, and here is the list of it."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

RULES = "User-agent: *\nDisallow: /admin/\n\nSitemap: {}\n"


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse(RULES.format(sitemap), content_type="text/plain; charset=utf-8")
