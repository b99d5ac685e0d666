"""Citations that are prepared once."""

from dataclasses import replace
from unittest import mock

import pytest

from citations.cite.styles.citeproc import CannotCiteError
from citations.forms.citation import CitationForm
from citations.pages.citing import prepared_citations as module
from citations.pages.citing.prepared_citations import cached_citations, prepared_citations
from tests.support.cited_quotes import QUOTE


def form_of(**asked: str) -> CitationForm:
    form = CitationForm(asked)
    form.is_valid()
    return form


def test_nothing_is_cached_before_it_was_prepared(db: None) -> None:
    quoted, form = replace(QUOTE, key="AAAAAAA1"), form_of()
    assert cached_citations(quoted, form) == []
    prepared = prepared_citations(quoted, form)
    assert prepared
    assert cached_citations(quoted, form) == prepared
    with mock.patch.object(module, "clipboard_texts", side_effect=AssertionError):
        assert prepared_citations(quoted, form) == prepared


def test_another_style_language_or_text_is_another_citation(db: None) -> None:
    quoted = replace(QUOTE, key="AAAAAAA2")
    prepared_citations(quoted, form_of())
    assert cached_citations(quoted, form_of(style="modern-language-association")) == []
    assert cached_citations(quoted, form_of(locale="ja-JP")) == []
    assert cached_citations(replace(quoted, text="Other words"), form_of()) == []


def test_a_source_can_be_cited_alone(db: None) -> None:
    source = QUOTE.source
    names = [each.name for each in prepared_citations(source, form_of())]
    assert names
    assert len(names) < len(prepared_citations(QUOTE, form_of()))


def test_each_text_is_prepared_for_the_page_for_pasting_and_as_plain_text(db: None) -> None:
    for each in prepared_citations(QUOTE, form_of()):
        assert each.set
        assert each.rich
        assert "<" not in each.plain


def test_a_style_that_cannot_be_run_gives_nothing(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "clipboard_texts", mock.Mock(side_effect=CannotCiteError))
    assert prepared_citations(replace(QUOTE, key="AAAAAAA3"), form_of()) == []
