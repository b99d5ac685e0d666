"""Two processes that ingest the same article at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from citations.curation.ingest import IngestOutcome, identify_text, ingest_document
from citations.documents.document import Document
from citations.models import Article

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = "Talks go on\n\n“We will not give up,” Kishida Fumio said."


def test_one_stores_it_and_the_other_skips_it() -> None:
    both = Barrier(2, timeout=30)

    def ingest(name: str) -> IngestOutcome:
        document = Document(text=TEXT, headline="Talks go on")
        try:
            known = identify_text(document)  # new for both: neither has started
            both.wait()
            return ingest_document(document, name, known=known).outcome
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as two:
        assert sorted(two.map(ingest, ["a.txt", "b.txt"])) == [
            IngestOutcome.DUPLICATE,
            IngestOutcome.NEW,
        ]
    assert Article.objects.count() == 1
