"""From a reading to an article with its text and what is quoted in it, all of it or nothing."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from django.db import transaction

from citations.intake.held import copied_from, fingerprint, held
from citations.intake.propose import propose
from citations.intake.reading import Reading
from citations.intake.who import Directory
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


@transaction.atomic
def take(
    reading: Reading,
    origin: str,
    *,
    publication: Publication | None = None,
    directory: Directory | None = None,
) -> Taken:
    """Keep the text, unless it is held. Raises ValidationError where its metadata cannot be.

    A text from the address of an article is a newer text of it; a copy of another article derives
    from that.
    """
    if same := held(reading.text):
        return Taken(same, How.HELD)
    if reading.url and (known := Article.objects.filter(url=reading.url).first()):
        return _kept(known, reading, origin, How.NEWER, directory)
    source = copied_from(reading.text)
    article = Article(
        publication=publication or publication_of(reading),
        headline=reading.headline,
        byline=list(reading.byline),
        kind=reading.kind,
        published=reading.published,
        language=reading.language or "en",
        url=reading.url,
        derived_from=source.article if source else None,
        note=reading.note,
    )
    article.full_clean()
    article.save()
    how = How.COPY if source else How.TAKEN
    return _kept(article, reading, origin, how, directory)


def _kept(
    article: Article, reading: Reading, origin: str, how: How, directory: Directory | None
) -> Taken:
    text = reading.text
    snapshot = Snapshot(article=article, text=text, sha256=sha256_of(text), origin=origin[:500])
    snapshot.full_clean()
    snapshot.save()
    fingerprint([snapshot])
    return Taken(snapshot, how, propose(snapshot, directory), article.derived_from)


def publication_of(reading: Reading) -> Publication | None:
    """The one on record that the page names, or whose homepage it stands on; else none."""
    named = Publication.objects.filter(name__iexact=reading.publication)
    found = list(named[:2]) if reading.publication else []
    host = urlsplit(reading.url).hostname or ""
    if not found and host:
        bare = host.removeprefix("www.")
        homes = Publication.objects.filter(homepage__iregex=rf"^https?://(www\.)?{bare}(/|$)")
        found = list(homes[:2])
    return found[0] if len(found) == 1 else None
