"""Reads the XML that the writers made, as other programs do."""

from lxml import etree

from citations.cite.formats.xml import clean_xml_text

PREFIXES = {"m": "http://www.loc.gov/mods/v3", "xlink": "http://www.w3.org/1999/xlink"}
# A date, how formats without EDTF show it, its encoding in MODS, and the year in EndNote.
XML_DATES = [
    ("2024-02-08", "2024-02-08", "w3cdtf", "2024"),
    ("2024-02", "2024-02", "w3cdtf", "2024"),
    ("2024", "2024", "w3cdtf", "2024"),
    ("2022-03/2022-09", "March 2022 to September 2022", "edtf", "2022"),
    ("2021/2022", "2021 to 2022", "edtf", ""),
    ("2022-03/..", "from March 2022", "edtf", ""),
    ("1940~", "about 1940", "edtf", "1940"),
    ("2024-22", "summer 2024", "edtf", "2024"),
    ("[2022..2024]", "between 2022 and 2024", "edtf", ""),
]
HOSTILE_XML = ["<b>&amp;]]></rdf:value>", "\x00\ud800\ufffe"]
# The fields of a source that may be unknown.
UNKNOWN = {
    "authors": (), "publication": "", "issued": "", "accessed": "", "url": "", "language": "",
    "title": "",
}  # fmt: skip


def parse_xml(text: str) -> etree._Element:
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    return etree.fromstring(text.encode())


def texts_at(element: etree._Element, path: str) -> list[str]:
    """The strings that an XPath finds."""
    return [str(each) for each in element.xpath(path, namespaces=PREFIXES)]


def tags_in(text: str) -> list[str]:
    return [each.tag for each in parse_xml(text).iter()]


def empty_tags_in(text: str) -> list[str]:
    """The elements without text, attributes or children."""
    empty = parse_xml(text).xpath("//*[not(*) and not(text()) and not(@*)]")
    return [each.tag for each in empty]


def as_read_from_xml(text: str) -> str:
    """As every XML reader reports it: line ends are one line feed (XML 1.0, section 2.11)."""
    return clean_xml_text(text).replace("\r\n", "\n").replace("\r", "\n")
