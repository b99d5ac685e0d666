"""Finds records that may be the same: pairs for a curator to decide on, never merged by machine."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any
from urllib.parse import urlsplit

from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from citations.curation.merging.merge import slug_or_key
from citations.curation.resolution import name_key
from citations.models import (
    Article,
    Different,
    Merge,
    MergeKind,
    Publication,
    Quote,
    Snapshot,
    Speaker,
    SpeakerName,
    State,
)
from citations.query.parser import parse_query
from citations.search.find import find_quote_ids
from citations.search.request import Search
from citations.text.folding import fold_for_search
from citations.text.tokens import Kind, tokens

# How many of the newest records are compared with all others.
NEWEST, NEWEST_QUOTES = 1_000, 100
MOST_PAIRS = 100
# Records paired in one group of similar ones.
MOST_IN_GROUP = 5
# Words of a quote that are searched for.
MOST_WORDS = 40


@dataclass(frozen=True)
class DuplicatePair:
    one: Any
    other: Any
    reason: str


def likely_duplicates(kind: str) -> list[DuplicatePair]:
    """Up to `MOST_PAIRS` pairs that are neither merged nor recorded as different."""
    different = Different.objects.pairs(kind)
    merged = set(Merge.objects.in_force().filter(kind=kind).values_list("merged", flat=True))
    found: dict[tuple[str, str], DuplicatePair] = {}
    for pair in FINDERS[MergeKind(kind)]():
        first, second = sorted((slug_or_key(pair.one), slug_or_key(pair.other)))
        if (first, second) not in different and not {first, second} & merged:
            found.setdefault((first, second), pair)
        if len(found) == MOST_PAIRS:
            break
    return list(found.values())


def _pairs_within(groups: Iterable[set[int]], model: Any, reason: str) -> Iterator[DuplicatePair]:
    """The pairs in each group of primary keys, the oldest records first."""
    pairs = [two for group in groups for two in combinations(sorted(group)[:MOST_IN_GROUP], 2)]
    pairs = pairs[:MOST_PAIRS]
    rows = model.objects.in_bulk({number for pair in pairs for number in pair})
    for one, other in pairs:
        yield DuplicatePair(rows[one], rows[other], reason)


def _groups_by_value(rows: Iterable[tuple[Any, int]]) -> list[set[int]]:
    """Groups of two or more primary keys that share a value; empty values do not count."""
    groups: dict[Any, set[int]] = defaultdict(set)
    for value, number in rows:
        if value:
            groups[value].add(number)
    return [numbers for numbers in groups.values() if len(numbers) > 1]


def _speaker_pairs() -> Iterator[DuplicatePair]:
    names = SpeakerName.objects.filter(speaker__merged_into=None).order_by()
    preferred = Speaker.objects.filter(merged_into=None).order_by()
    rows = [*names.values_list("name", "speaker"), *preferred.values_list("name", "pk")]
    groups = _groups_by_value((name_key(name), number) for name, number in rows)
    yield from _pairs_within(groups, Speaker, _("the same name"))


def _publication_pairs() -> Iterator[DuplicatePair]:
    rows = list(Publication.objects.values_list("pk", "name", "homepage", "issn"))
    same_name = _groups_by_value((name_key(row[1]), row[0]) for row in rows)
    yield from _pairs_within(same_name, Publication, _("the same name"))
    hosts = ((urlsplit(row[2]).hostname, row[0]) for row in rows)
    bare = (((host or "").removeprefix("www."), number) for host, number in hosts)
    yield from _pairs_within(_groups_by_value(bare), Publication, _("the same site"))
    same_issn = _groups_by_value((row[3], row[0]) for row in rows)
    yield from _pairs_within(same_issn, Publication, _("the same ISSN"))


def _article_pairs() -> Iterator[DuplicatePair]:
    """Compares the newest articles with all; addresses only among those with the same headline."""
    newest = Snapshot.objects.order_by("-pk").values_list("sha256", flat=True)[:NEWEST]
    same_text = Snapshot.objects.filter(sha256__in=list(newest)).values_list("sha256", "article")
    yield from _pairs_within(_groups_by_value(same_text), Article, _("the same text"))
    lowercased = Article.objects.annotate(low=Lower("headline"))
    low = lowercased.order_by("-pk").values_list("low", flat=True)[:NEWEST]
    rows = lowercased.filter(low__in=list(low)).values_list(
        "low", "publication", "published", "url", "pk"
    )
    same_headline = _groups_by_value(((row[0], row[1], row[2]), row[4]) for row in rows)
    yield from _pairs_within(same_headline, Article, _("the same headline, publication and date"))
    same_address = _groups_by_value((row[3], row[4]) for row in rows)
    yield from _pairs_within(same_address, Article, _("the same address"))


def _quote_pairs() -> Iterator[DuplicatePair]:
    quotes = Quote.objects.exclude(state=State.REJECTED).select_related("speaker")
    for quote in quotes.order_by("-pk")[:NEWEST_QUOTES]:
        words = [token.key for token in tokens(quote.text) if token.kind is Kind.WORD]
        if not words:
            continue
        search = Search(
            query=parse_query(f'"{" ".join(words[:MOST_WORDS])}"'),
            chosen={"speaker": (quote.speaker.slug,)},
            states=(State.PROPOSED.value, State.PUBLISHED.value),
        )
        numbers = [each for each in find_quote_ids(search, MOST_IN_GROUP) if each != quote.pk]
        for other in quotes.filter(pk__in=numbers) if numbers else ():
            if _folded_words(other.text) == _folded_words(quote.text):
                older, newer = sorted((quote, other), key=_primary_key)
                yield DuplicatePair(older, newer, _("the same words"))


def _primary_key(quote: Quote) -> int:
    return quote.pk


def _folded_words(text: str) -> list[str]:
    folded = tokens(fold_for_search(text))
    return [token.key for token in folded if token.kind is Kind.WORD]


FINDERS: dict[MergeKind, Callable[[], Iterator[DuplicatePair]]] = {
    MergeKind.SPEAKER: _speaker_pairs,
    MergeKind.PUBLICATION: _publication_pairs,
    MergeKind.ARTICLE: _article_pairs,
    MergeKind.QUOTE: _quote_pairs,
}
