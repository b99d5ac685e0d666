"""Where the values of a facet are kept to be counted.

The engine counts a column in which every quote has one value three to ten times sooner than one
with gaps or with several values. So each facet has columns that every quote fills: one, or where a
quote can have several values one for each of the first few. What goes beyond stands in a column of
its own, which is asked of those quotes alone that fill it. And facets of few values share one
column, because one is counted sooner than four.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Value = str | int
Fields = dict[str, Value | list[Value]]

# The field that names the facets of which a quote has more values than full columns.
BEYOND = "beyond"
# The column of the facets of which a quote always has one of few values, and what parts them there.
KIND = "kind"
OF_A_KIND = ("lang", "mode", "standing", "verdict")
SEPARATOR = "\n"
# The years in which a date begins and ends (`years`).
YEARS = ("first_year", "last_year")


@dataclass(frozen=True)
class Columns:
    """The columns of one facet: those that every quote fills, and the one for what goes beyond.

    `nothing` stands in a full column for no value. Records are counted by their numbers: a name
    takes as long to be looked up as a quote to be counted. `part` is the facet's place in what is
    shared with other facets. Values that are to be added up `come_all`.
    """

    full: tuple[str, ...]
    beyond: str = ""
    nothing: Value = ""
    part: int | None = None
    come_all: bool = False

    def __iter__(self) -> Iterator[str]:
        return iter((*self.full, *([self.beyond] if self.beyond else [])))

    def value(self, kept: Value) -> Value:
        """The facet's own value in what a column keeps."""
        return kept if self.part is None else str(kept).split(SEPARATOR)[self.part]

    def filled(self, values: Sequence[Value], turn: int) -> Fields:
        """The columns with the values of one quote, each of which it has once.

        They are turned so many places on, so that none stands more often in one of the columns.
        """
        start, places = turn % max(len(values), 1), len(self.full)
        turned = [*values[start:], *values[:start]]
        padded = [*turned[:places], *[self.nothing] * (places - len(turned))]
        fields: Fields = dict(zip(self.full, padded, strict=True))
        return fields | ({self.beyond: turned[places:]} if turned[places:] else {})


def _numbers(facet: str, places: int) -> Columns:
    full = tuple(f"{facet}_{place}" for place in range(1, places + 1))
    return Columns(full, f"{facet}_beyond", nothing=0)


# Facets and the years by their columns; so many places that few quotes go beyond.
COLUMNS: Mapping[str, Columns] = {
    "speaker": Columns(("speaker_number",), nothing=0),
    "position": Columns(("position",)),
    "publication": _numbers("publication", 3),
    "topic": _numbers("topic", 3),
    **{year: Columns((year,), nothing=0, come_all=True) for year in YEARS},
    **{facet: Columns((KIND,), part=n, come_all=True) for n, facet in enumerate(OF_A_KIND)},
}


def filled(values: Mapping[str, Sequence[Value]], turn: int) -> Fields:
    """All columns with one quote's values, which are given by facet."""
    fields: Fields = {KIND: SEPARATOR.join(str(values[facet][0]) for facet in OF_A_KIND)}
    for facet in COLUMNS.keys() - set(OF_A_KIND):
        fields |= COLUMNS[facet].filled(values[facet], turn)
    fields[BEYOND] = [facet for facet, columns in COLUMNS.items() if fields.get(columns.beyond)]
    return fields
