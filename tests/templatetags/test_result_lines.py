"""Lines, facet values and bars: complete, and nothing in them is taken for markup."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from django.utils.safestring import SafeString

from citations.comparison.verdict import Verdict
from citations.pages.results.facet_links import FacetValue
from citations.pages.results.result_rows import Result, ResultSource
from citations.pages.results.year_chart import YearBar
from citations.search.highlighting import HighlightFragment
from citations.templatetags import result_lines

PLAIN, HOSTILE = "plain", """"><script>'&lt;"""


class ReadHtml(HTMLParser):
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
    fragments = [HighlightFragment(text), HighlightFragment(text, marked=True)]
    return Result(text, text, fragments, *[text] * 8, source=source)


def unknown(**known: object) -> Result:
    line = Result(
        key="AAAAAAAA", url="/quotes/AAAAAAAA/", excerpt=[HighlightFragment("words")],
        language="en", direction="ltr", mode="direct", standing="", speaker="Somebody",
        speaker_url="/speakers/s/", office="", said="", source=ResultSource(),
    )  # fmt: skip
    return line._replace(**known)


LINES: dict[str, Callable[[str], str]] = {
    "item": lambda text: result_lines.result_items([result(text)]),
    "line": lambda text: result_lines.result_line(result(text)),
    "links": lambda text: result_lines.as_links([FacetValue(text, text, 1234, text, chosen=True)]),
    "boxes": lambda text: result_lines.as_boxes(
        [FacetValue(text, text, 1, text, chosen=True)], text
    ),
    "bars": lambda text: result_lines.as_bars([YearBar(text, text, 1, text, text)]),
    "rows": lambda text: result_lines.as_rows([YearBar(text, text, 1, text, text)]),
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
def test_no_text_in_a_line_is_taken_for_markup(line: Callable[[str], str]) -> None:
    plain, hostile = ReadHtml(line(PLAIN)), ReadHtml(line(HOSTILE))
    assert hostile.elements == plain.elements
    assert [text.replace(HOSTILE, PLAIN) for text in hostile.texts] == plain.texts


def test_what_is_markup_already_is_not_escaped_again() -> None:
    address = SafeString("/quotes/?a=1&amp;b=2")
    assert f'href="{address}"' in result_lines.as_links([FacetValue("v", "l", 1, address, False)])
    [line] = [result_lines.as_links([FacetValue("v", "a&b", 1, "/?a&b", False)])]
    assert 'href="/?a&amp;b"' in line
    assert "<bdi>a&amp;b</bdi>" in line


def test_a_line_says_only_what_is_known() -> None:
    read = ReadHtml(result_lines.result_line(unknown()))
    shown = [text for each in read.texts if (text := each.strip())]
    assert shown.count("Somebody") == 2  # the link to cite it names the speaker too
    assert "cite" not in {name for element in read.elements for name in element}


def test_a_list_of_one_speaker_leaves_the_name_out() -> None:
    assert "Somebody" not in result_lines.result_items([unknown()], hide_speaker=True)


def test_items_follow_each_other_in_the_order_of_the_results() -> None:
    html = result_lines.result_items([unknown(key="AAAAAAAA"), unknown(key="BBBBBBBB")])
    assert html.count("<li>") == html.count("</li>") == 2
    assert html.index("AAAAAAAA") < html.index("BBBBBBBB")
    assert "<li>" not in result_lines.result_line(unknown())
    assert result_lines.result_items([]) == ""


def test_partial_quotations_have_marks_and_hits_are_marked() -> None:
    hit = [HighlightFragment("a "), HighlightFragment("hit", marked=True)]
    assert "<q>a <mark>hit</mark></q>" in result_lines.result_line(
        unknown(excerpt=hit, mode="partial")
    )
    assert "<q>" not in result_lines.result_line(unknown(excerpt=hit))


def test_a_byline_has_office_date_and_standing() -> None:
    html = result_lines.result_line(
        unknown(office="Prime Minister", said="2022-03-22", standing="disputed")
    )
    assert "<span>Prime Minister</span>" in html
    assert '<span><time datetime="2022-03-22">22 March 2022</time></span>' in html
    assert "<strong>disputed</strong>" in html


def test_a_source_is_named_with_its_verdict_and_the_place_of_the_words() -> None:
    source = ResultSource(
        verdict="verbatim", publication="The Paper", headline="News", language="ja",
        direction="ltr", url="/articles/BBBBBBBB/", live_url="https://n.example/a", coins="c=1",
    )  # fmt: skip
    html = result_lines.result_line(unknown(source=source))
    assert ' cite="https://n.example/a"' in html
    assert '<a class="seal verbatim" href="/quotes/AAAAAAAA/#stands">' in html
    assert "<bdi>The Paper</bdi>, " in html
    assert '<a href="/articles/BBBBBBBB/#q-AAAAAAAA">News</a>' in html
    assert '<span class="Z3988" title="c=1" hidden></span>' in html
    unarchived = result_lines.result_line(unknown(source=source._replace(live_url="", verdict="")))
    assert ' cite="/articles/BBBBBBBB/"' in unarchived
    assert '<a class="seal unchecked"' in unarchived


def test_values_are_chosen_or_not_and_numbers_are_readable() -> None:
    values = [FacetValue("a", "A", 1234567, "/a", True), FacetValue("b", "B", 0, "/b", False)]
    links = result_lines.as_links(values)
    assert links.count('aria-current="true"') == 1
    assert '<span class="count">1,234,567</span>' in links
    boxes = result_lines.as_boxes(values, "topic")
    assert '<input type="checkbox" name="topic" value="a" checked>' in boxes
    assert '<input type="checkbox" name="topic" value="b">' in boxes


def test_empty_years_are_no_links_but_may_have_a_tick() -> None:
    bars = result_lines.as_bars(
        [YearBar("1990", "1990", 0, "0", ""), YearBar("1991", "", 3, "100", "/y")]
    )
    assert '<li><span class="tick" aria-hidden="true">1990</span></li>' in bars
    assert '<span class="unseen">1991: 3</span></a></li>' in bars
    [row] = [result_lines.as_rows([YearBar("1991", "", 3, "100", "/y")])]
    assert row == '<tr><th scope="row"><a href="/y">1991</a></th><td>3</td></tr>'
