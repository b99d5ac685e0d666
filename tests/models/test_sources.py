"""Publications, articles and snapshots."""

import hashlib

import pytest

from citations.models import Article, sha256_of
from citations.models.sources import ancestor_keys
from tests.support.rows import article, messages, saved, snapshot

pytestmark = pytest.mark.django_db


def test_the_newest_snapshot_is_the_articles_current_text() -> None:
    saved(snapshot())
    newer = saved(snapshot("Corrected."))
    assert newer.article.current_snapshot == newer
    assert saved(article()).current_snapshot is None


def test_the_ancestors_of_an_article_are_the_nearest_first_and_end_in_a_circle() -> None:
    root, middle, leaf = (saved(article()) for _ in range(3))
    leaf.derived_from, middle.derived_from = middle, root
    leaf.save()
    middle.save()
    keys = [leaf.key, middle.key, root.key]
    assert ancestor_keys(leaf.key) == keys
    assert ancestor_keys(leaf.key, {root.key: leaf.key}) == keys
    assert ancestor_keys("ZZZZZZZZ") == ["ZZZZZZZZ"]
    root.derived_from = leaf
    assert messages(root) == ["That article derives from this one: name the one printed first."]


def test_a_hash_is_that_of_the_utf_8_bytes() -> None:
    assert sha256_of("é") == hashlib.sha256("é".encode()).hexdigest()


def test_undated_articles_come_last() -> None:
    dated, undated = saved(article()), saved(article())
    dated.published = "2021"
    dated.save()
    assert list(Article.objects.newest_first()) == [dated, undated]
    assert list(Article.objects.newest_first(undated=True)) == [undated]
