"""Whether a draft names the speaker, the office and the day that are on record."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from citations.curation.resolution import Days, Directory, Key, key_of
from citations.edtf.parsing import parse_edtf
from citations.extraction.syntax.lexicon import PRONOUNS
from citations.models import Position, Quote, Speaker

_FORMER = frozenset({"former", "ex", "onetime", "then", "late"})
# Offices that nobody holds by the way: who is said to hold another one, holds none of these.
_OFFICES = frozenset(
    "president chancellor king queen emperor pope prime foreign minister governor senator mayor"
    " ambassador premier secretary".split()
)
_OWNERS = ("’s", "'s")
_NO_ROLE = frozenset("the a an of for and s mr mrs ms dr sir".split())


@dataclass(frozen=True)
class Claim:
    """What a draft says of a quotation: the speaker as printed, and as the text names them
    elsewhere, the day as an EDTF date, and what follows the name; each may be empty."""

    printed: str = ""
    named: str = ""
    said: str = ""
    beside: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody is named: a pronoun is not guessed at."""
        return not self.printed or self.printed.casefold() in PRONOUNS


class Speakers:
    """The names and offices of those whose quotes came up, read with their positions."""

    def __init__(self, speakers: Collection[Speaker]) -> None:
        self.directory = Directory.read({speaker.pk for speaker in speakers})
        self.forms: dict[int, set[frozenset[str]]] = defaultdict(set)
        self.families: dict[int, set[str]] = defaultdict(set)
        for key, meant in self.directory.in_order.items():
            for number in meant:
                self.forms[number].add(_plain(key))
        for key, meant in self.directory.families.items():
            for number in meant:
                self.families[number].update(key)
        self.positions = {each.pk: list(each.positions.all()) for each in speakers}

    def matches(self, claim: Claim, speaker: int, days: Days) -> bool | None:
        """Whether the draft names this speaker, by any form of the name or the office; or None."""
        if claim.is_open:
            return None
        named = [name for name in (claim.named, claim.printed) if name]
        if self.directory.speaker(named, days) == speaker:
            return True
        words = [_plain(key_of(name)) for name in named]
        forms, families = self.forms[speaker], self.families[speaker]
        if any(_is_form(each, form) for each in words for form in forms):
            return True
        if any(each and each <= families for each in words):
            return True
        if not claim.named:
            return None  # a role, which may well be theirs
        # More than a name that has theirs in it, or a part of what an organisation is called.
        longer = words[0] & families and len(words[0]) > len(families) + 2
        part = not families and any(words[0] & form for form in forms)
        return None if longer or part else False

    def office_differs(self, claim: Claim, speaker: int, days: Days) -> str:
        """The office that the draft gives and that the speaker surely did not hold then, or ""."""
        earliest, latest = days
        if claim.is_open or not (earliest and latest):
            return ""
        names = frozenset().union(*self.forms[speaker])
        told = key_of(f"{claim.printed} {claim.beside}", ordered=True)
        words = [word for word in told if word not in names and not word.endswith(_OWNERS)]
        is_former = bool(_FORMER & set(words)) and "then" not in words
        role = [word for word in words if word not in _NO_ROLE | _FORMER]
        meant = [each for each in self.positions[speaker] if _is_title(each.title, role)]
        held = [each for each in meant if _may_cover(each, earliest, latest)]
        if meant:
            differs = bool(held) == is_former
        else:
            known = any(_may_cover(each, earliest, latest) for each in self.positions[speaker])
            differs = known and not is_former and _is_on_record(role)
        return " ".join(["former"] * is_former + role) if differs else ""


def _is_on_record(role: list[str]) -> bool:
    """Whether it is an office, of whomever."""
    if not role:
        return False
    return (
        _OFFICES.issuperset(role) or Position.objects.filter(title__iexact=" ".join(role)).exists()
    )


def days_of(quote: Quote) -> Days:
    """The first and the last day on which it may have been said."""
    occasion = quote.occasion
    return (occasion.date_earliest, occasion.date_latest) if occasion else (None, None)


def day_differs(claim: Claim, days: Days) -> bool:
    """Whether the draft's day and the record's have no day in common."""
    if not claim.said or days == (None, None):
        return False
    said = parse_edtf(claim.said)
    (earliest, latest) = days
    is_before = said.latest and earliest and said.latest < earliest
    is_after = said.earliest and latest and said.earliest > latest
    return bool(is_before or is_after)


def _plain(key: Key) -> frozenset[str]:
    """The words of a name without initials."""
    return frozenset(word for word in key if len(word) > 1 or not word.isascii())


def _is_form(words: frozenset[str], form: frozenset[str]) -> bool:
    """Whether one name has all of the other, of several words, or is the same word."""
    several = len(form) > 1 and len(words) > 1
    return words == form or (several and (form <= words or words <= form))


def _is_title(title: str, role: list[str]) -> bool:
    """Whether the two name one office, one of them perhaps more of it."""
    words = set(key_of(title)) - _NO_ROLE
    return bool(role) and (words <= set(role) or set(role) <= words)


def _may_cover(position: Position, earliest: date, latest: date) -> bool:
    """Whether the office may have been held on one of the days."""
    begun = position.start_earliest is None or position.start_earliest <= latest
    ended = bool(position.end) and position.end_latest is not None
    return begun and not (ended and position.end_latest < earliest)  # type: ignore[operator]
