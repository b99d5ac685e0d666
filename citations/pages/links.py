"""Addresses, made once for a page and not once for a row."""

from collections.abc import Callable, Iterable
from urllib.parse import quote_plus, urlencode

from django.urls import reverse
from django.utils.safestring import SafeString

from citations.forms.quote_filters import QuoteFilterSet
from citations.index.schema import FACETS
from citations.query.parser import MAX_CHARACTERS
from citations.search.request import Search

# What belongs to a page or a list, and not to the search.
PASSING = ("page", "more", "within")
# Eight digits are a key and a slug.
ANY = "0" * 8


def addresses_of(name: str) -> Callable[[str], str]:
    """The address of each record of a kind (`quote`, `speaker` ...), by its key or slug."""
    before, after = reverse(name, args=[ANY]).rsplit(ANY, 1)
    return lambda key: f"{before}{key}{after}"


def absolute_addresses_of(name: str, site: str) -> Callable[[str], str]:
    """The same with the scheme and host in front."""
    path_of = addresses_of(name)
    return lambda key: f"{site}{path_of(key)}"


def search_address(search: Search) -> str:
    """The search for the quotes with the first chosen value of each facet."""
    chosen = {name: values[0] for name, values in search.chosen.items()}
    return f"{reverse('search')}?{urlencode(chosen)}"


class Addresses:
    """Addresses of searches next to this one; each begins again on the first page.

    They carry on what was understood: no unknown parameter, and none that had an error. Encoded
    as they are, nothing in them needs to be escaped again, which many links on a page would feel.
    """

    def __init__(self, filterset: QuoteFilterSet) -> None:
        self.path = reverse("search")
        self.asked: dict[str, list[str]] = {}
        self.understood = filterset.query.to_text()
        chosen, errors, data = filterset.search.chosen, filterset.form.errors, filterset.data
        for name in filterset.filters:
            if name in FACETS:
                self.asked[name] = list(chosen[name])
            elif name not in PASSING and name not in errors and (text := data.get(name)):
                self.asked[name] = [text.strip()[:MAX_CHARACTERS]]  # what is read of a query

    def to_page(self, number: int) -> SafeString:
        """The address of another page of the same search."""
        return self.with_values(page=str(number))

    def with_values(self, **values: str | Iterable[str]) -> SafeString:
        """The address with these parameters replaced; an empty value takes one out."""
        given = {name: [v] if isinstance(v, str) else v for name, v in values.items()}
        text = _encoded(self.asked | given)
        return SafeString(f"{self.path}?{text}" if text else self.path)

    def open_end(self, *without: str) -> SafeString:
        """The address without these parameters, up to where one more can be written."""
        text = _encoded({name: v for name, v in self.asked.items() if name not in without})
        return SafeString(f"{self.path}?{text}&" if text else f"{self.path}?")

    def taken(self, kind: str) -> SafeString:
        """The address of all that is found, in a format or as a feed: by what was understood."""
        asked = self.asked | ({"q": [self.understood]} if "q" in self.asked else {})
        return SafeString(f"{reverse('quotes_file', args=[kind])}?{_encoded(asked)}")

    def toggled(self, name: str, value: str) -> SafeString:
        """The address with one value of a parameter taken in, or out where it is in."""
        values = self.asked[name]
        rest = [each for each in values if each != value]
        return self.with_values(**{name: rest if value in values else [*values, value]})

    def toggles(self, name: str) -> Callable[[str], SafeString]:
        """What `toggled` gives for each of many values of a parameter."""
        chosen = set(self.asked[name])
        start = f"{self.open_end()}{name}="
        return lambda value: (
            self.toggled(name, value)
            if value in chosen
            else SafeString(f"{start}{quote_plus(value)}")
        )


def _encoded(parameters: dict[str, Iterable[str]] | dict[str, list[str]]) -> str:
    return urlencode([(name, v) for name, values in parameters.items() for v in values if v])
