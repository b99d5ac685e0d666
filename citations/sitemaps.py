"""The pages that crawlers are told of: what is published, and nothing else."""

from typing import TYPE_CHECKING, Any

from django.contrib.sitemaps import GenericSitemap, Sitemap
from django.urls import reverse

from citations.models import Article, Publication, Quote, Speaker, Topic

if TYPE_CHECKING:
    NamedPages = Sitemap[str]
else:  # Django's class takes its type only in the stubs
    NamedPages = Sitemap


class Pages(NamedPages):
    """The pages that are there whatever is published."""

    def items(self) -> list[str]:
        return ["home", "search", "speaker_list", "article_list", "dates"]

    def location(self, item: str) -> str:
        return reverse(item)


SITEMAPS: dict[str, "Sitemap[Any]"] = {
    "pages": Pages(),
    "quotes": GenericSitemap({"queryset": Quote.objects.published(), "date_field": "changed"}),
    "speakers": GenericSitemap({"queryset": Speaker.objects.public()}),
    "articles": GenericSitemap({"queryset": Article.objects.public()}),
    "publications": GenericSitemap({"queryset": Publication.objects.public()}),
    "topics": GenericSitemap({"queryset": Topic.objects.public()}),
}
