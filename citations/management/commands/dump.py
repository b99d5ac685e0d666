"""`manage.py dump`: write the whole record in the exchange format."""

import sys
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from citations.exchange.dump import dump, dump_to_file


class Command(BaseCommand):
    help = "Writes the whole record as JSON Lines, which `load` can read."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", help=".jsonl, .jsonl.gz, or - (standard output)")

    def handle(self, *, file: str | None, **options: Any) -> None:
        try:
            if file and file != "-":
                dump_to_file(file)
            else:
                dump(sys.stdout.buffer)
        except (OSError, DatabaseError) as error:
            raise CommandError(f"The dump is incomplete: {error}") from error
