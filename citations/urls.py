"""The public addresses: a contract, they never change."""

from django.contrib.sitemaps import views as sitemaps
from django.urls import path, register_converter

from citations.models.keys import ALPHABET, LENGTH
from citations.sitemaps import SITEMAPS
from citations.views import front, health, occasions, quotes, robots, search, sources, speakers


class KeyConverter:
    """A permanent key, as it is written in addresses; anything else is no address."""

    regex = f"[{ALPHABET}]{{{LENGTH}}}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(KeyConverter, "key")

urlpatterns = [
    path("", front.home, name="home"),
    path("quotes/", search.search, name="search"),
    path("quotes/<key:key>/", quotes.quote, name="quote"),
    path("speakers/", speakers.speaker_list, name="speaker_list"),
    path("speakers/<slug:slug>/", speakers.speaker, name="speaker"),
    path("articles/", sources.article_list, name="article_list"),
    path("articles/<key:key>/", sources.article, name="article"),
    path("publications/<slug:slug>/", sources.publication, name="publication"),
    path("topics/<slug:slug>/", occasions.topic, name="topic"),
    path("dates/", occasions.dates, name="dates"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("robots.txt", robots.robots, name="robots"),
    path(
        "sitemap.xml",
        sitemaps.index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap_section"},
        name="sitemap",
    ),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap_section"),
]
