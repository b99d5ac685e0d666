"""A quotation and its source in the words of schema.org, as JSON-LD.

Only what the record vouches for is claimed. Words that the speaker did not choose (reported speech)
are no `Quotation` but a `CreativeWork` about the speaker. A disputed or misattributed quotation has
no `creator` and no `dateCreated`: a `description` says to whom it is attributed, and why not. A
source without a name is credited in words, as `creditText`. What a translation is of is the source
it is based on, and not what it is part of.
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
    """Who said it: `type` is Person or Organization, "" where it is not known who that is."""

    type: str
    name: str
    address: str
    wikidata: str = ""


def schema_org_graph(quoted: CitedQuote, said_by: SchemaOrgAgent, article: str) -> JsonNode:
    """The graph of the quotation and of its article, whose page here has the address `article`."""
    work = {
        "@type": "Quotation" if quoted.is_verbatim else "CreativeWork",
        "@id": quoted.address,
        "url": quoted.address,
        "identifier": quoted.key,
        "text": quoted.text,
        "inLanguage": quoted.language,
        "isBasedOn": {"@id": article},
        "isPartOf": {} if quoted.is_translated else {"@id": article},
        **_attribution(quoted, said_by),
    }
    graph = [_without_blanks(work), _article_node(quoted.source, article)]
    return {"@context": "https://schema.org", "@graph": graph}


def _attribution(quoted: CitedQuote, said_by: SchemaOrgAgent) -> JsonNode:
    """Who said it, and the one day on which it was said: as far as both are sure."""
    if quoted.warning:
        return {"description": f"Attributed to {said_by.name}. {quoted.warning}"}
    if not said_by.type:
        return {"creditText": said_by.name}
    if not quoted.is_verbatim:
        return {"about": _agent_node(said_by)}
    return {"creator": _agent_node(said_by), "dateCreated": _one_day(quoted.said)}


def _agent_node(agent: SchemaOrgAgent) -> JsonNode:
    known = WIKIDATA.fullmatch(agent.wikidata)
    return _without_blanks(
        {
            "@type": agent.type,
            "@id": agent.address,
            "name": agent.name,
            "url": agent.address,
            "sameAs": f"https://www.wikidata.org/wiki/{agent.wikidata}" if known else "",
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
    """Without a type where the name is whole: that may be an organisation or a person."""
    if not name.family:
        return {"name": name.text}
    parts = {"name": name.text, "familyName": name.family, "givenName": name.given}
    return {"@type": "Person"} | _without_blanks(parts)


def _without_blanks(node: JsonNode) -> JsonNode:
    return {key: value for key, value in node.items() if value}


def _one_day(text: str) -> str:
    """The day of an EDTF date that is surely one, "" for any other."""
    try:
        edtf = parse_edtf(text)
    except ValueError:
        return ""
    is_sure = edtf.earliest == edtf.latest and not (edtf.approximate or edtf.uncertain)
    return edtf.earliest.isoformat() if edtf.earliest and is_sure else ""
