"""A checked draft: its findings, numbered, and its paragraphs with the quotations marked."""

from dataclasses import dataclass
from typing import Any

from citations.drafts.findings import DraftReport, Finding
from citations.drafts.reports import summarize_report
from citations.pages.marked_text import TextMark, mark_paragraphs


@dataclass(frozen=True)
class NumberedFinding:
    """A finding with its number on the page, from 1."""

    number: int
    finding: Finding


def report_context(report: DraftReport) -> dict[str, Any]:
    numbered = [NumberedFinding(number, each) for number, each in enumerate(report.findings, 1)]
    marks = [TextMark(each, each.finding.segments) for each in numbered]
    return {
        "report": report,
        "summary": summarize_report(report),
        "numbered": numbered,
        "paragraphs": mark_paragraphs(report.text, marks),
    }
