"""Which office a speaker surely held on given days, and what to call it. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple, Protocol, TypeVar


def office_in_words(title: str, organisation: str) -> str:
    return f"{title}, {organisation}" if organisation else title


class OfficeRow(NamedTuple):
    """An office as a plain row: pages, files and the index read thousands of them."""

    speaker_id: int
    title: str
    organisation: str
    start_latest: date | None
    end: str
    end_earliest: date | None

    def __str__(self) -> str:
        return office_in_words(self.title, self.organisation)


def offices_by_speaker(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[OfficeRow]]:
    """Rows with the fields of `OfficeRow`, by the speakers' ids."""
    offices: dict[int, list[OfficeRow]] = defaultdict(list)
    for values in rows:
        offices[values[0]].append(OfficeRow(*values))
    return offices


class Tenure(Protocol):
    """From when to when somebody held an office: a `Position`, or an `OfficeRow`."""

    @property
    def start_latest(self) -> date | None: ...
    @property
    def end(self) -> str: ...
    @property
    def end_earliest(self) -> date | None: ...


Office = TypeVar("Office", bound=Tenure)
Recorded = TypeVar("Recorded")


def sure_office(
    offices: Iterable[Office], earliest: date | None, latest: date | None
) -> Office | None:
    """The one of these offices surely held on every day from the first to the last.

    None when there are several, or when a day is unknown.
    """
    if not (earliest and latest):
        return None
    certain = [office for office in offices if _covers(office, earliest, latest)]
    return certain[0] if len(certain) == 1 else None


def office_when_said(
    recorded: Recorded | None, offices: Iterable[Office], earliest: date | None, latest: date | None
) -> Recorded | Office | None:
    """The office in which a quote was said: the recorded one, else the one surely held then.

    The rule for pages, downloads, citations and the index. `offices` are all the speaker's
    offices, the days are the quote's occasion.
    """
    return recorded or sure_office(offices, earliest, latest)


def _covers(office: Tenure, earliest: date, latest: date) -> bool:
    if not office.start_latest or office.start_latest > earliest:
        return False
    return not office.end or bool(office.end_earliest and office.end_earliest >= latest)
