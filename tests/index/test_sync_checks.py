"""How often a page checks whether the index is up to date."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


@pytest.mark.usefixtures("seed")
@pytest.mark.django_db(transaction=True)
def test_a_page_checks_once_whether_the_index_is_up_to_date(client: Client) -> None:
    client.get("/quotes/?q=treaty")  # builds the index
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/quotes/?q=teraty+lang:en").context["found"].total == 0
    asked = [query for query in queries.captured_queries if "citations_change" in query["sql"]]
    assert 1 <= len(asked) <= 2  # twice while the sync position has to wait
