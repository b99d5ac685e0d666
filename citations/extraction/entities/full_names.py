"""The fullest form of a name that the running text prints: Kishida is Kishida Fumio there."""

from collections import Counter
from collections.abc import Iterable

from citations.extraction.entities.mentions import Mention

_MOST = 200


class FullNames:
    """Looks up full names among the mentions of one text."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._by_word: dict[str, dict[tuple[str, ...], Mention]] = {}
        self._counts: Counter[str] = Counter()
        self._known: dict[tuple[str, str], str] = {}
        for mention in mentions:
            if mention.is_named and mention.kind != "place":
                self._counts[mention.name] += 1
                for word in {mention.words[0].lower(), mention.words[-1].lower()}:
                    self._by_word.setdefault(word, {}).setdefault(mention.words, mention)

    def fullest(self, name: str, gender: str = "") -> str:
        """The one full name that this name is short for; the name itself if two could be meant.

        `gender` is what a title shows: Mrs Pellow is not Wilfrid Pellow.
        """
        key = name, gender
        if key not in self._known:
            self._known[key] = self._fullest(tuple(name.split()), gender) or name
        return self._known[key]

    def _fullest(self, words: tuple[str, ...], gender: str) -> str:
        forms = self._by_word.get(words[-1].lower(), {}) if words else {}
        fitting = [
            each
            for form, each in list(forms.items())[:_MOST]
            if _fits(words, form)
            and _agrees(each, gender)
            and (each.kind == "person" or words[-1].lower() == form[-1].lower())
        ]
        people = [each for each in fitting if each.kind != "body"] or fitting
        longest = [
            each
            for each in people
            if not any(_fits(each.words, other.words) for other in people if other is not each)
        ]
        return self._most_named({each.name for each in longest})

    def are_people(self, name: str) -> bool:
        """Whether all those who could be meant by this name are people, and there are some."""
        words = tuple(name.split())
        forms = self._by_word.get(words[-1].lower(), {})
        fitting = [each for form, each in list(forms.items())[:_MOST] if _fits(words, form)]
        return bool(fitting) and all(each.kind == "person" for each in fitting)

    def _most_named(self, names: set[str]) -> str:
        """The only name, or the one that the text prints more often than all others together."""
        total = sum(self._counts[name] for name in names)
        return next((name for name in names if self._counts[name] * 2 > total), "")


def _agrees(mention: Mention, gender: str) -> bool:
    return not gender or not mention.gender or mention.gender == gender


def _fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Kishida and Kishida Fumio; Alan and Alan Whitcombe; otherwise the same words in order."""
    less, more = [word.lower() for word in short], [word.lower() for word in full]
    if len(less) >= len(more):
        return False
    if len(less) == 1:
        return less[0] in {more[0], more[-1]}
    return less[-1] in {more[-1], more[0]} and all(word in more for word in less)
