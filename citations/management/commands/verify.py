"""`manage.py verify`: compare every quote with its sources."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from citations.models import Appearance, Verdict
from citations.verify import FALLEN, verify


class Command(BaseCommand):
    help = "Compares every appearance with its snapshot and appends the verdicts."

    def handle(self, *_: Any, **options: Any) -> None:
        counts = verify(Appearance.objects.all())
        if options["verbosity"]:
            unchecked = Appearance.objects.filter(snapshot=None).count()
            for verdict in Verdict:
                self.stdout.write(f"{verdict.label}: {counts[verdict]}")
            self.stdout.write(f"Without an archived text: {unchecked}")
        self.name_the_fallen()

    def name_the_fallen(self) -> None:
        published = Appearance.objects.published().select_related("quote", "article")
        fallen = published.filter(verdict__in=FALLEN).order_by("pk")
        for one in fallen.iterator():
            where = f"Quote {one.quote.key} in article {one.article.key}"
            self.stderr.write(f"{where}: {one.get_verdict_display()}.")
        if fallen.exists():
            raise CommandError("These published quotes do not stand in their sources.")
