"""The index columns in which facet values are counted.

The engine counts a column in which every quote has exactly one value three to ten times faster
than one with gaps or several values. So each facet has columns that every quote fills: one, or,
where a quote can have several values, one for each of the first few. Further values overflow
into one multi-valued column, queried only for quotes that have any. Facets with few values share
one column, because one is counted faster than four.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Value = str | int
Fields = dict[str, Value | list[Value]]

# The field that names the facets of which a quote has more values than full columns.
OVERFLOW_FIELD = "beyond"
# The column shared by the facets of which a quote always has exactly one of few values.
SHARED_COLUMN = "kind"
SHARED_FACETS = ("lang", "mode", "standing", "verdict")
SEPARATOR = "\n"
# The years in which a date begins and ends (`histogram`).
YEAR_COLUMNS = ("first_year", "last_year")
# Stands for a year in these where a date has no beginning or no end; later than every real year.
OPEN_YEAR = 10_000


@dataclass(frozen=True)
class FacetColumns:
    """The columns of one facet: the `full` ones that every quote fills, and the overflow.

    `empty` fills a full column that has no value. Records are counted by their ids: looking up a
    name takes as long as counting a quote. `part` is the facet's place in the shared column.
    `needs_all`: every value is needed, not only the most frequent ones.
    """

    full: tuple[str, ...]
    overflow: str = ""
    empty: Value = ""
    part: int | None = None
    needs_all: bool = False

    def __iter__(self) -> Iterator[str]:
        return iter((*self.full, *([self.overflow] if self.overflow else [])))

    def facet_value(self, stored: Value) -> Value:
        return stored if self.part is None else str(stored).split(SEPARATOR)[self.part]

    def column_values(self, values: Sequence[Value], rotation: int) -> Fields:
        """The columns for the values of one quote, which must be distinct.

        The values are rotated by so many places, so that none is more frequent in one column
        than in the others.
        """
        start, places = rotation % max(len(values), 1), len(self.full)
        rotated = [*values[start:], *values[:start]]
        padded = [*rotated[:places], *[self.empty] * (places - len(rotated))]
        fields: Fields = dict(zip(self.full, padded, strict=True))
        return fields | ({self.overflow: rotated[places:]} if rotated[places:] else {})


def _numbered_columns(facet: str, places: int) -> FacetColumns:
    full = tuple(f"{facet}_{place}" for place in range(1, places + 1))
    return FacetColumns(full, f"{facet}_beyond", empty=0)


# The columns of each facet and year, with enough places that few quotes overflow.
COLUMNS: Mapping[str, FacetColumns] = {
    "speaker": FacetColumns(("speaker_number",), empty=0),
    "position": FacetColumns(("position",)),
    "publication": _numbered_columns("publication", 3),
    "topic": _numbered_columns("topic", 3),
    **{year: FacetColumns((year,), empty=0, needs_all=True) for year in YEAR_COLUMNS},
    **{
        facet: FacetColumns((SHARED_COLUMN,), part=place, needs_all=True)
        for place, facet in enumerate(SHARED_FACETS)
    },
}


def fill_columns(values: Mapping[str, Sequence[Value]], rotation: int) -> Fields:
    fields: Fields = {SHARED_COLUMN: SEPARATOR.join(str(values[f][0]) for f in SHARED_FACETS)}
    for facet in COLUMNS.keys() - set(SHARED_FACETS):
        fields |= COLUMNS[facet].column_values(values[facet], rotation)
    fields[OVERFLOW_FIELD] = [
        facet for facet, columns in COLUMNS.items() if fields.get(columns.overflow)
    ]
    return fields
