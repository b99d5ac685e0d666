"""Citations are those that citeproc-js makes, to the byte, whatever we do to be quick."""

import json
from pathlib import Path

import pytest

from citations.cite.csl import SOURCE_KINDS, CslName, CslSource, csl_date, csl_item, csl_name
from citations.cite.styles.catalogue import (
    COMMON_STYLES,
    CitationStyle,
    UnknownStyleError,
    style_paths,
    load_style,
)
from citations.cite.styles.citation_markup import citation_as_text
from citations.cite.styles.citeproc import (
    CannotCiteError,
    Citeproc,
    CiteprocOutput,
    shared_citeproc,
)
from citations.cite.styles.style_pruning import prune_style
from citations.models import ArticleKind
from tests.golden.cite.sources import SOURCES

GOLDEN = json.loads((Path(__file__).parents[2] / "golden" / "cite" / "citations.json").read_text())


# As HTML citeproc-js ends this entry with a bracket that it leaves out as text.
ODD = ("sist02", "years")


def listed(
    name: str, *sources: CslSource, locale: str = "en-US", by: Citeproc | None = None
) -> CiteprocOutput:
    items = [csl_item(source) for source in sources]
    cites = [{"id": one.id, "locator": "3", "label": "paragraph"} for one in sources]
    return (by or shared_citeproc()).listing(load_style(name), locale, items, cites)


@pytest.mark.parametrize("name", COMMON_STYLES)
def test_every_source_comes_out_as_in_citeproc_js(name: str) -> None:
    assert len(SOURCES) >= 40
    for source in SOURCES:
        made, expected = listed(name, source), GOLDEN[name][source.id]
        [entry], [cited] = made.entries, made.citations
        assert cited == expected["html"]["citation"], source
        assert citation_as_text(cited) == expected["text"]["citation"], source
        if expected["html"]["entry"]:  # there is none in a style without a list
            assert entry == expected["html"]["entry"], source
            if (name, source.id) != ODD:
                assert citation_as_text(entry) == expected["text"]["entry"].strip(), source
        else:
            assert entry, source


def test_a_list_is_sorted_and_told_apart_as_the_style_says() -> None:
    same = [source for source in SOURCES if source.id.startswith("same-author")]
    made = listed("apa", *reversed(same))
    assert "(2019a, June 2)" in made.entries[0]
    assert "(2019b, June 3)" in made.entries[1]
    assert ["2019b" in made.citations[0], "2019a" in made.citations[1]] == [True, True]


def test_a_locale_changes_the_words_of_the_style() -> None:
    assert "Februar" in listed("apa", SOURCES[0], locale="de-DE").entries[0]


def test_there_are_more_than_ten_thousand_styles() -> None:
    assert len(style_paths()) > 10_000
    assert set(COMMON_STYLES) <= style_paths().keys()
    assert load_style("nature-digest").xml == load_style("nature").xml
    with pytest.raises(UnknownStyleError, match="There is no citation style “apa7”") as unknown:
        load_style("apa7")
    assert "apa" in unknown.value.near


def test_the_least_used_style_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("citations.cite.styles.citeproc.MAX_ENGINES", 2)
    own, item = Citeproc(), csl_item(SOURCES[0])
    for name in ("ieee", "sist02", "ieee", "apa"):
        own.listing(load_style(name), "en-US", [item], [])
    assert [name.split()[0] for name in own.engines] == ["ieee", "apa"]


CHOICE = """<style xmlns="http://purl.org/net/xbiblio/csl"><macro name="case"/><macro name="doi"/>
<layout><choose>{}</choose></layout></style>"""
# What a choice is, and what is left of it for the items that we have.
BRANCHES = [
    ('<if type="patent"/><else-if type="book"/>', '<if type="book" />'),
    ('<if type="patent book"/><else/>', '<if type="patent book" /><else />'),
    ('<if type="patent"/><else/>', '<if type="patent" match="none" />'),
    ('<if type="book" variable="DOI"/><else-if type="book"/>', '<if type="book" />'),
    ('<if match="any" variable="DOI URL"/>', '<if match="any" variable="DOI URL" />'),
    ('<if match="none" variable="DOI"/>', '<if match="none" variable="DOI" />'),
    ('<if is-numeric="edition"/><else-if position="ibid"/>', '<if position="ibid" />'),
    (
        '<if variable="DOI"><text macro="doi"/></if><else><text macro="case"/></else>',
        '<if type="patent" match="none"><text macro="case" /></if>',
    ),
]


@pytest.mark.parametrize(("branches", "left"), BRANCHES)
def test_a_style_is_left_what_an_item_of_ours_can_meet(branches: str, left: str) -> None:
    made = prune_style(CHOICE.format(branches))
    assert f"<choose>{left}</choose>" in made
    assert ('name="case"' in made, "doi" in made) == ("case" in left, False)


def test_a_choice_that_nothing_of_ours_can_meet_is_left_out() -> None:
    assert "<layout />" in prune_style(CHOICE.format('<if type="patent"/>'))


@pytest.mark.parametrize("name", ["din-1505-2", "nature", "oscola"])
def test_a_narrowed_style_says_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = listed(name, *SOURCES)
    monkeypatch.setattr("citations.cite.styles.catalogue.narrowed", lambda xml: xml)
    assert listed(name, *SOURCES, by=Citeproc()) == quick


def test_items_are_of_the_kinds_that_articles_have() -> None:
    assert set(ArticleKind.values) == SOURCE_KINDS


BROKEN = [
    "<style",
    "",
    "<html>no style</html>",
]


@pytest.mark.parametrize("xml", BROKEN)
def test_a_style_that_fails_takes_nothing_else_down(xml: str) -> None:
    own, item = Citeproc(), csl_item(SOURCES[0])
    with pytest.raises(CannotCiteError):
        own.listing(
            CitationStyle("broken", "Broken", xml, "", is_note=False, is_numeric=False),
            "en-US",
            [item],
            [],
        )
    assert own.listing(load_style("ieee"), "en-US", [item], []).entries


# The engine answers the call that was given up when nobody listens any more.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_call_that_takes_too_long_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("citations.cite.styles.citeproc.TIMEOUT_SECONDS", 0.001)
    with pytest.raises(CannotCiteError):
        Citeproc().listing(load_style("apa"), "en-US", [csl_item(SOURCES[0])], [])


DATES = [
    ("", {}),
    ("2024-02-08", {"date-parts": [[2024, 2, 8]]}),
    ("2022-03", {"date-parts": [[2022, 3]]}),
    ("[2022-03-22..2022-12-31]", {"date-parts": [[2022]]}),  # one day of that year
    ("[1940,1941]", {"date-parts": [[1940], [1941]], "circa": True}),
    ("199X", {"date-parts": [[1990], [1999]], "circa": True}),
    ("2022-03/2022-09", {"date-parts": [[2022, 3], [2022, 9]]}),
    ("2022-03-21/..", {"date-parts": [[2022, 3, 21]]}),
    ("../2022-03-21", {}),
    ("2024-02-08/2024-03", {"date-parts": [[2024, 2], [2024, 3]]}),
    ("2023-12/2024", {"date-parts": [[2023], [2024]]}),
    ("1984~", {"date-parts": [[1984]], "circa": True}),
    ("1957?", {"date-parts": [[1957]], "circa": True}),
    ("2001-21", {"date-parts": [[2001]], "season": 1}),
    ("2001-32", {"date-parts": [[2001]], "season": 4}),
    ("2001-33", {"date-parts": [[2001]]}),  # a quarter is no season
    ("2004-XX", {"date-parts": [[2004]]}),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_a_date_is_given_as_far_as_it_is_known(text: str, expected: dict[str, object]) -> None:
    assert csl_date(text) == expected


def test_a_name_is_never_taken_apart_by_guessing() -> None:
    assert csl_name(CslName("Kishida Fumio")) == {"literal": "Kishida Fumio"}
    assert csl_name(CslName("Kishida Fumio", "Kishida", "Fumio"))["family"] == "Kishida"


def test_an_item_always_names_its_language() -> None:
    assert csl_item(CslSource("a", "webpage", "T", ""))["language"] == "und"
