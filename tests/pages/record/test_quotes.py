"""What a quote's page shows of its appearances, citations and related quotes."""

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from citations.forms.citation import CitationForm
from citations.models import Appearance, Article, Quote, QuoteRelation, RelationKind
from citations.models.citable import cited_quotes
from citations.models.projections import with_sources
from citations.pages.citing.prepared_citations import prepared_citations
from citations.pages.record.quotes import (
    INVERSE,
    appearances_in_context,
    citation_context,
    related_quotes,
    variants_context,
)
from tests.support.pages import SITE, SPLIT, TWICE


def quote_with_sources(key: str) -> Quote:
    return with_sources(Quote.objects.filter(key=key)).get()


def test_the_primary_appearance_comes_first(seed: None) -> None:
    quote = quote_with_sources(TWICE)
    later = Article.objects.create(headline="Later", kind="webpage", url="https://n.example/a")
    Appearance.objects.create(quote=quote, article=later, exact="unacceptable")
    quote = quote_with_sources(TWICE)
    shown = list(appearances_in_context(quote.appearances.all()))
    assert shown[0].appearance.primary
    assert shown[-1].appearance.article == later
    assert shown[-1].passage == []  # its source has no text
    assert shown[-1].live_url == "https://n.example/a"
    assert shown[-1].archived_text_url == f"{later.get_absolute_url()}#q-{TWICE}"


def test_split_words_are_all_marked_in_their_passage(seed: None) -> None:
    quote = quote_with_sources(SPLIT)
    [shown] = appearances_in_context(quote.appearances.all())
    marked = [run.text for paragraph in shown.passage for run in paragraph if run.of]
    assert len(marked) > 1
    assert all(text.strip("“”,. ") in shown.appearance.snapshot.text for text in marked)


@pytest.mark.parametrize("kind", RelationKind)
def test_a_relation_is_read_from_both_ends(
    seed: None, kind: RelationKind, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    one, other = Quote.objects.get(key=TWICE), Quote.objects.get(key=SPLIT)
    QuoteRelation.objects.filter(quote=one).delete()
    QuoteRelation.objects.filter(other=one).delete()
    QuoteRelation.objects.create(quote=one, other=other, kind=kind)
    with django_assert_num_queries(2):
        [related] = related_quotes(one)
    assert (related.how, related.url) == (kind.label, other.get_absolute_url())
    assert (related.text, related.speaker) == (other.text, other.speaker.name)
    assert INVERSE[kind] in [each.how for each in related_quotes(other)]


def test_only_published_quotes_are_related(seed: None) -> None:
    one, other = Quote.objects.get(key=TWICE), Quote.objects.get(key=SPLIT)
    QuoteRelation.objects.create(quote=one, other=other, kind=RelationKind.ANSWERS)
    other.state = "rejected"
    other.save()
    assert SPLIT not in "".join(related.url for related in related_quotes(one))


def test_a_quote_of_one_source_has_no_variants(seed: None) -> None:
    assert variants_context(quote_with_sources(SPLIT)) == {}


def test_citations_are_shown_once_they_were_prepared(seed: None) -> None:
    quote = quote_with_sources(SPLIT)
    context = citation_context(quote, SITE)
    assert context["citations"] == []
    assert context["metatags"]
    form = CitationForm({})
    form.is_valid()
    [quoted] = cited_quotes([quote], SITE)
    prepared = prepared_citations(quoted, form)
    assert citation_context(quote, SITE)["citations"] == prepared[1:] != []


def test_a_quote_without_a_source_has_no_citations(seed: None) -> None:
    Appearance.objects.filter(quote__key=SPLIT).delete()
    assert citation_context(quote_with_sources(SPLIT), SITE) == {}
