"""Citation styles that need no style file, for tests of what surrounds their citations."""

from citations.cite.styles.catalogue import CitationStyle

LABEL = '<label variable="locator"/>'


def make_style(name: str = "other", *, is_note: bool = False, is_numeric: bool = False,
               xml: str = LABEL) -> CitationStyle:  # fmt: skip
    return CitationStyle(name, name.title(), xml, "", is_note=is_note, is_numeric=is_numeric)


AUTHOR_STYLE = make_style()
NOTE_STYLE = make_style(is_note=True)
NUMERIC_STYLE = make_style(is_numeric=True)
