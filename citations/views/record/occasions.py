"""When it was said and what it was about: the timeline of occasions, and the topics."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from citations.models import Mode, Occasion, Quote, Speaker, Topic
from citations.pages.links import addresses_of
from citations.pages.results.pagination import UpToForm, address_of, after_of, leaf, quotes_leaf
from citations.pages.timeline import by_year_and_month
from citations.search.find import Search

OCCASIONS_PER_PAGE = 25
# Of an occasion on which very much was said so many quotes are shown, and of each so many words.
MOST_SAID = 20
MOST_WORDS = 20


class Said(NamedTuple):
    """One quote of an occasion, as its line shows it."""

    who: str
    url: str
    language: str
    has_marks: bool
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One occasion of the timeline, with what was said then."""

    slug: str
    date: str
    event: str
    place: str
    date_earliest: datetime.date | None
    date_latest: datetime.date | None
    said: Sequence[Said]


@require_safe
def dates(request: HttpRequest) -> HttpResponse:
    """The occasions, newest first; 400 when the day up to which is asked cannot be read."""
    form = UpToForm(request.GET)
    after = after_of(request)
    last = get_object_or_404(Occasion, slug=after) if after else None
    public = Occasion.objects.public()
    occasions = public.newest_first(form.day, undated=form.undated_only, after=last)
    shown = Occasion.objects.all()
    page = leaf(occasions, request, OCCASIONS_PER_PAGE, shown=shown, name="slug")
    context = {"form": form, "page": page, "years": by_year_and_month(entries(page.rows))}
    status = 400 if form.errors else 200
    return render(request, "citations/dates.html", context, status=status)


def entries(occasions: Sequence[Occasion]) -> list[Entry]:
    said = said_on(occasions)
    return [
        Entry(
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


def said_on(occasions: Iterable[Occasion]) -> Mapping[int, list[Said]]:
    """The first published quotes of each occasion."""
    place = Window(RowNumber(), partition_by="occasion_id", order_by="pk")
    quotes = Quote.objects.published().filter(occasion__in=occasions).order_by("pk")
    rows = (
        quotes.alias(place=place)
        .filter(place__lte=MOST_SAID)
        .values_list("occasion_id", "speaker_id", "key", "language", "mode", "text")
    )
    # By themselves: PostgreSQL would read all there are to join them to these few.
    speakers = Speaker.objects.filter(pk__in={speaker for _, speaker, *_ in rows})
    names = dict(speakers.values_list("pk", "name"))
    found, to_quote = defaultdict(list), addresses_of("quote")
    for occasion, speaker, key, language, mode, text in rows:
        who, marks = names.get(speaker, ""), mode != Mode.INDIRECT
        found[occasion].append(Said(who, to_quote(key), language, marks, beginning(text)))
    return found


def beginning(text: str) -> str:
    """The first words of a text; `…` stands for the others."""
    words = text.split(maxsplit=MOST_WORDS)
    return " ".join([*words[:MOST_WORDS], *(["…"] if len(words) > MOST_WORDS else [])])


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Topic.objects.public(), slug=slug)
    search = Search(chosen={"topic": (slug,)}, sort="newest")
    quotes, page = quotes_leaf(search, request)
    context = {
        "topic": found,
        "total": quotes.total,
        "page": page,
        "search_url": address_of(search),
    }
    return render(request, "citations/topic.html", context)
