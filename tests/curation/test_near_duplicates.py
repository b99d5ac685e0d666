"""Identical texts, copies and newer versions are told from other texts."""

import pytest

from citations.curation.ingest import ingest_document
from citations.curation.near_duplicates import (
    find_identical_snapshot,
    find_near_duplicate,
    is_newer_version,
    store_missing_fingerprints,
)
from citations.models import Fingerprint, Snapshot
from tests.support.wire import random_article, random_body

pytestmark = pytest.mark.django_db

# What another paper does to the text of a wire.
COPIES = [
    lambda text: text.replace("Talks go on", "No end of talks, says Kishida"),
    lambda text: f"TOKYO (Wire) – Our reporter writes from the capital.\n\n{text}",
    lambda text: text[: len(text) * 2 // 3],
    lambda text: text.upper(),
    lambda text: text.replace("“", '"').replace("”", '"').replace("\n\n", "\n"),
    lambda text: text.replace("Kishida Fumio said", "Prime Minister Kishida said"),
]


@pytest.mark.parametrize("change", COPIES)
def test_a_changed_copy_of_a_wire_is_found(change: object) -> None:
    stored = ingest_document(random_article(), "wire.txt").snapshot
    ingest_document(random_article(3), "other.txt")
    text = change(random_article().text)  # type: ignore[operator]
    assert find_identical_snapshot(text) is None
    assert find_near_duplicate(text) == stored


def test_another_report_with_one_of_the_quotations_is_not_found() -> None:
    quoted = random_article().text.split("\n\n")[3]
    ingest_document(random_article(), "a.txt")
    assert find_near_duplicate(f"Another report\n\n{quoted}\n\n{random_body(2)}") is None


def test_a_short_text_is_never_called_a_copy() -> None:
    ingest_document(random_article(), "a.txt")
    assert find_near_duplicate(" ".join(random_article().text.split()[:20])) is None


def test_an_identical_text_is_found_by_every_letter() -> None:
    stored = ingest_document(random_article(), "a.txt").snapshot
    assert find_identical_snapshot(stored.text) == stored
    assert find_identical_snapshot(f"{stored.text} ") is None


def test_a_newer_version_shares_some_of_its_words() -> None:
    text = random_article().text
    assert is_newer_version(text[: len(text) // 3] + random_body(2), text)
    assert not is_newer_version(random_body(2), text)


def test_fingerprints_of_loaded_texts_are_stored_when_they_are_missing(seed: None) -> None:
    assert not Fingerprint.objects.exists()
    assert store_missing_fingerprints(most=1) == 1
    assert store_missing_fingerprints() == 1
    assert store_missing_fingerprints() == 0
    stored = Snapshot.objects.get(article__key="46X7TFXG")
    assert find_near_duplicate(stored.text[:1500]) == stored


def test_an_empty_text_gets_a_fingerprint_too_so_that_it_is_not_missing_for_ever() -> None:
    stored = ingest_document(random_article(), "a.txt").snapshot
    Snapshot.objects.create(article=stored.article, text="Hello.", sha256="0" * 64)
    assert store_missing_fingerprints() == 1
    assert store_missing_fingerprints() == 0
