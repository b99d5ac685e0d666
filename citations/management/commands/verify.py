"""`manage.py verify`: compare the quotes with their sources."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from citations.comparison.verdict import COMPARISON_VERDICTS
from citations.curation import verification
from citations.models import Appearance
from citations.models.base.verdicts import verdict_label


class Command(BaseCommand):
    help = "Compares every appearance with its snapshot and stores the verdicts."

    def add_arguments(self, parser: CommandParser) -> None:
        since = "only those changed since then or never checked, like 2026-11-01T12:00"
        parser.add_argument("--since", metavar="TIME", help=since)

    def handle(self, *, since: str | None, **options: Any) -> None:
        try:
            start = since is not None and verification.parse_moment(since)
        except ValueError as error:
            raise CommandError(str(error)) from error
        changed = verification.appearances_changed_since
        chosen = changed(start) if start else Appearance.objects.all()
        counts = verification.verify_appearances(chosen, self.report_drift)
        if options["verbosity"]:
            for verdict in COMPARISON_VERDICTS:
                self.stdout.write(f"{verdict_label(verdict)}: {counts[verdict]}")
            number = Appearance.objects.filter(snapshot=None).count()
            self.stdout.write(f"Without an archived text: {number}")
        for one in (failing := list(verification.failing_appearances())):
            where = f"Quote {one.quote.key} in article {one.article.key}"
            self.stderr.write(f"{where}: {one.get_verdict_display()}.")
        if failing:
            raise CommandError("Some published quotes are not in their sources.")

    def report_drift(self, *drift: Any) -> None:
        self.stdout.write(verification.describe_drift(*drift))
