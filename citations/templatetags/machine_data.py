"""What programs read in a page: metadata, typed links, linked data, and sources as COinS."""

import json
from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.safestring import SafeString

from citations.cite.formats import coins
from citations.cite.formats.highwire import MetaTag
from citations.models import Article
from citations.models.citable import csl_source
from citations.pages.metadata.signposts import Signpost
from citations.templatetags.fragments import render_macro

register = template.Library()

# As in Django's `json_script`: nothing in the data can end the script or open a comment.
ESCAPES = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


@register.filter
def as_metatags(metatags: Iterable[MetaTag]) -> SafeString:
    return render_macro("machine_data.jinja", "metatags", metatags)


@register.filter
def as_signposts(signposts: Iterable[Signpost]) -> SafeString:
    """The links as elements: saved pages lose the `Link` header, but keep these."""
    return render_macro("machine_data.jinja", "links", signposts)


@register.filter
def data_block(graph: dict[str, Any]) -> SafeString:
    """JSON-LD in a script element, which no browser runs."""
    text = json.dumps(graph, ensure_ascii=False).translate(ESCAPES)
    return render_macro("machine_data.jinja", "linked_data", SafeString(text))


@register.filter
def context_object(article: Article) -> str:
    """The article as COinS, with names in parts as far as the byline tells them apart."""
    return coins.coins_title(csl_source(article, {}))
