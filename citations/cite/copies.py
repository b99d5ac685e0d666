"""What is copied from a quote: four texts in one style, each as HTML and as plain text."""

from dataclasses import dataclass

from citations.cite.csl import Item, Source, csl_item
from citations.cite.engine import citeproc
from citations.cite.intext import cite_of, finished, in_form
from citations.cite.quoted import Quoted, one_line
from citations.cite.styles import Style
from citations.cite.wording import NOTE_NUMBER, Wording, bare, wording

SITE = "Citations"
LONGEST_TITLE = 80
FORMS = ("html", "text")
NOTE = "The note"
CITATION = "The citation in the text"
ENTRY = "The entry for the list"


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
    cited = [cited_in_text(quoted, style, locale, form) for form in FORMS]
    set_words = wording(quoted, style, locale)
    quotations = [
        _quotation(set_words, citation, style, form)
        for citation, form in zip(cited, FORMS, strict=True)
    ]
    return [
        Copy("The quotation with its citation", *quotations),
        Copy(NOTE if style.is_note else CITATION, *cited),
        Copy(ENTRY, *entries(quoted.source, style, locale)),
        Copy("This record", *entries(record_of(quoted), style, locale)),
    ]


def copies_of_source(source: Source, style: Style, locale: str) -> list[Copy]:
    """The entry for the list, and the citation alone. Raises as `copies` does."""
    items, cites = [csl_item(source)], [{"id": source.id}]
    cited = [citeproc().citation(style, locale, items, cites, form) for form in FORMS]
    return [
        Copy(ENTRY, *entries(source, style, locale)),
        Copy(NOTE if style.is_note else CITATION, *cited),
    ]


def cited_in_text(quoted: Quoted, style: Style, locale: str, form: str) -> str:
    """What stands in the text or in the note: speaker and source, and any doubt."""
    cite = cite_of(quoted, style, locale)
    made = citeproc().citation(style, locale, [csl_item(quoted.source)], [cite], form)
    return finished(made, quoted, style, locale, form)


def entries(source: Source, style: Style, locale: str) -> list[str]:
    """The entry for the list, as HTML and as text; the note where the style has no list."""
    items = [csl_item(source)]
    return [_entry(items, style, locale, form) for form in FORMS]


def _entry(items: list[Item], style: Style, locale: str, form: str) -> str:
    made = citeproc().bibliography(style, locale, items, form)
    if made.entries:
        return "".join(made.entries).strip()
    return citeproc().citation(style, locale, items, [{"id": items[0]["id"]}], form)


def record_of(quoted: Quoted) -> Source:
    """This database's own record, as a source: who, the first words, and its last change."""
    text = one_line(quoted.text)
    short = f"{text[: LONGEST_TITLE - 1].rstrip()}…"
    # Without its stop, behind which some styles would set their own.
    words = bare(text) if len(text) <= LONGEST_TITLE else short
    shown = f"“{words}”" if quoted.is_verbatim else words
    return Source(
        id=f"record-{quoted.key}",
        kind="webpage",
        title=f"{quoted.speaker.text}: {shown}{quoted.doubt}",
        # Words are shown as they were said: no style may change their capitals.
        language="und",
        publication=SITE,
        issued=quoted.changed,
        url=quoted.address,
    )


def _quotation(words: Wording, citation: str, style: Style, form: str) -> str:
    before, after = in_form(words.before, form), words.after
    if style.is_note:
        return _with_note(before + after, citation, form)
    if words.is_block:
        cited = f"{before} {citation}"
        return f"<blockquote>{cited}</blockquote>" if form == "html" else cited
    return f"{before} {citation}{after}"


def _with_note(words: str, note: str, form: str) -> str:
    if form == "html":
        return f"<p>{words}<sup>1</sup></p><p><sup>1</sup> {note}</p>"
    return f"{words}{NOTE_NUMBER}\n\n{NOTE_NUMBER} {note}"
