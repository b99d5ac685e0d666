"""XML documents are well-formed, whatever their text holds."""

from xml.etree.ElementTree import Element

import pytest

from citations.cite.formats.xml import add_element, add_if_text, clean_xml_text, xml_document


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\tb\nc\rd", "a\tb\nc\rd"),
        ("日本 😀 \ud7ff\ue000\ufffd", "日本 😀 \ud7ff\ue000\ufffd"),
        ("\x00a\x1fb\x0b", "\ufffda\ufffdb\ufffd"),
        ("\ud800\udfff\ufffe\uffff", "\ufffd" * 4),
        ("", ""),
    ],
)
def test_characters_that_xml_does_not_allow_are_replaced(text: str, cleaned: str) -> None:
    assert clean_xml_text(text) == cleaned


def test_a_document_is_indented_and_declared() -> None:
    root = Element("a:root", {"xmlns:a": "urn:a"})
    added = add_element(root, "b", "x < y\x00", c='"\x01"')
    add_element(added, "d")
    assert xml_document(root) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<a:root xmlns:a="urn:a">\n'
        '  <b c="&quot;\ufffd&quot;">x &lt; y\ufffd<d />\n'
        "  </b>\n"
        "</a:root>\n"
    )


def test_an_element_with_blank_text_is_left_out() -> None:
    root = Element("root")
    add_if_text(root, "a", " \n")
    add_if_text(root, "b", " x", c="d")
    assert [(each.tag, each.text, each.attrib) for each in root] == [("b", " x", {"c": "d"})]
