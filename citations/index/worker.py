"""Bringing the index up to date from beside: once, or for as long as the process runs."""

import time
from collections.abc import Callable
from typing import NoReturn

from django.db import DatabaseError, connection

from citations.index import sync
from citations.index.generations import IndexBusyError, IndexDamagedError
from citations.models import Quote

# What may be in the way for a while, such as a full disk or a database that starts anew.
OBSTACLES = (OSError, IndexDamagedError, DatabaseError)
PAUSE = 1.0


def brought_up_to_date() -> str:
    """Bring the index up to date; what was done. Raises `OBSTACLES`."""
    try:
        return f"The index is up to date: {sync.catch_up()} changes applied."
    except IndexBusyError:
        return "Another process is bringing the index up to date."
    except IndexDamagedError as error:
        return f"The index is built: {error} {rebuilt()}"


def rebuilt() -> str:
    """Build the index anew; what it holds. Raises `OBSTACLES`."""
    sync.rebuild()
    return f"The index holds {Quote.objects.count()} quotes."


def watch(report: Callable[[str], object]) -> NoReturn:
    """Bring the index up to date every second; what is in the way is reported, and tried again."""
    while True:
        try:
            brought_up_to_date()
        except OBSTACLES as error:
            report(f"The index cannot be brought up to date: {error}")
            connection.close_if_unusable_or_obsolete()
        time.sleep(PAUSE)
