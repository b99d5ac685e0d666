"""CSL-JSON (csl-data.json of CSL 1.0.2): the items as citation processors take them."""

import json
from collections.abc import Iterable

from citations.cite.cited_quote import CitedQuote
from citations.cite.csl import CslItem, csl_item


def write_csl_json(quotes: Iterable[CitedQuote]) -> str:
    """A list of items, one for each quote, with the quotation as its note."""
    return (
        json.dumps([csl_item_of_quote(quoted) for quoted in quotes], ensure_ascii=False, indent=2)
        + "\n"
    )


def csl_item_of_quote(quoted: CitedQuote) -> CslItem:
    archived = quoted.source.archive_url
    item = csl_item(quoted.source) | {"id": quoted.key, "note": quoted.in_words}
    # Not in the item itself, for styles print it as a second address.
    return item | ({"archive_location": archived} if archived else {})
