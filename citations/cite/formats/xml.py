"""Builds XML documents whose element names carry prefixes and whose text is always valid."""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
# Characters that XML 1.0 does not allow (section 2.2).
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean_xml_text(text: str) -> str:
    """Replace every character that XML does not allow with U+FFFD."""
    return NOT_XML.sub("\ufffd", text)


def add_element(parent: Element, tag: str, text: str = "", /, **attributes: str) -> Element:
    """Append an element to the parent and return it."""
    cleaned = {each: clean_xml_text(value) for each, value in attributes.items()}
    element = SubElement(parent, tag, cleaned)
    element.text = clean_xml_text(text) or None
    return element


def add_if_text(parent: Element, tag: str, text: str, /, **attributes: str) -> None:
    """Append the element if its text is not blank."""
    if text.strip():
        add_element(parent, tag, text, **attributes)


def xml_document(root: Element) -> str:
    """The document, indented."""
    indent(root)
    return f"{DECLARATION}{tostring(root, encoding='unicode')}\n"
