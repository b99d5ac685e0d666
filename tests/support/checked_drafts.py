"""One sentence of a draft checked against quotes that a test publishes."""

from citations.drafts.check import check_draft
from citations.drafts.findings import Finding
from citations.index.sync import rebuild_index
from citations.models import Appearance, Article, Quote, Snapshot, Speaker, State, sha256_of
from citations.text.spans import Span

KISHIDA = "kishida-fumio"


def single_finding(text: str, published: str = "") -> Finding:
    (finding,) = check_draft(text, published).findings
    return finding


def publish_quote(text: str, speaker: str = KISHIDA, **fields: object) -> Quote:
    """A published quote that an article prints."""
    by = Speaker.objects.get(slug=speaker)
    quote = Quote.objects.create(speaker=by, text=text, **fields)
    article = Article.objects.create(headline="News", kind="webpage")
    before = "It was said that “"
    body = f"{before}{text}” and more of it was told."
    snapshot = Snapshot.objects.create(article=article, text=body, sha256=sha256_of(body))
    appearance = Appearance(quote=quote)
    appearance.anchor(snapshot, [Span(len(before), len(before) + len(text))])
    appearance.save()
    Quote.objects.filter(pk=quote.pk).update(state=State.PUBLISHED)
    rebuild_index()
    return quote
