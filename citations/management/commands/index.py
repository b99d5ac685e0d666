"""Bring the search index up to date, or build it anew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from citations.index.worker import OBSTACLES, brought_up_to_date, rebuilt, watch


class Command(BaseCommand):
    help = "Brings the search index up to date with the database."

    def add_arguments(self, parser: CommandParser) -> None:
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--rebuild", action="store_true", help="build a new index, then swap")
        how.add_argument("--watch", action="store_true", help="go on every second until stopped")

    def handle(self, *, rebuild: bool, **options: Any) -> None:
        if options["watch"]:
            watch(self.stderr.write)
        try:
            self.stdout.write(rebuilt() if rebuild else brought_up_to_date())
        except OBSTACLES as error:
            raise CommandError(f"The index cannot be brought up to date: {error}") from error
