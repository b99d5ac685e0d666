"""What is said to crawlers: everything published may be read, and here is the list of it."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

# Searches without end and files of what stands on pages anyway are no food for crawlers.
CLOSED = ("/admin/", "/quotes/?", "/quotes.", "/cite/", "/cite.", "/oembed", "/unapi")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    closed = "".join(f"Disallow: {path}\n" for path in CLOSED)
    rules = f"User-agent: *\n{closed}\nSitemap: {sitemap}\n"
    return HttpResponse(rules, content_type="text/plain; charset=utf-8")
