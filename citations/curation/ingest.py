"""From a reading to an article with its text and what is quoted in it, all of it or nothing."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from django.db import connection, transaction

from citations.curation.near_duplicates import copied_from, fingerprint, held, is_newer
from citations.curation.proposals import propose
from citations.curation.reanchoring import reanchor
from citations.curation.resolution import Directory
from citations.documents.detection import Reading
from citations.models import Article, Publication, Snapshot, sha256_of


class How(StrEnum):
    """What became of a text."""

    TAKEN = "taken"
    COPY = "copy"
    NEWER = "newer"
    HELD = "held"


@dataclass(frozen=True)
class Taken:
    """The snapshot of a text, how it came to be, and how many quotations were proposed in it.

    Of a copy `of` is the article it was copied from.
    """

    snapshot: Snapshot
    how: How
    proposals: int = 0
    of: Article | None = None


@dataclass(frozen=True)
class Recognised:
    """What a text is to those that are held: of `HELD` the snapshot, else of which article.

    One that is `TAKEN` by itself may name the article that has its address, for a curator.
    """

    how: How
    of: Article | None = None
    snapshot: Snapshot | None = None


def recognise(reading: Reading) -> Recognised:
    """A text from the address of an article that has words of it is a newer one of that article.

    The words are asked for too: many pages call their site's first page their address. A copy is
    told by its words alone.
    """
    if same := held(reading.text):
        return Recognised(How.HELD, same.article, same)
    known = Article.objects.filter(url=reading.url).first() if reading.url else None
    if known and known.current_snapshot and is_newer(reading.text, known.current_snapshot.text):
        return Recognised(How.NEWER, known)
    source = copied_from(reading.text)
    return Recognised(How.COPY, source.article) if source else Recognised(How.TAKEN, known)


@transaction.atomic
def take(
    reading: Reading,
    origin: str,
    *,
    publication: Publication | None = None,
    directory: Directory | None = None,
    known: Recognised | None = None,
) -> Taken:
    """Keep the text as what it is `known` to be, or is recognised as, unless it is held.

    Raises ValidationError where its metadata cannot be kept.
    """
    _hold(reading.text)
    known = known or recognise(reading)
    if same := known.snapshot or held(reading.text):
        return Taken(same, How.HELD)
    if known.how == How.NEWER and known.of:
        return _kept(known.of, reading, origin, How.NEWER, directory)
    article = Article(
        publication=publication or publication_of(reading),
        headline=reading.headline,
        byline=list(reading.byline),
        kind=reading.kind,
        published=reading.published,
        language=reading.language or "en",
        url=reading.url,
        derived_from=known.of if known.how == How.COPY else None,
        note=reading.note,
    )
    article.full_clean()
    article.save()
    return _kept(article, reading, origin, known.how, directory)


def _hold(text: str) -> None:
    """Have whoever takes the same text at this moment wait; SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        number = int(sha256_of(text)[:15], 16)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def _kept(
    article: Article, reading: Reading, origin: str, how: How, directory: Directory | None
) -> Taken:
    text = reading.text
    snapshot = Snapshot(article=article, text=text, sha256=sha256_of(text), origin=origin[:500])
    snapshot.full_clean()
    snapshot.save()
    fingerprint([snapshot])
    if how == How.NEWER:
        reanchor(snapshot)
    return Taken(snapshot, how, propose(snapshot, directory), article.derived_from)


def publication_of(reading: Reading) -> Publication | None:
    """The one on record that the page names, or whose homepage it stands on; else none."""
    named = Publication.objects.filter(name__iexact=reading.publication)
    found = list(named[:2]) if reading.publication else []
    host = _host(reading.url)
    if not found and host:
        homes = Publication.objects.filter(homepage__icontains=host)
        found = [each for each in homes if _host(each.homepage) == host]
    return found[0] if len(found) == 1 else None


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
