"""Two who take the same article at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from citations.curation.ingest import IngestOutcome, identify_text, ingest_document
from citations.documents.document import Document
from citations.models import Article

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = "Talks go on\n\n“We will not give up,” Kishida Fumio said."


def test_one_keeps_it_and_the_other_finds_it_kept() -> None:
    both = Barrier(2, timeout=30)

    def take_it(name: str) -> IngestOutcome:
        reading = Document(text=TEXT, headline="Talks go on")
        try:
            known = identify_text(reading)  # nothing is: neither has begun
            both.wait()
            return ingest_document(reading, name, known=known).outcome
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as two:
        assert sorted(two.map(take_it, ["a.txt", "b.txt"])) == [
            IngestOutcome.DUPLICATE,
            IngestOutcome.NEW,
        ]
    assert Article.objects.count() == 1
