"""Rows of quotes with what lists, downloads and the index show: one rule for each value."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from citations.models import Appearance, Position, Publication, Quote, Speaker, Topic
from citations.models.appearances import primary_appearance
from citations.models.projections import (
    ListedQuote,
    OfficeFacts,
    read_listed_quotes,
    read_offices,
    read_topics,
    title_of_quote,
    with_record,
    with_sources,
)
from citations.text.spans import Span
from tests.support.rows import appearance, occasion, position, quote, saved


def facts(row: ListedQuote) -> OfficeFacts:
    office = row.office_title, row.office_organisation
    return OfficeFacts(row.id, row.speaker_id, *office, row.said_earliest, row.said_latest)


def test_a_row_has_what_the_record_has(
    printed: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    quotes = list(with_record(Quote.objects.published()))
    with django_assert_num_queries(1):
        rows = read_listed_quotes([one.pk for one in quotes])
    with django_assert_num_queries(1):
        offices = read_offices([facts(row) for row in rows.values()])
    assert len(rows) == len(quotes) > 10
    for one in quotes:
        row, primary = rows[one.pk], primary_appearance(one)
        assert primary
        article = primary.article
        assert (row.key, row.text, row.mode, row.standing) == (
            one.key, one.text, one.mode, one.standing,
        )  # fmt: skip
        assert (row.speaker_slug, row.speaker_name) == (one.speaker.slug, one.speaker.name)
        assert row.said == (one.occasion.date if one.occasion else None)
        assert (row.verdict, row.article_key) == (primary.verdict, article.key)
        assert (row.headline, row.article_url) == (article.headline, article.url)
        assert (row.publication, row.issn) == ("The Paper", "0362-4331")
        assert row.byline == article.byline
        assert offices[one.pk] == str(one.office or "")
    assert len({office for office in offices.values() if office}) > 1


def test_the_primary_source_comes_first_else_the_earliest_entered(db: None) -> None:
    first = saved(appearance(of=saved(quote(state="published"))))
    second = saved(appearance(Span(46, 51), of=first.quote))
    Appearance.objects.filter(pk=first.pk).update(verdict="altered")
    Appearance.objects.filter(pk=second.pk).update(verdict="verbatim")
    number = first.quote_id
    assert read_listed_quotes([number])[number].verdict == "altered"
    Appearance.objects.filter(pk=second.pk).update(primary=True)
    assert read_listed_quotes([number])[number].verdict == "verbatim"


def test_unpublished_quotes_are_not_listed(db: None) -> None:
    hidden = saved(quote())
    bare = saved(quote(state="published"))
    rows = read_listed_quotes([hidden.pk, bare.pk, 0])
    assert list(rows) == [bare.pk]
    assert (rows[bare.pk].article_key, rows[bare.pk].said, rows[bare.pk].office_title) == (
        None,
    ) * 3


@pytest.mark.parametrize(
    ("recorded", "date", "expected"),
    [
        (None, "2021-05-10", "Mayor"),
        (None, "", ""),
        (("Judge", ""), "2021-05-10", "Judge"),
        (("Judge", "Town"), "", "Judge, Town"),
    ],
)
def test_the_office_is_the_recorded_one_else_the_one_held(
    db: None, recorded: tuple[str, str] | None, date: str, expected: str
) -> None:
    held = saved(position())
    when = occasion()
    when.date = date
    one: Any = quote(occasion=saved(when))
    if recorded:
        title, organisation = recorded
        other = Position(speaker=held.speaker, title=title, organisation=organisation, end="2019")
        one.position = saved(other)
    row = (when.date_earliest, when.date_latest)
    office = recorded or (None, None)
    found = read_offices([OfficeFacts(1, held.speaker_id, *office, *row)])
    assert found == {1: expected}
    assert str(one.office or "") == expected


def test_no_office_is_looked_up_without_need(
    db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert read_offices([OfficeFacts(1, 1, None, None, None, None)]) == {1: ""}
        assert read_offices([]) == {}


def test_topics_come_by_name(db: None) -> None:
    one = saved(quote())
    for slug, name in (("z", "Apples"), ("a", "Zebras")):
        one.topics.add(Topic.objects.create(slug=slug, name=name))
    assert [topic.slug for topic in read_topics([one.pk])[one.pk]] == ["z", "a"]
    assert read_topics([one.pk + 1]) == {}


def test_sources_are_loaded_in_two_queries(
    printed: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        for one in with_sources(Quote.objects.published()):
            primary = primary_appearance(one)
            assert isinstance(one.speaker, Speaker)
            assert primary
            assert isinstance(primary.article.publication, Publication)


@pytest.mark.parametrize(
    ("mode", "standing", "title"),
    [
        ("direct", "accepted", "Mayor: “Words”"),
        ("indirect", "accepted", "Mayor: Words"),
        ("partial", "disputed", "Mayor (disputed): “Words”"),
        ("direct", "misattributed", "Mayor (misattributed): “Words”"),
    ],
)
def test_a_title_has_marks_and_doubt_as_the_quote_has(mode: str, standing: str, title: str) -> None:
    assert title_of_quote("Mayor", "Words", mode, standing) == title
