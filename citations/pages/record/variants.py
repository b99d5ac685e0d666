"""A quote's wordings in all its sources: who prints it alike, who was first, who copied."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from citations.comparison.compare import Edit, compare
from citations.models import Appearance, Quote
from citations.models.appearances import primary_appearance
from citations.text.tokens import Kind, tokens


@dataclass(frozen=True)
class WordingSource:
    """An appearance, and those in articles that were copied from the same one, the first first."""

    appearance: Appearance
    copies: tuple[Appearance, ...]


@dataclass(frozen=True)
class WordingVariant:
    """The same words in one or more sources; marks, case and spaces do not count.

    `edits` lead from the quote's own wording to it; a translation has none, it is other words.
    """

    text: str
    edits: Sequence[Edit]
    is_reference: bool
    is_translated: bool
    sources: tuple[WordingSource, ...]


def wording_variants(quote: Quote, appearances: Iterable[Appearance]) -> list[WordingVariant]:
    """Each wording once, that of the earliest source first and translations last.

    Of undated articles nobody knows which came first: they come last.
    """
    alike: dict[tuple[bool, tuple[str, ...]], list[Appearance]] = defaultdict(list)
    for one in sorted(appearances, key=_when):
        alike[one.translated, _words(one.exact)].append(one)
    own = _words(quote.text)
    found = [
        WordingVariant(
            text=some[0].exact,
            edits=() if translated or words == own else compare(some[0].exact, quote.text).edits,
            is_reference=words == own,
            is_translated=translated,
            sources=tuple(_sources(some)),
        )
        for (translated, words), some in alike.items()
    ]
    return sorted(found, key=lambda one: one.is_translated)


def _when(appearance: Appearance) -> tuple[bool, date, int]:
    day = appearance.article.published_earliest
    return day is None, day or date.max, appearance.pk


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.key.casefold() for token in tokens(text) if token.kind is Kind.WORD)


def _sources(appearances: Sequence[Appearance]) -> Iterable[WordingSource]:
    """Each first of the articles that derive from one, with the others."""
    above = {one.article_id: one.article.derived_from_id for one in appearances}
    of_root: dict[int, list[Appearance]] = defaultdict(list)
    for one in appearances:
        of_root[_root(one.article_id, above)].append(one)
    return [WordingSource(first, tuple(copies)) for first, *copies in of_root.values()]


def _root(article: int, above: dict[int, int | None]) -> int:
    """What the article derives from at last, as far as the articles at hand tell."""
    passed: set[int] = set()
    while (source := above.get(article)) and article not in passed:
        passed.add(article)
        article = source
    return article


def reason_for_wording(quote: Quote, appearances: Sequence[Appearance]) -> str:
    """By which rule the quote's own wording was chosen."""
    primary = primary_appearance(quote)
    if not primary or not primary.primary:
        return "Nobody has said yet from which of these sources the wording above is taken."
    if _words(primary.exact) != _words(quote.text):
        return "The wording above is set from that of the source marked as its own."
    if all(_surely_before(primary, one) for one in appearances if one != primary):
        return "The wording above is that of the earliest source."
    return "The wording above is that of the source that a curator found to have it best."


def _surely_before(one: Appearance, other: Appearance) -> bool:
    """Whether one article was published before the other, on whichever days they were."""
    last, first = one.article.published_latest, other.article.published_earliest
    return bool(last and first and last < first)
