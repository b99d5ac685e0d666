"""The parameters of an oEmbed request."""

import pytest

from citations.forms.oembed import OembedForm

ADDRESS = "http://testserver/quotes/VMBBKS08/"


@pytest.mark.parametrize(
    ("asked", "at_fault"),
    [
        ({}, ["url"]),
        ({"url": ADDRESS}, []),
        ({"url": "x" * 2001}, ["url"]),
        ({"url": ADDRESS, "maxwidth": "0"}, ["maxwidth"]),
        ({"url": ADDRESS, "maxheight": "-1"}, ["maxheight"]),
        ({"url": ADDRESS, "maxwidth": "wide"}, ["maxwidth"]),
        ({"url": ADDRESS, "maxwidth": "1", "maxheight": "1", "format": "json"}, []),
    ],
)
def test_errors_name_their_parameters(asked: dict[str, str], at_fault: list[str]) -> None:
    assert list(OembedForm(asked).errors) == at_fault


def test_sizes_are_numbers_and_may_be_missing() -> None:
    form = OembedForm({"url": ADDRESS, "maxwidth": "300"})
    assert form.is_valid()
    assert (form.cleaned_data["maxwidth"], form.cleaned_data["maxheight"]) == (300, None)
