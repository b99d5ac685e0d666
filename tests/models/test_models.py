"""What rows and sets of rows can tell: their keys, what is public, where quotes stand."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import models

from citations.models import (
    Appearance,
    Article,
    Occasion,
    Position,
    Publication,
    Quote,
    SpeakerName,
    State,
    Topic,
)
from citations.models.appearances import primary_appearance
from citations.models.base.permanent_keys import new_key, validate_key
from citations.text.spans import Span
from tests.support.rows import (
    RIGHT,
    appearance,
    article,
    occasion,
    publication,
    quote,
    saved,
    snapshot,
    topic,
    verification,
)

pytestmark = pytest.mark.django_db


def test_a_new_key_is_valid() -> None:
    for _ in range(100):
        validate_key(new_key())


@pytest.mark.parametrize(
    "key",
    [
        "ABCDEFG",  # short
        "ABCDEFGHJ",  # long
        "abcdefgh",
        "ABCDEFGI",  # read as 1
        "ABCDEFGL",
        "ABCDEFGO",  # read as 0
        "ABCDEFGU",
        "ABCDEFG\n",
        "",
    ],
)
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(ValidationError):
        validate_key(key)


@pytest.mark.parametrize("right", [one for one in RIGHT if one is not verification])
def test_a_row_is_found_by_its_natural_key(right: Callable[[], Any]) -> None:
    row = saved(right())
    assert type(row).objects.get_by_natural_key(*row.natural_key()) == row


def test_a_natural_key_past_a_missing_relation_is_none() -> None:
    assert SpeakerName(name="Mayor").natural_key() == (None, "Mayor")


def test_a_natural_key_has_all_its_parts() -> None:
    reason = r"The natural key of a speaker name is \[speaker__slug, name\], not \['mayor'\]."
    with pytest.raises(ValueError, match=reason):
        SpeakerName.objects.get_by_natural_key("mayor")


def test_publications_articles_occasions_and_topics_are_public_with_a_published_quote() -> None:
    herald = saved(publication())
    one = saved(appearance())
    Article.objects.update(publication=herald)
    Quote.objects.update(occasion=saved(occasion()))
    one.quote.topics.add(saved(topic()))
    sets = (Publication, Article, Occasion, Topic)
    assert not any(model.objects.public().exists() for model in sets)
    assert not Appearance.objects.published().exists()
    Quote.objects.update(state="published")
    assert all(model.objects.public().count() == 1 for model in sets)
    assert Appearance.objects.published().get() == one


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


def test_the_primary_appearance_comes_before_the_first() -> None:
    one = saved(quote())
    assert primary_appearance(one) is None
    first = saved(appearance(of=one))
    assert primary_appearance(one) == first
    second = appearance(Span(46, 51), of=one)
    second.primary = True
    second.save()
    assert primary_appearance(one) == second


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


def test_the_newest_snapshot_is_the_articles_current_text() -> None:
    saved(snapshot())
    newer = saved(snapshot("Corrected."))
    assert newer.article.current_snapshot == newer
    assert saved(article()).current_snapshot is None
