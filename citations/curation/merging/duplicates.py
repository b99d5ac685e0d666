"""Which records may be the same: pairs for a curator to look at, never merged by themselves."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any
from urllib.parse import urlsplit

from django.db.models.functions import Lower

from citations.curation.merging.merge import name_of
from citations.curation.resolution import key_of
from citations.models import (
    Article,
    Different,
    Merge,
    Merged,
    Publication,
    Quote,
    Snapshot,
    Speaker,
    SpeakerName,
    State,
)
from citations.query.parser import parse
from citations.search.find import Search, find_numbers
from citations.text.folding import fold_for_search
from citations.text.tokens import Kind, tokens

# Records, the newest ones, for which others like them are looked for.
NEWEST, NEWEST_QUOTES = 1_000, 100
MOST_PAIRS = 100
# Of so many alike, the first are paired.
MOST_ALIKE = 5
MOST_WORDS = 40


@dataclass(frozen=True)
class Pair:
    """Two records that look alike, and in what."""

    one: Any
    other: Any
    why: str


def likely(kind: str) -> list[Pair]:
    """Pairs of this kind that are neither merged nor known to be different, at most so many."""
    known = Different.objects.pairs(kind)
    gone = set(Merge.objects.standing().filter(kind=kind).values_list("merged", flat=True))
    found: dict[tuple[str, str], Pair] = {}
    for pair in FINDERS[Merged(kind)]():
        first, second = sorted((name_of(pair.one), name_of(pair.other)))
        if (first, second) not in known and not {first, second} & gone:
            found.setdefault((first, second), pair)
        if len(found) == MOST_PAIRS:
            break
    return list(found.values())


def _paired(groups: Iterable[set[int]], model: Any, why: str) -> Iterator[Pair]:
    """The pairs in each group of numbers, the oldest records first."""
    pairs = [two for group in groups for two in combinations(sorted(group)[:MOST_ALIKE], 2)]
    pairs = pairs[:MOST_PAIRS]
    rows = model.objects.in_bulk({number for pair in pairs for number in pair})
    for one, other in pairs:
        yield Pair(rows[one], rows[other], why)


def _alike(rows: Iterable[tuple[Any, int]]) -> list[set[int]]:
    """The numbers that share a value, where several do."""
    groups: dict[Any, set[int]] = defaultdict(set)
    for value, number in rows:
        if value:
            groups[value].add(number)
    return [numbers for numbers in groups.values() if len(numbers) > 1]


def _speakers() -> Iterator[Pair]:
    """By any form of the name, in either order, without case and accents."""
    names = SpeakerName.objects.filter(speaker__merged_into=None).order_by()
    shown = Speaker.objects.filter(merged_into=None).order_by()
    rows = [*names.values_list("name", "speaker"), *shown.values_list("name", "pk")]
    groups = _alike((key_of(name), number) for name, number in rows)
    yield from _paired(groups, Speaker, "the same name")


def _publications() -> Iterator[Pair]:
    rows = list(Publication.objects.values_list("pk", "name", "homepage", "issn"))
    yield from _paired(_alike((key_of(row[1]), row[0]) for row in rows), Publication, "name")
    hosts = ((urlsplit(row[2]).hostname, row[0]) for row in rows)
    bare = (((host or "").removeprefix("www."), number) for host, number in hosts)
    yield from _paired(_alike(bare), Publication, "the same site")
    yield from _paired(_alike((row[3], row[0]) for row in rows), Publication, "the same ISSN")


def _articles() -> Iterator[Pair]:
    """The newest ones beside all others with the same text, or the same headline and date."""
    newest = Snapshot.objects.order_by("-pk").values_list("sha256", flat=True)[:NEWEST]
    same = Snapshot.objects.filter(sha256__in=list(newest)).values_list("sha256", "article")
    yield from _paired(_alike(same), Article, "the same text")
    spelled = Article.objects.annotate(low=Lower("headline"))
    low = spelled.order_by("-pk").values_list("low", flat=True)[:NEWEST]
    rows = spelled.filter(low__in=list(low)).values_list(
        "low", "publication", "published", "url", "pk"
    )
    told = [((row[0], row[1], row[2]), row[4]) for row in rows]
    yield from _paired(_alike(told), Article, "the same headline, publication and date")
    yield from _paired(_alike((row[3], row[4]) for row in rows), Article, "the same address")


def _quotes() -> Iterator[Pair]:
    """The newest ones beside those of the same speaker in the same words."""
    shown = Quote.objects.exclude(state=State.REJECTED).select_related("speaker")
    for quote in shown.order_by("-pk")[:NEWEST_QUOTES]:
        words = [token.key for token in tokens(quote.text) if token.kind is Kind.WORD]
        if not words:
            continue
        states = (State.PROPOSED.value, State.PUBLISHED.value)
        asked = parse(f'"{" ".join(words[:MOST_WORDS])}"')
        search = Search(asked=asked, chosen={"speaker": (quote.speaker.slug,)}, states=states)
        numbers = [each for each in find_numbers(search, MOST_ALIKE) if each != quote.pk]
        for other in shown.filter(pk__in=numbers) if numbers else ():
            if _words(other.text) == _words(quote.text):
                yield Pair(min(quote, other, key=_number), max(quote, other, key=_number), "words")


def _number(quote: Quote) -> int:
    return quote.pk


def _words(text: str) -> list[str]:
    folded = tokens(fold_for_search(text))
    return [token.key for token in folded if token.kind is Kind.WORD]


FINDERS: dict[Merged, Callable[[], Iterator[Pair]]] = {
    Merged.SPEAKER: _speakers,
    Merged.PUBLICATION: _publications,
    Merged.ARTICLE: _articles,
    Merged.QUOTE: _quotes,
}
