"""Compares the speaker, office and day that a draft gives with those on record."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from citations.curation.resolution import DateBounds, NameKey, SpeakerDirectory, name_key
from citations.edtf.parsing import parse_edtf
from citations.extraction.syntax.lexicon import PRONOUNS
from citations.models import Position, Quote, Speaker

_FORMER = frozenset({"former", "ex", "onetime", "then", "late"})
# Nobody holds one of these offices and another at the same time.
_OFFICES = frozenset(
    "president chancellor king queen emperor pope prime foreign minister governor senator mayor"
    " ambassador premier secretary".split()
)
_POSSESSIVES = ("’s", "'s")
_NO_ROLE = frozenset("the a an of for and s mr mrs ms dr sir".split())


@dataclass(frozen=True)
class AttributionClaim:
    """What a draft says about a quotation: `said` is EDTF; any field may be empty.

    `named` is the full name in the text; `apposition` follows it, as in "Ana Duarte, the mayor".
    """

    printed: str = ""
    named: str = ""
    said: str = ""
    apposition: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody is named; whom a pronoun means is not guessed."""
        return not self.printed or self.printed.casefold() in PRONOUNS


class SpeakerMatcher:
    """The names and offices of the speakers of candidate quotes; their positions are prefetched."""

    def __init__(self, speakers: Collection[Speaker]) -> None:
        self.directory = SpeakerDirectory.load({speaker.pk for speaker in speakers})
        self.forms: dict[int, set[frozenset[str]]] = defaultdict(set)
        self.families: dict[int, set[str]] = defaultdict(set)
        for key, numbers in self.directory.in_order.items():
            for number in numbers:
                self.forms[number].add(_without_initials(key))
        for key, numbers in self.directory.families.items():
            for number in numbers:
                self.families[number].update(key)
        self.positions = {each.pk: list(each.positions.all()) for each in speakers}

    def matches(self, claim: AttributionClaim, speaker: int, days: DateBounds) -> bool | None:
        """Whether the draft names this speaker, by name or by office; None when that is unclear."""
        if claim.is_open:
            return None
        names = [name for name in (claim.named, claim.printed) if name]
        if self.directory.resolve(names, days) == speaker:
            return True
        words = [_without_initials(name_key(name)) for name in names]
        forms, families = self.forms[speaker], self.families[speaker]
        if any(_is_same_name(each, form) for each in words for form in forms):
            return True
        if any(each and each <= families for each in words):
            return True
        if not claim.named:
            return None  # a role, which may be this speaker's
        # A longer phrase that contains the name, or a part of an organisation's name.
        longer = words[0] & families and len(words[0]) > len(families) + 2
        part = not families and any(words[0] & form for form in forms)
        return None if longer or part else False

    def office_differs(self, claim: AttributionClaim, speaker: int, days: DateBounds) -> str:
        """The office in the draft that the speaker surely did not hold then; empty for none."""
        earliest, latest = days
        if claim.is_open or not (earliest and latest):
            return ""
        names = frozenset().union(*self.forms[speaker])
        printed = name_key(f"{claim.printed} {claim.apposition}", ordered=True)
        words = [word for word in printed if word not in names and not word.endswith(_POSSESSIVES)]
        is_former = bool(_FORMER & set(words)) and "then" not in words
        role = [word for word in words if word not in _NO_ROLE | _FORMER]
        positions = [each for each in self.positions[speaker] if _is_same_office(each.title, role)]
        if positions:
            current = any(_may_cover(each, earliest, latest) for each in positions)
            differs = current == is_former
        else:
            known = any(_may_cover(each, earliest, latest) for each in self.positions[speaker])
            differs = known and not is_former and _is_on_record(role)
        return " ".join(["former"] * is_former + role) if differs else ""


def _is_on_record(role: list[str]) -> bool:
    """Whether the words are a common office, or one that a speaker on record held."""
    if not role:
        return False
    return (
        _OFFICES.issuperset(role) or Position.objects.filter(title__iexact=" ".join(role)).exists()
    )


def days_of(quote: Quote) -> DateBounds:
    occasion = quote.occasion
    return (occasion.date_earliest, occasion.date_latest) if occasion else (None, None)


def day_differs(claim: AttributionClaim, days: DateBounds) -> bool:
    if not claim.said or days == (None, None):
        return False
    said = parse_edtf(claim.said)
    (earliest, latest) = days
    is_before = said.latest and earliest and said.latest < earliest
    is_after = said.earliest and latest and said.earliest > latest
    return bool(is_before or is_after)


def _without_initials(key: NameKey) -> frozenset[str]:
    return frozenset(word for word in key if len(word) > 1 or not word.isascii())


def _is_same_name(words: frozenset[str], form: frozenset[str]) -> bool:
    """Whether the names are equal, or one contains the other and both have several words."""
    several = len(form) > 1 and len(words) > 1
    return words == form or (several and (form <= words or words <= form))


def _is_same_office(title: str, role: list[str]) -> bool:
    words = set(name_key(title)) - _NO_ROLE
    return bool(role) and (words <= set(role) or set(role) <= words)


def _may_cover(position: Position, earliest: date, latest: date) -> bool:
    has_begun = position.start_earliest is None or position.start_earliest <= latest
    has_ended = bool(position.end) and position.end_latest is not None
    return has_begun and not (has_ended and position.end_latest < earliest)  # type: ignore[operator]
