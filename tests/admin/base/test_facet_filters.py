"""Filters of the list of quotes."""

import pytest
from django.test import Client
from django.urls import reverse

from citations.admin.base.facet_filters import chosen_facets
from citations.models import Article, Quote
from tests.support.curating import save_quote, visible_text


@pytest.mark.parametrize(
    ("parameters", "facets"),
    [
        ({}, {}),
        ({"mode": "direct"}, {"mode": ("direct",)}),
        ({"mode": "", "lang": "ja"}, {"lang": ("ja",)}),
        ({"verdict": "altered", "q": "x"}, {"verdict": ("altered",)}),
        ({"verdict": "nowhere"}, {}),  # not a facet of the search
    ],
)
def test_the_chosen_facets_are_those_of_the_address(
    parameters: dict[str, str], facets: dict[str, tuple[str, ...]]
) -> None:
    assert chosen_facets(parameters) == facets


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize(
    "parameters", [{"mode": "partial"}, {"lang": "ja"}, {"mode": "direct", "lang": "en"}]
)
def test_the_filters_agree_with_the_database(curator: Client, parameters: dict[str, str]) -> None:
    columns = {"mode": "mode", "lang": "language"}
    rows = Quote.objects.filter(**{columns[name]: value for name, value in parameters.items()})
    page = curator.get(reverse("admin:citations_quote_changelist"), parameters)
    assert page.context["cl"].result_count == rows.count()


def test_proposals_without_an_appearance_are_found(
    curator: Client, quote: Quote, article: Article
) -> None:
    other = Quote.objects.create(speaker=quote.speaker, text="Elsewhere.")
    save_quote(curator, other, {"article": article.pk, "words": "It was late."})
    page = curator.get(reverse("admin:citations_quote_changelist"), {"verdict": "nowhere"})
    assert list(page.context["cl"].result_list) == [quote]
    assert "In no article" in visible_text(page)
