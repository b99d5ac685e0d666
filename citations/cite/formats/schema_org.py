"""Describes a quotation and its source in the vocabulary of schema.org, as JSON-LD.

It claims only what the record supports. Reported speech, whose words the speaker did not choose, is
not a `Quotation` but a `CreativeWork` about the speaker. A disputed or misattributed quotation has
no `creator` or `dateCreated`, but a `description` of the attribution and the doubt. An unnamed
speaker is credited as `creditText`. A translation is based on its source, but not part of it.
"""

import re
from dataclasses import dataclass
from typing import Any

from citations.cite.cited_quote import CitedQuote
from citations.cite.csl import CslName, CslSource
from citations.cite.formats.highwire import date_parts
from citations.edtf.parsing import parse_edtf

JsonNode = dict[str, Any]

TYPES = {
    "article-newspaper": "NewsArticle",
    "article-magazine": "Article",
    "article-journal": "ScholarlyArticle",
    "webpage": "WebPage",
    "post": "SocialMediaPosting",
    "report": "Report",
    "book": "Book",
}
OTHER_TYPE = "CreativeWork"
WIKIDATA = re.compile("Q[1-9][0-9]*")


@dataclass(frozen=True, slots=True)
class SchemaOrgAgent:
    """A speaker; `type` is Person or Organization, or "" for an unnamed source."""

    type: str
    name: str
    address: str
    wikidata: str = ""


def schema_org_graph(quote: CitedQuote, speaker: SchemaOrgAgent, article: str) -> JsonNode:
    """The graph of the quotation and its article, whose page has the address `article`."""
    work = {
        "@type": "Quotation" if quote.is_verbatim else "CreativeWork",
        "@id": quote.address,
        "url": quote.address,
        "identifier": quote.key,
        "text": quote.text,
        "inLanguage": quote.language,
        "isBasedOn": {"@id": article},
        "isPartOf": {} if quote.is_translated else {"@id": article},
        **_attribution(quote, speaker),
    }
    graph = [_without_blanks(work), _article_node(quote.source, article)]
    return {"@context": "https://schema.org", "@graph": graph}


def _attribution(quote: CitedQuote, speaker: SchemaOrgAgent) -> JsonNode:
    """Who said it and on which day, as far as both are certain."""
    if quote.warning:
        return {"description": f"Attributed to {speaker.name}. {quote.warning}"}
    if not speaker.type:
        return {"creditText": speaker.name}
    if not quote.is_verbatim:
        return {"about": _agent_node(speaker)}
    return {"creator": _agent_node(speaker), "dateCreated": _certain_day(quote.said)}


def _agent_node(agent: SchemaOrgAgent) -> JsonNode:
    has_wikidata = WIKIDATA.fullmatch(agent.wikidata)
    return _without_blanks(
        {
            "@type": agent.type,
            "@id": agent.address,
            "name": agent.name,
            "url": agent.address,
            "sameAs": f"https://www.wikidata.org/wiki/{agent.wikidata}" if has_wikidata else "",
        }
    )


def _article_node(source: CslSource, address: str) -> JsonNode:
    publisher = {"@type": "Organization", "name": source.publication}
    return _without_blanks(
        {
            "@type": TYPES.get(source.kind, OTHER_TYPE),
            "@id": address,
            "headline": source.title,
            "author": [_author_node(name) for name in source.authors],
            "publisher": publisher if source.publication else {},
            "datePublished": "-".join(date_parts(source.issued)),
            "inLanguage": source.language,
            "url": source.url,
            "archivedAt": source.archive_url,
        }
    )


def _author_node(name: CslName) -> JsonNode:
    """A name without parts may be a person's or an organisation's, so gets no type."""
    if not name.family:
        return {"name": name.text}
    parts = {"name": name.text, "familyName": name.family, "givenName": name.given}
    return {"@type": "Person"} | _without_blanks(parts)


def _without_blanks(node: JsonNode) -> JsonNode:
    return {key: value for key, value in node.items() if value}


def _certain_day(text: str) -> str:
    """An EDTF date if it is one certain day, or ""."""
    try:
        edtf = parse_edtf(text)
    except ValueError:
        return ""
    is_certain = edtf.earliest == edtf.latest and not (edtf.approximate or edtf.uncertain)
    return edtf.earliest.isoformat() if edtf.earliest and is_certain else ""
