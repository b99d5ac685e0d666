"""A report is written for programs, spreadsheets, readers and terminals."""

import csv
import json
from io import StringIO

import pytest
from django.template.loader import render_to_string

from citations.comparison.verdict import Verdict
from citations.drafts.check import check_draft
from citations.drafts.findings import DraftReport, Finding
from citations.drafts.reports import (
    COLUMNS,
    WRITERS,
    as_csv,
    as_json,
    as_text,
    html_context,
    report_data,
    summarize_report,
)
from citations.text.spans import Span
from tests.support.draft import TEXT, TWELVE

SITE = "https://quotes.example"


@pytest.fixture
def report(indexed: None) -> DraftReport:
    return check_draft(TEXT)


def unknown(number: int, unchecked_from: int | None = None) -> DraftReport:
    findings = tuple(Finding((Span(0, 4),), "word", Verdict.UNKNOWN) for _ in range(number))
    return DraftReport("word", findings, unchecked_from)


def test_json_has_each_draft_by_name(report: DraftReport) -> None:
    (draft,) = json.loads(as_json([("a.txt", report)], SITE))["drafts"]
    assert draft["file"] == "a.txt"
    assert [each["verdict"] for each in draft["findings"]] == [verdict for _, verdict, _ in TWELVE]
    assert draft == {"file": "a.txt", **report_data(report, SITE)}


def test_the_data_of_a_finding_has_the_words_the_speaker_and_the_address(
    report: DraftReport,
) -> None:
    altered = report_data(report, SITE)["findings"][5]
    assert altered["speaker"] == {"printed": "Fumio Kishida", "matches": True}
    assert altered["edits"] == [{"op": "delete", "quoted": "", "recorded": "not "}]
    assert altered["url"] == f"{SITE}/quotes/{altered['quote']}/"
    assert "has not been resolved" in altered["source"]
    assert altered["note"] == "“not” is missing."
    missing = report_data(report, SITE)["findings"][11]
    assert (missing["quote"], missing["url"], missing["source"]) == (None, None, None)


def test_csv_has_a_row_for_each_finding(report: DraftReport) -> None:
    written = as_csv([("a.txt", report)], SITE)
    assert written.startswith("\ufeff")
    rows = list(csv.DictReader(StringIO(written[1:])))
    assert tuple(rows[0]) == COLUMNS
    assert [row["verdict"] for row in rows] == [verdict for _, verdict, _ in TWELVE]
    assert [row["flags"] for row in rows] == [" ".join(flags) for _, _, flags in TWELVE]
    assert {row["speaker matches"] for row in rows} == {"yes", "no", ""}


def test_csv_escapes_formulas() -> None:
    finding = Finding((Span(0, 4),), "=1+2", Verdict.UNKNOWN, printed="+Duarte")
    row = as_csv([("=a", DraftReport("=1+2", (finding,)))], SITE).splitlines()[1]
    assert row.startswith("'=a,0,4,unknown,,'=1+2,'+Duarte")


def test_a_terminal_gets_line_and_column_and_a_summary(report: DraftReport) -> None:
    text = as_text([("a.txt", report)], SITE)
    lines = text.splitlines()
    assert lines[0].startswith("  a.txt:3:2: Word for word: “We all fear")
    assert "! a.txt:13:2: Altered: “Regrettably, the issue of the Northern" in text
    assert "    “not” is missing.\n" in text
    assert lines[-1] == "12 quotations, 9 to check."
    assert max(len(line) for line in lines if line.startswith(("!", " ")) and "…" in line) < 140


def test_a_page_by_itself_shows_names_words_and_addresses(report: DraftReport) -> None:
    context = html_context([("a.txt", report), ("", report)], SITE)
    page = render_to_string("citations/check_file.html", context)
    assert "<h1>a.txt</h1>" in page
    assert page.count("12 quotations, 9 to check.") == 2
    assert f'<a href="{SITE}/quotes/' in page


@pytest.mark.parametrize(
    ("report", "text"),
    [
        (unknown(0), "The draft contains no quotations."),
        (unknown(1), "1 quotation, 1 to check."),
        (unknown(2), "2 quotations, 2 to check."),
        (
            unknown(2, 12_345),
            "2 quotations, 2 to check. Nothing was checked from character 12,345 on.",
        ),
    ],
)
def test_the_summary_counts(report: DraftReport, text: str) -> None:
    assert summarize_report(report) == text


def test_every_format_has_a_writer() -> None:
    assert set(WRITERS) == {"text", "json", "csv"}
    for write in WRITERS.values():
        assert write([("a", unknown(1))], SITE)
