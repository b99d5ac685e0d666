"""Describes where a quote appears as annotations of its sources (W3C Web Annotation, 2017).

Each annotation says that the words at a place in a source are this quotation. A split quotation has
one for each of its parts.
"""

from collections.abc import Iterator
from typing import Any

from citations.models import Appearance, Quote, Snapshot
from citations.models.appearances import primary_first
from citations.models.segments import context_of
from citations.text.spans import Span

ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"

AnnotationNode = dict[str, Any]


def annotation_collection(quote: Quote, site: str) -> AnnotationNode:
    """The quote's annotations as a collection of one page; load the quote `with_record`.

    `site`, scheme and host, begins all addresses here.
    """
    address = f"{site}{quote.get_absolute_url()}"
    collection = f"{address.removesuffix('/')}.jsonld"
    items = [
        {"id": f"{collection}#{one.key}-{number}", "type": "Annotation"}
        | {"motivation": "identifying", "modified": quote.changed.isoformat(timespec="seconds")}
        | {"body": address, "target": target}
        for one in primary_first(quote.appearances.all())
        for number, target in enumerate(_targets(one, site), start=1)
    ]
    return {
        "@context": ANNOTATION_CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": f"Where quotation {quote.key} stands",
        "total": len(items),
        "first": {"id": f"{collection}#page", "type": "AnnotationPage", "items": items},
    }


def _targets(appearance: Appearance, site: str) -> Iterator[AnnotationNode]:
    """Each part of the quotation, in the live page or else in the article's page here."""
    article, snapshot = appearance.article, appearance.snapshot
    source = article.url or f"{site}{article.get_absolute_url()}"
    if not snapshot or not appearance.spans:
        words = appearance.exact, appearance.prefix, appearance.suffix
        yield {"source": source, "selector": [_text_quote_selector(*words)]}
        return
    state = _time_state(snapshot, article.archived_url)
    for span in appearance.spans:
        before, after = context_of(snapshot.text, [span])
        selectors = [
            _text_quote_selector(span.text_in(snapshot.text), before, after),
            _text_position_selector(span),
        ]
        yield {"source": source, "state": state, "selector": selectors}


def _time_state(snapshot: Snapshot, archived: str) -> AnnotationNode:
    """When the selectors were valid: they point into the text as it was archived."""
    taken = snapshot.taken_at.isoformat(timespec="seconds")
    return {"type": "TimeState", "sourceDate": taken} | ({"cached": archived} if archived else {})


def _text_quote_selector(exact: str, prefix: str, suffix: str) -> AnnotationNode:
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def _text_position_selector(span: Span) -> AnnotationNode:
    """Half-open offsets in code points."""
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}
