"""`manage.py extract`: the quotations of texts, without a database."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from citations.curation.jsonl_extraction import BadLineError, extract_line
from citations.documents.json_lines import read_lines


class Command(BaseCommand):
    help = "Finds the quotations in lines of JSON, and writes them as lines of JSON."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--jsonl", metavar="FILE", required=True, help=".jsonl, .jsonl.gz, or -"
        )

    def handle(self, *, jsonl: str, **options: Any) -> None:
        bad = 0
        try:
            for line, _ in read_lines(jsonl):
                try:
                    self.stdout.write(extract_line(line).decode())
                except BadLineError as problem:
                    bad += 1
                    self.stderr.write(str(problem))
        except OSError as error:
            raise CommandError(f"{jsonl} cannot be read: {error}") from error
        if bad:
            raise CommandError(f"{bad} lines were left out.")
