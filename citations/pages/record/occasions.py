"""The lines of the timeline: each occasion with the first words of what was said on it."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Window
from django.db.models.functions import RowNumber

from citations.models import Mode, Occasion, Quote, Speaker
from citations.pages.links import addresses_of

# The most quotes shown of one occasion, and the most words shown of a quote.
MOST_QUOTES = 20
MOST_WORDS = 20


class OccasionQuote(NamedTuple):
    """One quote of an occasion, as its line shows it."""

    who: str
    url: str
    language: str
    has_marks: bool
    words: str


@dataclass(frozen=True, slots=True)
class OccasionLine:
    """One occasion of the timeline, with what was said on it."""

    slug: str
    date: str
    event: str
    place: str
    date_earliest: datetime.date | None
    date_latest: datetime.date | None
    said: Sequence[OccasionQuote]


def occasion_lines(occasions: Sequence[Occasion]) -> list[OccasionLine]:
    said = quotes_by_occasion(occasions)
    return [
        OccasionLine(
            one.slug,
            one.date,
            one.event,
            one.place,
            one.date_earliest,
            one.date_latest,
            said.get(one.pk, ()),
        )
        for one in occasions
    ]


def quotes_by_occasion(occasions: Iterable[Occasion]) -> Mapping[int, list[OccasionQuote]]:
    """The first published quotes of each occasion, by its primary key."""
    place = Window(RowNumber(), partition_by="occasion_id", order_by="pk")
    quotes = Quote.objects.published().filter(occasion__in=occasions).order_by("pk")
    rows = (
        quotes.alias(place=place)
        .filter(place__lte=MOST_QUOTES)
        .values_list("occasion_id", "speaker_id", "key", "language", "mode", "text")
    )
    # A query of its own: PostgreSQL would read all speakers to join them to these few.
    speakers = Speaker.objects.filter(pk__in={speaker for _, speaker, *_ in rows})
    names = dict(speakers.values_list("pk", "name"))
    found, to_quote = defaultdict(list), addresses_of("quote")
    for occasion, speaker, key, language, mode, text in rows:
        who, marks = names.get(speaker, ""), mode != Mode.INDIRECT
        line = OccasionQuote(who, to_quote(key), language, marks, first_words(text))
        found[occasion].append(line)
    return found


def first_words(text: str) -> str:
    """The first words of a text, with `…` for the rest."""
    words = text.split(maxsplit=MOST_WORDS)
    return " ".join([*words[:MOST_WORDS], *(["…"] if len(words) > MOST_WORDS else [])])
