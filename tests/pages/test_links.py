"""Addresses of records and searches."""

import pytest
from django.http import QueryDict
from django.urls import clear_script_prefix, set_script_prefix
from django.utils.safestring import SafeString

from citations.forms.quote_filters import QuoteFilterSet
from citations.pages.links import Addresses, absolute_addresses_of, addresses_of, search_address
from citations.search.request import Search

RECORDS = [
    ("quote", "VMBBKS08", "/quotes/VMBBKS08/"),
    ("article", "2QYFQPNN", "/articles/2QYFQPNN/"),
    ("speaker", "kishida-fumio", "/speakers/kishida-fumio/"),
    ("quote_card", "VMBBKS08", "/quotes/VMBBKS08/card/"),
]


@pytest.mark.parametrize(("name", "key", "address"), RECORDS)
def test_records_have_addresses(name: str, key: str, address: str) -> None:
    assert addresses_of(name)(key) == address
    assert absolute_addresses_of(name, "https://c.example")(key) == f"https://c.example{address}"


def test_remembered_addresses_follow_the_path_of_the_site() -> None:
    assert addresses_of("quote")("VMBBKS08") == "/quotes/VMBBKS08/"
    set_script_prefix("/below/")
    try:
        assert addresses_of("quote")("VMBBKS08") == "/below/quotes/VMBBKS08/"
    finally:
        clear_script_prefix()


def test_a_facet_is_searched_by_its_first_value() -> None:
    search = Search(chosen={"topic": ("peace", "war"), "speaker": ("a b",)})
    assert search_address(search) == "/quotes/?topic=peace&speaker=a+b"


@pytest.fixture
def to(db: None) -> Addresses:
    """A search with words, two languages, a page, and parameters that mean nothing."""
    return Addresses(
        QuoteFilterSet(QueryDict("q=peace+&lang=en&lang=ja&page=3&said_from=yesterday&colour=red"))
    )


def test_parameters_that_were_understood_are_kept(to: Addresses) -> None:
    assert to.with_values() == "/quotes/?q=peace&lang=en&lang=ja"
    assert to.to_page(2) == "/quotes/?q=peace&lang=en&lang=ja&page=2"
    assert isinstance(to.to_page(2), SafeString)


def test_parameters_are_replaced_and_removed(to: Addresses) -> None:
    assert to.with_values(q="a&b", lang="") == "/quotes/?q=a%26b"
    assert to.with_values(q="", lang=[]) == "/quotes/"


def test_a_value_is_added_or_removed(to: Addresses) -> None:
    assert to.with_toggled("lang", "ja") == "/quotes/?q=peace&lang=en"
    assert to.with_toggled("lang", "ru") == "/quotes/?q=peace&lang=en&lang=ja&lang=ru"
    toggled = to.toggles("lang")
    assert toggled("ja") == to.with_toggled("lang", "ja")
    assert toggled("a b") == "/quotes/?q=peace&lang=en&lang=ja&lang=a+b"


def test_one_more_parameter_can_be_appended(to: Addresses) -> None:
    assert to.open_end("lang") == "/quotes/?q=peace&"
    assert to.open_end("lang", "q") == "/quotes/?"


def test_downloads_have_the_query_as_it_was_understood(to: Addresses) -> None:
    assert to.download("csv") == "/quotes.csv?q=peace&lang=en&lang=ja"
