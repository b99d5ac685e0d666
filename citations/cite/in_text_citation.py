"""How a quotation is cited where it is used: the style's citation, and what is said around it."""

from html import escape

from citations.cite.cited_quote import Quoted
from citations.cite.quoted_in import around
from citations.cite.styles.catalogue import Style
from citations.cite.styles.citeproc import Cite


def cite_of(quoted: Quoted, style: Style, locale: str) -> Cite:
    """What the style is asked for: the source, who is cited from it, and the paragraph."""
    before, _ = around(quoted, style, locale)
    cite: Cite = {"id": quoted.source.id}
    if before:
        cite["prefix"] = before
    if quoted.paragraph and style.labels_places:
        cite |= {"locator": str(quoted.paragraph), "label": "paragraph"}
    return cite


def finished(made: str, quoted: Quoted, style: Style, locale: str) -> str:
    """The style's citation, HTML, with what stands behind it, and with any doubt."""
    before, behind = around(quoted, style, locale)
    made = _behind(made.strip(), escape(behind, quote=False))
    if before and style.is_numeric and not made.startswith("("):
        made = f"({made})"
    return f"{made}{escape(quoted.doubt, quote=False)}"


def _behind(made: str, behind: str) -> str:
    """The citation with what stands behind it, before its stop."""
    if not behind:
        return made
    return f"{made.removesuffix('.')}{behind}{'.' if made.endswith('.') else ''}"
