"""Words and quotes of a corpus, drawn by lot but always the same, to ask for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import cycle
from random import Random

from tests.benchmarks.corpus import Corpus
from tests.benchmarks.corpus_cast import Record
from tests.benchmarks.corpus_words import HEAD, Language

# Ranks of words that stand in 11 to 18 % of the quotes, and of some that hardly any has.
COMMON = range(11, 20)
SELDOM = 30_000
MOST_ARTICLES = 5000
LENGTH = 18  # English words that come to a quote, those in other languages counted as none


@dataclass(frozen=True)
class Drawn:
    """What a corpus offers to ask for."""

    corpus: Corpus

    @cached_property
    def english(self) -> Language:
        return self.corpus.languages["en"]

    @cached_property
    def ranks(self) -> dict[str, int]:
        return {word: rank for rank, word in enumerate(self.english.words.items, 1)}

    def quotes(self) -> Iterator[tuple[int, Record]]:
        """Published English quotes, one from an article drawn by lot, with the article's number."""
        chance, articles = Random("quotes"), self.corpus.articles
        for article in cycle(chance.sample(articles, min(MOST_ARTICLES, len(articles)))):
            quotes = [q for q in self.corpus.quotes(article) if q["state"] == "published"]
            if quotes and quotes[0]["language"] == "en":
                yield article, chance.choice(quotes)

    def words_of(self, quote: Record, ranks: range) -> list[str]:
        """The words of a quote that are neither more nor less common than that."""
        words = dict.fromkeys(re.findall(r"\w+", quote["text"].lower()))
        return [word for word in words if self.ranks.get(word, 0) in ranks]

    def together(self, number: int, ranks: range) -> Iterator[tuple[str, ...]]:
        """So many words of those ranks that stand in one quote."""
        for _, quote in self.quotes():
            words = self.words_of(quote, ranks)
            if len(words) >= number:
                yield tuple(words[:number])

    def phrases(self, length: int) -> Iterator[tuple[str, ...]]:
        """So many words that stand side by side, one of them at least not among the commonest."""
        side_by_side = re.compile(rf"\w+(?: \w+){{{length - 1}}}")
        for _, quote in self.quotes():
            for found in side_by_side.findall(quote["text"].lower()):
                words = tuple(found.split())
                if any(self.ranks.get(word, 0) > HEAD for word in words):
                    yield words
                    break

    def common(self) -> Iterator[tuple[str, str]]:
        """A common word, and one to leave out, or there would not be enough that differ."""
        words, number = self.english.words.items, 0
        while True:
            yield words[COMMON[number % len(COMMON)] - 1], words[SELDOM + 7 * number]
            number += 1

    def misspelt(self) -> Iterator[str]:
        """Words that lost a letter, so that no word begins as they do."""
        beginnings = {word[:6] for word in self.ranks}
        for word in self.english.words.items[HEAD:]:
            slip = word[:3] + word[4:]
            if len(word) > 7 and slip[:6] not in beginnings:
                yield slip

    def in_about(self, number: int) -> Iterator[str]:
        """Words that so many quotes have, more or less; fewer in a small corpus."""
        words = self.english.words
        wanted = number / (LENGTH * self.corpus.size) * words.weights[-1]
        yield from (
            word
            for rank, word in enumerate(words.items[HEAD:], HEAD + 1)
            if (rank + words.shift) ** -words.steep < wanted
        )
