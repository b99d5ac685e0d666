"""Speaker resolution: matches a printed attribution to one recorded speaker, or to none."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from citations.models import NameOrder, Position, Speaker, SpeakerName
from citations.models.offices import OfficeRow, sure_office
from citations.text.folding import fold_for_search

# A name's folded words; in alphabetical order where their order says nothing.
NameKey = tuple[str, ...]
# The first and the last day on which the words may have been said.
DateBounds = tuple[date | None, date | None]

NO_BOUNDS: DateBounds = (None, None)

_ARTICLES = frozenset({"the", "a", "an"})


def name_key(name: str, *, ordered: bool = False) -> NameKey:
    """The words of a name without case, accents and macrons, and without a leading article."""
    words = [word.strip(".,’'") for word in fold_for_search(name).split()]
    words = [word for word in words if word]
    if words[:1] and words[0] in _ARTICLES:
        words = words[1:]
    return tuple(words if ordered else sorted(words))


@dataclass
class SpeakerDirectory:
    """Primary keys of speakers by name, family name and office.

    `forms` has the names whose parts may come in either order, with their words sorted.
    """

    forms: dict[NameKey, set[int]] = field(default_factory=lambda: defaultdict(set))
    in_order: dict[NameKey, set[int]] = field(default_factory=lambda: defaultdict(set))
    families: dict[NameKey, set[int]] = field(default_factory=lambda: defaultdict(set))
    offices: dict[int, list[OfficeRow]] = field(default_factory=dict)
    titles: dict[NameKey, set[int]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def load(cls, among: Collection[int] | None = None) -> "SpeakerDirectory":
        """All speakers, or those with these primary keys, in three queries."""
        directory = cls()
        speakers = Speaker.objects.filter(merged_into=None)
        names = SpeakerName.objects.filter(speaker__merged_into=None)
        offices = Position.objects.all()
        if among is not None:
            speakers = speakers.filter(pk__in=among)
            names, offices = names.filter(speaker__in=among), offices.filter(speaker__in=among)
        for number, name in speakers.values_list("pk", "name").order_by():
            directory.in_order[name_key(name, ordered=True)].add(number)
        columns = ("speaker_id", "name", "family", "order")
        for number, name, family, order in names.values_list(*columns).order_by():
            directory._add(number, name, family, order)
        directory.offices = offices.rows_by_speaker()
        for number, rows in directory.offices.items():
            for office in rows:
                directory.titles[name_key(office.title, ordered=True)].add(number)
        return directory

    def _add(self, number: int, name: str, family: str, order: str) -> None:
        self.in_order[name_key(name, ordered=True)].add(number)
        if order != NameOrder.NONE:
            self.forms[name_key(name)].add(number)
        if family:
            self.families[name_key(family, ordered=True)].add(number)

    def resolve(self, names: Iterable[str], dates: DateBounds = NO_BOUNDS) -> int | None:
        """The one speaker that a name means: a recorded form, or an office held on all the days.

        Put the fullest name first: the first one that means anybody decides. None if it means
        several speakers.
        """
        for name in names:
            found = self._by_name(name) or self._by_office(name, dates)
            if found:
                return next(iter(found)) if len(found) == 1 else None
        return None

    def _by_name(self, name: str) -> set[int]:
        return self.in_order.get(name_key(name, ordered=True), set()) | self.forms.get(
            name_key(name), set()
        )

    def _by_office(self, name: str, dates: DateBounds) -> set[int]:
        """Holders of the office with which the name starts; a name or a place must follow it."""
        words = name_key(name, ordered=True)
        for end in range(len(words), 0, -1):
            if holders := self.titles.get(words[:end]):
                rest = words[end:]
                meant = {
                    one for one in holders if self._holds_office(one, words[:end], rest, dates)
                }
                return meant if rest[:1] == ("of",) else meant & self._with_name(rest)
        return set()

    def _with_name(self, words: NameKey) -> set[int]:
        return (
            self.families.get(words, set())
            | self.in_order.get(words, set())
            | self.forms.get(tuple(sorted(words)), set())
        )

    def _holds_office(self, speaker: int, title: NameKey, rest: NameKey, dates: DateBounds) -> bool:
        place = rest[1:] if rest[:1] == ("of",) else None
        held = [
            each
            for each in self.offices.get(speaker, ())
            if name_key(each.title, ordered=True) == title
            and place in (None, name_key(each.organisation, ordered=True))
        ]
        return sure_office(held, *dates) is not None
