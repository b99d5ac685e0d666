"""Candidates for what a text quotes: quotes with its first words, or its rarest ones."""

import pytest

from citations.index import sync
from citations.models import Quote
from citations.search.similar import CONTEXT_FIELDS, find_candidate_quotes

pytestmark = pytest.mark.usefixtures("indexed")


def texts_of(found: list[int]) -> list[str]:
    texts = dict(Quote.objects.filter(pk__in=found).values_list("pk", "text"))
    return [texts[pk] for pk in found]


def test_a_quotation_finds_its_own_quote_first() -> None:
    for quote in Quote.objects.filter(state="published"):
        found = texts_of(find_candidate_quotes([[quote.text]])[0])
        assert found[0] == quote.text


def test_each_text_has_its_own_candidates() -> None:
    first, second, third = find_candidate_quotes([["unacceptable"], ["difficult"], ["zzz"]])
    assert "unacceptable" in texts_of(first)
    assert "difficult" in texts_of(second)
    assert third == []


def test_two_changed_words_do_not_hide_a_quote() -> None:
    text = Quote.objects.get(text__startswith="Regrettably").text
    words = text.split()
    words[0], words[3] = "sadly", "zzz"
    assert text in texts_of(find_candidate_quotes([[" ".join(words)]])[0])


def test_a_text_in_pieces_is_found() -> None:
    text = Quote.objects.get(text__startswith="Regrettably").text
    middle = len(text.split()) // 2
    pieces = [" ".join(text.split()[:4]), " ".join(text.split()[middle : middle + 4])]
    assert texts_of(find_candidate_quotes([pieces])[0])[0] == text


def test_words_around_a_quotation_are_searched_when_asked_for() -> None:
    quote = Quote.objects.get(text="difficult")
    quote.appearances.update(prefix="marmalade for breakfast")
    sync.rebuild_index()
    assert find_candidate_quotes([["marmalade"]]) == [[]]
    assert find_candidate_quotes([["marmalade"]], fields=CONTEXT_FIELDS) == [[quote.pk]]


def test_there_are_at_most_so_many_and_none_that_is_not_published() -> None:
    assert len(find_candidate_quotes([["the treaty of peace"]], most=1)[0]) <= 2
    Quote.objects.filter(text="unacceptable").update(state="proposed")
    sync.rebuild_index()
    assert find_candidate_quotes([["unacceptable"]]) == [[]]


def test_a_text_without_words_has_no_candidates() -> None:
    assert find_candidate_quotes([[""], ["?!"], []]) == [[], [], []]
