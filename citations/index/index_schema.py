"""The fields of the index: one document for each quote, whatever its state."""

from tantivy import Schema, SchemaBuilder

from citations.index.facet_columns import COLUMNS, OVERFLOW_FIELD, SHARED_COLUMN

# Raise it with any change below: an index of another version is rebuilt.
VERSION = 8

# Facets: the name in addresses is the name of the field.
FACETS = ("speaker", "position", "publication", "topic", "lang", "mode", "standing", "verdict")
# Words as written, for phrases, prefixes and fields.
EXACT_FIELDS = (
    "text",
    "names",
    "office",
    "event",
    "place",
    "source",
    "headline",
    "topics",
    "context",
)
# Stemmed words: the quotation, the details that count less, and the text printed around it.
STEMMED_FIELDS = ("text_stems", "about_stems", "context_stems")
NUMBER_FIELDS = (
    "said_earliest",
    "said_latest",
    "published",
    "published_year",
    "newest",
    "oldest",
    "changed",
)

NOT_CHECKED = "unchecked"
# An extra state of all quotes that readers never see: one state is excluded faster than two.
UNPUBLISHED = "unpublished"


def build_schema() -> Schema:
    """The schema of the index.

    Days are proleptic ordinals (1 is 0001-01-01), years are years; `changed` counts seconds of
    the Unix epoch; `newest` and `oldest` combine a day with the quote's id (`documents`).
    """
    builder = SchemaBuilder()
    # Not an unsigned field: deleting by term silently finds nothing in those.
    builder.add_integer_field("id", indexed=True, fast=True)
    for name in EXACT_FIELDS:
        builder.add_text_field(name, tokenizer_name="plain")
    for name in STEMMED_FIELDS:
        builder.add_text_field(name, tokenizer_name="stemmed")
    counted = {column for columns in COLUMNS.values() for column in columns}
    for name in (*FACETS, "state", OVERFLOW_FIELD, SHARED_COLUMN):
        is_fast = name in counted
        builder.add_text_field(name, tokenizer_name="raw", fast=is_fast, index_option="basic")
    for name in NUMBER_FIELDS:
        builder.add_integer_field(name, indexed=True, fast=True)
    for name in sorted(counted - {*FACETS, SHARED_COLUMN}):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    return builder.build()


SCHEMA = build_schema()
