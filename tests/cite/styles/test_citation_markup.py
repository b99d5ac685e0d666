"""Citations keep only the HTML that citeproc writes, and read well as plain text."""

import pytest

from citations.cite.styles.citation_markup import citation_as_text, clean_citation_html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<i onclick="x">a</i>', "<i>a</i>"),
        ('<span style="font-variant:small-caps;">a</span>', '<span class="small-caps">a</span>'),
        ('<span style="background:url(x)">a</span>', "<span>a</span>"),
        ("<img src=x onerror=y>", "&lt;img src=x onerror=y&gt;"),
        ('<div class="csl-entry x">a', '<div class="csl-entry">a</div>'),
        ("a</b> & <b><i>c</b>", "a &amp; <b><i>c</i></b>"),
        ("&#60;b&#62;", "&lt;b&gt;"),
        ("</i>a", "a"),
        ("<i><b>a</i>b", "<i><b>a</b></i>b"),
        ('<span class="nocase">a</span>', '<span class="nocase">a</span>'),
        ('<b style="font-style: normal;" class="x">a</b>', '<b class="upright">a</b>'),
        ('<i class="nocase" style="font-style:normal;">a', '<i class="nocase upright">a</i>'),
        ('<i class>"a"</i>', '<i>"a"</i>'),
    ],
)
def test_only_the_html_of_citations_stays(html: str, expected: str) -> None:
    assert clean_citation_html(html) == expected


def test_copied_citations_keep_their_inline_styles() -> None:
    html = '<span class="nocase" style="font-variant: small-caps;">a</span>'
    assert clean_citation_html(html, inline=True) == (
        '<span style="font-variant:small-caps;">a</span>'
    )
    harmful = '<span style="background:url(x)">a</span>'
    assert clean_citation_html(harmful, inline=True) == "<span>a</span>"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<i>a</i> &amp; b", "a & b"),
        ('<div class="csl-left-margin">[1]</div><div class="x">A</div>', "[1] A"),
        (" a\n\t b \r\n", "a b"),
        ("a\u00a0b", "a\u00a0b"),
        ("&lt;i&gt;", "<i>"),
    ],
)
def test_text_has_no_tags_and_keeps_no_break_spaces(html: str, text: str) -> None:
    assert citation_as_text(html) == text
