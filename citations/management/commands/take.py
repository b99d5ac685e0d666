"""`manage.py take`: ingest articles from files and web addresses, and find their quotations."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from citations.curation.bulk_ingest import IngestOptions, ingest_all, list_sources
from citations.curation.near_duplicates import store_missing_fingerprints
from citations.models import Publication


class Command(BaseCommand):
    help = "Ingests articles: stores their texts and proposes their quotations for review."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", nargs="+", help="files, folders, web addresses")
        parser.add_argument("--publication", default="", help="slug of their publication")
        parser.add_argument("--published", default="", help="their date, as EDTF")
        parser.add_argument("--language", default="", help="their BCP 47 language tag")
        parser.add_argument("--charset", default="", help="their encoding, if not UTF-8")

    def handle(self, *, source: list[str], publication: str, **options: Any) -> None:
        publisher = Publication.objects.filter(slug=publication).first()
        if publication and not publisher:
            raise CommandError(f"There is no publication “{publication}”: add it first.")
        given = {name: options[name] for name in ("published", "language", "charset")}
        ingest_options = IngestOptions(publisher, **given)
        store_missing_fingerprints()
        names = list_sources(source)
        reports = ingest_all(names, ingest_options)
        refused = 0
        # None: no bar without a terminal.
        for report in tqdm(reports, total=len(names), unit="file", disable=None):
            refused += report.result is None
            self.stdout.write(str(report))
        total = len(names)
        self.stdout.write(f"Stored: {total - refused} of {total} files.")
        if refused:
            raise CommandError(f"Refused: {refused} of {total} files.")
