"""Writes CSL-JSON (csl-data.json of CSL 1.0.2), the input of citation processors."""

import json
from collections.abc import Iterable

from citations.cite.cited_quote import CitedQuote
from citations.cite.csl import CslItem, csl_item


def write_csl_json(quotes: Iterable[CitedQuote]) -> str:
    """One item per quote, with the quotation as a note."""
    items = [csl_item_of_quote(quote) for quote in quotes]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def csl_item_of_quote(quote: CitedQuote) -> CslItem:
    archived = quote.source.archive_url
    item = csl_item(quote.source) | {"id": quote.key, "note": quote.note}
    # `csl_item` leaves this out because styles print it as a second address.
    return item | ({"archive_location": archived} if archived else {})
