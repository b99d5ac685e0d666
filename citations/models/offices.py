"""Which office somebody surely held on some days, and what it is called. Pure."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, Protocol, TypeVar


def office_in_words(title: str, organisation: str) -> str:
    return f"{title}, {organisation}" if organisation else title


class Held(NamedTuple):
    """An office as a plain row: a page, a file or the index reads them by the thousand."""

    speaker_id: int
    title: str
    organisation: str
    start_latest: date | None
    end: str
    end_earliest: date | None

    def __str__(self) -> str:
        return office_in_words(self.title, self.organisation)


class Tenure(Protocol):
    """From when to when an office was held: a `Position`, or `Held`."""

    @property
    def start_latest(self) -> date | None: ...
    @property
    def end(self) -> str: ...
    @property
    def end_earliest(self) -> date | None: ...


Office = TypeVar("Office", bound=Tenure)


def held_through(
    offices: Iterable[Office], earliest: date | None, latest: date | None
) -> Office | None:
    """The one of these offices surely held on every day from the first to the last.

    None when there are several, and when the days are not known.
    """
    if not (earliest and latest):
        return None
    held = [office for office in offices if _covers(office, earliest, latest)]
    return held[0] if len(held) == 1 else None


def _covers(office: Tenure, earliest: date, latest: date) -> bool:
    """Whether the office was surely held on every day from `earliest` to `latest`."""
    if not office.start_latest or office.start_latest > earliest:
        return False
    return not office.end or bool(office.end_earliest and office.end_earliest >= latest)


def office_said(
    title: str | None,
    organisation: str | None,
    held: Iterable[Held],
    earliest: date | None,
    latest: date | None,
) -> str:
    """The office in which something was said on some day of these, "" for none: in words.

    As it is recorded with the quote, else the one of those `held` that is sure (`Quote.office`).
    """
    if title:
        return office_in_words(title, organisation or "")
    return str(held_through(held, earliest, latest) or "")
