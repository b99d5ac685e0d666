"""A document is stored with its text and its proposals, as a new article or as what it is."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError

from citations.curation.ingest import (
    IngestOutcome,
    TextIdentity,
    identify_text,
    ingest_document,
    publication_of,
)
from citations.documents.document import Document
from citations.models import Article, Proposal, Publication, Snapshot
from tests.support.wire import random_article, random_body

pytestmark = pytest.mark.django_db


def test_an_article_is_stored_with_its_text_and_its_quotations() -> None:
    document = random_article(published="2024-02-08", url="https://example.org/a", language="en-GB")
    result = ingest_document(document, "a.txt")
    assert (result.outcome, result.proposals) == (IngestOutcome.NEW, 12)
    article = result.snapshot.article
    assert (article.headline, article.published) == ("Talks go on", "2024-02-08")
    assert article.language == "en-GB"
    assert (result.snapshot.text, result.snapshot.origin) == (document.text, "a.txt")
    assert Proposal.objects.filter(snapshot=result.snapshot).count() == 12


def test_a_text_that_is_already_stored_is_skipped() -> None:
    first = ingest_document(random_article(), "a.txt")
    again = ingest_document(replace(random_article(), url="https://example.org/b"), "b.html")
    assert (again.outcome, again.snapshot) == (IngestOutcome.DUPLICATE, first.snapshot)
    assert again.proposals == 0
    assert Article.objects.count() == 1


def test_another_text_from_the_same_address_is_a_newer_one_of_the_article() -> None:
    document = random_article(url="https://example.org/a")
    first = ingest_document(document, "a")
    newer = ingest_document(replace(document, text=f"Corrected.\n\n{document.text}"), "a")
    assert (newer.outcome, newer.snapshot.article) == (IngestOutcome.NEWER, first.snapshot.article)
    assert first.snapshot.article.current_snapshot == newer.snapshot


def test_the_same_address_alone_does_not_make_it_a_newer_text() -> None:
    ingest_document(random_article(url="https://example.org/"), "a")
    other = ingest_document(random_article(2, url="https://example.org/"), "b")
    assert (other.outcome, other.snapshot.article.derived_from) == (IngestOutcome.NEW, None)
    assert Article.objects.count() == 2


def test_a_copy_derives_from_the_article_stored_first() -> None:
    first = ingest_document(random_article(), "wire.txt").snapshot.article
    document = random_article(headline="No end of talks")
    copy = ingest_document(document, "paper.txt")
    assert (copy.outcome, copy.copied_from) == (IngestOutcome.COPY, first)
    assert copy.snapshot.article.derived_from == first


def test_another_report_with_one_of_the_quotations_is_no_copy() -> None:
    first = random_article()
    ingest_document(first, "a.txt")
    quoted = first.text.split("\n\n")[3]
    document = Document(text=f"Another report\n\n{quoted}\n\n{random_body(2)}", headline="Another")
    other = ingest_document(document, "b.txt")
    assert (other.outcome, other.snapshot.article.derived_from) == (IngestOutcome.NEW, None)


def test_the_identity_of_a_text_names_the_article_that_it_belongs_to() -> None:
    document = random_article(url="https://example.org/a")
    assert identify_text(document) == TextIdentity(IngestOutcome.NEW)
    stored = ingest_document(document, "a").snapshot
    article = stored.article
    assert identify_text(document) == TextIdentity(IngestOutcome.DUPLICATE, article, stored)
    newer = replace(document, text=f"Corrected.\n\n{document.text}")
    assert identify_text(newer) == TextIdentity(IngestOutcome.NEWER, article)
    elsewhere = replace(newer, url="")
    assert identify_text(elsewhere) == TextIdentity(IngestOutcome.COPY, article)
    unlike = random_article(2, url="https://example.org/a")
    assert identify_text(unlike) == TextIdentity(IngestOutcome.NEW, article)


def test_a_curators_decision_overrides_what_the_text_looks_like() -> None:
    ingest_document(random_article(), "wire.txt")
    copy = random_article(headline="No end of talks")
    result = ingest_document(copy, "b", known=TextIdentity(IngestOutcome.NEW))
    assert (result.outcome, result.copied_from) == (IngestOutcome.NEW, None)


def test_nothing_is_stored_when_the_metadata_is_invalid() -> None:
    with pytest.raises(ValidationError):
        ingest_document(random_article(published="8/2/2024"), "a.txt")
    assert not Article.objects.exists()
    assert not Snapshot.objects.exists()


def test_the_publication_is_the_recorded_one_with_the_name_or_the_host() -> None:
    paper = Publication.objects.create(
        slug="paper", name="The Paper", kind="newspaper", homepage="https://www.paper.example/"
    )
    for name, url in [
        ("the paper", ""), ("", "https://paper.example/a"), ("x", "http://www.paper.example/b"),
    ]:  # fmt: skip
        assert publication_of(random_article(publication=name, url=url)) == paper
    assert publication_of(random_article(url="https://(((x/")) is None
    assert publication_of(random_article(publication="A", url="https://notpaper.example/")) is None


def test_of_two_publications_with_one_name_neither_is_taken() -> None:
    for slug in ("a", "b"):
        Publication.objects.create(slug=slug, name="The Paper", kind="newspaper")
    assert publication_of(random_article(publication="The Paper")) is None


def test_an_ingested_article_gets_its_publication() -> None:
    paper = Publication.objects.create(slug="paper", name="The Paper", kind="newspaper")
    result = ingest_document(random_article(publication="The Paper"), "a")
    assert result.snapshot.article.publication == paper
