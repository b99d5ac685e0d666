"""Redirects from the address of a merged record."""

import pytest
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import resolve

from citations.models import Article, Merge, MergeKind, Publication
from citations.views.responses.redirects import redirect_if_merged, redirect_permanently

ADDRESS = "/publications/paper/"


def missing(request: HttpRequest, **arguments: str) -> HttpResponse:
    raise Http404


def request_for(address: str) -> HttpRequest:
    request = RequestFactory().get(address)
    request.resolver_match = resolve(request.path)
    return request


@pytest.fixture
def merged(db: None) -> None:
    editor = User.objects.create(username="editor")
    Merge.objects.create(
        kind=MergeKind.PUBLICATION, merged="paper", kept="the-paper", reason="one paper", by=editor
    )


@pytest.mark.parametrize("query", ["", "?page=2&until=2020"])
def test_a_merged_record_redirects_with_the_query(merged: None, query: str) -> None:
    view = redirect_if_merged(MergeKind.PUBLICATION)(missing)
    response = view(request_for(f"{ADDRESS}{query}"), slug="paper")
    assert response.status_code == 301
    assert response["Location"] == f"/publications/the-paper/{query}"


def test_a_record_that_was_never_merged_stays_missing(merged: None) -> None:
    view = redirect_if_merged(MergeKind.PUBLICATION)(missing)
    with pytest.raises(Http404):
        view(request_for("/publications/other/"), slug="other")


def test_a_merge_of_another_kind_does_not_count(merged: None) -> None:
    view = redirect_if_merged(MergeKind.ARTICLE)(missing)
    with pytest.raises(Http404):
        view(request_for(ADDRESS), slug="paper")


def test_a_record_that_is_there_is_shown_whatever_was_merged(
    client: Client, merged: None, seed: None
) -> None:
    paper = Publication.objects.create(slug="paper", name="The Paper", kind="newspaper")
    assert client.get(ADDRESS).status_code == 301  # nothing of it is published
    Article.objects.update(publication=paper)
    assert client.get(ADDRESS).status_code == 200


def test_browsers_ask_again_because_a_merge_can_be_undone() -> None:
    assert redirect_permanently(ADDRESS)["Cache-Control"] == "no-cache"
