"""Checks a draft: finds its quotations and reports a finding for each, in their order."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from django.db import DatabaseError
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from citations.comparison.verdict import SOUND_VERDICTS, Verdict
from citations.comparison.wording_tokens import WordingTokens
from citations.curation.resolution import name_key
from citations.documents.document import UnreadableDocumentError
from citations.documents.sandbox import read_in_sandbox
from citations.drafts.attribution_check import AttributionClaim
from citations.drafts.draft_quotations import DraftQuotation, find_draft_quotations
from citations.drafts.findings import DraftReport, Finding
from citations.drafts.lookup import find_joined_quotes, find_matches
from citations.drafts.record_choice import RecordChooser, has_sound_match
from citations.extraction.quotation import Quotation
from citations.index.generations import IndexNotReadyError
from citations.models.base import time_budget
from citations.search.execution import single_refresh
from citations.text.cleaning.clean import clean
from citations.text.cleaning.clean_text import CleanText

# A longer draft, in code points, is read and checked only in part.
LONGEST_DRAFT = 200_000
MOST_QUOTATIONS = 500
# In code points; longer quotations are not checked.
LONGEST_QUOTATION = 20_000
# Of words that may be a title or a term, an altered wording is reported from this number on.
LEAST_ALTERED = 8
# Quotations looked up together.
BATCH = 20
# What follows a name: Ana Duarte, the mayor.
_APPOSITION = re.compile(r",\s+([^,.;:“”\"\n]{3,60})(?=[,.;:\n]|$)")
# Bytes of a file, and seconds for one draft.
MOST_BYTES = 5_000_000
SECONDS = 10.0
NO_INDEX = "The search index is not ready: run `manage.py index` first."
TOO_LARGE = format_lazy(
    gettext_lazy("The draft is larger than {megabytes} MB: check a part of it."),
    megabytes=MOST_BYTES // 1_000_000,
)


def read_draft(data: bytes, name: str) -> str:
    """The text of a file, read in a sandbox. Raises UnreadableDocumentError."""
    if len(data) > MOST_BYTES:
        raise UnreadableDocumentError(str(TOO_LARGE))
    return read_in_sandbox(data, name).text


def check_draft_file(name: str, published: str = "") -> DraftReport:
    """The report on a local file, or on standard input for `-`.

    Raises UnreadableDocumentError with the file's name in the message.
    """
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return check_draft(read_draft(data, name), published)
    except IndexNotReadyError as problem:
        raise UnreadableDocumentError(NO_INDEX) from problem
    except OSError as error:
        raise UnreadableDocumentError(f"{name} cannot be read: {error.strerror}.") from error
    except UnreadableDocumentError as problem:
        raise UnreadableDocumentError(f"{name}: {problem}") from problem


def check_draft_files(
    names: Iterable[str], published: str, on_problem: Callable[[str], object]
) -> list[tuple[str, DraftReport]]:
    """The reports on the readable files, by name; `on_problem` gets a message about the others."""
    reports = []
    for name in names:
        try:
            reports.append((name, check_draft_file(name, published)))
        except UnreadableDocumentError as problem:
            on_problem(str(problem))
    return reports


def check_draft(text: str, published: str = "") -> DraftReport:
    """Compare every quotation of the draft with the quotes on record.

    `published` is the draft's date in EDTF, which resolves "on Wednesday". Quotations for which
    there is no time (`citations.models.base.time_budget`) are reported as unchecked. Raises
    IndexNotReadyError.
    """
    cleaned = clean(text[:LONGEST_DRAFT])
    found = find_draft_quotations(cleaned.text, published)
    with single_refresh(), time_budget.limit_time(SECONDS):
        done, checked = _check_within_budget(cleaned.text, found[:MOST_QUOTATIONS])
    rest = found[done:]
    note = _time_note() if done < MOST_QUOTATIONS else _number_note()
    unchecked = [
        _unchecked_finding(cleaned.text, each.quotation, note) for each in rest if each.is_sure
    ]
    end = LONGEST_DRAFT if len(text) > LONGEST_DRAFT else None
    if rest:
        end = cleaned.original_span(rest[0].quotation.segments[0]).start
    return DraftReport(
        text, tuple(_in_original(each, cleaned) for each in (*checked, *unchecked)), end
    )


def _in_original(finding: Finding, cleaned: CleanText) -> Finding:
    """The finding with the spans of the draft as it was sent."""
    segments = map(cleaned.original_segments, finding.segments)
    return replace(finding, segments=tuple(chain.from_iterable(segments)))


def _check_within_budget(
    text: str, quotations: Sequence[DraftQuotation]
) -> tuple[int, list[Finding]]:
    findings: list[Finding] = []
    for start in range(0, len(quotations), BATCH):
        batch = quotations[start : start + BATCH]
        try:
            time_budget.check_time_left()
            found = list(_check_batch(text, [each.quotation for each in batch]))
        except (time_budget.TooSlowError, DatabaseError):
            if time_budget.remaining_seconds():
                raise  # it was not the time budget that interrupted the query
            return start, findings
        findings += [
            finding
            for each, finding in zip(batch, found, strict=True)
            if each.is_sure or _is_known(finding)
        ]
    return len(quotations), findings


def _is_known(finding: Finding) -> bool:
    """Whether words that may be a title or a term are a quotation from the record after all."""
    is_long = len(finding.exact.split()) >= LEAST_ALTERED
    return finding.verdict in SOUND_VERDICTS or (finding.verdict is Verdict.ALTERED and is_long)


def _check_batch(text: str, quotations: Sequence[Quotation]) -> Iterator[Finding]:
    short = [each for each in quotations if _length_of(each) <= LONGEST_QUOTATION]
    quoted = {each.segments: _words_of(text, each) for each in short}
    matches = dict(zip(quoted, find_matches(list(quoted.values())), strict=True))
    unsound = {at: words for at, words in quoted.items() if not has_sound_match(matches[at])}
    pieces = {at: find_joined_quotes(words) for at, words in unsound.items()}
    chooser = RecordChooser.for_matches(chain(*matches.values(), *pieces.values()))
    for each in quotations:
        at = each.segments
        if at not in quoted:
            yield _unchecked_finding(text, each, _length_note())
            continue
        words, claim = quoted[at], _claim_of(text, each)
        parts = pieces.get(at)
        finding = (
            chooser.joined_finding(words, claim, parts)
            if parts
            else chooser.best_finding(words, claim, matches[at])
        )
        yield replace(finding, segments=at)


def _words_of(text: str, quotation: Quotation) -> WordingTokens:
    return WordingTokens(tuple(span.text_in(text) for span in quotation.segments))


def _length_of(quotation: Quotation) -> int:
    return sum(span.end - span.start for span in quotation.segments)


def _claim_of(text: str, quotation: Quotation) -> AttributionClaim:
    printed = quotation.attribution.text_in(text) if quotation.attribution else ""
    match = _APPOSITION.match(text, quotation.attribution.end) if quotation.attribution else None
    # If the printed role does not contain the name, whom it means is a guess.
    is_named = not set(name_key(printed)).isdisjoint(name_key(quotation.speaker))
    named = quotation.speaker if is_named else ""
    return AttributionClaim(
        printed, named, _day_in_paragraph(text, quotation), match[1] if match else ""
    )


def _day_in_paragraph(text: str, quotation: Quotation) -> str:
    """The day, if the quotation's own paragraph names it."""
    if not quotation.said_from:
        return ""
    first, last = sorted((quotation.said_from.start, quotation.segments[0].start))
    return "" if "\n" in text[first:last] else quotation.said


def _unchecked_finding(text: str, quotation: Quotation, note: str) -> Finding:
    words = _words_of(text, quotation).text
    return Finding(quotation.segments, words, Verdict.UNCHECKED, note=note)


def _time_note() -> str:
    return _("There was no time left for this: check the rest of the draft separately.")


def _number_note() -> str:
    return ngettext(
        "More than %(count)d quotation comes before this: check the rest of the draft separately.",
        "More than %(count)d quotations come before this: check the rest of the draft separately.",
        MOST_QUOTATIONS,
    ) % {"count": MOST_QUOTATIONS}


def _length_note() -> str:
    return ngettext(
        "It is longer than %(length)s character: check a part of it.",
        "It is longer than %(length)s characters: check a part of it.",
        LONGEST_QUOTATION,
    ) % {"length": f"{LONGEST_QUOTATION:,}"}
