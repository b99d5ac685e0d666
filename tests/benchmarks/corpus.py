"""A corpus to measure on: JSON Lines in the exchange format, the same for the same seed.

    .venv/bin/python -m tests.benchmarks.corpus --size 1000000 > corpus.jsonl

Every record is made from the seed and its own number, so that any one can be made by itself and
none has to be kept. A hundred quotes stand in twenty articles, of which every third has its text.
"""

import argparse
import hashlib
import json
import sys
from base64 import b32encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import accumulate, chain
from random import Random

from tests.benchmarks.corpus_cast import (
    Cast,
    Record,
    occasion_slug,
    publication_slug,
    speaker_slug,
    topic_slug,
)
from tests.benchmarks.corpus_text import Said, Segments, lay_out, say
from tests.benchmarks.corpus_words import Language, languages

# How many quotes each of twenty articles prints: one to 21, together a hundred.
QUOTES = (1, 5, 1, 2, 15, 1, 3, 7, 1, 2, 21, 4, 1, 9, 2, 6, 1, 11, 4, 3)
TOLD = list(accumulate(QUOTES, initial=0))
QUOTE, ARTICLE, APPEARANCE = 0, 10**10, 2 * 10**10  # where their keys begin
MOST_PRINTED = 3  # articles that print one quote
TEXTS = 3  # one article in so many has its text
LANGUAGES, SHARES = ("en", "ja", "fr", "de", "ru"), (88, 93, 98, 99, 100)  # adding up to 100
SENTENCES = 3000  # of prose around the quotations: writing all anew would be half the work
CROCKFORD = bytes.maketrans(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"
)


@dataclass(frozen=True)
class Corpus(Cast):
    """All the records of one size and seed."""

    @cached_property
    def languages(self) -> dict[str, Language]:
        return languages()

    @cached_property
    def prose(self) -> dict[str, list[str]]:
        chance = self.chance("prose", 0)
        return {
            tag: [language.sentence(chance) for _ in range(SENTENCES)]
            for tag, language in self.languages.items()
        }

    @cached_property
    def shift(self) -> int:
        """Where the keys of this seed begin."""
        return self.chance("keys", 0).getrandbits(40)

    @cached_property
    def articles(self) -> range:
        """The numbers of the articles: as many as it takes to print all the quotes."""
        hundreds, rest = divmod(self.size, TOLD[-1])
        return range(hundreds * len(QUOTES) + sum(told < rest for told in TOLD[:-1]))

    def numbers(self, article: int) -> range:
        """The numbers of the quotes that stand in this article first."""
        hundred, place = divmod(article, len(QUOTES))
        first = hundred * TOLD[-1] + TOLD[place]
        return range(first, min(first + QUOTES[place], self.size))

    def key(self, kind: int, number: int) -> str:
        """A key that looks drawn by lot, of which no other record has the like."""
        scattered = ((kind + number) * 618_033_988_747 + self.shift) % 2**40
        return b32encode(scattered.to_bytes(5)).translate(CROCKFORD).decode()

    def language(self, article: int) -> Language:
        chance = self.chance("language", article)
        return self.languages[chance.choices(LANGUAGES, cum_weights=SHARES)[0]]

    def occasion_of(self, article: int) -> int:
        return self.chance("occasion of", article).choice(self.occasions)

    def article(self, number: int) -> Record:
        chance, language = self.chance("article", number), self.language(number)
        key = self.key(ARTICLE, number)
        day = self.day(self.occasion_of(number)) + timedelta(days=chance.randrange(3))
        dates = (day.isoformat(), f"{day:%Y-%m}", "")
        record = {
            "type": "article",
            "key": key,
            "publication": publication_slug(self.publications.one(chance)),
            "headline": language.headline(chance),
            "byline": [self.speaker(chance.choice(self.speakers.items))["name"]],
            "kind": chance.choice(["article-newspaper", "article-newspaper", "webpage", "report"]),
            "published": chance.choices(dates, (92, 4, 4))[0],
            "language": language.tag,
            "url": f"https://news.example/{day.year}/{key.lower()}",
        }
        if number and chance.random() < 0.03:
            record["derived_from"] = self.key(ARTICLE, number - 1)
        if number % TEXTS == 0:
            text, _ = self._text(number, language, self._said(number, language))
            taken = f"{day + timedelta(days=1)}T09:00:00Z"
            record["snapshots"] = [{"text": text, "taken_at": taken, "origin": "made"}]
        return record

    def quotes(self, article: int) -> Iterator[Record]:
        """The quotes that stand in this article first, with all their appearances."""
        language = self.language(article)
        said = self._said(article, language)
        text, places = self._text(article, language, said) if article % TEXTS == 0 else ("", [])
        digest = hashlib.sha256(text.encode()).hexdigest()
        cast = self.speakers.draw(self.chance("speakers", article), 3)
        occasion = self.occasion_of(article)
        for place, (number, one) in enumerate(zip(self.numbers(article), said, strict=True)):
            quote = self._quote(number, one, language, cast, occasion)
            if text:
                where: Record = {"snapshot": digest, "segments": places[place]}
            else:
                where = one.around(self.prose[language.tag])
            first = self._appearance(number, article, one) | where | {"primary": True}
            quote["appearances"] = [first, *self._elsewhere(number, article, one, language)]
            yield quote

    def relations(self) -> Iterator[Record]:
        """One quote in two hundred answers the one before it."""
        for number in range(200, self.size, 200):
            quote, other = self.key(QUOTE, number), self.key(QUOTE, number - 1)
            yield {"type": "relation", "quote": quote, "kind": "answers", "other": other}

    def _said(self, article: int, language: Language) -> list[Said]:
        return [say(self.chance("quote", number), language) for number in self.numbers(article)]

    def _text(
        self, article: int, language: Language, said: list[Said]
    ) -> tuple[str, list[Segments]]:
        return lay_out(self.chance("text", article), language, self.prose[language.tag], said)

    def _quote(
        self, number: int, said: Said, language: Language, cast: list[int], occasion: int
    ) -> Record:
        chance = said.chance
        speaker = chance.choices(cast, cum_weights=(60, 85, 100))[0]
        quote = {
            "type": "quote",
            "key": self.key(QUOTE, number),
            "speaker": speaker_slug(speaker),
            "text": said.words,
            "language": language.tag,
            "mode": said.mode,
            "topics": self._topics(chance),
            "state": chance.choices(("published", "proposed", "rejected"), (980, 15, 5))[0],
        }
        if (draw := chance.random()) < 0.97:
            there = occasion if draw < 0.92 else chance.choice(self.occasions)
            quote["occasion"] = occasion_slug(there)
        if chance.random() < 0.02 and language.tag == "en":
            original = self.languages["ja"]
            quote |= {"original": original.sentence(chance), "original_language": original.tag}
        return quote | self._office(chance, speaker) | self._standing(chance, speaker)

    def _topics(self, chance: Random) -> list[str]:
        drawn = self.topics.draw(chance, chance.choices((0, 1, 2, 3), (20, 40, 25, 15))[0])
        return sorted({topic_slug(topic) for topic in drawn})

    def _office(self, chance: Random, speaker: int) -> Record:
        """One quote in twenty names the office; of the others it follows from the day."""
        held = self.positions(speaker) if chance.random() < 0.05 else []
        office = chance.choice(held) if held else {}
        return {"position": {name: office[name] for name in ("title", "start")}} if held else {}

    def _standing(self, chance: Random, speaker: int) -> Record:
        standing = chance.choices(("accepted", "disputed", "misattributed"), (960, 25, 15))[0]
        if standing == "accepted":
            return {}
        record = {"standing": standing, "standing_note": chance.choice(self.prose["en"])}
        if standing == "misattributed":
            record["correct_speaker"] = speaker_slug((speaker + 1) % len(self.speakers.items))
        return record

    def _appearance(self, number: int, article: int, said: Said, nth: int = 0) -> Record:
        return {
            "key": self.key(APPEARANCE, MOST_PRINTED * number + nth),
            "article": self.key(ARTICLE, article),
            "attribution": said.attribution,
            "cue": said.cue,
        }

    def _elsewhere(
        self, number: int, article: int, said: Said, language: Language
    ) -> Iterator[Record]:
        """One quote in twelve stands in a second article, one in fifty in a third."""
        more = said.chance.choices((0, 1, 2), (900, 80, 20))[0]
        for nth in range(1, more + 1):
            other = said.chance.choice(self.articles)
            if other != article and other % TEXTS:
                around = said.around(self.prose[language.tag])
                yield self._appearance(number, other, said, nth) | around


def records(size: int, seed: int = 1) -> Iterator[Record]:
    """All records of a corpus of so many quotes, each after those it names."""
    corpus = Corpus(size, seed)
    yield from map(corpus.publication, corpus.publications.items)
    yield from map(corpus.topic, corpus.topics.items)
    yield from map(corpus.speaker, corpus.speakers.items)
    yield from map(corpus.occasion, corpus.occasions)
    yield from map(corpus.article, corpus.articles)
    yield from chain.from_iterable(map(corpus.quotes, corpus.articles))
    yield from corpus.relations()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000_000, help="how many quotes")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    for record in records(asked.size, asked.seed):
        sys.stdout.write(encode(record) + "\n")


if __name__ == "__main__":
    main()
