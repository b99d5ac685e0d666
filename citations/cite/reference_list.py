"""The sources of several quotes as one list, and how each quote is cited in a text that has it."""

from collections.abc import Sequence
from dataclasses import dataclass

from citations.cite.cited_quote import CitedQuote
from citations.cite.csl import csl_item
from citations.cite.in_text_citation import citation_item, finish_citation
from citations.cite.styles.catalogue import CitationStyle
from citations.cite.styles.citeproc import shared_citeproc


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """As HTML: the entries in the style's order, and a citation for each quote in theirs."""

    entries: list[str]
    citations: list[str]


def make_reference_list(
    quotes: Sequence[CitedQuote], style: CitationStyle, locale: str
) -> ReferenceList:
    """Each source once, however many of the quotes are taken from it.

    Raises `CannotCiteError` where the style cannot be run, `UnknownLocaleError`.
    """
    sources = {quoted.source.id: quoted.source for quoted in quotes}
    items = [csl_item(source) for source in sources.values()]
    cites = [citation_item(quoted, style, locale) for quoted in quotes]
    made = shared_citeproc().listing(style, locale, items, cites)
    citations = [
        finish_citation(citation, quoted, style, locale)
        for citation, quoted in zip(made.citations, quotes, strict=True)
    ]
    return ReferenceList(made.entries, citations)
