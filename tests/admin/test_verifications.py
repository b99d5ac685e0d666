"""Verifications, which nobody edits."""

import pytest
from django.test import Client
from django.urls import reverse

from citations.models import Article, Quote, Verification
from tests.support.curating import admin_address, save_quote


@pytest.fixture
def verification(editor: Client, quote: Quote, article: Article) -> Verification:
    save_quote(editor, quote, {"article": article.pk, "words": "It was late."})
    return Verification.objects.get()


def test_nobody_adds_changes_or_deletes_a_verification(
    root: Client, verification: Verification
) -> None:
    assert root.get(admin_address(verification)).status_code == 200
    assert root.get(reverse("admin:citations_verification_add")).status_code == 403
    assert root.post(admin_address(verification), {"verdict": "verbatim"}).status_code == 403
    assert root.post(admin_address(verification, "delete"), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize(("verdict", "count"), [("absent", 1), ("verbatim", 0)])
def test_verifications_are_filtered_by_verdict(
    root: Client, verification: Verification, verdict: str, count: int
) -> None:
    address = reverse("admin:citations_verification_changelist")
    page = root.get(address, {"verdict__exact": verdict})
    assert page.context["cl"].result_count == count
