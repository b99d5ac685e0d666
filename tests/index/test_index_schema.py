"""The fields of the index."""

import pytest
from tantivy import Query

from citations.index.facet_columns import COLUMNS
from citations.index.index_schema import EXACT_FIELDS, FACETS, NUMBER_FIELDS, SCHEMA, STEMMED_FIELDS


@pytest.mark.parametrize("field", [*FACETS, *EXACT_FIELDS, *STEMMED_FIELDS, "state"])
def test_text_can_be_looked_up_in_every_text_field(field: str) -> None:
    assert Query.term_query(SCHEMA, field, "word")


@pytest.mark.parametrize("field", [*NUMBER_FIELDS, "id"])
def test_numbers_can_be_looked_up_in_every_number_field(field: str) -> None:
    assert Query.term_query(SCHEMA, field, 1)


def test_every_facet_has_a_column_to_count() -> None:
    assert set(FACETS) <= COLUMNS.keys()
    for columns in COLUMNS.values():
        for column in columns:
            is_number = isinstance(columns.empty, int)
            assert Query.term_query(SCHEMA, column, 1 if is_number else "word")


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValueError, match="not defined"):
        Query.term_query(SCHEMA, "unknown", "word")
