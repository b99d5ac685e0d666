"""Appearances: the primary one, and the order of the others."""

from datetime import date

import pytest

from citations.models import Appearance
from citations.models.appearances import primary_appearance, primary_first, primary_first_order
from citations.text.spans import Span
from tests.support.rows import (
    appearance,
    quote,
    saved,
)

pytestmark = pytest.mark.django_db


def test_the_primary_appearance_comes_before_the_first() -> None:
    one = saved(quote())
    assert primary_appearance(one) is None
    first = saved(appearance(of=one))
    assert primary_appearance(one) == first
    second = appearance(Span(46, 51), of=one)
    second.primary = True
    second.save()
    assert primary_appearance(one) == second


def test_appearances_come_with_the_primary_one_first() -> None:
    one = saved(quote())
    first = saved(appearance(of=one))
    second = appearance(Span(46, 51), of=one)
    second.primary = True
    second.save()
    assert list(one.appearances.primary_first()) == [second, first]
    assert primary_first(one.appearances.all()) == [second, first]
    assert primary_first_order("appearances__") == ("-appearances__primary", "appearances__pk")


def test_the_appearance_of_a_day_is_the_same_for_everybody() -> None:
    day = date(2026, 11, 1)
    assert Appearance.objects.of_the_day(day) is None
    one = saved(appearance(of=saved(quote(state="published"))))
    assert Appearance.objects.of_the_day(day) is None  # nobody has checked its words
    Appearance.objects.update(verdict="verbatim")
    assert {Appearance.objects.of_the_day(date(2026, 11, n)) for n in range(1, 10)} == {one}
