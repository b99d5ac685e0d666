"""The fullest form of a name that the running text prints: Kishida is Kishida Fumio there."""

from collections import Counter
from collections.abc import Iterable

from citations.extraction.entities.mentions import Mention
from citations.extraction.syntax.lexicon import PARTICLES

_MOST = 200
# Before a lone family name these show a person, even where that name comes first.
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr"})


class FullNames:
    """Looks up full names among the mentions of one text."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._by_word: dict[str, dict[tuple[str, ...], Mention]] = {}
        self._counts: Counter[str] = Counter()
        self._known: dict[tuple[str, str, str], str] = {}
        self._suffixes: dict[str, set[str]] = {}
        for mention in mentions:
            if mention.is_named and mention.suffix:
                self._suffixes.setdefault(mention.name, set()).add(mention.suffix)
            if mention.is_named and mention.kind != "place":
                self._counts[mention.name] += 1
                for word in {each.lower() for each in mention.words}:
                    self._by_word.setdefault(word, {}).setdefault(mention.words, mention)

    def fullest(self, name: str, gender: str = "", title: str = "") -> str:
        """The one full name that this name is short for; the name itself if two could be meant.

        `gender` is what a title shows: Mrs Pellow is not Wilfrid Pellow. `title` is the title
        itself, in small letters: of two called Pellow, Dr Pellow is the one who was called so.
        """
        key = name, gender, title
        if key not in self._known:
            full = self._most_named(self._candidates(name, gender, title)) or name
            suffixes = self._suffixes.get(full, ())
            self._known[key] = " ".join([full, *suffixes]) if len(suffixes) == 1 else full
        return self._known[key]

    def is_ambiguous(self, name: str, gender: str = "", title: str = "") -> bool:
        """Whether a lone surname is that of two people, and the text prefers neither."""
        found = self._candidates(name, gender, title)
        ends = all(each.name.endswith(f" {name}") and each.kind != "body" for each in found)
        return " " not in name and len(found) > 1 and ends and not self._most_named(found)

    def _candidates(self, name: str, gender: str, title: str) -> list[Mention]:
        """The longest forms that the name may be short for, each once."""
        words = tuple(name.split())
        forms = self._by_word.get(words[-1].lower(), {}) if words else {}
        if len(forms) == 1 and words in forms:
            return []
        is_titled = title in _TITLES
        fitting = [
            each
            for form, each in list(forms.items())[:_MOST]
            if _fits(words, form)
            and _agrees(each, gender)
            and (
                each.kind == "person"
                or words[-1].lower() == form[-1].lower()
                or (is_titled and not each.kind)
            )
        ]
        people = [each for each in fitting if each.kind != "body"] or fitting
        longest = [
            each
            for each in people
            if not any(_fits(each.words, other.words) for other in people if other is not each)
        ]
        if not longest:
            middle = (each for form, each in list(forms.items())[:_MOST] if _is_inside(words, form))
            longest = [each for each in middle if each.kind == "person" and _agrees(each, gender)]
        titled = [each for each in longest if title in each.nouns]
        return titled if len(titled) == 1 else longest

    def are_people(self, name: str) -> bool:
        """Whether all those who could be meant by this name are people, and there are some."""
        words = tuple(name.split())
        forms = self._by_word.get(words[-1].lower(), {})
        fitting = [each for form, each in list(forms.items())[:_MOST] if _fits(words, form)]
        return bool(fitting) and all(each.kind == "person" for each in fitting)

    def _most_named(self, found: list[Mention]) -> str:
        """The only name, or the one that the text prints more often than all others together."""
        names = {each.name for each in found}
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


def _is_inside(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """The first of two surnames: Zubizarreta, of María Inés Zubizarreta Lecuona."""
    return len(short) == 1 and short[0] in full[1:-1] and short[0] not in PARTICLES
