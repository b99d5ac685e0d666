"""Quotes that change, and what a search finds of them now."""

from citations.models import Quote, Speaker
from citations.query.parser import parse_query
from citations.search.find import find_quotes
from citations.search.request import Search


def found(query: str) -> set[str]:
    """The beginnings of the quotes that a search finds now."""
    numbers = find_quotes(Search(query=parse_query(query))).quotes
    texts = Quote.objects.filter(pk__in=numbers).values_list("text", flat=True)
    return {text[:12] for text in texts}


def an_early_quote() -> Quote:
    return Quote.objects.get(text="unacceptable")


def new_quote(text: str) -> Quote:
    return Quote(speaker=Speaker.objects.get(slug="kishida-fumio"), text=text, state="published")
