"""`manage.py take`: articles from files and addresses, with what is quoted in them."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from citations.curation.bulk_ingest import IngestOptions, ingest_all, list_sources
from citations.curation.near_duplicates import store_missing_fingerprints
from citations.models import Publication


class Command(BaseCommand):
    help = "Takes articles: keeps their texts and proposes what is quoted in them, for review."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", nargs="+", help="files, folders, addresses of the web")
        parser.add_argument("--publication", default="", help="the slug of who published them")
        parser.add_argument("--published", default="", help="their date in EDTF")
        parser.add_argument("--language", default="", help="their BCP 47 language tag")
        parser.add_argument("--charset", default="", help="what they are in, when not UTF-8")

    def handle(self, *, source: list[str], publication: str, **options: Any) -> None:
        of = Publication.objects.filter(slug=publication).first()
        if publication and not of:
            raise CommandError(f"There is no publication “{publication}”: add it first.")
        told = ("published", "language", "charset")
        wishes = IngestOptions(of, **{name: options[name] for name in told})
        store_missing_fingerprints()
        names = list_sources(source)
        refused = 0
        # None: no bar where there is no terminal.
        for report in tqdm(ingest_all(names, wishes), total=len(names), unit="file", disable=None):
            refused += report.result is None
            self.stdout.write(str(report))
        self.stdout.write(f"{len(names) - refused} of {len(names)} files are held.")
        if refused:
            raise CommandError(f"{refused} of {len(names)} files were refused.")
