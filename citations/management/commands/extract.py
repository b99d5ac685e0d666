"""`manage.py extract`: find the quotations of texts, without a database."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from citations.curation.jsonl_extraction import BadLineError, extract_line
from citations.documents.json_lines import read_lines


class Command(BaseCommand):
    help = "Reads texts as JSON Lines, and writes their quotations as JSON Lines."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--jsonl", metavar="FILE", required=True, help=".jsonl, .jsonl.gz, or -"
        )

    def handle(self, *, jsonl: str, **options: Any) -> None:
        bad = 0
        try:
            for line, _bytes in read_lines(jsonl):
                try:
                    self.stdout.write(extract_line(line).decode())
                except BadLineError as problem:
                    bad += 1
                    self.stderr.write(str(problem))
        except OSError as error:
            raise CommandError(f"Cannot read {jsonl}: {error}") from error
        if bad:
            raise CommandError(f"Skipped lines: {bad}.")
