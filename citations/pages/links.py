"""Addresses of records and searches, prepared once for a page and not once for each row."""

from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from urllib.parse import quote_plus, urlencode

from django.urls import get_script_prefix, reverse
from django.utils.safestring import SafeString

from citations.forms.quote_filters import QuoteFilterSet
from citations.index.index_schema import FACETS
from citations.query.parser import MAX_CHARACTERS
from citations.search.request import Search

# The parameters of one page or list, which are not part of the search.
PAGE_PARAMETERS = ("page", "more", "within")
# Eight digits are a valid key and a valid slug.
ANY = "0" * 8


def address_of_page(name: str, *values: str) -> str:
    """The address with this URL name; only for few values, because it is remembered."""
    return _address_below(get_script_prefix(), name, values)


@lru_cache(maxsize=64)
def _address_below(_script_prefix: str, name: str, values: tuple[str, ...]) -> str:
    return reverse(name, args=values)


def addresses_of(name: str) -> Callable[[str], str]:
    """A function from a key or slug to the address of the record; `name` is its URL name."""
    before, after = address_of_page(name, ANY).rsplit(ANY, 1)
    return lambda key: f"{before}{key}{after}"


def absolute_addresses_of(name: str, site: str) -> Callable[[str], str]:
    """The same with the scheme and host in front."""
    path_of = addresses_of(name)
    return lambda key: f"{site}{path_of(key)}"


def search_address(search: Search) -> str:
    """The search for the quotes with the first chosen value of each facet."""
    chosen = {name: values[0] for name, values in search.chosen.items()}
    return f"{address_of_page('search')}?{urlencode(chosen)}"


class Addresses:
    """Addresses of searches that differ in one parameter, from their first page on.

    They keep the parameters that were understood, without unknown ones and those with errors.
    They are URL-encoded and marked as safe, because escaping the many links of a page takes long.
    """

    def __init__(self, filterset: QuoteFilterSet) -> None:
        self.path = address_of_page("search")
        self.asked: dict[str, list[str]] = {}
        self.understood = filterset.query.to_text()
        chosen, errors, data = filterset.search.chosen, filterset.form.errors, filterset.data
        for name in filterset.filters:
            if name in FACETS:
                self.asked[name] = list(chosen[name])
            elif name not in PAGE_PARAMETERS and name not in errors and (text := data.get(name)):
                self.asked[name] = [text.strip()[:MAX_CHARACTERS]]  # longer queries are cut

    def to_page(self, number: int) -> SafeString:
        """The address of another page of the same search."""
        return self.with_values(page=str(number))

    def with_values(self, **values: str | Iterable[str]) -> SafeString:
        """The address with these parameters replaced; an empty value removes a parameter."""
        given = {name: [v] if isinstance(v, str) else v for name, v in values.items()}
        text = _encode(self.asked | given)
        return SafeString(f"{self.path}?{text}" if text else self.path)

    def open_end(self, *without: str) -> SafeString:
        """The address without these parameters, to which one more can be appended."""
        text = _encode({name: v for name, v in self.asked.items() if name not in without})
        return SafeString(f"{self.path}?{text}&" if text else f"{self.path}?")

    def download(self, kind: str) -> SafeString:
        """The address of all results in a file format or as a feed."""
        return SafeString(f"{address_of_page('quotes_file', kind)}?{self._all_results}")

    @cached_property
    def _all_results(self) -> str:
        asked = self.asked | ({"q": [self.understood]} if "q" in self.asked else {})
        return _encode(asked)

    def with_toggled(self, name: str, value: str) -> SafeString:
        """The address with one value of a parameter added, or removed if it was there."""
        values = self.asked[name]
        rest = [each for each in values if each != value]
        return self.with_values(**{name: rest if value in values else [*values, value]})

    def toggles(self, name: str) -> Callable[[str], SafeString]:
        """`with_toggled` for many values of one parameter."""
        chosen = set(self.asked[name])
        start = f"{self.open_end()}{name}="
        return lambda value: (
            self.with_toggled(name, value)
            if value in chosen
            else SafeString(f"{start}{quote_plus(value)}")
        )


def _encode(parameters: dict[str, Iterable[str]] | dict[str, list[str]]) -> str:
    return urlencode([(name, v) for name, values in parameters.items() for v in values if v])
