"""The sources of several quotes as one reference list, with each quote's citation in the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from citations.cite.cited_quote import CitedQuote
from citations.cite.csl import csl_item
from citations.cite.in_text_citation import citation_item, finish_citation
from citations.cite.styles.catalogue import CitationStyle
from citations.cite.styles.citeproc import shared_citeproc


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """HTML: the entries in the style's order, the citations in the order of the quotes."""

    entries: list[str]
    citations: list[str]


def make_reference_list(
    quotes: Sequence[CitedQuote], style: CitationStyle, locale: str
) -> ReferenceList:
    """List each source once, however many quotes are from it.

    Raises `CannotCiteError` if the style cannot be run, `UnknownLocaleError`.
    """
    sources = {quote.source.id: quote.source for quote in quotes}
    items = [csl_item(source) for source in sources.values()]
    requests = [citation_item(quote, style, locale) for quote in quotes]
    output = shared_citeproc().render(style, locale, items, requests)
    citations = [
        finish_citation(citation, quote, style, locale)
        for citation, quote in zip(output.citations, quotes, strict=True)
    ]
    return ReferenceList(output.entries, citations)
