"""`manage.py check FILE...`: check drafts; without a file, Django's own check."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, CommandParser
from django.core.management.commands import check

from citations.documents.document import UnreadableDocumentError
from citations.drafts.check import check_draft_file
from citations.drafts.reports import WRITERS
from citations.edtf.parsing import parse_edtf


class Command(check.Command):
    help = "Checks the quotations of drafts word for word; without files, the project itself."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--format", choices=WRITERS, default="text")
        parser.add_argument("--published", type=parse_edtf, help="date of the drafts, as EDTF")

    def handle(self, *app_labels: Any, **options: Any) -> None:
        labels = {config.label for config in apps.get_app_configs()}
        if not app_labels or labels.issuperset(app_labels):
            super().handle(*app_labels, **options)
            return
        reports, day = [], options.get("published")
        for name in app_labels:
            try:
                reports.append((name, check_draft_file(name, day.text if day else "")))
            except UnreadableDocumentError as problem:
                self.stderr.write(str(problem))
        self.stdout.write(WRITERS[options["format"]](reports, settings.SITE_ADDRESS), ending="")
        if number := sum(report.attention_count for _, report in reports):
            raise CommandError(f"Quotations to check: {number}.")
        if unread := len(app_labels) - len(reports):
            raise CommandError(f"Unreadable files: {unread}.", returncode=2)
