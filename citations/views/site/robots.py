"""robots.txt: crawlers may read every published page; the sitemap lists them."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

# Endless searches, and files that repeat what the pages say.
DISALLOWED = ("/admin/", "/quotes/?", "/quotes.", "/cite/", "/cite.", "/oembed", "/unapi")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    disallowed = "".join(f"Disallow: {path}\n" for path in DISALLOWED)
    rules = f"User-agent: *\n{disallowed}\nSitemap: {sitemap}\n"
    return HttpResponse(rules, content_type="text/plain; charset=utf-8")
