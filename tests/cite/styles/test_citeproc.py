"""Citations are those of citeproc-js to the byte, in spite of what makes them fast."""

import json
from pathlib import Path

import pytest

from citations.cite.csl import CslSource, csl_item
from citations.cite.styles.catalogue import COMMON_STYLES, CitationStyle, load_style
from citations.cite.styles.citation_markup import citation_as_text
from citations.cite.styles.citeproc import (
    DRIVER,
    CannotCiteError,
    Citeproc,
    CiteprocOutput,
    shared_citeproc,
)
from tests.golden.cite.sources import SOURCES

GOLDEN = json.loads((Path(__file__).parents[2] / "golden" / "cite" / "citations.json").read_text())


# citeproc-js ends this entry with a bracket in HTML, but not in text.
ODD = ("sist02", "years")


def render(
    name: str, *sources: CslSource, locale: str = "en-US", by: Citeproc | None = None
) -> CiteprocOutput:
    items = [csl_item(source) for source in sources]
    cites = [{"id": one.id, "locator": "3", "label": "paragraph"} for one in sources]
    return (by or shared_citeproc()).render(load_style(name), locale, items, cites)


@pytest.mark.parametrize("name", COMMON_STYLES)
def test_every_source_is_cited_as_in_citeproc_js(name: str) -> None:
    assert len(SOURCES) >= 40
    for source in SOURCES:
        output, expected = render(name, source), GOLDEN[name][source.id]
        [entry], [cited] = output.entries, output.citations
        assert cited == expected["html"]["citation"], source
        assert citation_as_text(cited) == expected["text"]["citation"], source
        if expected["html"]["entry"]:  # a style without a list has none
            assert entry == expected["html"]["entry"], source
            if (name, source.id) != ODD:
                assert citation_as_text(entry) == expected["text"]["entry"].strip(), source
        else:
            assert entry, source


def test_a_list_is_sorted_and_disambiguated_as_the_style_says() -> None:
    same = [source for source in SOURCES if source.id.startswith("same-author")]
    output = render("apa", *reversed(same))
    assert "(2019a, June 2)" in output.entries[0]
    assert "(2019b, June 3)" in output.entries[1]
    assert ["2019b" in output.citations[0], "2019a" in output.citations[1]] == [True, True]


def test_a_locale_changes_the_words_of_the_style() -> None:
    assert "Februar" in render("apa", SOURCES[0], locale="de-DE").entries[0]


def test_the_least_recently_used_style_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("citations.cite.styles.citeproc.MAX_ENGINES", 2)
    own, item = Citeproc(), csl_item(SOURCES[0])
    for name in ("ieee", "sist02", "ieee", "apa"):
        own.render(load_style(name), "en-US", [item], [])
    assert [name.split()[0] for name in own.engines] == ["ieee", "apa"]


BROKEN = [
    "<style",
    "",
    "<html>no style</html>",
]


@pytest.mark.parametrize("xml", BROKEN)
def test_a_style_that_fails_breaks_no_other(xml: str) -> None:
    own, item = Citeproc(), csl_item(SOURCES[0])
    with pytest.raises(CannotCiteError):
        own.render(
            CitationStyle("broken", "Broken", xml, "", is_note=False, is_numeric=False),
            "en-US",
            [item],
            [],
        )
    assert own.render(load_style("ieee"), "en-US", [item], []).entries


# The engine answers the abandoned call when nobody listens any more.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_call_that_takes_too_long_is_cut_and_the_next_is_answered(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own, endless = Citeproc(), tmp_path / "driver.js"
    endless.write_text(f"{DRIVER.read_text(encoding='utf-8')}\nfunction list() {{ for (;;) {{}} }}")
    with monkeypatch.context() as patch:
        patch.setattr("citations.cite.styles.citeproc.DRIVER", endless)
        patch.setattr("citations.cite.styles.citeproc.TIMEOUT_SECONDS", 0.5)
        with pytest.raises(CannotCiteError):
            own.render(load_style("apa"), "en-US", [csl_item(SOURCES[0])], [])
    assert own.render(load_style("apa"), "en-US", [csl_item(SOURCES[0])], []).entries


def test_only_some_styles_that_sort_lists_stay_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("citations.cite.styles.citeproc.MAX_LIST_ENGINES", 1)
    own, items = Citeproc(), [csl_item(source) for source in SOURCES[:2]]
    for name in ("ieee", "sist02"):
        own.render(load_style(name), "en-US", items, [])
        own.render(load_style(name), "en-US", items[:1], [])
    assert list(own.engines.items()) == [
        ("ieee en-US False", False), ("sist02 en-US True", True), ("sist02 en-US False", False),
    ]  # fmt: skip


def test_many_citations_are_made_in_several_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = render("apa", *SOURCES[:5])
    monkeypatch.setattr("citations.cite.styles.citeproc.CITATION_BATCH", 2)
    assert render("apa", *SOURCES[:5]) == whole


def test_a_process_has_one_engine_of_its_own() -> None:
    assert shared_citeproc() is shared_citeproc()
