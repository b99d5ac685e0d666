"""Every quote fills the columns by which facets are counted, and what goes beyond is not lost."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from citations.index.facet_columns import COLUMNS, OF_A_KIND, Fields, Value, filled

NOTHING: dict[str, list[Value]] = {facet: [] for facet in COLUMNS}
NOTHING |= {facet: [f"no {facet}"] for facet in OF_A_KIND}


@pytest.mark.parametrize(
    ("topics", "turn", "fields"),
    [
        ([], 5, {"topic_1": 0, "topic_2": 0, "topic_3": 0}),
        ([7], 5, {"topic_1": 7, "topic_2": 0, "topic_3": 0}),
        ([7, 8], 0, {"topic_1": 7, "topic_2": 8, "topic_3": 0}),
        ([7, 8], 1, {"topic_1": 8, "topic_2": 7, "topic_3": 0}),  # by turns in each place
        ([7, 8, 9, 10], 0, {"topic_1": 7, "topic_2": 8, "topic_3": 9, "topic_beyond": [10]}),
        ([7, 8, 9, 10], 6, {"topic_1": 9, "topic_2": 10, "topic_3": 7, "topic_beyond": [8]}),
    ],
)
def test_values_are_kept_in_places(topics: list[int], turn: int, fields: Fields) -> None:
    assert COLUMNS["topic"].filled(topics, turn) == fields


def test_a_quote_says_which_facets_go_beyond_their_places() -> None:
    fields = filled({**NOTHING, "topic": [1, 2, 3, 4], "first_year": [1990]}, turn=0)
    assert fields["beyond"] == ["topic"]
    assert (fields["position"], fields["speaker_number"]) == ("", 0)


def test_facets_of_few_values_share_a_column() -> None:
    kind = filled({**NOTHING, "mode": ["direct"], "lang": ["en"]}, turn=0)["kind"]
    assert isinstance(kind, str)
    assert [COLUMNS[facet].value(kind) for facet in ("lang", "mode")] == ["en", "direct"]
    assert COLUMNS["verdict"].value(kind) == "no verdict"


@pytest.mark.usefixtures("seed")
@pytest.mark.django_db(transaction=True)
def test_a_page_looks_once_whether_the_index_is_in_step(client: Client) -> None:
    client.get("/quotes/?q=treaty")  # builds the index
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/quotes/?q=teraty+lang:en").context["found"].total == 0
    asked = [query for query in queries.captured_queries if "citations_change" in query["sql"]]
    assert 1 <= len(asked) <= 2  # a second time while the log's mark has to wait
