"""Every quote fills the columns in which facets are counted, and further values are not lost."""

import pytest

from citations.index.facet_columns import COLUMNS, SHARED_FACETS, Fields, Value, fill_columns

NO_VALUES: dict[str, list[Value]] = {facet: [] for facet in COLUMNS}
NO_VALUES |= {facet: [f"no {facet}"] for facet in SHARED_FACETS}


@pytest.mark.parametrize(
    ("topics", "rotation", "fields"),
    [
        ([], 5, {"topic_1": 0, "topic_2": 0, "topic_3": 0}),
        ([7], 5, {"topic_1": 7, "topic_2": 0, "topic_3": 0}),
        ([7, 8], 0, {"topic_1": 7, "topic_2": 8, "topic_3": 0}),
        ([7, 8], 1, {"topic_1": 8, "topic_2": 7, "topic_3": 0}),  # rotated
        ([7, 8, 9, 10], 0, {"topic_1": 7, "topic_2": 8, "topic_3": 9, "topic_beyond": [10]}),
        ([7, 8, 9, 10], 6, {"topic_1": 9, "topic_2": 10, "topic_3": 7, "topic_beyond": [8]}),
    ],
)
def test_values_fill_the_columns_and_the_rest_overflows(
    topics: list[int], rotation: int, fields: Fields
) -> None:
    assert COLUMNS["topic"].column_values(topics, rotation) == fields


def test_a_quote_names_its_overflowing_facets() -> None:
    fields = fill_columns({**NO_VALUES, "topic": [1, 2, 3, 4], "first_year": [1990]}, rotation=0)
    assert fields["beyond"] == ["topic"]
    assert (fields["position"], fields["speaker_number"]) == ("", 0)


def test_facets_with_few_values_share_a_column() -> None:
    kind = fill_columns({**NO_VALUES, "mode": ["direct"], "lang": ["en"]}, rotation=0)["kind"]
    assert isinstance(kind, str)
    assert [COLUMNS[facet].facet_value(kind) for facet in ("lang", "mode")] == ["en", "direct"]
    assert COLUMNS["verdict"].facet_value(kind) == "no verdict"
