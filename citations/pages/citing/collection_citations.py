"""The citations of a collection: its reference list, and how each quote is cited."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import cache
from django.utils.safestring import SafeString

from citations.cite.cited_quote import CitedQuote
from citations.cite.reference_list import make_reference_list
from citations.cite.styles.citation_markup import citation_as_text, clean_citation_html
from citations.cite.styles.citeproc import CannotCiteError
from citations.forms.citation import CitationForm
from citations.models import Quote
from citations.models.projections import with_record
from citations.pages.citing.prepared_citations import CACHE_SECONDS


@dataclass(frozen=True)
class FormattedCitation:
    """A citation or an entry: as HTML for the page, as HTML to paste elsewhere, and as text."""

    set: SafeString
    rich: str
    plain: str


@dataclass(frozen=True)
class CollectionCitations:
    """The entries of the reference list, and the citation of each quote."""

    entries: list[FormattedCitation]
    citations: list[FormattedCitation]


def quotes_with_keys(keys: Sequence[str]) -> list[Quote]:
    """The published quotes with these keys, in their order."""
    quotes = with_record(Quote.objects.published()).in_bulk(keys, field_name="key")
    return [quotes[key] for key in keys if key in quotes]


def collection_citations(
    quotes: Sequence[CitedQuote], form: CitationForm
) -> CollectionCitations | None:
    """The citations in the form's style, from the cache if possible; None if it cannot be run."""
    if not quotes:
        return CollectionCitations([], [])
    parts = repr((quotes, form.chosen.name, form.language))
    key = f"list-{sha256(parts.encode()).hexdigest()}"
    citations: CollectionCitations | None = cache.get(key)
    if citations is None:
        try:
            listed = make_reference_list(quotes, form.chosen, form.language)
        except CannotCiteError:
            return None
        entries = [_formatted_citation(html) for html in listed.entries]
        citations = CollectionCitations(
            entries, [_formatted_citation(html) for html in listed.citations]
        )
        cache.set(key, citations, CACHE_SECONDS)
    return citations


def _formatted_citation(html: str) -> FormattedCitation:
    return FormattedCitation(
        SafeString(clean_citation_html(html)),
        clean_citation_html(html, inline=True).strip(),
        citation_as_text(html),
    )
