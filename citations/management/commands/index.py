"""Bring the search index up to date, or build it anew."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from citations.models import Quote
from citations.search import follow
from citations.search.index import IndexBusyError, IndexDamagedError


class Command(BaseCommand):
    help = "Brings the search index up to date with the database."

    def add_arguments(self, parser: CommandParser) -> None:
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--rebuild", action="store_true", help="build a new index, then swap")
        how.add_argument("--watch", action="store_true", help="go on every second until stopped")

    def handle(self, *, rebuild: bool, watch: bool, **options: Any) -> None:
        self.stdout.write(self.rebuilt() if rebuild else self.caught_up())
        while watch:
            time.sleep(1)
            self.caught_up()

    def caught_up(self) -> str:
        try:
            return f"The index is up to date: {follow.catch_up()} changes applied."
        except IndexBusyError:
            return "Another process is bringing the index up to date."
        except IndexDamagedError as error:
            self.stdout.write(f"The index is built: {error}")
            return self.rebuilt()

    def rebuilt(self) -> str:
        follow.rebuild()
        return f"The index holds {Quote.objects.count()} quotes."
