"""The citation of a quotation in a text: the style's own, with the words it needs around it."""

from html import escape

from citations.cite.cited_quote import CitedQuote
from citations.cite.quoted_in import words_around_citation
from citations.cite.styles.catalogue import CitationStyle
from citations.cite.styles.citeproc import CitationItem


def citation_item(quote: CitedQuote, style: CitationStyle, locale: str) -> CitationItem:
    """What to ask of the style: the source, the words before it, and the paragraph."""
    before, _ = words_around_citation(quote, style, locale)
    item: CitationItem = {"id": quote.source.id}
    if before:
        item["prefix"] = before
    if quote.paragraph and style.prints_locator_labels:
        item |= {"locator": str(quote.paragraph), "label": "paragraph"}
    return item


def finish_citation(citation: str, quote: CitedQuote, style: CitationStyle, locale: str) -> str:
    """Add the words after the style's citation (HTML), its brackets, and any doubt."""
    before, after = words_around_citation(quote, style, locale)
    citation = _insert_before_stop(citation.strip(), escape(after, quote=False))
    if before and style.is_numeric and not citation.startswith("("):
        citation = f"({citation})"
    return f"{citation}{escape(quote.doubt, quote=False)}"


def _insert_before_stop(citation: str, words: str) -> str:
    return f"{citation.removesuffix('.')}{words}{'.' if citation.endswith('.') else ''}"
