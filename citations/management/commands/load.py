"""`manage.py load`: load files of the exchange format into the database."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser, call_command
from django.db import DatabaseError

from citations.exchange.loading.load import LoadJob, StrictLoadError, load_files
from citations.exchange.loading.progress import LoadProgress
from citations.exchange.schema import json_schema
from citations.index.parallel_indexing import index_in_parallel


class Command(BaseCommand):
    help = "Loads JSON Lines: adds new records, updates changed ones, and deletes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="*", default=["-"], help=".jsonl, .jsonl.gz, or -")
        parser.add_argument("--dry-run", action="store_true", help="report, but change nothing")
        parser.add_argument("--strict", action="store_true", help="load all lines or none")
        parser.add_argument("--schema", action="store_true", help="print the JSON Schema of a line")

    def handle(self, *, file: list[str], schema: bool, dry_run: bool, **options: Any) -> None:
        if schema:
            self.stdout.write(json_schema())
            return
        progress = LoadProgress(self.stderr.write)
        loaded = LoadJob(progress.report, strict := options["strict"])
        try:
            with index_in_parallel(not (dry_run or strict)):
                load_files(loaded, progress.files(file), dry_run)
        except (StrictLoadError, OSError, DatabaseError, KeyboardInterrupt) as error:
            kept = "Nothing was loaded." if strict or dry_run else "Finished batches stay loaded."
            raise CommandError(f"{str(error) or 'Interrupted.'} {kept}") from error
        for line in loaded.summary():
            self.stdout.write(f"dry run: {line}" if dry_run else line)
        if not dry_run:
            call_command("index", stdout=self.stdout)
        if loaded.refused:
            raise CommandError(f"Refused lines: {loaded.refused}.")
