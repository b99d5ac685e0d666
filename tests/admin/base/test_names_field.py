"""The field for a list of names."""

import pytest

from citations.admin.base.names_field import NamesField


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", []),
        ("A. Reporter", ["A. Reporter"]),
        ("A. Reporter\r\nB. Writer", ["A. Reporter", "B. Writer"]),
        ("  A.   Reporter \n\n", ["A. Reporter"]),
        (["A. Reporter"], ["A. Reporter"]),
    ],
)
def test_each_line_is_a_name(typed: str | list[str], names: list[str]) -> None:
    assert NamesField(required=False).clean(typed) == names


def test_names_are_shown_one_per_line() -> None:
    assert NamesField().prepare_value(["A. Reporter", "B. Writer"]) == "A. Reporter\nB. Writer"


@pytest.mark.parametrize(
    ("initial", "typed", "changed"),
    [
        (["A. Reporter"], " A.  Reporter\r\n", False),
        (None, "", False),
        ([], "A. Reporter", True),
        (["A", "B"], "B\nA", True),
    ],
)
def test_only_other_names_are_a_change(
    initial: list[str] | None, typed: str, *, changed: bool
) -> None:
    assert NamesField().has_changed(initial, typed) is changed
