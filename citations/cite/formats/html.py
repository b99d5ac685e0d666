"""Quotes for people, as one HTML document: no scripts, no styles, and nothing from elsewhere."""

from collections.abc import Iterable, Iterator
from html import escape

from citations.cite.cited_quote import CitedQuote
from citations.cite.csl import CslSource
from citations.cite.formats.xml import clean_xml_text
from citations.edtf.parsing import in_words

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
    """The document: the words of each quote, who said them, any doubt, the source, the record."""
    lines = [f"{line}\n" for quoted in quotes for line in _lines(quoted)]
    return "".join([HEAD, *lines, FOOT])


def _lines(quoted: CitedQuote) -> Iterator[str]:
    yield _words_html(quoted)
    who = (quoted.speaker.text, quoted.office, in_words(quoted.said))
    yield f"<p>{text_as_html(', '.join(filter(None, who)))}</p>"
    if quoted.warning:
        yield f"<p><strong>{text_as_html(quoted.warning)}</strong></p>"
    yield f"<p>{_source_html(quoted.source)}</p>"
    yield f"<p>{link_html(quoted.address)}</p>"


def _words_html(quoted: CitedQuote) -> str:
    """The words in a block of their own; of a paraphrase, in a paragraph."""
    named = f'id="q-{_attribute_value(quoted.key)}"{_language_attributes(quoted.language)}'
    if not quoted.is_verbatim:
        return f"<p {named}>{text_as_html(quoted.text)}</p>"
    cite = f' cite="{_attribute_value(quoted.address)}"' if is_web_address(quoted.address) else ""
    return f"<blockquote {named}{cite}><p>{text_as_html(quoted.text)}</p></blockquote>"


def _source_html(source: CslSource) -> str:
    """Authors, title, publication, date and the archived copy, as far as they are known."""
    names = "; ".join(name.text for name in source.authors)
    title = link_html(source.url, source.title if source.title.strip() else source.url)
    said = (
        text_as_html(names),
        f"<cite{_language_attributes(source.language)}>{title}</cite>" if title else "",
        text_as_html(source.publication),
        text_as_html(in_words(source.issued)),
        link_html(source.archive_url, "archived copy") if source.archive_url.strip() else "",
    )
    return ", ".join(filter(str.strip, said))


def link_html(url: str, shown: str = "") -> str:
    """What is shown, or the address; a link where that is one of the web."""
    text = text_as_html(shown or url)
    return f'<a href="{_attribute_value(url)}">{text}</a>' if is_web_address(url) else text


def is_web_address(url: str) -> bool:
    return url.lower().startswith(WEB_SCHEMES)


def text_as_html(text: str) -> str:
    """The text as HTML, with its line ends."""
    return "<br>".join(escape(line) for line in clean_xml_text(text).splitlines())


def _language_attributes(tag: str) -> str:
    """The attributes that say how the words are read."""
    return f' lang="{_attribute_value(tag)}" dir="auto"' if tag.strip() else ' dir="auto"'


def _attribute_value(text: str) -> str:
    return escape(clean_xml_text(text), quote=True)
