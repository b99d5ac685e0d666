"""`manage.py check FILE...`: check drafts; without a file, Django's own check."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, CommandParser
from django.core.management.commands import check
from django.template.loader import render_to_string

from citations.drafts.check import check_draft_files
from citations.drafts.reports import WRITERS, Reports, html_context
from citations.edtf.parsing import parse_edtf


def write_html(reports: Reports, site: str) -> str:
    return render_to_string("citations/check_file.html", html_context(reports, site))


class Command(check.Command):
    help = "Checks the quotations of drafts word for word; without files, the project itself."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--format", choices=[*WRITERS, "html"], default="text")
        parser.add_argument("--published", type=parse_edtf, help="date of the drafts, as EDTF")

    def handle(self, *app_labels: Any, **options: Any) -> None:
        if not set(app_labels) - {config.label for config in apps.get_app_configs()}:
            super().handle(*app_labels, **options)
            return
        day = options.get("published")
        reports = check_draft_files(app_labels, day.text if day else "", self.stderr.write)
        write = WRITERS.get(options["format"], write_html)
        self.stdout.write(write(reports, settings.SITE_ADDRESS), ending="")
        if number := sum(report.attention_count for _, report in reports):
            raise CommandError(f"Quotations to check: {number}.")
        if unread := len(app_labels) - len(reports):
            raise CommandError(f"Unreadable files: {unread}.", returncode=2)
