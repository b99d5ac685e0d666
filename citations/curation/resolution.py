"""Who is meant: the printed attribution matched to one speaker on record, or to nobody."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from citations.models import NameOrder, Position, Speaker, SpeakerName
from citations.models.offices import Held, held_through
from citations.text.folding import fold_for_search

# A name as it is compared: its folded words, in the order of the alphabet where order says nothing.
Key = tuple[str, ...]
# The first and the last day on which it may have been said.
Days = tuple[date | None, date | None]

UNKNOWN: Days = (None, None)

_ARTICLES = frozenset({"the", "a", "an"})


def key_of(name: str, *, ordered: bool = False) -> Key:
    """The words of a name without case, accents or macrons, and without an article before them."""
    words = [word.strip(".,’'") for word in fold_for_search(name).split()]
    words = [word for word in words if word]
    if words[:1] and words[0] in _ARTICLES:
        words = words[1:]
    return tuple(words if ordered else sorted(words))


@dataclass
class Directory:
    """All speakers by the forms of their names, by family name, and by the offices they held."""

    forms: dict[Key, set[int]] = field(default_factory=lambda: defaultdict(set))
    in_order: dict[Key, set[int]] = field(default_factory=lambda: defaultdict(set))
    families: dict[Key, set[int]] = field(default_factory=lambda: defaultdict(set))
    offices: dict[int, list[Held]] = field(default_factory=dict)
    titles: dict[Key, set[int]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def read(cls, among: Collection[int] | None = None) -> "Directory":
        """As the database has them now, all or those of these numbers, in three queries."""
        found = cls()
        kept = Speaker.objects.filter(merged_into=None)
        names = SpeakerName.objects.filter(speaker__merged_into=None)
        offices = Position.objects.all()
        if among is not None:
            kept = kept.filter(pk__in=among)
            names, offices = names.filter(speaker__in=among), offices.filter(speaker__in=among)
        for number, name in kept.values_list("pk", "name").order_by():
            found.in_order[key_of(name, ordered=True)].add(number)
        columns = ("speaker_id", "name", "family", "order")
        for number, name, family, order in names.values_list(*columns).order_by():
            found._add(number, name, family, order)
        found.offices = offices.by_speaker()
        for number, held in found.offices.items():
            for office in held:
                found.titles[key_of(office.title, ordered=True)].add(number)
        return found

    def _add(self, number: int, name: str, family: str, order: str) -> None:
        self.in_order[key_of(name, ordered=True)].add(number)
        if order != NameOrder.NONE:
            self.forms[key_of(name)].add(number)
        if family:
            self.families[key_of(family, ordered=True)].add(number)

    def speaker(self, names: Iterable[str], days: Days = UNKNOWN) -> int | None:
        """The number of the one speaker whom one of the names means, the fullest name first.

        A name is a form on record, in either order of its parts; or an office that exactly one of
        that family name, or of that place, held on all the days. Exactly one speaker, or none.
        """
        for name in names:
            found = self._named(name) or self._in_office(name, days)
            if found:
                return next(iter(found)) if len(found) == 1 else None
        return None

    def _named(self, name: str) -> set[int]:
        return self.in_order.get(key_of(name, ordered=True), set()) | self.forms.get(
            key_of(name), set()
        )

    def _in_office(self, name: str, days: Days) -> set[int]:
        """Those who held, on all these days, the office that the name begins with.

        The office alone says enough only with where it is held: prime ministers are many.
        """
        words = key_of(name, ordered=True)
        for end in range(len(words), 0, -1):
            if holders := self.titles.get(words[:end]):
                rest = words[end:]
                meant = {one for one in holders if self._held(one, words[:end], rest, days)}
                return meant if rest[:1] == ("of",) else meant & self._called(rest)
        return set()

    def _called(self, words: Key) -> set[int]:
        """Those with this family name, or this name in either order."""
        return (
            self.families.get(words, set())
            | self.in_order.get(words, set())
            | self.forms.get(tuple(sorted(words)), set())
        )

    def _held(self, speaker: int, title: Key, rest: Key, days: Days) -> bool:
        place = rest[1:] if rest[:1] == ("of",) else None
        held = [
            each
            for each in self.offices.get(speaker, ())
            if key_of(each.title, ordered=True) == title
            and place in (None, key_of(each.organisation, ordered=True))
        ]
        return held_through(held, *days) is not None
