"""Quotes: sets of them, their states with history, and how rows are shown."""

from datetime import date

import pytest
from django.db import models

from citations.models import (
    Occasion,
    Position,
    Quote,
    State,
)
from citations.text.spans import Span
from tests.support.rows import (
    appearance,
    article,
    occasion,
    quote,
    saved,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("earliest", "latest", "found"),
    [
        (date(2021, 5, 31), None, True),
        (date(2021, 6, 1), None, False),
        (None, date(2021, 5, 1), True),
        (None, date(2021, 4, 30), False),
        (date(2021, 5, 10), date(2021, 5, 11), True),
    ],
)
def test_quotes_said_between_two_days(
    earliest: date | None, latest: date | None, found: bool
) -> None:
    saved(quote(occasion=saved(occasion())))
    saved(quote())  # said nobody knows when
    assert Quote.objects.said_between(earliest, latest).exists() == found


def test_quotes_printed_in_articles_come_once() -> None:
    one = saved(appearance())
    saved(appearance(Span(46, 51), of=one.quote))
    saved(quote())
    assert [one.quote] == list(Quote.objects.printed_in([one.article]))
    assert not Quote.objects.printed_in([saved(article())]).exists()


def test_quotes_that_stand_somewhere_can_be_published() -> None:
    one = saved(appearance())
    saved(quote())
    assert Quote.objects.publishable().get() == one.quote


def test_a_state_is_set_with_a_line_of_history_for_each_that_moves() -> None:
    moving, staying = saved(quote()), saved(quote(state="published"))
    assert Quote.objects.set_state(State.PUBLISHED, "checked") == 1
    assert Quote.objects.published().count() == 2
    assert moving.history.first().history_change_reason == "checked"
    assert staying.history.count() == 1
    assert Quote.objects.set_state(State.PUBLISHED) == 0


def test_only_words_as_spoken_have_marks() -> None:
    assert quote(mode="direct").has_marks
    assert quote(mode="partial").has_marks
    assert not quote(mode="indirect").has_marks


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (Quote(text="short"), "short"),
        (Quote(text="x" * 81), "x" * 79 + "…"),
        (Occasion(slug="s"), "s"),
        (Occasion(slug="s", date="2021", event="speech"), "2021, speech"),
        (Position(title="Mayor"), "Mayor"),
        (Position(title="Mayor", organisation="Town"), "Mayor, Town"),
    ],
)
def test_a_row_is_shown_in_words(row: models.Model, shown: str) -> None:
    assert str(row) == shown
