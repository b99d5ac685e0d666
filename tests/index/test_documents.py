"""What the index holds of a quote."""

from datetime import date
from typing import Any

import pytest

from citations.index.documents import days_and_years, index_documents
from citations.models import Appearance, Article, Occasion, Quote, Speaker

DAY = date(2022, 3, 21)


def ordinals(first: date, last: date) -> set[int]:
    return set(range(first.toordinal(), last.toordinal() + 1))


@pytest.mark.parametrize(
    ("dates", "days", "years"),
    [
        ([], set(), set()),
        ([(DAY, DAY)], {DAY.toordinal()}, set()),
        ([(date(2022, 1, 1), date(2022, 12, 31))], set(), {2022}),
        ([(date(2021, 1, 1), date(2023, 12, 31))], set(), {2021, 2022, 2023}),
        ([(date(2022, 1, 1), date(2022, 12, 30))],
         ordinals(date(2022, 1, 1), date(2022, 12, 30)), set()),
        ([(date(2021, 12, 30), date(2023, 1, 2))],
         ordinals(date(2021, 12, 30), date(2021, 12, 31))
         | ordinals(date(2023, 1, 1), date(2023, 1, 2)), {2022}),
        ([(DAY, DAY), (date(2023, 1, 1), date(2023, 12, 31))], {DAY.toordinal()}, {2023}),
        ([(None, date(3, 12, 31))], set(), {1, 2, 3}),  # an open beginning
        ([(date(9998, 1, 1), None)], set(), {9998, 9999}),
    ],
)  # fmt: skip
def test_dates_are_indexed_as_days_and_whole_years(
    dates: list[tuple[date | None, date | None]], days: set[int], years: set[int]
) -> None:
    assert days_and_years(dates) == (days, years)


def document_of(quote: Quote) -> dict[str, Any]:
    (document,) = index_documents(Quote.objects.filter(pk=quote.pk))
    return document.to_dict()


@pytest.fixture
def quote(db: None) -> Quote:
    speaker = Speaker.objects.create(slug="mayor", name="The Mayor")
    return Quote.objects.create(speaker=speaker, text="We will rebuild.", state="published")


def test_a_bare_quote_has_its_words_and_no_date(quote: Quote) -> None:
    document = document_of(quote)
    assert document["id"] == [quote.pk]
    assert document["text"] == ["we will rebuild"]
    assert document["names"] == ["the mayor"]
    assert document["state"] == ["published"]
    assert document["verdict"] == ["unchecked"]
    for field in ("said_earliest", "said_latest", "published", "published_year", "office", "event"):
        assert document.get(field, []) == []


@pytest.mark.parametrize("state", ["proposed", "rejected"])
def test_an_unpublished_quote_has_a_second_state(state: str, quote: Quote) -> None:
    quote.state = state
    quote.save()
    assert document_of(quote)["state"] == [state, "unpublished"]


def test_an_open_date_reaches_to_the_last_possible_day(quote: Quote) -> None:
    quote.occasion = Occasion.objects.create(slug="speech", date="2022/..", place="City Hall")
    quote.save()
    document = document_of(quote)
    assert document["said_earliest"] == [date(2022, 1, 1).toordinal()]
    assert document["said_latest"] == [date.max.toordinal()]
    assert document["place"] == ["city hall"]
    assert (document["first_year"], document["last_year"]) == ([2022], [10_000])


def test_the_office_of_the_day_is_indexed(quote: Quote) -> None:
    quote.occasion = Occasion.objects.create(slug="speech", date="2022-03-21")
    quote.save()
    quote.speaker.positions.create(title="Mayor", organisation="Nemuro", start="2020", end="2023")
    document = document_of(quote)
    assert document["office"] == ["mayor nemuro"]
    assert document["position"] == ["Mayor"]


def test_the_verdict_is_that_of_the_primary_appearance(quote: Quote) -> None:
    for verdict, primary in (("altered", False), ("verbatim", True)):
        article = Article.objects.create(headline=f"Told {verdict}", kind="webpage")
        Appearance.objects.create(
            quote=quote,
            article=article,
            exact="x",
            verdict=verdict,
            primary=primary,
            prefix="He said",
        )
    document = document_of(quote)
    assert document["verdict"] == ["verbatim"]
    assert document["headline"] == ["told verbatim", "told altered"]  # the primary one first
    assert document["context"] == ["he said", "told verbatim", "told altered"]  # each once
    Appearance.objects.update(primary=False)
    assert document_of(quote)["verdict"] == ["altered"]


def test_equal_days_are_ordered_by_id(quote: Quote) -> None:
    other = Quote.objects.create(speaker=quote.speaker, text="Soon.", state="published")
    first, second = document_of(quote), document_of(other)
    assert first["newest"] < second["newest"]
    assert first["oldest"] < second["oldest"]
