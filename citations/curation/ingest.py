"""Stores a document as an article with its snapshot and proposals: all of it or nothing."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from django.db import connection, transaction

from citations.curation.near_duplicates import (
    find_identical_snapshot,
    find_near_duplicate,
    is_newer_version,
    store_fingerprints,
)
from citations.curation.proposals import propose_quotations
from citations.curation.reanchoring import reanchor_appearances
from citations.curation.resolution import SpeakerDirectory
from citations.documents.document import Document
from citations.models import Article, Publication, Snapshot, sha256_of


class IngestOutcome(StrEnum):
    """What a text is stored as; the admin's form sends these values."""

    NEW = "taken"
    COPY = "copy"
    NEWER = "newer"
    DUPLICATE = "held"


@dataclass(frozen=True)
class IngestResult:
    """The snapshot of a text, the number of proposals made in it, and the source of a copy."""

    snapshot: Snapshot
    outcome: IngestOutcome
    proposals: int = 0
    copied_from: Article | None = None


@dataclass(frozen=True)
class TextIdentity:
    """How a text relates to what is stored: identical snapshot, newer version, copy, or new.

    For a new text, `article` is the one with the same address: a curator may decide otherwise.
    """

    outcome: IngestOutcome
    article: Article | None = None
    snapshot: Snapshot | None = None


def identify_text(document: Document) -> TextIdentity:
    """Compare the text with all stored ones. Copies are recognised by their words alone.

    A newer version has an article's address and shares words with it: the address is not enough,
    because many pages give their site's front page.
    """
    if same := find_identical_snapshot(document.text):
        return TextIdentity(IngestOutcome.DUPLICATE, same.article, same)
    known = Article.objects.filter(url=document.url).first() if document.url else None
    current = known.current_snapshot if known else None
    if current and is_newer_version(document.text, current.text):
        return TextIdentity(IngestOutcome.NEWER, known)
    if source := find_near_duplicate(document.text):
        return TextIdentity(IngestOutcome.COPY, source.article)
    return TextIdentity(IngestOutcome.NEW, known)


@transaction.atomic
def ingest_document(
    document: Document,
    origin: str,
    *,
    publication: Publication | None = None,
    directory: SpeakerDirectory | None = None,
    known: TextIdentity | None = None,
) -> IngestResult:
    """Store the text as what it is `known` to be, or else identified as; a duplicate is skipped.

    Raises ValidationError when the metadata is invalid.
    """
    _lock_text(document.text)
    known = known or identify_text(document)
    if same := known.snapshot or find_identical_snapshot(document.text):
        return IngestResult(same, IngestOutcome.DUPLICATE)
    if known.outcome == IngestOutcome.NEWER and known.article:
        return _store_snapshot(known.article, document, origin, IngestOutcome.NEWER, directory)
    article = Article(
        publication=publication or publication_of(document),
        headline=document.headline,
        byline=list(document.byline),
        kind=document.kind,
        published=document.published,
        language=document.language or "en",
        url=document.url,
        derived_from=known.article if known.outcome == IngestOutcome.COPY else None,
        note=document.note,
    )
    article.full_clean()
    article.save()
    return _store_snapshot(article, document, origin, known.outcome, directory)


def _lock_text(text: str) -> None:
    """Make others that ingest the same text wait. SQLite has only one writer anyway."""
    if connection.vendor == "postgresql":
        number = int(sha256_of(text)[:15], 16)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def _store_snapshot(
    article: Article,
    document: Document,
    origin: str,
    outcome: IngestOutcome,
    directory: SpeakerDirectory | None,
) -> IngestResult:
    text = document.text
    snapshot = Snapshot(article=article, text=text, sha256=sha256_of(text), origin=origin[:500])
    snapshot.full_clean()
    snapshot.save()
    store_fingerprints([snapshot])
    if outcome == IngestOutcome.NEWER:
        reanchor_appearances(snapshot)
    proposals = propose_quotations(snapshot, directory)
    return IngestResult(snapshot, outcome, proposals, article.derived_from)


def publication_of(document: Document) -> Publication | None:
    """The one recorded publication with the name on the page, else the one with its host."""
    named = Publication.objects.filter(name__iexact=document.publication)
    found = list(named[:2]) if document.publication else []
    host = _host_of(document.url)
    if not found and host:
        homes = Publication.objects.filter(homepage__icontains=host)
        found = [each for each in homes if _host_of(each.homepage) == host]
    return found[0] if len(found) == 1 else None


def _host_of(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
