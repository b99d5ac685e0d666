"""`manage.py verify`: compare every quote with its sources."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from citations.comparison.verdict import COMPARISON_VERDICTS
from citations.curation.verification import appearances_changed_since, describe_drift, failing_appearances, parse_moment, verify_appearances
from citations.models import Appearance
from citations.models.verdicts import verdict_label


class Command(BaseCommand):
    help = "Compares every appearance with its snapshot and appends the verdicts."

    def add_arguments(self, parser: CommandParser) -> None:
        told = "only what was changed since then, or never checked: 2026-11-01, 2026-11-01T12:00"
        parser.add_argument("--since", metavar="TIME", help=told)

    def handle(self, *, since: str | None, **options: Any) -> None:
        try:
            chosen = Appearance.objects.all() if since is None else appearances_changed_since(parse_moment(since))
        except ValueError as error:
            raise CommandError(str(error)) from error
        counts = verify_appearances(chosen, lambda *drift: self.stdout.write(describe_drift(*drift)))
        if options["verbosity"]:
            unchecked = Appearance.objects.filter(snapshot=None).count()
            for verdict in COMPARISON_VERDICTS:
                self.stdout.write(f"{verdict_label(verdict)}: {counts[verdict]}")
            self.stdout.write(f"Without an archived text: {unchecked}")
        self.name_the_fallen()

    def name_the_fallen(self) -> None:
        for one in failing_appearances().iterator():
            where = f"Quote {one.quote.key} in article {one.article.key}"
            self.stderr.write(f"{where}: {one.get_verdict_display()}.")
        if failing_appearances().exists():
            raise CommandError("These published quotes do not stand in their sources.")
