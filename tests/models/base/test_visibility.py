"""Visibility: a record is public when it belongs to a published quote."""

import pytest

from citations.models import (
    Appearance,
    Article,
    Occasion,
    Publication,
    Quote,
    Topic,
)
from tests.support.rows import (
    appearance,
    occasion,
    publication,
    saved,
    topic,
)

pytestmark = pytest.mark.django_db


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
