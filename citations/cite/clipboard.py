"""What is copied from a quote: four texts in one style, each as HTML and as plain text."""

from dataclasses import dataclass
from html import escape

from citations.cite.cited_quote import CitedQuote, one_line
from citations.cite.csl import CslSource, csl_item
from citations.cite.punctuation import (
    NOTE_NUMBER,
    TypesetQuotation,
    without_final_stop,
    typeset_quotation,
)
from citations.cite.reference_list import make_reference_list
from citations.cite.styles.catalogue import CitationStyle
from citations.cite.styles.citation_markup import citation_as_text
from citations.cite.styles.citeproc import CiteprocOutput, shared_citeproc

SITE_NAME = "Citations"
MAX_TITLE = 80
QUOTATION = "The quotation with its citation"
NOTE = "The note"
CITATION = "The citation in the text"
ENTRY = "The entry for the list"
RICH_NOTE = "<p>{}<sup>1</sup></p><p><sup>1</sup> {}</p>"
PLAIN_NOTE = f"{{}}{NOTE_NUMBER}\n\n{NOTE_NUMBER} {{}}"


@dataclass(frozen=True, slots=True)
class ClipboardText:
    """One thing to copy: `rich` is HTML, `plain` the same as text."""

    name: str
    rich: str
    plain: str


def clipboard_texts(quoted: CitedQuote, style: CitationStyle, locale: str) -> list[ClipboardText]:
    """The quotation with its citation, the citation alone, the entry for the list, and the record.

    Raises `CannotCiteError` where the style cannot be run, `UnknownLocaleError`.
    """
    made = make_reference_list([quoted], style, locale)
    [citation] = made.citations
    return [
        _quotation_with_citation(typeset_quotation(quoted, style, locale), citation, style),
        _clipboard_text(NOTE if style.is_note else CITATION, citation),
        _clipboard_text(ENTRY, "".join(made.entries)),
        _clipboard_text(
            "This record", _render_source(source_of_record(quoted), style, locale).entries[0]
        ),
    ]


def clipboard_texts_of_source(
    source: CslSource, style: CitationStyle, locale: str
) -> list[ClipboardText]:
    """The entry for the list, and the citation alone. Raises as `copies` does."""
    made = _render_source(source, style, locale)
    return [
        _clipboard_text(ENTRY, "".join(made.entries)),
        _clipboard_text(NOTE if style.is_note else CITATION, *made.citations),
    ]


def _render_source(source: CslSource, style: CitationStyle, locale: str) -> CiteprocOutput:
    return shared_citeproc().listing(style, locale, [csl_item(source)], [{"id": source.id}])


def _clipboard_text(name: str, html: str) -> ClipboardText:
    return ClipboardText(name, html.strip(), citation_as_text(html))


def source_of_record(quoted: CitedQuote) -> CslSource:
    """This database's own record, as a source: who, the first words, and its last change."""
    text = one_line(quoted.text)
    short = f"{text[: MAX_TITLE - 1].rstrip()}…"
    # Without its stop, behind which some styles would set their own.
    words = without_final_stop(text) if len(text) <= MAX_TITLE else short
    # Many styles set a title between marks: no paraphrase may stand there.
    who = quoted.speaker.text
    title = f"{who}: “{words}”" if quoted.is_verbatim else f"Reported words of {who}"
    return CslSource(
        id=f"record-{quoted.key}",
        kind="webpage",
        title=f"{title}{quoted.doubt}",
        # Words are shown as they were said: no style may change their capitals.
        language="und",
        publication=SITE_NAME,
        issued=quoted.changed,
        url=quoted.address,
    )


def _quotation_with_citation(
    words: TypesetQuotation, citation: str, style: CitationStyle
) -> ClipboardText:
    """The words as they are, which `as_text` would run together, and their citation."""
    rich, plain = (
        (escape(words.before, quote=False), citation),
        (words.before, citation_as_text(citation)),
    )
    if style.is_note:
        return ClipboardText(QUOTATION, RICH_NOTE.format(*rich), PLAIN_NOTE.format(*plain))
    text = "{} {}" + words.after
    block = f"<blockquote>{text}</blockquote>" if words.is_block else text
    return ClipboardText(QUOTATION, block.format(*rich), text.format(*plain))
