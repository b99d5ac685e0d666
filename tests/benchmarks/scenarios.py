"""What is asked of the site: for each kind of page many requests, so varied that none is kept."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count, islice
from typing import Any
from urllib.parse import urlencode

from tests.benchmarks.corpus_cast import speaker_slug, topic_slug
from tests.benchmarks.corpus_words import HEAD
from tests.benchmarks.drawn import Drawn
from tests.benchmarks.engine import Bare

WARMING = 6  # requests before those that count
RARE = range(20_000, 10**6)
USUAL = range(HEAD, 3000)
LAST_PAGE = 500
MORE = 200  # values that the page of one facet lists


@dataclass(frozen=True)
class Request:
    """An address, and the search behind it as the bare engine takes it."""

    path: str
    bare: Bare | None = None


@dataclass(frozen=True)
class Scenario:
    """One kind of page, and how often it is asked for."""

    name: str
    requests: Callable[[Drawn], Iterator[Request]]
    times: int = 100
    finds: bool = True  # its searches must find something, or else must not
    as_curator: bool = False
    streamed: bool = False  # sent in parts: the client's time counts, and the server's memory

    def asked(self, drawn: Drawn, most: int) -> tuple[list[Request], list[Request]]:
        """The requests that warm up, and then those that count: at most so many."""
        times = min(self.times, most)
        requests = list(islice(self.requests(drawn), min(WARMING, times) + times))
        return requests[:-times], requests[-times:]


def search(q: str, bare: Bare, address: str = "/quotes/", **parameters: Any) -> Request:
    return Request(f"{address}?{urlencode({'q': q} | parameters)}", bare)


def words(number: int, ranks: range) -> Callable[[Drawn], Iterator[Request]]:
    def requests(drawn: Drawn) -> Iterator[Request]:
        for found in drawn.together(number, ranks):
            yield search(" ".join(found), Bare(words=found))

    return requests


def common(drawn: Drawn, **parameters: Any) -> Iterator[Request]:
    bare = {"newest": "sort" in parameters, "page": parameters.get("page", 1)}
    for word, other in drawn.common():
        asked = Bare(words=(word,), without=other, **bare)
        yield search(f"{word} -{other}", asked, **parameters)


def newest(drawn: Drawn) -> Iterator[Request]:
    return common(drawn, sort="newest")


def deep(drawn: Drawn) -> Iterator[Request]:
    """Page 500, or the last that every one of the common words has."""
    return common(drawn, page=min(LAST_PAGE, max(2, drawn.corpus.size // 250)))


def phrase(drawn: Drawn) -> Iterator[Request]:
    for found in drawn.phrases(3):
        yield search(f'"{" ".join(found)}"', Bare(phrase=found))


def prefix(drawn: Drawn) -> Iterator[Request]:
    for (word,) in drawn.together(1, RARE):
        yield search(f"{word[:4]}*", Bare(prefix=word[:4]))


def speaker_and_year(drawn: Drawn) -> Iterator[Request]:
    for _, quote in drawn.quotes():
        found = drawn.words_of(quote, USUAL)
        number = int(quote.get("occasion", "-0").rsplit("-")[-1]) - 1
        if found and number >= 0 and drawn.corpus.occasion(number)["date"]:
            year, speaker = drawn.corpus.day(number).year, quote["speaker"]
            bare = Bare(words=(found[0],), year=year, chosen={"speaker": speaker})
            yield search(f"{found[0]} said:{year}", bare, speaker=speaker)


def chosen(drawn: Drawn) -> Iterator[Request]:
    """A common word with one topic chosen, whose own counts the choice does not narrow."""
    for number, (word, other) in enumerate(drawn.common()):
        topic = topic_slug(number % len(drawn.corpus.topics.items))
        bare = Bare(words=(word,), without=other, chosen={"topic": topic})
        yield search(f"{word} -{other}", bare, topic=topic)


def more(drawn: Drawn) -> Iterator[Request]:
    for word, other in drawn.common():
        bare = Bare(words=(word,), without=other, counted={"speaker": MORE})
        yield search(f"{word} -{other}", bare, more="speaker")


def misspelt(drawn: Drawn) -> Iterator[Request]:
    for word in drawn.misspelt():
        yield search(word, Bare(words=(word,)))


def nothing_left(drawn: Drawn) -> Iterator[Request]:
    """An English word in quotes that the other filters leave none of."""
    topic, speaker = topic_slug(0), speaker_slug(0)
    for (word,) in drawn.together(1, RARE):
        filters = {"speaker": speaker, "topic": topic, "lang": "ja"}
        yield search(f"{word} said:1991", Bare(words=(word,), year=1991, chosen=filters), **filters)


def suggestions(drawn: Drawn) -> Iterator[Request]:
    """The beginnings of names, two to six letters long."""
    speakers = drawn.corpus.speakers.items
    for number in count():
        name = drawn.corpus.speaker(speakers[number % len(speakers)])["name"]
        yield Request(f"/suggest.json?{urlencode({'q': name[: 2 + number % 5].lower()})}")


def quote(drawn: Drawn) -> Iterator[Request]:
    return (Request(f"/quotes/{each['key']}/") for _, each in drawn.quotes())


def collection(number: int) -> Callable[[Drawn], Iterator[Request]]:
    """So many quotes as one list, in the usual style; each list another one."""

    def requests(drawn: Drawn) -> Iterator[Request]:
        keys = (each["key"] for _, each in drawn.quotes())
        while True:
            yield Request(f"/cite/?quotes={','.join(islice(keys, number))}")

    return requests


def article(drawn: Drawn) -> Iterator[Request]:
    for _, each in drawn.quotes():
        yield Request(f"/articles/{each['appearances'][0]['article']}/")


def paged(path: str, parameter: str = "page") -> Callable[[Drawn], Iterator[Request]]:
    """One address: the first pages of it, which a visitor opens most."""

    def requests(drawn: Drawn) -> Iterator[Request]:
        return (Request(f"{path}?{parameter}={1 + number % 5}") for number in count())

    return requests


def front(drawn: Drawn) -> Iterator[Request]:
    return (Request("/") for _ in count())


def some_rows(drawn: Drawn) -> Iterator[Request]:
    return (Request(f"/quotes.csv?{urlencode({'q': word})}") for word in drawn.in_about(1000))


def most_rows(drawn: Drawn) -> Iterator[Request]:
    """Far more than 100,000, if the corpus is large enough."""
    return (Request(f"/quotes.csv?lang=en&sort={'newest' if n % 2 else 'oldest'}") for n in count())


SCENARIOS = (
    Scenario("rare word", words(1, RARE)),
    Scenario("common word by relevance", common),
    Scenario("common word by date", newest),
    Scenario("two words", words(2, USUAL)),
    Scenario("three words", words(3, USUAL)),
    Scenario("phrase", phrase),
    Scenario("prefix", prefix),
    Scenario("speaker, year and word", speaker_and_year),
    Scenario("common word, a facet chosen", chosen),
    Scenario("common word, more of a facet", more),
    Scenario("page 500", deep),
    Scenario("nothing found, misspelt", misspelt, finds=False),
    Scenario("nothing found, several filters", nothing_left, finds=False),
    Scenario("suggestions while typing", suggestions),
    Scenario("quote page", quote),
    Scenario("collection of 100 quotes", collection(100), times=10),
    Scenario("collection of 500 quotes", collection(500), times=5),
    Scenario("most quoted speaker", paged(f"/speakers/{speaker_slug(0)}/")),
    Scenario("article page", article),
    Scenario("front page", front),
    Scenario("speakers", paged("/speakers/")),
    Scenario("dates", paged("/dates/")),
    Scenario("admin change list", paged("/admin/citations/quote/", "p"), as_curator=True),
    Scenario("csv of 1,000 rows", some_rows, times=10, streamed=True),
    Scenario("csv of 100,000 rows", most_rows, times=2, streamed=True),
)
