"""`manage.py index`: bring the search index up to date, or rebuild it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from citations.index.worker import (
    TEMPORARY_ERRORS,
    bring_up_to_date,
    rebuild_from_scratch,
    run_worker,
)


class Command(BaseCommand):
    help = "Brings the search index up to date with the database."

    def add_arguments(self, parser: CommandParser) -> None:
        mode = parser.add_mutually_exclusive_group()
        mode.add_argument("--rebuild", action="store_true", help="build a new index and use it")
        mode.add_argument("--watch", action="store_true", help="sync every second until stopped")

    def handle(self, *, rebuild: bool, **options: Any) -> None:
        if options["watch"]:
            run_worker(self.stderr.write)
        try:
            self.stdout.write(rebuild_from_scratch() if rebuild else bring_up_to_date())
        except TEMPORARY_ERRORS as error:
            raise CommandError(f"Cannot bring the index up to date: {error}") from error
