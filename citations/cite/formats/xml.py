"""XML as it is written: names stand in the tree with their prefixes, and no text breaks it."""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
# What XML 1.0 (section 2.2) has no way to write.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean_xml_text(text: str) -> str:
    """The text with a sign in the place of every character that XML cannot hold."""
    return NOT_XML.sub("\ufffd", text)


def add_element(parent: Element, tag: str, text: str = "", /, **attributes: str) -> Element:
    """The element, which now is the parent's last."""
    cleaned = {each: clean_xml_text(value) for each, value in attributes.items()}
    element = SubElement(parent, tag, cleaned)
    element.text = clean_xml_text(text) or None
    return element


def add_if_text(parent: Element, tag: str, text: str, /, **attributes: str) -> None:
    """Adds the element where its text says something."""
    if text.strip():
        add_element(parent, tag, text, **attributes)


def xml_document(root: Element) -> str:
    """The document, an element a line."""
    indent(root)
    return f"{DECLARATION}{tostring(root, encoding='unicode')}\n"
