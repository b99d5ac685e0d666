"""The texts that a reader copies from a quote's or source's page, in one citation style."""

from dataclasses import dataclass
from html import escape

from citations.cite.cited_quote import CitedQuote, one_line
from citations.cite.csl import CslSource, csl_item
from citations.cite.punctuation import (
    NOTE_NUMBER,
    TypesetQuotation,
    typeset_quotation,
    without_final_stop,
)
from citations.cite.quote_title import LONGEST_TITLE, quote_title
from citations.cite.reference_list import make_reference_list
from citations.cite.styles.catalogue import CitationStyle
from citations.cite.styles.citation_markup import citation_as_text
from citations.cite.styles.citeproc import CiteprocOutput, shared_citeproc
from citations.text.translation import gettext_noop

SITE_NAME = "Citations"
QUOTATION = gettext_noop("Quotation with its citation")
NOTE = gettext_noop("Note")
CITATION = gettext_noop("Citation in the text")
ENTRY = gettext_noop("Reference list entry")
RECORD = gettext_noop("Citation of this record")
RICH_NOTE = "<p>{}<sup>1</sup></p><p><sup>1</sup> {}</p>"
PLAIN_NOTE = f"{{}}{NOTE_NUMBER}\n\n{NOTE_NUMBER} {{}}"


@dataclass(frozen=True, slots=True)
class ClipboardText:
    """A text to copy, as HTML and as plain text; `name` is translated when it is shown."""

    name: str
    rich: str
    plain: str


def clipboard_texts(quote: CitedQuote, style: CitationStyle, locale: str) -> list[ClipboardText]:
    """The quotation with its citation, the citation, the list entry, and the record's citation.

    Raises `CannotCiteError` if the style cannot be run, `UnknownLocaleError`.
    """
    references = make_reference_list([quote], style, locale)
    [citation] = references.citations
    record = _render_source(source_of_record(quote), style, locale)
    return [
        _quotation_with_citation(typeset_quotation(quote, style, locale), citation, style),
        _clipboard_text(NOTE if style.is_note else CITATION, citation),
        _clipboard_text(ENTRY, "".join(references.entries)),
        _clipboard_text(RECORD, record.entries[0]),
    ]


def clipboard_texts_of_source(
    source: CslSource, style: CitationStyle, locale: str
) -> list[ClipboardText]:
    """The list entry and the citation. Raises as `clipboard_texts` does."""
    output = _render_source(source, style, locale)
    return [
        _clipboard_text(ENTRY, "".join(output.entries)),
        _clipboard_text(NOTE if style.is_note else CITATION, *output.citations),
    ]


def source_of_record(quote: CitedQuote) -> CslSource:
    """This database's record as a source: speaker and first words, dated by its last change."""
    text = one_line(quote.text)
    # Some styles add a stop after the title, so the quotation's own is left out.
    words = without_final_stop(text) if len(text) <= LONGEST_TITLE else text
    # Many styles print titles between quotation marks, where a paraphrase must not stand.
    who = quote.speaker.text
    title = f"Reported words of {who}"
    if quote.is_verbatim:
        title = quote_title(who, words, has_marks=True)
    return CslSource(
        id=f"record-{quote.key}",
        kind="webpage",
        title=f"{title}{quote.doubt}",
        # With a language of its own, a style could change the capitals of the speaker's words.
        language="und",
        publication=SITE_NAME,
        issued=quote.changed,
        url=quote.address,
    )


def _render_source(source: CslSource, style: CitationStyle, locale: str) -> CiteprocOutput:
    return shared_citeproc().render(style, locale, [csl_item(source)], [{"id": source.id}])


def _clipboard_text(name: str, html: str) -> ClipboardText:
    return ClipboardText(name, html.strip(), citation_as_text(html))


def _quotation_with_citation(
    words: TypesetQuotation, citation: str, style: CitationStyle
) -> ClipboardText:
    """The words keep their line breaks, which `citation_as_text` would remove."""
    rich = escape(words.before, quote=False), citation
    plain = words.before, citation_as_text(citation)
    if style.is_note:
        return ClipboardText(QUOTATION, RICH_NOTE.format(*rich), PLAIN_NOTE.format(*plain))
    text = "{} {}" + words.after
    block = f"<blockquote>{text}</blockquote>" if words.is_block else text
    return ClipboardText(QUOTATION, block.format(*rich), text.format(*plain))
