"""Quotes for people, as plain text: three lines each, and an empty one between."""

from collections.abc import Iterable, Iterator

from citations.cite.cited_quote import CitedQuote, one_line
from citations.cite.csl import CslSource
from citations.edtf.parsing import in_words


def write_plain_text(quotes: Iterable[CitedQuote]) -> str:
    """The words with who said them, the source, and the record's permanent address.

    No value can hold a line end, so that none can pass for a line of another kind.
    """
    return "\n".join("".join(f"{one_line(line)}\n" for line in _lines(each)) for each in quotes)


def _lines(quoted: CitedQuote) -> Iterator[str]:
    yield quoted.in_words
    yield f"Source: {source_line(quoted.source)}"
    yield f"Record: {quoted.address}"


def source_line(source: CslSource) -> str:
    """Authors, title, publication, date and addresses, as far as they are known."""
    names = "; ".join(name.text for name in source.authors)
    printed = ", ".join(filter(str.strip, (source.publication, in_words(source.issued))))
    title = f"“{source.title}”" if source.title.strip() else ""
    said = "".join(f"{each}. " for each in (names, title, printed) if each.strip())
    # No stop stands behind an address: it would pass for a part of it.
    kept = f" Archived: {source.archive_url}" if source.archive_url.strip() else ""
    return f"{said}{source.url}{kept}"
