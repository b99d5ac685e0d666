"""Styles and locales are found by name, and a wrong name is answered with similar ones."""

import pytest

from citations.cite.styles.catalogue import (
    COMMON_STYLES,
    UnknownLocaleError,
    UnknownStyleError,
    load_quotation_marks,
    load_style,
    locale_paths,
    style_paths,
)


def test_there_are_more_than_ten_thousand_styles() -> None:
    assert len(style_paths()) > 10_000
    assert COMMON_STYLES.keys() <= style_paths().keys()


def test_a_dependent_style_has_its_parents_xml_and_its_own_title() -> None:
    dependent, parent = load_style("nature-digest"), load_style("nature")
    assert dependent.xml == parent.xml
    assert (dependent.name, dependent.title) == ("nature-digest", "Nature Digest")
    assert parent.title == "Nature"


@pytest.mark.parametrize(
    ("name", "is_note", "is_numeric", "prints_labels", "locale"),
    [
        ("apa", False, False, True, ""),
        ("chicago-notes-bibliography", True, False, True, ""),
        ("ieee", False, True, True, ""),
        ("bluebook-law-review", True, False, False, "en-US"),
        ("nature", False, True, False, "en-GB"),
        ("harvard-cite-them-right", False, False, True, ""),
    ],
)
def test_a_style_knows_its_kind(
    name: str, is_note: bool, is_numeric: bool, prints_labels: bool, locale: str
) -> None:
    style = load_style(name)
    assert (style.is_note, style.is_numeric) == (is_note, is_numeric)
    assert style.prints_locator_labels is prints_labels
    assert style.locale == locale


def test_a_single_entry_needs_no_sorting() -> None:
    style = load_style("apa")
    assert "<sort>" in style.xml_for_lists
    assert "<sort>" not in style.xml_for_one
    assert len(style.xml_for_lists) < len(style.xml)


def test_an_unknown_style_is_answered_with_similar_names() -> None:
    with pytest.raises(
        UnknownStyleError, match=r"^There is no citation style “apa7”\.$"
    ) as unknown:
        load_style("apa7")
    assert "apa" in unknown.value.suggestions
    assert len(unknown.value.suggestions) == 3


def test_a_long_or_strange_name_is_cut() -> None:
    with pytest.raises(UnknownStyleError, match=f"“{'z' * 60}”") as unknown:
        load_style("z" * 5000)
    assert unknown.value.suggestions == []


def test_quotation_marks_are_those_of_the_locale() -> None:
    french, german, british = map(load_quotation_marks, ("fr-FR", "de-DE", "en-GB"))
    assert (french.opening, french.closing) == ("«\xa0", "\xa0»")
    assert (german.opening, german.closing) == ("„", "“")
    assert (german.inner_opening, german.inner_closing) == ("‚", "‘")
    assert (british.opening, british.inner_closing) == ("‘", "”")


def test_an_unknown_locale_is_answered_with_similar_tags() -> None:
    with pytest.raises(
        UnknownLocaleError, match=r"^There is no citation language “de-XX”\.$"
    ) as unknown:
        load_quotation_marks("de-XX")
    assert "de-DE" in unknown.value.suggestions


def test_every_locale_has_its_marks() -> None:
    assert {"en-US", "en-GB", "de-DE", "ja-JP"} <= locale_paths().keys()
    for tag in locale_paths():
        load_quotation_marks(tag)
