"""How a quotation is cited where it is used: the style's citation, and what is said around it."""

from html import escape

from citations.cite.cited_quote import CitedQuote
from citations.cite.quoted_in import words_around_citation
from citations.cite.styles.catalogue import CitationStyle
from citations.cite.styles.citeproc import CitationItem


def citation_item(quoted: CitedQuote, style: CitationStyle, locale: str) -> CitationItem:
    """What the style is asked for: the source, who is cited from it, and the paragraph."""
    before, _ = words_around_citation(quoted, style, locale)
    cite: CitationItem = {"id": quoted.source.id}
    if before:
        cite["prefix"] = before
    if quoted.paragraph and style.labels_places:
        cite |= {"locator": str(quoted.paragraph), "label": "paragraph"}
    return cite


def finish_citation(made: str, quoted: CitedQuote, style: CitationStyle, locale: str) -> str:
    """The style's citation, HTML, with what stands behind it, and with any doubt."""
    before, behind = words_around_citation(quoted, style, locale)
    made = _insert_before_stop(made.strip(), escape(behind, quote=False))
    if before and style.is_numeric and not made.startswith("("):
        made = f"({made})"
    return f"{made}{escape(quoted.doubt, quote=False)}"


def _insert_before_stop(made: str, behind: str) -> str:
    """The citation with what stands behind it, before its stop."""
    if not behind:
        return made
    return f"{made.removesuffix('.')}{behind}{'.' if made.endswith('.') else ''}"
