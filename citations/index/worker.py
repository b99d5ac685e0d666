"""Brings the index up to date outside of requests: once, or every second until stopped."""

import time
from collections.abc import Callable
from typing import NoReturn

from django.db import DatabaseError, connection

from citations.index import sync
from citations.index.generations import IndexBusyError, IndexDamagedError
from citations.models import Quote

# Errors that may pass, such as a full disk or a database that is restarting.
TEMPORARY_ERRORS = (OSError, IndexDamagedError, DatabaseError)
PAUSE_SECONDS = 1.0


def bring_up_to_date() -> str:
    """Bring the index up to date and say what was done. Raises `TEMPORARY_ERRORS`."""
    try:
        applied = sync.sync_index()
    except IndexBusyError:
        return "Another process is bringing the index up to date."
    except IndexDamagedError as error:
        return f"{error} {rebuild_from_scratch()}"
    changes = "1 change" if applied == 1 else f"{applied} changes"
    return f"The index is up to date: {changes} applied."


def rebuild_from_scratch() -> str:
    sync.rebuild_index()
    number = Quote.objects.count()
    return f"The index was rebuilt: {'1 quote' if number == 1 else f'{number} quotes'}."


def run_worker(report: Callable[[str], object]) -> NoReturn:
    while True:
        try:
            bring_up_to_date()
        except TEMPORARY_ERRORS as error:
            report(f"Cannot bring the index up to date: {error}")
            connection.close_if_unusable_or_obsolete()
        time.sleep(PAUSE_SECONDS)
