"""Dates, names, numbers and verdicts as pages write them."""

import pytest
from django.utils import translation

from citations.comparison.verdict import COMPARISON_VERDICTS
from citations.models import SpeakerName
from citations.templatetags import typography
from citations.text.spans import Span

DATES = [
    ("2022-03-22", '<time datetime="2022-03-22">22 March 2022</time>'),
    ("2022-03", '<time datetime="2022-03">March 2022</time>'),
    ("2022", '<time datetime="2022">2022</time>'),
    ("2022-21", "spring 2022"),  # a season is no ISO date
    ("2022~", "about 2022"),
]


@pytest.mark.parametrize(("edtf", "html"), DATES)
def test_programs_can_read_dates_that_are_iso_dates(edtf: str, html: str) -> None:
    assert typography.date_element(edtf) == html
    with translation.override("en"):
        assert typography.date_element(edtf) == html


TEXT = "“We will not give up,” he said & left."


@pytest.mark.parametrize(
    ("span", "around", "html"),
    [
        (Span(1, 8), ("", ""), "“<mark>We will</mark> not give up,” he said &amp; left."),
        (Span(0, len(TEXT)), ("", ""), "<mark>“We will not give up,” he said &amp; left.</mark>"),
        (
            Span(0, 3),
            ("<b> ", ""),
            "…&lt;b&gt; <mark>“We</mark> will not give up,” he said &amp; left.…",
        ),
    ],
)
def test_a_passage_is_marked_in_its_text(span: Span, around: tuple[str, str], html: str) -> None:
    assert typography.marked_passage(TEXT, span, *around) == html


def test_a_passage_has_160_code_points_on_each_side() -> None:
    html = typography.marked_passage("x" * 500, Span(200, 210))
    assert html == f"…{'x' * 160}<mark>{'x' * 10}</mark>{'x' * 160}…"


def test_a_passage_that_is_cut_begins_and_ends_with_whole_words() -> None:
    text = f"{'before ' * 30}it {'after ' * 40}"
    html = typography.marked_passage(text, Span(210, 212))
    assert html.startswith("…before before")
    assert html.endswith("after after…")
    html = typography.marked_passage("a treaty", Span(2, 8), "fter the war, ", " with Jap")
    assert html == "…the war, a <mark>treaty</mark> with…"


@pytest.mark.parametrize("verdict", ["", *COMPARISON_VERDICTS])
def test_a_seal_has_a_sign_and_a_word(verdict: str) -> None:
    html = typography.seal(verdict)
    assert html.startswith(f'<span class="seal {verdict or "unchecked"}">')
    assert "<svg" in html
    assert {"": "Not checked", "verbatim": "Verbatim"}.get(verdict, "\n") in html
    assert typography.meaning(verdict).endswith(".")


def test_a_seal_can_lead_to_the_check() -> None:
    html = typography.seal("absent", '/a?b"c')
    assert html.startswith('<a class="seal absent" href="/a?b&quot;c">')
    assert html.rstrip().endswith("</a>")


def test_every_verdict_has_a_meaning_and_a_sign_of_its_own() -> None:
    assert len({typography.meaning(verdict) for verdict in ["", *COMPARISON_VERDICTS]}) == 6
    assert len({typography.seal(verdict) for verdict in ["", *COMPARISON_VERDICTS]}) == 6


NAMES = [
    ("Kishida Fumio", "Kishida", '<span class="family">Kishida</span> Fumio'),
    ("Fumio Kishida", "Kishida", 'Fumio <span class="family">Kishida</span>'),
    ("Plato", "", "Plato"),
    ("Kishida", "Abe", "Kishida"),
    ("Conan O'Brien", "O'Brien", 'Conan <span class="family">O&#x27;Brien</span>'),
]


@pytest.mark.parametrize(("name", "family", "html"), NAMES)
def test_the_family_name_is_an_element(name: str, family: str, html: str) -> None:
    assert typography.name_with_family(SpeakerName(name=name, family=family)) == html


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("News", "News."),
        ("News.", "News."),
        ("“News?”", "“News?”"),
        ("ニュース。", "ニュース。"),
        ("“News”", "“News”."),
        ("", "."),
    ],
)
def test_a_title_ends_with_one_full_stop(text: str, ended: str) -> None:
    assert typography.with_full_stop(text) == ended


def test_numbers_have_separators_and_plurals() -> None:
    assert typography.thousands(1234567) == "1,234,567"
    assert typography.thousands(0) == "0"
    assert typography.quotation_count(1) == "1 quotation"
    assert typography.quotation_count(1000) == "1,000 quotations"
    assert typography.times(3, 40) == 120
