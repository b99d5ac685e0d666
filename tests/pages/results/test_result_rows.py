"""Lines of quotes: complete, in their order, in three queries."""

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from citations.models import Appearance, Article, Quote
from citations.models.appearances import primary_appearance
from citations.models.projections import with_record
from citations.pages.results.result_rows import results_of
from citations.query.parser import parse_query
from tests.support.seen import texts

pytestmark = pytest.mark.usefixtures("indexed")


def test_a_line_says_what_the_quote_itself_says() -> None:
    Quote.objects.filter(speaker__slug="kishida-fumio").update(position=None)  # by the day then
    quotes = with_record(Quote.objects.published())
    for quote, line in zip(quotes, results_of([quote.pk for quote in quotes]), strict=True):
        appearance = primary_appearance(quote)
        assert appearance
        assert (line.key, line.url, line.mode) == (quote.key, quote.get_absolute_url(), quote.mode)
        assert texts([line])[0].removesuffix(" …") in quote.text
        assert (line.speaker, line.office) == (quote.speaker.name, str(quote.office or ""))
        assert line.speaker_url == quote.speaker.get_absolute_url()
        assert line.said == (quote.occasion.date if quote.occasion else "")
        assert line.source.headline == appearance.article.headline
        assert line.place_url == appearance.get_absolute_url()


def test_a_line_shows_the_primary_appearance_else_the_first() -> None:
    quote = Quote.objects.get(text="difficult")
    later = Article.objects.create(headline="Later", kind="webpage")
    Appearance.objects.create(quote=quote, article=later, exact="difficult")
    assert results_of([quote.pk])[0].source.headline != "Later"
    quote.appearances.update(primary=False)
    assert results_of([quote.pk])[0].source.headline != "Later"
    quote.appearances.filter(article=later).update(primary=True)
    assert results_of([quote.pk])[0].source.headline == "Later"


def test_lines_keep_their_order_and_leave_out_what_is_not_published() -> None:
    numbers = list(Quote.objects.order_by("-pk").values_list("pk", flat=True))
    Quote.objects.filter(pk=numbers[3]).update(state="rejected")
    keys = dict(Quote.objects.values_list("pk", "key"))
    lines = results_of([*numbers, 10_000_000], parse_query("the"))
    assert [line.key for line in lines] == [keys[n] for n in numbers if n != numbers[3]]
    assert results_of([]) == []


def test_lines_cost_three_queries_however_many(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    numbers = list(Quote.objects.values_list("pk", flat=True))
    with django_assert_max_num_queries(3):
        results_of(numbers)
