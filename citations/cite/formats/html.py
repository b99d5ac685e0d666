"""Quotes for people, as one HTML document: no scripts, no styles, and nothing from elsewhere."""

from collections.abc import Iterable, Iterator
from html import escape

from citations.cite.cited_quote import Quoted
from citations.cite.csl import Source
from citations.cite.formats.xml import clean
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
WEB = ("http://", "https://")


def html(quotes: Iterable[Quoted]) -> str:
    """The document: the words of each quote, who said them, any doubt, the source, the record."""
    lines = [f"{line}\n" for quoted in quotes for line in _lines(quoted)]
    return "".join([HEAD, *lines, FOOT])


def _lines(quoted: Quoted) -> Iterator[str]:
    yield _words(quoted)
    who = (quoted.speaker.text, quoted.office, in_words(quoted.said))
    yield f"<p>{in_lines(', '.join(filter(None, who)))}</p>"
    if quoted.warning:
        yield f"<p><strong>{in_lines(quoted.warning)}</strong></p>"
    yield f"<p>{_source(quoted.source)}</p>"
    yield f"<p>{linked(quoted.address)}</p>"


def _words(quoted: Quoted) -> str:
    """The words in a block of their own; of a paraphrase, in a paragraph."""
    named = f'id="q-{_value(quoted.key)}"{_language(quoted.language)}'
    if not quoted.is_verbatim:
        return f"<p {named}>{in_lines(quoted.text)}</p>"
    cite = f' cite="{_value(quoted.address)}"' if is_web(quoted.address) else ""
    return f"<blockquote {named}{cite}><p>{in_lines(quoted.text)}</p></blockquote>"


def _source(source: Source) -> str:
    """Authors, title, publication, date and the archived copy, as far as they are known."""
    names = "; ".join(name.text for name in source.authors)
    title = linked(source.url, source.title if source.title.strip() else source.url)
    said = (
        in_lines(names),
        f"<cite{_language(source.language)}>{title}</cite>" if title else "",
        in_lines(source.publication),
        in_lines(in_words(source.issued)),
        linked(source.archive_url, "archived copy") if source.archive_url.strip() else "",
    )
    return ", ".join(filter(str.strip, said))


def linked(url: str, shown: str = "") -> str:
    """What is shown, or the address; a link where that is one of the web."""
    text = in_lines(shown or url)
    return f'<a href="{_value(url)}">{text}</a>' if is_web(url) else text


def is_web(url: str) -> bool:
    return url.lower().startswith(WEB)


def in_lines(text: str) -> str:
    """The text as HTML, with its line ends."""
    return "<br>".join(escape(line) for line in clean(text).splitlines())


def _language(tag: str) -> str:
    """The attributes that say how the words are read."""
    return f' lang="{_value(tag)}" dir="auto"' if tag.strip() else ' dir="auto"'


def _value(text: str) -> str:
    return escape(clean(text), quote=True)
