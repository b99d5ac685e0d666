"""Nothing that is visible on a whole page is left out."""

import pytest

from citations.documents.detection import read_document
from citations.documents.web_page import read_web_page

PAGES = [
    ("<p>“We go,” he said.</p>", "“We go,” he said."),
    ("<h1>A</h1><ul><li>b<li>c</ul><table><tr><td>d<td>e</table>", "A\n\nb\n\nc\n\nd\n\ne"),
    ("<p>He wrote:</p><blockquote><p>We go.</p></blockquote>on", "He wrote:\n\n    We go.\n\non"),
    ("<p>He said <q>we <em>go</em></q>.</p><!-- no --><footer>f</footer>", "He said “we go”.\n\nf"),
    ("<head><title>T</title></head><p>a<br>b<script>no</script>c</p><style>no</style>", "a bc"),
]


@pytest.mark.parametrize(("page", "text"), PAGES)
def test_all_visible_text_is_read(page: str, text: str) -> None:
    html = f"<html><body>{page}"
    assert read_document(html.encode(), "a.html", whole=True).text == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>a<noscript>b<p>c</noscript><p>d", "a\n\nd"),
        ("<blockquote>a<blockquote>b</blockquote>c</blockquote>d", "    a\n\n    b\n\n    c\n\nd"),
        ("<p>a<br>b&#0;c</p>", "a b�c"),
        ("<p>one <span>word</span>s</p>", "one words"),
    ],
)
def test_only_blocks_end_a_paragraph(page: str, text: str) -> None:
    assert read_web_page(f"<html><body>{page}").text == text


def test_the_title_or_the_first_line_is_the_headline() -> None:
    assert read_web_page("<title> A \n title</title><p>words").headline == "A title"
    assert read_web_page("<p>first</p><p>second").headline == "first"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (
            '<p>the prospects<sup><a href="#n4">4</a></sup> for talks</p>',
            "the prospects[4] for talks",
        ),
        ("<p>10<sup>2</sup> metres</p>", "102 metres"),
        ('<p>so<sup><a href="#top">back to the top</a></sup></p>', "soback to the top"),
    ],
)
def test_the_number_of_a_note_is_set_apart_from_the_words(page: str, text: str) -> None:
    assert read_web_page(page).text == text
