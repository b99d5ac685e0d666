"""Texts of the seed's article with proposals, to be reviewed."""

from citations.curation.proposals import propose_quotations
from citations.models import Article, Proposal, Snapshot, sha256_of


def propose_in(text: str, published: str = "2024-02-08") -> list[Proposal]:
    """The proposals of a new article with this text, in order."""
    article = Article.objects.create(headline="News", kind="webpage", published=published)
    snapshot = Snapshot.objects.create(article=article, text=text, sha256=sha256_of(text))
    propose_quotations(snapshot)
    return list(snapshot.proposals.in_order())
