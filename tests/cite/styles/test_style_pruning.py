"""A pruned style prints our items as the whole style does."""

import pytest

from citations.cite.csl import csl_item
from citations.cite.styles.catalogue import load_style
from citations.cite.styles.citeproc import Citeproc, CiteprocOutput
from citations.cite.styles.style_pruning import prune_style
from tests.golden.cite.sources import SOURCES

CHOICE = """<style xmlns="http://purl.org/net/xbiblio/csl"><macro name="case"/><macro name="doi"/>
<layout><choose>{}</choose></layout></style>"""
# A choice, and what of it our items can take.
BRANCHES = [
    ('<if type="patent"/><else-if type="book"/>', '<if type="book" />'),
    ('<if type="patent book"/><else/>', '<if type="patent book" /><else />'),
    ('<if type="patent"/><else/>', '<if type="patent" match="none" />'),
    ('<if type="book" variable="DOI"/><else-if type="book"/>', '<if type="book" />'),
    ('<if match="any" variable="DOI URL"/>', '<if match="any" variable="DOI URL" />'),
    ('<if match="none" variable="DOI"/>', '<if match="none" variable="DOI" />'),
    (
        '<if type="patent book" match="any"/><else-if type="patent" match="any"/>',
        '<if type="patent book" match="any" />',
    ),
    ('<if type="patent" match="none"/>', '<if type="patent" match="none" />'),
    ('<if match="any" variable="DOI ISBN"/><else-if variable="URL"/>', '<if variable="URL" />'),
    ('<if variable="URL DOI"/><else-if variable="URL title"/>', '<if variable="URL title" />'),
    (
        '<if is-uncertain-date="original-date"/><else-if disambiguate="true"/>',
        '<if disambiguate="true" />',
    ),
    (
        '<if locator="page" variable="DOI" match="any"/>',
        '<if locator="page" variable="DOI" match="any" />',
    ),
    ('<if type="book"/><else-if type="patent"/><else/>', '<if type="book" /><else />'),
    ('<if is-numeric="edition"/><else-if position="ibid"/>', '<if position="ibid" />'),
    (
        '<if variable="DOI"><text macro="doi"/></if><else><text macro="case"/></else>',
        '<if type="patent" match="none"><text macro="case" /></if>',
    ),
]


@pytest.mark.parametrize(("branches", "left"), BRANCHES)
def test_a_choice_keeps_the_branches_that_our_items_can_take(branches: str, left: str) -> None:
    pruned = prune_style(CHOICE.format(branches))
    assert f"<choose>{left}</choose>" in pruned
    assert ('name="case"' in pruned, "doi" in pruned) == ("case" in left, False)


def test_a_choice_without_any_such_branch_is_removed() -> None:
    assert "<layout />" in prune_style(CHOICE.format('<if type="patent"/>'))


def test_macros_that_only_pruned_macros_use_are_removed() -> None:
    xml = (
        '<style xmlns="http://purl.org/net/xbiblio/csl"><macro name="a"><text macro="b"/></macro>'
        '<macro name="b"/><macro name="c"/><layout><text macro="c"/></layout></style>'
    )
    assert prune_style(xml) == (
        '<style xmlns="http://purl.org/net/xbiblio/csl"><macro name="c" />'
        '<layout><text macro="c" /></layout></style>'
    )


def test_a_file_that_is_no_xml_is_left_to_citeproc() -> None:
    assert prune_style("<style") == "<style"


def test_a_style_becomes_half_as_long_or_shorter() -> None:
    xml = load_style("apa").xml
    assert len(prune_style(xml)) < len(xml) / 2


def render_all(name: str) -> CiteprocOutput:
    items = [csl_item(source) for source in SOURCES[::3]]
    cites = [{"id": one.id, "locator": "3", "label": "paragraph"} for one in SOURCES[::3]]
    return Citeproc().render(load_style(name), "en-US", items, cites)


@pytest.mark.parametrize("name", ["din-1505-2", "nature", "oscola"])
def test_a_pruned_style_prints_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pruned = render_all(name)
    monkeypatch.setattr("citations.cite.styles.catalogue.prune_style", lambda xml: xml)
    assert render_all(name) == pruned
