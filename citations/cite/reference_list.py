"""The sources of several quotes as one list, and how each quote is cited in a text that has it."""

from collections.abc import Sequence
from dataclasses import dataclass

from citations.cite.cited_quote import Quoted
from citations.cite.csl import csl_item
from citations.cite.in_text_citation import cite_of, finished
from citations.cite.styles.catalogue import Style
from citations.cite.styles.citeproc import citeproc


@dataclass(frozen=True, slots=True)
class SourceList:
    """As HTML: the entries in the style's order, and a citation for each quote in theirs."""

    entries: list[str]
    citations: list[str]


def source_list(quotes: Sequence[Quoted], style: Style, locale: str) -> SourceList:
    """Each source once, however many of the quotes are taken from it.

    Raises `CannotCiteError` where the style cannot be run, `UnknownLocaleError`.
    """
    sources = {quoted.source.id: quoted.source for quoted in quotes}
    items = [csl_item(source) for source in sources.values()]
    cites = [cite_of(quoted, style, locale) for quoted in quotes]
    made = citeproc().listing(style, locale, items, cites)
    citations = [
        finished(citation, quoted, style, locale)
        for citation, quoted in zip(made.citations, quotes, strict=True)
    ]
    return SourceList(made.entries, citations)
