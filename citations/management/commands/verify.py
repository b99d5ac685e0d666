"""`manage.py verify`: compare every quote with its sources."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from citations.curation.verification import changed_since, drift_in_words, fallen, moment, verify
from citations.models import Appearance, Verdict


class Command(BaseCommand):
    help = "Compares every appearance with its snapshot and appends the verdicts."

    def add_arguments(self, parser: CommandParser) -> None:
        told = "only what was changed since then, or never checked: 2026-11-01, 2026-11-01T12:00"
        parser.add_argument("--since", metavar="TIME", help=told)

    def handle(self, *, since: str | None, **options: Any) -> None:
        try:
            chosen = Appearance.objects.all() if since is None else changed_since(moment(since))
        except ValueError as error:
            raise CommandError(str(error)) from error
        counts = verify(chosen, lambda *drift: self.stdout.write(drift_in_words(*drift)))
        if options["verbosity"]:
            unchecked = Appearance.objects.filter(snapshot=None).count()
            for verdict in Verdict:
                self.stdout.write(f"{verdict.label}: {counts[verdict]}")
            self.stdout.write(f"Without an archived text: {unchecked}")
        self.name_the_fallen()

    def name_the_fallen(self) -> None:
        for one in fallen().iterator():
            where = f"Quote {one.quote.key} in article {one.article.key}"
            self.stderr.write(f"{where}: {one.get_verdict_display()}.")
        if fallen().exists():
            raise CommandError("These published quotes do not stand in their sources.")
