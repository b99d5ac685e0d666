"""The sources that a draft quotes."""

from unittest import mock

import pytest

from citations.cite.styles.citeproc import CannotCiteError
from citations.drafts.check import check_draft
from citations.forms.draft import CheckForm
from citations.models import Quote
from citations.pages.citing import draft_sources as module
from citations.pages.citing.draft_sources import DraftSources, draft_sources
from tests.support.pages import SITE

WORDS = "We all fear we will have to start from scratch"
DRAFT = (
    f"“{WORDS},” Tsunoka Yasuji said.\n\n“The harbour will be open again in spring,” Hayashi said."
)

pytestmark = pytest.mark.usefixtures("indexed")


def sources_of(text: str = DRAFT, **asked: str) -> DraftSources:
    form = CheckForm({"text": text} | asked)
    assert form.is_valid(), form.errors
    return draft_sources(check_draft(form.draft), form, SITE)


def test_known_words_have_a_source_and_unknown_ones_have_none() -> None:
    sources = sources_of()
    assert list(sources.keys) == [Quote.objects.get(text__contains=WORDS).key]
    assert (len(sources.entries), sources.is_made) == (1, True)
    assert not sources.additions.citations


def test_a_quote_is_listed_once() -> None:
    twice = f"“{WORDS},” Tsunoka Yasuji said.\n\n“{WORDS},” Tsunoka Yasuji said again."
    assert len(sources_of(twice).keys) == 1
    assert len(sources_of(twice, cite="1").additions.citations) == 2


def test_citations_are_added_only_if_they_are_asked_for() -> None:
    additions = sources_of(cite="1").additions
    [(start, citation)] = additions.citations.items()
    assert DRAFT[start:].startswith(WORDS) or DRAFT[start:].startswith(f"“{WORDS}")
    assert citation
    assert "<" not in citation


def test_a_draft_without_known_quotations_has_no_sources() -> None:
    sources = sources_of("“The harbour will be open again in spring,” Hayashi said.")
    assert (list(sources.keys), list(sources.entries), sources.is_made) == ([], [], True)


def test_a_style_that_cannot_be_run_leaves_the_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "make_reference_list", mock.Mock(side_effect=CannotCiteError))
    sources = sources_of()
    assert (len(sources.keys), list(sources.entries), sources.is_made) == (1, [], False)
