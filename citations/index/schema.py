"""What the index holds: one document for each quote, whatever its state."""

from tantivy import Schema, SchemaBuilder

from citations.index.facet_columns import BEYOND, COLUMNS, KIND

# Raise it with any change below: an index of another version is built anew.
VERSION = 8

# Facets: the name in addresses is the name of the field.
FACETS = ("speaker", "position", "publication", "topic", "lang", "mode", "standing", "verdict")
# Words as they stand, for phrases, prefixes and fields.
EXACT = ("text", "names", "office", "event", "place", "source", "headline", "topics", "context")
# Stemmed words: the quotation, what counts less, and the passage around.
STEMMED = ("text_stems", "about_stems", "context_stems")
NUMBERS = (
    "said_earliest",
    "said_latest",
    "published",
    "published_year",
    "newest",
    "oldest",
    "changed",
)

NOT_CHECKED = "unchecked"
# A state beside their own of the quotes that readers never find: one is sooner excluded than two.
UNPUBLISHED = "unpublished"


def build_schema() -> Schema:
    """The index's fields.

    Days are proleptic ordinals (1 is 0001-01-01), years are years; `changed` counts seconds of
    the Unix epoch; `newest` and `oldest` are days with the quote's number beside (`documents`).
    """
    builder = SchemaBuilder()
    # Not an unsigned field: deleting by term silently finds nothing in those.
    builder.add_integer_field("id", indexed=True, fast=True)
    for name in EXACT:
        builder.add_text_field(name, tokenizer_name="plain")
    for name in STEMMED:
        builder.add_text_field(name, tokenizer_name="stemmed")
    counted = {column: columns.nothing for columns in COLUMNS.values() for column in columns}
    for name in (*FACETS, "state", BEYOND, KIND):
        is_fast = name in counted
        builder.add_text_field(name, tokenizer_name="raw", fast=is_fast, index_option="basic")
    for name in NUMBERS:
        builder.add_integer_field(name, indexed=True, fast=True)
    for name in sorted(counted.keys() - {*FACETS, KIND}):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    return builder.build()


SCHEMA = build_schema()
