"""A draft, read for its quotations and checked: a finding for each of them, in its order."""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from django.db import DatabaseError

from citations.comparison.wording_tokens import Words
from citations.curation.resolution import key_of
from citations.documents.detection import UnreadableError
from citations.documents.sandbox import read_apart
from citations.drafts.attribution_check import Claim
from citations.drafts.draft_quotations import Quoted, quotations_of
from citations.drafts.findings import SOUND, Finding, Report, Verdict
from citations.drafts.lookup import joined, matches_of
from citations.drafts.record_choice import Judge, is_sound
from citations.extraction.quotations import Quotation
from citations.index.generations import IndexNotReadyError
from citations.models.base import time_budget
from citations.search.execution import one_look

# Code points that are read of a draft, and quotations that are checked in it.
LONGEST_DRAFT = 200_000
MOST_QUOTATIONS = 500
# Code points: what is longer is no quotation to be checked word by word.
LONGEST_QUOTATION = 20_000
# Words of what is said by nobody in the draft, from which on an altered wording is told.
LEAST_ALTERED = 8
# Quotations that are looked up together.
BATCH = 20
# What a name is followed by: Ana Duarte, the mayor.
_BESIDE = re.compile(r",\s+([^,.;:“”\"\n]{3,60})(?=[,.;:\n]|$)")
# Of a file, in bytes; and seconds that one draft is checked.
MOST_BYTES = 5_000_000
SECONDS = 10.0
NO_INDEX = "The search index is not ready: run `manage.py index` first."
TOO_LARGE = f"It is larger than {MOST_BYTES // 1_000_000} MB: check a part of it."
TOO_LONG = "It is longer than {:,} characters: check a part of it."
NO_TIME = "The time for one draft was over: check the rest by itself."
TOO_MANY = "More than {} quotations stand before it: check the rest by itself."


def read_draft(data: bytes, name: str) -> str:
    """The text of a file, read in a process of its own. Raises UnreadableError."""
    if len(data) > MOST_BYTES:
        raise UnreadableError(TOO_LARGE)
    return read_apart(data, name).text


def check_file(name: str, published: str = "") -> Report:
    """The report of a file of this machine, or of standard input for `-`.

    Raises UnreadableError, which names it.
    """
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return check(read_draft(data, name), published)
    except IndexNotReadyError as problem:
        raise UnreadableError(NO_INDEX) from problem
    except OSError as error:
        raise UnreadableError(f"{name} cannot be read: {error.strerror}.") from error
    except UnreadableError as problem:
        raise UnreadableError(f"{name}: {problem}") from problem


def check(text: str, published: str = "") -> Report:
    """Every quotation of the draft beside the quotes on record.

    `published` is the EDTF date of the draft, from which "on Wednesday" is counted. What there is
    no time for (`citations.models.base.time_budget`) is told as unchecked. Raises `IndexNotReadyError`.
    """
    found = quotations_of(text[:LONGEST_DRAFT], published)
    with one_look(), time_budget.within(SECONDS):
        done, checked = _in_time(text, found[:MOST_QUOTATIONS])
    rest = found[done:]
    why = NO_TIME if done < MOST_QUOTATIONS else TOO_MANY.format(MOST_QUOTATIONS)
    end = LONGEST_DRAFT if len(text) > LONGEST_DRAFT else None
    return Report(
        text,
        (*checked, *(_unchecked(text, each.quotation, why) for each in rest if each.is_sure)),
        rest[0].quotation.segments[0].start if rest else end,
    )


def _in_time(text: str, quotations: Sequence[Quoted]) -> tuple[int, list[Finding]]:
    """How many of them there is time for, and what is found of those."""
    findings: list[Finding] = []
    for start in range(0, len(quotations), BATCH):
        some = quotations[start : start + BATCH]
        try:
            time_budget.check()
            found = list(_checked(text, [each.quotation for each in some]))
        except (time_budget.TooSlowError, DatabaseError):
            if time_budget.remaining():
                raise  # it was not the clock that cut a query
            return start, findings
        findings += [
            finding
            for each, finding in zip(some, found, strict=True)
            if each.is_sure or _is_known(finding)
        ]
    return len(quotations), findings


def _is_known(finding: Finding) -> bool:
    """Whether what may be a title or a term is quoted after all."""
    is_long = len(finding.exact.split()) >= LEAST_ALTERED
    return finding.verdict in SOUND or (finding.verdict is Verdict.ALTERED and is_long)


def _checked(text: str, quotations: Sequence[Quotation]) -> Iterator[Finding]:
    """The findings of some quotations, which ask the index and the database together."""
    short = [each for each in quotations if _length(each) <= LONGEST_QUOTATION]
    quoted = {each.segments: _words(text, each) for each in short}
    matches = dict(zip(quoted, matches_of(list(quoted.values())), strict=True))
    unsound = {at: words for at, words in quoted.items() if not is_sound(matches[at])}
    pieces = {at: joined(words) for at, words in unsound.items()}
    judge = Judge.of(chain(*matches.values(), *pieces.values()))
    for each in quotations:
        at = each.segments
        if at not in quoted:
            yield _unchecked(text, each, TOO_LONG.format(LONGEST_QUOTATION))
            continue
        words, claim = quoted[at], _claim(text, each)
        parts = pieces.get(at)
        finding = (
            judge.joined(words, claim, parts) if parts else judge.finding(words, claim, matches[at])
        )
        yield replace(finding, segments=at)


def _words(text: str, quotation: Quotation) -> Words:
    return Words(tuple(span.of(text) for span in quotation.segments))


def _length(quotation: Quotation) -> int:
    return sum(span.end - span.start for span in quotation.segments)


def _claim(text: str, quotation: Quotation) -> Claim:
    printed = quotation.attribution.of(text) if quotation.attribution else ""
    beside = _BESIDE.match(text, quotation.attribution.end) if quotation.attribution else None
    # Who is meant by a role that the name is no part of, is a guess.
    is_named = not set(key_of(printed)).isdisjoint(key_of(quotation.speaker))
    named = quotation.speaker if is_named else ""
    return Claim(printed, named, _said(text, quotation), beside[1] if beside else "")


def _said(text: str, quotation: Quotation) -> str:
    """The day, where the paragraph itself names it."""
    if not quotation.said_from:
        return ""
    first, last = sorted((quotation.said_from.start, quotation.segments[0].start))
    return "" if "\n" in text[first:last] else quotation.said


def _unchecked(text: str, quotation: Quotation, why: str) -> Finding:
    words = _words(text, quotation).text
    return Finding(quotation.segments, words, Verdict.UNCHECKED, note=why)
