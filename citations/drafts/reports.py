"""Writes the reports of draft checks as JSON, CSV and lines for a terminal."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from citations.drafts.findings import DraftReport, Finding
from citations.export.tables import BYTE_ORDER_MARK, spreadsheet_cell

COLUMNS = (
    "file", "start", "end", "verdict", "flags", "quotation", "speaker printed", "speaker matches",
    "quote", "address", "source", "note",
)  # fmt: skip
LONGEST_SHOWN = 72


def report_data(report: DraftReport, site: str) -> dict[str, Any]:
    """The answer of `/check.json`. `start` and `end` count code points, without the marks."""
    return {
        "findings": [_finding_data(each, site) for each in report.findings],
        "unchecked_from": report.unchecked_from,
    }


def _finding_data(finding: Finding, site: str) -> dict[str, Any]:
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
        "source": _recorded_words(finding),
        "others": [quote.key for quote in finding.others],
        "url": _quote_address(finding, site),
        "note": finding.note,
    }


def _recorded_words(finding: Finding) -> str | None:
    return finding.source.passage.text_in(finding.source.text) if finding.source else None


def _quote_address(finding: Finding, site: str) -> str | None:
    return f"{site}{finding.quote.get_absolute_url()}" if finding.quote else None


# Reports by the name of the draft.
Reports = Iterable[tuple[str, DraftReport]]


def as_json(reports: Reports, site: str) -> str:
    drafts = [{"file": name, **report_data(report, site)} for name, report in reports]
    return json.dumps({"drafts": drafts}, ensure_ascii=False, indent=1) + "\n"


def html_context(reports: Reports, site: str) -> dict[str, Any]:
    """What the template of a page that works without the site shows."""
    drafts = [(name, report, summarize_report(report)) for name, report in reports]
    return {"drafts": drafts, "site": site}


def as_csv(reports: Reports, site: str) -> str:
    """A row for each finding, escaped so that no spreadsheet reads a cell as a formula."""
    output = StringIO(newline="")
    writer = csv.writer(output)
    writer.writerow(COLUMNS)
    for name, report in reports:
        for each in report.findings:
            writer.writerow([spreadsheet_cell(value) for value in (name, *_csv_row(each, site))])
    return BYTE_ORDER_MARK + output.getvalue()


def _csv_row(finding: Finding, site: str) -> tuple[object, ...]:
    return (
        finding.start, finding.end, finding.verdict.value, " ".join(finding.flags), finding.exact,
        finding.printed, {True: "yes", False: "no", None: ""}[finding.matches],
        finding.quote.key if finding.quote else "", _quote_address(finding, site) or "",
        _recorded_words(finding) or "", finding.note,
    )  # fmt: skip


def as_text(reports: Reports, site: str) -> str:
    blocks = (
        [*_text_lines(report, site, name), summarize_report(report)] for name, report in reports
    )
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


def _text_lines(report: DraftReport, site: str, name: str) -> Iterator[str]:
    for each in report.findings:
        line = report.text.count("\n", 0, each.start) + 1
        column = each.start - report.text.rfind("\n", 0, each.start)
        words = " ".join(each.exact.split())
        shown = words if len(words) <= LONGEST_SHOWN else f"{words[: LONGEST_SHOWN - 1]}…"
        mark = "!" if each.needs_attention else " "
        yield f"{mark} {name}:{line}:{column}: {each.name}: “{shown}”"
        if each.note:
            yield f"    {each.note}"
        if address := _quote_address(each, site):
            yield f"    {address}"


def summarize_report(report: DraftReport) -> str:
    number = len(report.findings)
    if not number:
        return _("The draft contains no quotations.")
    quotations = ngettext(
        "%(count)d quotation, %(to_check)d to check.",
        "%(count)d quotations, %(to_check)d to check.",
        number,
    ) % {"count": number, "to_check": report.attention_count}
    if report.unchecked_from is None:
        return quotations
    rest = _("Nothing was checked from character %(place)s on.") % {
        "place": f"{report.unchecked_from:,}"
    }
    return f"{quotations} {rest}"


WRITERS: dict[str, Callable[[Reports, str], str]] = {
    "text": as_text,
    "json": as_json,
    "csv": as_csv,
}
