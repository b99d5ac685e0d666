"""The public addresses. They are a contract and never change."""

from django.urls import path, register_converter

from citations.models.base.permanent_keys import ALPHABET, LENGTH
from citations.views import draft_check
from citations.views.citing import bibliography, citations, collections, references, unapi
from citations.views.record import annotations, embedding, occasions, quotes, sources, speakers
from citations.views.responses.negotiation import negotiate_format
from citations.views.search import advanced, downloads, feeds, opensearch, search, suggestions
from citations.views.site import about, front, health, help, robots, sitemaps


class KeyConverter:
    """A permanent key; no address matches any other text in its place."""

    regex = f"[{ALPHABET}]{{{LENGTH}}}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(KeyConverter, "key")

# One record as a page, a file and a bibliography, by content negotiation.
QUOTE = (quotes.quote, references.reference, bibliography.quote_bibliography)
COLLECTION = (
    collections.collection,
    collections.collection_file,
    bibliography.collection_bibliography,
)

urlpatterns = [
    path("", front.home, name="home"),
    path("quotes/", negotiate_format(search.search, downloads.download), name="search"),
    path("quotes/advanced/", advanced.advanced, name="advanced"),
    path("suggest.json", suggestions.suggestions, name="suggest"),
    path("quotes/<key:key>/", negotiate_format(*QUOTE), name="quote"),
    path("quotes/<key:key>/cite/", citations.quote_citations, name="quote_citations"),
    path("quotes/<key:key>.jsonld", annotations.quote_annotations, name="quote_annotations"),
    path("quotes/<key:key>/card/", embedding.card, name="quote_card"),
    path("quotes/<key:key>.<slug:kind>", references.reference, name="quote_reference"),
    path("quotes.atom", feeds.feed, name="quotes_atom"),
    path("cite/", negotiate_format(*COLLECTION), name="collection"),
    path("cite.<slug:kind>", collections.collection_file, name="collection_file"),
    path("check/", draft_check.check_page, name="check"),
    path("check.json", draft_check.check_json, name="check_json"),
    path("check/wanted/", draft_check.want_quotation, name="check_wanted"),
    path("quotes.<slug:kind>", downloads.download, name="quotes_file"),
    path("speakers/", speakers.speaker_list, name="speaker_list"),
    path("speakers/<slug:slug>/", speakers.speaker, name="speaker"),
    path("articles/", sources.article_list, name="article_list"),
    path("articles/<key:key>/", sources.article, name="article"),
    path("articles/<key:key>/cite/", citations.article_citations, name="article_citations"),
    path("publications/<slug:slug>/", sources.publication, name="publication"),
    path("topics/<slug:slug>/", occasions.topic, name="topic"),
    path("dates/", occasions.dates, name="dates"),
    path("unapi", unapi.unapi, name="unapi"),
    path("oembed", embedding.oembed, name="oembed"),
    path("about/", about.about, name="about"),
    path("help/", help.help_index, name="help"),
    path("help/<slug:name>/", help.help_page, name="help_topic"),
    path("opensearch.xml", opensearch.description, name="opensearch"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<section>.xml", sitemaps.section, name="sitemap_section"),
]
