"""A report to take along: for programs as JSON, as a table, and as lines for a terminal."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from typing import Any

from django.template.loader import render_to_string

from citations.drafts.findings import Finding, Report
from citations.export.tables import BYTE_ORDER_MARK, cell

COLUMNS = (
    "file", "start", "end", "verdict", "flags", "quotation", "speaker printed", "speaker matches",
    "quote", "address", "source", "note",
)  # fmt: skip
LONGEST_SHOWN = 72


def as_data(report: Report, site: str) -> dict[str, Any]:
    """What `/check.json` answers. Places are code points of the text, marks outside."""
    return {
        "findings": [_finding(each, site) for each in report.findings],
        "unchecked_from": report.unchecked_from,
    }


def _finding(finding: Finding, site: str) -> dict[str, Any]:
    return {
        "start": finding.start,
        "end": finding.end,
        "segments": [list(span) for span in finding.segments],
        "exact": finding.exact,
        "verdict": finding.verdict.value,
        "flags": [flag.value for flag in finding.flags],
        "quote": finding.quote.key if finding.quote else None,
        "speaker": {"printed": finding.printed, "matches": finding.matches},
        "edits": [
            {"op": each.op, "quoted": each.quoted, "recorded": each.recorded}
            for each in finding.edits
            if each.op != "equal"
        ],
        "source": _source(finding),
        "others": [quote.key for quote in finding.others],
        "url": _address(finding, site),
        "note": finding.note,
    }


def _source(finding: Finding) -> str | None:
    """The words on record that were quoted."""
    return finding.source.passage.of(finding.source.text) if finding.source else None


def _address(finding: Finding, site: str) -> str | None:
    return f"{site}{finding.quote.get_absolute_url()}" if finding.quote else None


# The named drafts' reports.
Reports = Iterable[tuple[str, Report]]


def as_json(reports: Reports, site: str) -> str:
    """The named drafts' reports, each as `as_data` has it."""
    drafts = [{"file": name, **as_data(report, site)} for name, report in reports]
    return json.dumps({"drafts": drafts}, ensure_ascii=False, indent=1) + "\n"


def as_html(reports: Reports, site: str) -> str:
    """A page by itself, to be read and printed anywhere."""
    drafts = [(name, report, summary(report)) for name, report in reports]
    return render_to_string("citations/check_file.html", {"drafts": drafts, "site": site})


def as_csv(reports: Reports, site: str) -> str:
    """One row for each finding of the named drafts; no cell is read as a formula."""
    written = StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for name, report in reports:
        for each in report.findings:
            writer.writerow([cell(value) for value in (name, *_row(each, site))])
    return BYTE_ORDER_MARK + written.getvalue()


def _row(finding: Finding, site: str) -> tuple[object, ...]:
    return (
        finding.start, finding.end, finding.verdict.value, " ".join(finding.flags), finding.exact,
        finding.printed, {True: "yes", False: "no", None: ""}[finding.matches],
        finding.quote.key if finding.quote else "", _address(finding, site) or "",
        _source(finding) or "", finding.note,
    )  # fmt: skip


def as_text(reports: Reports, site: str) -> str:
    """A line for each finding, by the line and column where it stands, and how many to look at."""
    told = ([*_lines(report, site, name), summary(report)] for name, report in reports)
    return "\n\n".join("\n".join(lines) for lines in told) + "\n"


def _lines(report: Report, site: str, name: str) -> Iterator[str]:
    for each in report.findings:
        line = report.text.count("\n", 0, each.start) + 1
        column = each.start - report.text.rfind("\n", 0, each.start)
        words = " ".join(each.exact.split())
        shown = words if len(words) <= LONGEST_SHOWN else f"{words[: LONGEST_SHOWN - 1]}…"
        mark = "!" if each.needs_eye else " "
        yield f"{mark} {name}:{line}:{column}: {each.name}: “{shown}”"
        if each.note:
            yield f"    {each.note}"
        if address := _address(each, site):
            yield f"    {address}"


def summary(report: Report) -> str:
    """How many there are, and how many to look at."""
    number = len(report.findings)
    if not number:
        return "There is no quotation in it."
    told = f"{number} quotation{'' if number == 1 else 's'}, {report.needs_eye} to look at."
    if report.unchecked_from is not None:
        told += f" From character {report.unchecked_from:,} on, nothing was checked."
    return told


WRITERS: dict[str, Callable[[Reports, str], str]] = {
    "text": as_text,
    "json": as_json,
    "csv": as_csv,
    "html": as_html,
}
