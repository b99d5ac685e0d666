"""The list of proposals and the page of a review."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from citations.models import (
    Article,
    Position,
    Proposal,
    Quote,
    Speaker,
    Topic,
)
from tests.support.curating import create_proposal, open_review, review_page, send_decision

MOST_QUERIES = 15


@pytest.mark.parametrize("number", ["x", "0", "99999999999999999999", "1\0"])
def test_a_text_that_is_not_there_is_not_found(editor: Client, number: str) -> None:
    address = reverse("admin:citations_snapshot_review", args=[number])
    assert editor.get(address).status_code == 404


def test_only_curators_review(client: Client, root: Client, proposal: Proposal) -> None:
    assert client.get(review_page(proposal)).status_code == 302
    assert root.get(review_page(proposal)).status_code == 200


def test_a_page_of_many_proposals_takes_few_queries(
    editor: Client,
    article: Article,
    speaker: Speaker,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    Position.objects.create(speaker=speaker, title="Mayor", start="2020")
    for words in ("We will wait", "And then", "It was late", "It was not", "in Paris"):
        create_proposal(article, words, speaker=speaker, said="2022-03-21")
    first, second, third, *_ = Proposal.objects.in_order()
    topic = Topic.objects.create(slug="waiting", name="Waiting")
    send_decision(editor, first, "publish", topics=[topic.pk])
    send_decision(editor, second, "reject")
    Quote.objects.create(speaker=speaker, text=third.exact)
    with django_assert_max_num_queries(MOST_QUERIES):
        open_review(editor, third)


def test_the_list_of_proposals_leads_to_their_texts(editor: Client, proposal: Proposal) -> None:
    listed = editor.get(reverse("admin:citations_proposal_changelist")).content.decode()
    assert f'href="{review_page(proposal)}?proposal={proposal.pk}"' in listed
    change = editor.get(reverse("admin:citations_proposal_change", args=[proposal.pk]))
    assert change["Location"] == f"{review_page(proposal)}?proposal={proposal.pk}"
