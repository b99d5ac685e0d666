"""What programs read in a page: linked data, and the sources on a list."""

import json
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from citations.cite import coins
from citations.exchange.citable import source_of
from citations.models import Article

register = template.Library()

# As Django's `json_script` does: nothing in a script ends it, or opens a comment.
ESCAPES = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


@register.filter
def data_block(graph: dict[str, Any]) -> SafeString:
    """JSON-LD in a script element, which no browser runs."""
    text = json.dumps(graph, ensure_ascii=False).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(text))


@register.filter
def context_object(article: Article) -> str:
    """The article as COinS; names in parts as far as the byline says which is which."""
    return coins.coins(source_of(article, {}))
