"""Bring the search index up to date, or build it anew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from citations.models import Quote
from citations.search import follow
from citations.search.index import IndexDamagedError


class Command(BaseCommand):
    help = "Brings the search index up to date with the database."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--rebuild", action="store_true", help="build a new index beside the old one, then swap"
        )

    def handle(self, *, rebuild: bool, **options: Any) -> None:
        self.stdout.write(self.rebuilt() if rebuild else self.caught_up())

    def caught_up(self) -> str:
        try:
            return f"The index is up to date: {follow.catch_up()} changes applied."
        except IndexDamagedError as error:
            self.stdout.write(f"The index is built: {error}")
            return self.rebuilt()

    def rebuilt(self) -> str:
        follow.rebuild()
        return f"The index holds {Quote.objects.published().count()} published quotes."
