"""What the tests of the curators' pages share."""

import re
from typing import Any

from django.contrib.auth.models import Group, User
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from citations.models import (
    Article,
    Quote,
    Speaker,
)

LEADING = "“We will wait,” she said. “And then\u00a0we will go.” "
TEXT = LEADING + "It was late. It was not late in Paris. “We will wait,” he repeated."


def user_in(group: str) -> User:
    user = User.objects.create_user(group.lower(), is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user


def signed_in(group: str, client: Client) -> Client:
    client.force_login(user_in(group))
    return client


def address(record: Any, page: str = "change") -> str:
    label = f"admin:{record._meta.app_label}_{record._meta.model_name}_{page}"
    return reverse(label, args=[record.pk])


def sent(quote: Quote, *appearances: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """What the form of a quote sends."""
    data: dict[str, Any] = {
        "speaker": quote.speaker_id,
        "text": quote.text,
        "language": "en",
        "mode": "direct",
        "standing": "accepted",
        "relations-TOTAL_FORMS": 0,
        "relations-INITIAL_FORMS": 0,
        "appearances-TOTAL_FORMS": len(appearances),
        "appearances-INITIAL_FORMS": sum("id" in one for one in appearances),
    }
    for number, appearance in enumerate(appearances):
        data |= {f"appearances-{number}-{name}": value for name, value in appearance.items()}
    return data | fields


def save(client: Client, quote: Quote, *appearances: dict[str, Any], **fields: Any) -> Any:
    return client.post(address(quote), sent(quote, *appearances, **fields))


def page_of(response: HttpResponse) -> str:
    """The page's text without tags, spaces run together."""
    return " ".join(re.sub(r"<[^>]*>", " ", response.content.decode()).split())


def article_sent(article: Article, text: str = "", **fields: Any) -> dict[str, Any]:
    return {
        "headline": article.headline, "kind": article.kind, "language": "en",
        "byline": "", "snapshots-TOTAL_FORMS": 0, "snapshots-INITIAL_FORMS": 0,
        "snapshots-2-TOTAL_FORMS": 1, "snapshots-2-INITIAL_FORMS": 0,
        "snapshots-2-0-text": text, "snapshots-2-0-origin": "", **fields,
    }  # fmt: skip


def speaker_sent(speaker: Speaker, **rows: list[dict[str, Any]]) -> dict[str, Any]:
    data: dict[str, Any] = {"name": speaker.name, "kind": "person"}
    for prefix in ("names", "positions"):
        sent_rows = rows.get(prefix, [])
        data[f"{prefix}-TOTAL_FORMS"] = len(sent_rows)
        data[f"{prefix}-INITIAL_FORMS"] = sum("id" in row for row in sent_rows)
        for number, row in enumerate(sent_rows):
            data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def named(name: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "language": "en", "order": "none", "kind": kind, **more}
