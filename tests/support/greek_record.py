"""A record written in Greek: whatever Latin letters a page shows then are the site's own words."""

import datetime

from citations.curation.proposals import propose_quotations
from citations.models import (
    Appearance,
    Article,
    Occasion,
    Position,
    Publication,
    Quote,
    QuoteRelation,
    Snapshot,
    Speaker,
    SpeakerName,
    Topic,
    WantedSearch,
    sha256_of,
)
from citations.text.spans import Span

TEXT = (
    "Η δήμαρχος είπε: «Θα τα ξαναχτίσουμε όλα εδώ» και έφυγε.\n\n"
    "«Δεν θα περιμένουμε άλλο πια», είπε η Μαρία Δήμου."
)
WORDS = Span(18, 44)  # Θα τα ξαναχτίσουμε όλα εδώ


def save_greek_record() -> None:
    """Save a little of everything, published and not, so that every page has something to show."""
    mayor = Speaker.objects.create(slug="dimou", name="Μαρία Δήμου", birth="1960", wikidata="Q1")
    other = Speaker.objects.create(slug="allos", name="Μαρία Δήμου", description="Άλλη")
    SpeakerName.objects.create(speaker=mayor, name="Δήμου Μαρία", language="el", kind="alias")
    Position.objects.create(speaker=mayor, title="Δήμαρχος", start="2020", end="2024")
    paper = Publication.objects.create(
        slug="efim", name="Εφημερίδα", kind="newspaper", country="GR"
    )
    article = Article.objects.create(
        headline="Ανοικοδόμηση",
        kind="article-newspaper",
        publication=paper,
        byline=["Νίκος Άλφας"],
        language="el",
        published="2021-05-04",
        url="https://efim.example/1",
    )
    snapshot = Snapshot.objects.create(
        article=article,
        text=TEXT,
        sha256=sha256_of(TEXT),
        taken_at=datetime.datetime(2021, 5, 5, tzinfo=datetime.UTC),
    )
    occasion = Occasion.objects.create(slug="omilia", date="2021-05", event="Ομιλία", place="Αθήνα")
    topic = Topic.objects.create(slug="ktiria", name="Κτίρια")
    for standing, key in (("accepted", "AAAAAAA1"), ("disputed", "AAAAAAA2")):
        quote = Quote.objects.create(
            key=key,
            speaker=mayor,
            text="Θα τα ξαναχτίσουμε όλα εδώ",
            language="el",
            occasion=occasion,
            standing=standing,
            standing_note="" if standing == "accepted" else "Αμφίβολο",
        )
        quote.topics.add(topic)
        appearance = Appearance(quote=quote, primary=True)
        appearance.anchor(snapshot, [WORDS])
        appearance.save()
    first, second = Quote.objects.order_by("key")
    QuoteRelation.objects.create(quote=first, kind="restates", other=second)
    Quote.objects.filter(pk__in=(first.pk, second.pk)).set_state("published")
    Quote.objects.create(key="AAAAAAA3", speaker=other, text="Όχι ακόμα", language="el")
    WantedSearch.objects.note("άγνωστο", datetime.date(2021, 5, 6))
    propose_quotations(snapshot)
