"""Lines that are made without the template engine: nothing in them is taken for markup."""

from html.parser import HTMLParser
from typing import Any

import pytest
from django.utils.safestring import SafeString

from citations.comparison.verdict import Verdict
from citations.pages.results.facet_links import FacetValue
from citations.pages.results.result_rows import Result, ResultSource
from citations.pages.results.year_chart import YearBar
from citations.search.highlighting import HighlightFragment
from citations.templatetags import result_lines
from citations.templatetags.typography import escaped

PLAIN, HOSTILE = "plain", """"><script>'&lt;"""


class Read(HTMLParser):
    """The elements with the names of their attributes, and every value and text as understood."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, ...]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, *(name for name, _ in attrs)))
        self.texts += [value or "" for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def result(text: str) -> Result:
    source = ResultSource(Verdict.VERBATIM, *[text] * 7)
    pieces = [HighlightFragment(text), HighlightFragment(text, marked=True)]
    return Result(text, text, pieces, *[text] * 8, source=source)


LINES: dict[str, Any] = {
    "result": lambda text: result_lines.result_line(result(text)),
    "links": lambda text: result_lines.as_links([FacetValue(text, text, 1234, text, chosen=True)]),
    "boxes": lambda text: result_lines.as_boxes(
        [FacetValue(text, text, 1, text, chosen=True)], text
    ),
    "bars": lambda text: result_lines.as_bars([YearBar(text, text, 1, text, text)]),
    "rows": lambda text: result_lines.as_rows([YearBar(text, text, 1, text, text)]),
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
def test_no_text_in_a_line_is_taken_for_markup(line: Any) -> None:
    plain, hostile = Read(line(PLAIN)), Read(line(HOSTILE))
    assert hostile.elements == plain.elements
    assert [text.replace(HOSTILE, PLAIN) for text in hostile.texts] == plain.texts


def test_what_is_markup_already_is_not_escaped_again() -> None:
    assert escaped(SafeString("/quotes/?a=1&b=2")) == "/quotes/?a=1&b=2"
    assert escaped("a&b") == "a&amp;b"


def test_a_line_says_only_what_is_known() -> None:
    unknown = Result(
        key="AAAAAAAA", url="/quotes/AAAAAAAA/", excerpt=[HighlightFragment("words")], language="en",
        direction="ltr", mode="direct", standing="", speaker="Somebody", speaker_url="/speakers/s/",
        office="", said="", source=ResultSource(),
    )  # fmt: skip
    read = Read(result_lines.result_line(unknown))
    assert [text for each in read.texts if (text := each.strip())].count(
        "Somebody"
    ) == 2  # “Cite” says whom
    assert "cite" not in {name for element in read.elements for name in element}
    assert "Somebody" not in result_lines.result_line(unknown, hide_speaker=True)
