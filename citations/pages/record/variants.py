"""The wordings of a quote in its sources: who prints the same words, who first, who copied."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from citations.comparison.compare import Edit, compare
from citations.models import Appearance, Quote
from citations.models.appearances import primary_appearance
from citations.text.tokens import Kind, tokens


@dataclass(frozen=True)
class WordingSource:
    """The first appearance in articles that derive from each other, and the copies of it."""

    appearance: Appearance
    copies: tuple[Appearance, ...]


@dataclass(frozen=True)
class WordingVariant:
    """The same words in one or more sources, regardless of punctuation, case and spaces.

    `edits` lead from the quote's own wording to this one; a translation has none.
    """

    text: str
    edits: Sequence[Edit]
    is_reference: bool
    is_translated: bool
    sources: tuple[WordingSource, ...]


def wording_variants(quote: Quote, appearances: Iterable[Appearance]) -> list[WordingVariant]:
    """Each wording once, by the date of its earliest source, translations last.

    Undated sources come after dated ones.
    """
    alike: dict[tuple[bool, tuple[str, ...]], list[Appearance]] = defaultdict(list)
    for one in sorted(appearances, key=_by_date):
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


def _by_date(appearance: Appearance) -> tuple[bool, date, int]:
    day = appearance.article.published_earliest
    return day is None, day or date.max, appearance.pk


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.key.casefold() for token in tokens(text) if token.kind is Kind.WORD)


def _sources(appearances: Sequence[Appearance]) -> Iterable[WordingSource]:
    """The appearances, grouped by the article that theirs derive from."""
    above = {one.article_id: one.article.derived_from_id for one in appearances}
    of_root: dict[int, list[Appearance]] = defaultdict(list)
    for one in appearances:
        of_root[_root(one.article_id, above)].append(one)
    return [WordingSource(first, tuple(copies)) for first, *copies in of_root.values()]


def _root(article: int, above: dict[int, int | None]) -> int:
    """The article that this one derives from in the end, among these articles."""
    passed: set[int] = set()
    while (source := above.get(article)) and article not in passed:
        passed.add(article)
        article = source
    return article


def reason_for_wording(quote: Quote, appearances: Sequence[Appearance]) -> str:
    """Why the quote has its own wording, in a sentence."""
    primary = primary_appearance(quote)
    if not primary or not primary.primary:
        return _("No curator has chosen the source of the wording above yet.")
    if _words(primary.exact) != _words(quote.text):
        return _("The wording above is edited from the wording of its own source.")
    if all(_surely_before(primary, one) for one in appearances if one != primary):
        return _("The wording above is that of the earliest source.")
    return _("The wording above is that of the source that a curator chose as the best.")


def _surely_before(one: Appearance, other: Appearance) -> bool:
    """Whether one article was certainly published before the other, if dates are vague."""
    last, first = one.article.published_latest, other.article.published_earliest
    return bool(last and first and last < first)
