"""Writes quotes for people as one HTML document without scripts, styles or external resources."""

from collections.abc import Iterable, Iterator
from html import escape

from citations.cite.cited_quote import CitedQuote
from citations.cite.csl import CslSource
from citations.cite.formats.xml import clean_xml_text
from citations.edtf.parsing import date_in_words

HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Quotes and their sources</title>
</head>
<body>
"""
FOOT = "</body>\n</html>\n"
WEB_SCHEMES = ("http://", "https://")


def write_html(quotes: Iterable[CitedQuote]) -> str:
    """For each quote: its words, its speaker, any doubt, its source and its record's address."""
    lines = [f"{line}\n" for quote in quotes for line in _lines(quote)]
    return "".join([HEAD, *lines, FOOT])


def _lines(quote: CitedQuote) -> Iterator[str]:
    yield _words_html(quote)
    who = (quote.speaker.text, quote.office, date_in_words(quote.said))
    yield f"<p>{text_as_html(', '.join(filter(None, who)))}</p>"
    if quote.warning:
        yield f"<p><strong>{text_as_html(quote.warning)}</strong></p>"
    yield f"<p>{_source_html(quote.source)}</p>"
    yield f"<p>{link_html(quote.address)}</p>"


def _words_html(quote: CitedQuote) -> str:
    """A block quotation, or a paragraph for a paraphrase."""
    attributes = f'id="q-{_attribute_value(quote.key)}"{_language_attributes(quote.language)}'
    if not quote.is_verbatim:
        return f"<p {attributes}>{text_as_html(quote.text)}</p>"
    cite = f' cite="{_attribute_value(quote.address)}"' if is_web_address(quote.address) else ""
    return f"<blockquote {attributes}{cite}><p>{text_as_html(quote.text)}</p></blockquote>"


def _source_html(source: CslSource) -> str:
    """Authors, title, publication, date and archived copy, as far as they are known."""
    names = "; ".join(name.text for name in source.authors)
    title = link_html(source.url, source.title if source.title.strip() else source.url)
    parts = (
        text_as_html(names),
        f"<cite{_language_attributes(source.language)}>{title}</cite>" if title else "",
        text_as_html(source.publication),
        text_as_html(date_in_words(source.issued)),
        link_html(source.archive_url, "archived copy") if source.archive_url.strip() else "",
    )
    return ", ".join(filter(str.strip, parts))


def link_html(url: str, shown: str = "") -> str:
    """A link if the address is on the web, else only its text (`shown`, or the address)."""
    text = text_as_html(shown or url)
    return f'<a href="{_attribute_value(url)}">{text}</a>' if is_web_address(url) else text


def is_web_address(url: str) -> bool:
    return url.lower().startswith(WEB_SCHEMES)


def text_as_html(text: str) -> str:
    """The text as HTML, with its line breaks."""
    return "<br>".join(escape(line) for line in clean_xml_text(text).splitlines())


def _language_attributes(tag: str) -> str:
    return f' lang="{_attribute_value(tag)}" dir="auto"' if tag.strip() else ' dir="auto"'


def _attribute_value(text: str) -> str:
    return escape(clean_xml_text(text), quote=True)
