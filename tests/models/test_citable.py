"""Articles are of the kinds that citations know."""

from citations.cite.csl import SOURCE_KINDS
from citations.models import ArticleKind


def test_every_kind_of_article_can_be_cited() -> None:
    assert set(ArticleKind.values) == SOURCE_KINDS
