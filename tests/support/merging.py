"""Pairs of records to merge, and all that a merge may change."""

from typing import Any

from django.core import serializers

from citations.models import (
    Appearance,
    Article,
    Position,
    Proposal,
    Publication,
    Quote,
    QuoteRelation,
    Snapshot,
    Speaker,
    SpeakerName,
    Topic,
    sha256_of,
)
from citations.models.base.permanent_keys import new_key

RECORDS: list[Any] = [
    Speaker, SpeakerName, Position, Publication, Article, Snapshot, Quote, Appearance,
    QuoteRelation, Proposal, Quote.topics.through,
]  # fmt: skip


def all_records() -> dict[str, Any]:
    """The fields of all rows, except when quotes were changed."""
    rows = [row for model in RECORDS for row in model.objects.order_by("pk")]
    return {
        f"{row['model']} {row['pk']}": {k: v for k, v in row["fields"].items() if k != "changed"}
        for row in serializers.serialize("python", rows)
    }


def make_speaker(name: str, **about: Any) -> Speaker:
    speaker = Speaker.objects.create(slug=new_key().lower(), name=name, **about)
    SpeakerName.objects.create(speaker=speaker, name=name, kind="preferred")
    return speaker


def make_quote(said_by: Speaker, text: str = "We will wait", **about: Any) -> Quote:
    quote = Quote.objects.create(speaker=said_by, text=text, state="published", **about)
    article = Article.objects.create(headline=f"Report {quote.pk}", kind="webpage")
    Appearance.objects.create(quote=quote, article=article, exact=text, primary=True)
    return quote


def kishida() -> Speaker:
    return Speaker.objects.get(slug="kishida-fumio")


def two_speakers() -> tuple[Any, Any]:
    other = make_speaker("F. Kishida")
    office = Position.objects.create(speaker=other, title="Prime Minister", start="2021-10-04")
    Position.objects.create(speaker=other, title="Foreign Minister", start="2012")
    make_quote(other, position=office)
    make_quote(
        make_speaker("X"), standing="misattributed", standing_note="No.", correct_speaker=other
    )
    return kishida(), other


def two_publications() -> tuple[Any, Any]:
    one, other = (Publication.objects.create(slug=n, name=n, kind="other") for n in ("a", "b"))
    Article.objects.update(publication=other)
    return one, other


def two_articles() -> tuple[Any, Any]:
    other = Article.objects.get(key="46X7TFXG")
    kept = Article.objects.create(headline="Kept", kind="webpage", derived_from=other)
    Article.objects.create(headline="A copy", kind="webpage", derived_from=other)
    text = other.snapshots.get().text
    Snapshot.objects.create(article=kept, text=f"{text} ", sha256=sha256_of(f"{text} "))
    proposal = Proposal(snapshot=other.snapshots.get(), exact="x", segments=[[0, 1]], start=0)
    proposal.save()
    return kept, other


def two_quotes() -> tuple[Any, Any]:
    kept, other = make_quote(kishida()), make_quote(kishida(), "We will wait!")
    other.topics.add(Topic.objects.all()[0])
    third = Quote.objects.get(key="XYRS28E5")
    for one, another in ((other, third), (third, other), (kept, other)):
        QuoteRelation.objects.create(quote=one, kind="restates", other=another)
    return kept, other


# By kind: makes the record to keep and the one to merge into it.
PAIRS = {
    "speaker": two_speakers,
    "publication": two_publications,
    "article": two_articles,
    "quote": two_quotes,
}
