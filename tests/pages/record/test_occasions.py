"""Lines of the timeline."""

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from citations.models import Occasion, Quote
from citations.pages.record import occasions
from citations.pages.record.occasions import first_words, occasion_lines

TEXTS = [
    ("", ""),
    ("one two", "one two"),
    (" ".join("w" * 20), " ".join("w" * 20)),
    (" ".join("w" * 21), " ".join("w" * 20) + " …"),
    ("two\n\nlines", "two lines"),
]


@pytest.mark.parametrize(("text", "words"), TEXTS)
def test_a_quote_is_shown_with_its_first_20_words(text: str, words: str) -> None:
    assert first_words(text) == words


def test_an_occasion_has_the_published_quotes_in_two_queries(
    seed: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    quote = Quote.objects.get(text="difficult")
    quote.state = "rejected"
    quote.save()
    listed = list(Occasion.objects.order_by("pk"))
    with django_assert_num_queries(2):
        lines = occasion_lines(listed)
    assert [line.slug for line in lines] == [occasion.slug for occasion in listed]
    shown = {said.url for line in lines for said in line.said}
    published = Quote.objects.published().exclude(occasion=None)
    assert shown == {each.get_absolute_url() for each in published}
    assert quote.get_absolute_url() not in shown


def test_reported_words_have_no_marks(seed: None) -> None:
    lines = occasion_lines(list(Occasion.objects.all()))
    said = {line.url: line for occasion in lines for line in occasion.said}
    for quote in Quote.objects.published().exclude(occasion=None):
        line = said[quote.get_absolute_url()]
        assert line.has_marks is quote.has_marks
        assert (line.who, line.language) == (quote.speaker.name, quote.language)


def test_an_occasion_with_many_quotes_shows_the_first(
    seed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(occasions, "MOST_QUOTES", 1)
    assert {len(line.said) for line in occasion_lines(list(Occasion.objects.all()))} <= {0, 1}
