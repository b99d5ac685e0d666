"""Curators, the data that their forms send, and steps of their work, for tests of the admin."""

import re
from typing import Any

from django.contrib.auth.models import Group, User
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from citations.models import Article, Proposal, Quote, Speaker
from citations.text.spans import Span

LEADING = "“We will wait,” she said. “And then\u00a0we will go.” "
TEXT = LEADING + "It was late. It was not late in Paris. “We will wait,” he repeated."


def create_user_in(group: str) -> User:
    user = User.objects.create_user(group.lower(), is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user


def sign_in(group: str, client: Client) -> Client:
    client.force_login(create_user_in(group))
    return client


def admin_address(record: Any, page: str = "change") -> str:
    label = f"admin:{record._meta.app_label}_{record._meta.model_name}_{page}"
    return reverse(label, args=[record.pk])


def quote_form_data(quote: Quote, *appearances: dict[str, Any], **fields: Any) -> dict[str, Any]:
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


def save_quote(client: Client, quote: Quote, *appearances: dict[str, Any], **fields: Any) -> Any:
    return client.post(admin_address(quote), quote_form_data(quote, *appearances, **fields))


def visible_text(response: HttpResponse) -> str:
    """The page's text without tags, with single spaces."""
    return " ".join(re.sub(r"<[^>]*>", " ", response.content.decode()).split())


def article_form_data(article: Article, text: str = "", **fields: Any) -> dict[str, Any]:
    return {
        "headline": article.headline, "kind": article.kind, "language": "en",
        "byline": "", "snapshots-TOTAL_FORMS": 0, "snapshots-INITIAL_FORMS": 0,
        "snapshots-2-TOTAL_FORMS": 1, "snapshots-2-INITIAL_FORMS": 0,
        "snapshots-2-0-text": text, "snapshots-2-0-origin": "", **fields,
    }  # fmt: skip


def speaker_form_data(speaker: Speaker, **rows: list[dict[str, Any]]) -> dict[str, Any]:
    data: dict[str, Any] = {"name": speaker.name, "kind": "person"}
    for prefix in ("names", "positions"):
        sent_rows = rows.get(prefix, [])
        data[f"{prefix}-TOTAL_FORMS"] = len(sent_rows)
        data[f"{prefix}-INITIAL_FORMS"] = sum("id" in row for row in sent_rows)
        for number, row in enumerate(sent_rows):
            data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def name_row(name: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "language": "en", "order": "none", "kind": kind, **more}


# Adding an article ---------------------------------------------------------------------------

TAKE = "/admin/citations/article/take/"
INGEST_TEXT = (
    "\n  Talks go on\n\n“We will not\xa0give in,” Ana Duarte said on Wednesday.\n\n"
    "“We will never do so,” she said.\n"
)
LONG_TEXT = " ".join(f"word{number} and another one of {number % 7}" for number in range(60))


def read_source(client: Client, **source: Any) -> HttpResponse:
    """Send the first form."""
    return client.post(TAKE, {"step": "read", **source})


def save_ingest(client: Client, form_page: Any, **changed: Any) -> HttpResponse:
    """Send the second form as a browser does: as it was shown, but for what is changed."""
    form = form_page.context["form"]
    values = {field.name: field.field.prepare_value(field.value()) for field in form}
    data = {name: value for name, value in (values | changed).items() if value is not None}
    data["text"] = data["text"].replace("\n", "\r\n")
    return client.post(TAKE, {"step": "keep", **data})


# The review ----------------------------------------------------------------------------------


def create_proposal(article: Article, words: str, **fields: Any) -> Proposal:
    """A proposal at the first place of the words in the article's text."""
    snapshot = article.current_snapshot
    assert snapshot
    start = snapshot.text.index(words)
    proposal = Proposal(snapshot=snapshot, **fields)
    proposal.anchor([Span(start, start + len(words))])
    proposal.save()
    return proposal


def review_page(proposal: Proposal) -> str:
    return reverse("admin:citations_snapshot_review", args=[proposal.snapshot_id])


def open_review(client: Client, proposal: Proposal) -> str:
    response = client.get(review_page(proposal), {"proposal": proposal.pk})
    assert response.status_code == 200
    return response.content.decode()


def send_decision(client: Client, proposal: Proposal, do: str, **fields: Any) -> Any:
    """Send the form as it was filled in, but for these fields, by one of its buttons."""
    form = client.get(review_page(proposal), {"proposal": proposal.pk}).context["form"]
    values = {field.name: field.value() for field in form} if form else {}
    data = {name: value for name, value in (values | fields).items() if value not in (None, False)}
    data = {name: getattr(value, "pk", value) for name, value in data.items()}
    return client.post(review_page(proposal), data | {"proposal": proposal.pk, "do": do})
