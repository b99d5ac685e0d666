"""`manage.py load`: read files of the exchange format into the database."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser, call_command
from django.db import DatabaseError

from citations.exchange.loading.load import LoadJob, StrictLoadError, load_files
from citations.exchange.loading.progress import LoadProgress
from citations.exchange.schema import json_schema
from citations.index.parallel_indexing import index_in_parallel


class Command(BaseCommand):
    help = "Loads JSON Lines: adds what is new, changes what differs, deletes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="*", default=["-"], help=".jsonl, .jsonl.gz, or -")
        parser.add_argument("--dry-run", action="store_true", help="say what would be, no more")
        parser.add_argument("--strict", action="store_true", help="all lines or none")
        parser.add_argument("--schema", action="store_true", help="print the JSON Schema of a line")

    def handle(self, *, file: list[str], schema: bool, dry_run: bool, **options: Any) -> None:
        if schema:
            self.stdout.write(json_schema())
            return
        progress = LoadProgress(self.stderr.write)
        loaded = LoadJob(progress.report, options["strict"])
        try:
            with index_in_parallel(not (dry_run or loaded.strict)):
                load_files(loaded, progress.files(file), dry_run)
        except (StrictLoadError, OSError, DatabaseError, KeyboardInterrupt) as error:
            kept = "Nothing was loaded." if loaded.strict or dry_run else "What was loaded stays."
            raise CommandError(f"{str(error) or 'Interrupted.'} {kept}") from error
        for line in loaded.summary():
            self.stdout.write(f"would be: {line}" if dry_run else line)
        if not dry_run:
            call_command("index", stdout=self.stdout)
        if loaded.refused:
            raise CommandError(f"{loaded.refused} lines were refused.")
