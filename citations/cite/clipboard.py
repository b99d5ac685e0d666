"""What is copied from a quote: four texts in one style, each as HTML and as plain text."""

from dataclasses import dataclass
from html import escape

from citations.cite.cited_quote import Quoted, one_line
from citations.cite.csl import Source, csl_item
from citations.cite.punctuation import NOTE_NUMBER, Wording, bare, wording
from citations.cite.reference_list import source_list
from citations.cite.styles.catalogue import Style
from citations.cite.styles.citation_markup import as_text
from citations.cite.styles.citeproc import Listing, citeproc

SITE = "Citations"
LONGEST_TITLE = 80
QUOTATION = "The quotation with its citation"
NOTE = "The note"
CITATION = "The citation in the text"
ENTRY = "The entry for the list"
RICH_NOTE = "<p>{}<sup>1</sup></p><p><sup>1</sup> {}</p>"
PLAIN_NOTE = f"{{}}{NOTE_NUMBER}\n\n{NOTE_NUMBER} {{}}"


@dataclass(frozen=True, slots=True)
class Copy:
    """One thing to copy: `rich` is HTML, `plain` the same as text."""

    name: str
    rich: str
    plain: str


def copies(quoted: Quoted, style: Style, locale: str) -> list[Copy]:
    """The quotation with its citation, the citation alone, the entry for the list, and the record.

    Raises `CannotCiteError` where the style cannot be run, `UnknownLocaleError`.
    """
    made = source_list([quoted], style, locale)
    [citation] = made.citations
    return [
        _quotation(wording(quoted, style, locale), citation, style),
        _copy(NOTE if style.is_note else CITATION, citation),
        _copy(ENTRY, "".join(made.entries)),
        _copy("This record", _listed(record_of(quoted), style, locale).entries[0]),
    ]


def copies_of_source(source: Source, style: Style, locale: str) -> list[Copy]:
    """The entry for the list, and the citation alone. Raises as `copies` does."""
    made = _listed(source, style, locale)
    return [
        _copy(ENTRY, "".join(made.entries)),
        _copy(NOTE if style.is_note else CITATION, *made.citations),
    ]


def _listed(source: Source, style: Style, locale: str) -> Listing:
    return citeproc().listing(style, locale, [csl_item(source)], [{"id": source.id}])


def _copy(name: str, html: str) -> Copy:
    return Copy(name, html.strip(), as_text(html))


def record_of(quoted: Quoted) -> Source:
    """This database's own record, as a source: who, the first words, and its last change."""
    text = one_line(quoted.text)
    short = f"{text[: LONGEST_TITLE - 1].rstrip()}…"
    # Without its stop, behind which some styles would set their own.
    words = bare(text) if len(text) <= LONGEST_TITLE else short
    # Many styles set a title between marks: no paraphrase may stand there.
    who = quoted.speaker.text
    title = f"{who}: “{words}”" if quoted.is_verbatim else f"Reported words of {who}"
    return Source(
        id=f"record-{quoted.key}",
        kind="webpage",
        title=f"{title}{quoted.doubt}",
        # Words are shown as they were said: no style may change their capitals.
        language="und",
        publication=SITE,
        issued=quoted.changed,
        url=quoted.address,
    )


def _quotation(words: Wording, citation: str, style: Style) -> Copy:
    """The words as they are, which `as_text` would run together, and their citation."""
    rich, plain = (escape(words.before, quote=False), citation), (words.before, as_text(citation))
    if style.is_note:
        return Copy(QUOTATION, RICH_NOTE.format(*rich), PLAIN_NOTE.format(*plain))
    text = "{} {}" + words.after
    block = f"<blockquote>{text}</blockquote>" if words.is_block else text
    return Copy(QUOTATION, block.format(*rich), text.format(*plain))
