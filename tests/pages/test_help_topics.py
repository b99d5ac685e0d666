"""Help topics: anchors, links between them, and nothing smuggled in by the text."""

import re

import pytest

from citations.pages.help_topics import TOPICS, help_titles, help_topic, render_markdown


def test_a_heading_can_be_linked_to() -> None:
    assert (
        render_markdown("## The query language")
        == '<h2 id="the-query-language">The query language</h2>\n'
    )


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("[c](citing.md)", '<a href="/help/citing/">c</a>'),
        ("[c](citing.md#as-a-file)", '<a href="/help/citing/#as-a-file">c</a>'),
        ("[c](https://example.org/)", '<a href="https://example.org/">c</a>'),
        ("[c](production.md) [d](citing.md)", 'c <a href="/help/citing/">d</a>'),  # not on the site
        ("[c](../README.md)", "c"),
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ("[c](javascript:alert)", "[c](javascript:alert)"),
    ],
)
def test_links_lead_to_help_pages_and_raw_html_is_shown_as_text(markdown: str, html: str) -> None:
    assert html in render_markdown(markdown)


def test_a_table_scrolls_by_itself() -> None:
    html = render_markdown("| a |\n| - |\n| b |\n")
    assert '<div class="wide" tabindex="0">\n<table>' in html
    assert html.endswith("</table>\n</div>\n")


@pytest.mark.parametrize("name", TOPICS)
def test_every_link_within_a_help_page_leads_somewhere(name: str) -> None:
    html = help_topic(name).html
    for topic, anchor in re.findall(r'href="/help/([\w-]+)/(#[\w-]+)?"', html):
        assert topic in TOPICS
        assert not anchor or f'id="{anchor[1:]}"' in help_topic(topic).html


def test_titles_are_the_first_headings() -> None:
    assert help_titles()["searching"] == "Searching"
