"""Sources, names and dates become CSL-JSON, and nothing is claimed that is not known."""

import pytest

from citations.cite.csl import CslName, CslSource, csl_date, csl_item, csl_name

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
    ("2001-22?", {"date-parts": [[2001]], "season": 2, "circa": True}),
    ("2001-25", {"date-parts": [[2001]], "season": 1}),
    ("2024-02-08/", {"date-parts": [[2024, 2, 8]]}),
    ("/2024-02-08", {}),
    ("198X/2001-05", {"date-parts": [[1980], [2001]]}),
    ("1999/2001~", {"date-parts": [[1999], [2001]], "circa": True}),
    ("  ", {}),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_only_the_known_parts_of_a_date_are_given(text: str, expected: dict[str, object]) -> None:
    assert csl_date(text) == expected


def test_a_name_is_never_split_by_guessing() -> None:
    assert csl_name(CslName("Kishida Fumio")) == {"literal": "Kishida Fumio"}
    assert csl_name(CslName("Kishida Fumio", "Kishida", "Fumio"))["family"] == "Kishida"


def test_an_item_always_names_its_language() -> None:
    assert csl_item(CslSource("a", "webpage", "T", ""))["language"] == "und"


def test_a_date_that_is_not_edtf_is_refused() -> None:
    with pytest.raises(ValueError, match="yesterday"):
        csl_date("yesterday")


def test_an_item_has_every_known_field() -> None:
    source = CslSource(
        "k", "article-newspaper", "T", "en",
        (CslName("A B", "B", "A"), CslName("Madonna", "Madonna"), CslName("Reuters")),
        "The Paper", "2024-02", "2026-11-22", "https://a.example/", "https://b.example/",
        "0362-4331",
    )  # fmt: skip
    assert csl_item(source) == {
        "id": "k",
        "type": "article-newspaper",
        "title": "T",
        "author": [
            {"family": "B", "given": "A"}, {"family": "Madonna"}, {"literal": "Reuters"},
        ],
        "container-title": "The Paper",
        "issued": {"date-parts": [[2024, 2]]},
        "accessed": {"date-parts": [[2026, 11, 22]]},
        "URL": "https://a.example/",
        "ISSN": "0362-4331",
        "language": "en",
    }  # fmt: skip


def test_empty_fields_are_left_out() -> None:
    assert csl_item(CslSource("k", "webpage", "", "")) == {
        "id": "k", "type": "webpage", "language": "und",
    }  # fmt: skip


@pytest.mark.parametrize("kind", ["book", "report", "document", "speech", "interview"])
def test_what_is_no_part_of_a_periodical_has_a_publisher(kind: str) -> None:
    item = csl_item(CslSource("k", kind, "T", "en", publication="P"))
    assert item["publisher"] == "P"
    assert "container-title" not in item


@pytest.mark.parametrize("kind", ["webpage", "post", "broadcast", "article-journal"])
def test_a_part_of_a_periodical_or_site_has_a_container(kind: str) -> None:
    item = csl_item(CslSource("k", kind, "T", "en", publication="P"))
    assert item["container-title"] == "P"
    assert "publisher" not in item


def test_the_archived_copy_is_the_address_only_without_a_live_page() -> None:
    archived = CslSource("k", "webpage", "T", "en", archive_url="https://b.example/")
    assert csl_item(archived)["URL"] == "https://b.example/"
