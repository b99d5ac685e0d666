"""Bring the search index up to date, or build it anew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from citations.index.worker import TEMPORARY_ERRORS, bring_up_to_date, rebuild_from_scratch, run_worker


class Command(BaseCommand):
    help = "Brings the search index up to date with the database."

    def add_arguments(self, parser: CommandParser) -> None:
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--rebuild", action="store_true", help="build a new index, then swap")
        how.add_argument("--watch", action="store_true", help="go on every second until stopped")

    def handle(self, *, rebuild: bool, **options: Any) -> None:
        if options["watch"]:
            run_worker(self.stderr.write)
        try:
            self.stdout.write(rebuild_from_scratch() if rebuild else bring_up_to_date())
        except TEMPORARY_ERRORS as error:
            raise CommandError(f"The index cannot be brought up to date: {error}") from error
