"""Writes quotes for people as plain text: three lines each, with a blank line between."""

from collections.abc import Iterable, Iterator

from citations.cite.cited_quote import CitedQuote, one_line
from citations.cite.csl import CslSource
from citations.edtf.parsing import date_in_words


def write_plain_text(quotes: Iterable[CitedQuote]) -> str:
    """The words and their speaker, the source, and the record's permanent address.

    Line ends are removed from values, so that none can pass for another line.
    """
    return "\n".join("".join(f"{one_line(line)}\n" for line in _lines(each)) for each in quotes)


def _lines(quote: CitedQuote) -> Iterator[str]:
    yield quote.note
    yield f"Source: {source_line(quote.source)}"
    yield f"Record: {quote.address}"


def source_line(source: CslSource) -> str:
    """Authors, title, publication, date and addresses, as far as they are known."""
    names = "; ".join(name.text for name in source.authors)
    printed = ", ".join(filter(str.strip, (source.publication, date_in_words(source.issued))))
    title = f"“{source.title}”" if source.title.strip() else ""
    words = "".join(f"{each}. " for each in (names, title, printed) if each.strip())
    # No stop after an address, or it would look like a part of it.
    archived = f" Archived: {source.archive_url}" if source.archive_url.strip() else ""
    return f"{words}{source.url}{archived}"
