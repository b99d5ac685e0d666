"""The reference list of a collection, and how each quote is cited."""

from dataclasses import replace
from unittest import mock

import pytest

from citations.cite.styles.citeproc import CannotCiteError
from citations.forms.citation import CitationForm
from citations.models import Quote
from citations.pages.citing import collection_citations as module
from citations.pages.citing.collection_citations import collection_citations, quotes_with_keys
from tests.support.cited_quotes import QUOTE
from tests.support.pages import SPLIT, TWICE


@pytest.fixture
def form() -> CitationForm:
    form = CitationForm({})
    form.is_valid()
    return form


def test_only_published_quotes_are_found_in_the_order_of_their_keys(seed: None) -> None:
    keys = [TWICE, "ZZZZZZZZ", SPLIT]
    assert [quote.key for quote in quotes_with_keys(keys)] == [TWICE, SPLIT]
    assert [quote.key for quote in quotes_with_keys(keys[::-1])] == [SPLIT, TWICE]
    Quote.objects.filter(key=SPLIT).update(state="rejected")
    assert [quote.key for quote in quotes_with_keys(keys)] == [TWICE]


def test_quotes_of_one_source_share_an_entry(db: None, form: CitationForm) -> None:
    quotes = [QUOTE, replace(QUOTE, key="AAAAAAA2", text="Others")]
    made = collection_citations(quotes, form)
    assert made
    assert (len(made.entries), len(made.citations)) == (1, 2)
    assert "<" not in made.entries[0].plain
    with mock.patch.object(module, "make_reference_list", side_effect=AssertionError):
        assert collection_citations(quotes, form) == made


def test_an_empty_collection_has_no_citations(form: CitationForm) -> None:
    made = collection_citations([], form)
    assert made
    assert (made.entries, made.citations) == ([], [])


def test_a_style_that_cannot_be_run_is_told_apart_from_an_empty_list(
    db: None, form: CitationForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "make_reference_list", mock.Mock(side_effect=CannotCiteError))
    assert collection_citations([replace(QUOTE, key="AAAAAAA4")], form) is None
