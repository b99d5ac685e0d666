"""One right row of each model: what it stands on is saved, the row itself is not."""

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
    QuoteRelation,
    Snapshot,
    Speaker,
    SpeakerName,
    Topic,
    Verification,
    sha256_of,
)
from citations.text.spans import Span

TEXT = "The mayor said: “We will rebuild,” and left. “Soon.”"
WORDS = Span(17, 32)  # We will rebuild


def speaker(slug: str = "mayor") -> Speaker:
    return Speaker(slug=slug, name="Mayor")


def saved_speaker(slug: str = "mayor") -> Speaker:
    return Speaker.objects.get_or_create(slug=slug, defaults={"name": "Mayor"})[0]


def name() -> SpeakerName:
    return SpeakerName(speaker=saved_speaker(), name="Mayor", kind="preferred")


def position() -> Position:
    return Position(speaker=saved_speaker(), title="Mayor", start="2020", end="2022")


def publication() -> Publication:
    return Publication(slug="herald", name="Herald", kind="newspaper")


def article() -> Article:
    return Article(headline="Rebuilding", kind="article-newspaper")


def snapshot(text: str = TEXT) -> Snapshot:
    source, _ = Article.objects.get_or_create(headline="Rebuilding", kind="article-newspaper")
    return Snapshot(article=source, text=text, sha256=sha256_of(text))


def saved_snapshot() -> Snapshot:
    return Snapshot.objects.first() or saved(snapshot())


def occasion() -> Occasion:
    return Occasion(slug="speech", date="2021-05")


def topic() -> Topic:
    return Topic(slug="building", name="Building")


def quote(**fields: Any) -> Quote:
    return Quote(speaker=saved_speaker(), text="We will rebuild", **fields)


def relation() -> QuoteRelation:
    return QuoteRelation(quote=saved(quote()), kind="restates", other=saved(quote()))


def appearance(*spans: Span, of: Quote | None = None) -> Appearance:
    one = Appearance(quote=of or saved(quote()))
    one.anchor(saved_snapshot(), spans or [WORDS])
    return one


def verification() -> Verification:
    one = saved(appearance())
    return Verification(appearance=one, snapshot=one.snapshot, verdict="verbatim")


def saved(row: Any) -> Any:
    row.save()
    return row


def itself(row: models.Model) -> models.Model:
    return row


RIGHT = [
    speaker,
    name,
    position,
    publication,
    article,
    snapshot,
    occasion,
    topic,
    quote,
    relation,
    appearance,
    verification,
]


def messages(row: models.Model) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        row.full_clean()
    return caught.value.messages
