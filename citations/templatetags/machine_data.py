"""What programs read in a page: linked data, and the sources on a list."""

import json
from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from citations.cite.formats import coins
from citations.cite.formats.highwire import MetaTag
from citations.models import Article
from citations.models.citable import csl_source
from citations.pages.metadata.signposts import Signpost
from citations.templatetags.typography import escaped

register = template.Library()

# As Django's `json_script` does: nothing in a script ends it, or opens a comment.
ESCAPES = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


@register.filter
def as_metatags(metatags: Iterable[MetaTag]) -> SafeString:
    """Names and contents as elements; the template engine takes several times as long."""
    return SafeString(
        "".join(
            f'<meta name="{escaped(name)}" content="{escaped(content)}">\n'
            for name, content in metatags
        )
    )


@register.filter
def as_signposts(signposts: Iterable[Signpost]) -> SafeString:
    """The links as elements, which stay with a page that is kept."""
    return SafeString("".join(map(_as_link, signposts)))


def _as_link(one: Signpost) -> str:
    kind = f' type="{escaped(one.type)}"' if one.type else ""
    return f'<link rel="{escaped(one.rel)}" href="{escaped(one.href)}"{kind}>\n'


@register.filter
def data_block(graph: dict[str, Any]) -> SafeString:
    """JSON-LD in a script element, which no browser runs."""
    text = json.dumps(graph, ensure_ascii=False).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(text))


@register.filter
def context_object(article: Article) -> str:
    """The article as COinS; names in parts as far as the byline says which is which."""
    return coins.coins_title(csl_source(article, {}))
