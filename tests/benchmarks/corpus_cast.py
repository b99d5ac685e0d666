"""Who speaks in the corpus, in what office, when and where, and who prints it."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random
from typing import Any

from tests.benchmarks.corpus_words import CYRILLIC, Ranked, stem

Record = dict[str, Any]

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2026, 6, 30)
FAMILIES = 12_000
# No family has such a name.
NAME_KANJI = "銅鉄鉛錫虫馬牛羊亀鶏豚猫"
SPEAKERS = {"person": 88, "organisation": 8, "group": 3, "unnamed": 1}
KINDS = ("newspaper", "newspaper", "newspaper", "news-agency", "broadcaster", "magazine", "website")
PAPERS = "Herald Courier Gazette Times Observer Tribune Mail Post Echo Review".split()
BODIES = "Institute Union Council Association Agency Federation".split()
RANKS = (
    *("Minister of", "Deputy Minister of", "Secretary of State for", "Director for"),
    *("Commissioner for", "Professor of", "Spokesperson for", "Chair of the Committee on"),
    *("Head of the Department of", "Adviser on"),
)
FIELDS = "Trade Health Fisheries Energy Transport Labour Culture Defence Housing Education".split()
EVENTS = (
    *("news conference", "interview", "speech in parliament", "committee hearing", "rally"),
    *("summit", "written statement", "briefing", "lecture", "panel discussion", "telephone call"),
    *("press release", "inauguration", "commemoration", "court hearing", "trade fair"),
)


@dataclass(frozen=True)
class Cast:
    """The records that quotes stand on, each made from the seed and its number alone."""

    size: int
    seed: int

    def chance(self, kind: str, number: int) -> Random:
        return Random(f"{self.seed}/{kind}/{number}")

    def share(self, divisor: int, least: int) -> range:
        """The numbers of the records of which one comes to `divisor` quotes."""
        return range(max(least, self.size // divisor))

    @cached_property
    def speakers(self) -> Ranked[int]:
        # So steep that the most quoted speaker has some 4 % of the quotes.
        return Ranked(self.share(20, 50), 1.5, 1.0)

    @cached_property
    def publications(self) -> Ranked[int]:
        return Ranked(self.share(2000, 20), 2, 1)

    @cached_property
    def topics(self) -> Ranked[int]:
        return Ranked(range(max(20, self.size * 3 // 10_000)), 3, 1)

    @cached_property
    def occasions(self) -> range:
        return self.share(8, 20)

    @cached_property
    def titles(self) -> Ranked[str]:
        return Ranked([self._title(number) for number in self.share(500, 50)], 5, 0.9)

    @cached_property
    def places(self) -> Ranked[str]:
        return Ranked([stem(number, 2).capitalize() for number in self.share(2000, 40)], 2, 1)

    def _title(self, number: int) -> str:
        field, rank = divmod(number, len(RANKS))
        made = stem(field, 2).capitalize()
        return f"{RANKS[rank]} {FIELDS[field] if field < len(FIELDS) else f'{made} Affairs'}"

    def publication(self, number: int) -> Record:
        chance = self.chance("publication", number)
        town, paper = _town(number), PAPERS[number % len(PAPERS)]
        return {
            "type": "publication",
            "slug": publication_slug(number),
            "name": f"{town.capitalize()} {paper}",
            "kind": chance.choice(KINDS),
            "country": chance.choice(["JP", "GB", "FR", "DE", "US", "IN", "KE"]),
            "homepage": f"https://{town}.example/",
        }

    def topic(self, number: int) -> Record:
        name = f"{FIELDS[number % len(FIELDS)].lower()} in {stem(number, 2).capitalize()}"
        return {"type": "topic", "slug": topic_slug(number), "name": name}

    def kind(self, number: int) -> str:
        """The kind of a speaker: one in eight is no person, the most quoted is one."""
        drawn = self.chance("kind", number).choices(list(SPEAKERS), list(SPEAKERS.values()))[0]
        return drawn if number else "person"

    def speaker(self, number: int) -> Record:
        kind = self.kind(number)
        if kind != "person":
            return self._body(number, kind)
        chance = self.chance("speaker", number)
        forms = _forms(number, chance)
        return {
            "type": "speaker",
            "slug": speaker_slug(number),
            "kind": kind,
            "name": forms[0]["name"],
            "birth": str(chance.randint(1920, 1975))
            + chance.choice(["", "", "~", "-05", "-11-02"]),
            "names": forms,
            "positions": self.positions(number),
        }

    def _body(self, number: int, kind: str) -> Record:
        name = f"{stem(number, 3).capitalize()} {BODIES[number % len(BODIES)]}"
        called = f"an official of the {name}" if kind == "unnamed" else name
        names = [{"name": called, "kind": "preferred"}]
        slug = speaker_slug(number)
        return {"type": "speaker", "slug": slug, "kind": kind, "name": called, "names": names}

    def positions(self, number: int) -> list[Record]:
        """The offices of a speaker, one after the other; the much quoted have more."""
        if self.kind(number) != "person":
            return []
        chance = self.chance("positions", number)
        held: list[Record] = []
        begins = FIRST_DAY + timedelta(days=chance.randrange(6000))
        known = 0.8 if number < len(self.speakers.items) // 10 else 0.3
        while chance.random() < known and begins < LAST_DAY:
            ends = begins + timedelta(days=chance.randint(500, 3000))
            start, end = (_coarse(chance, day) for day in (begins, ends))
            title = self.titles.one(chance)
            held.append({"title": title, "start": start, "end": end if ends < LAST_DAY else ""})
            begins = ends + timedelta(days=chance.randint(1, 600))
        return held

    def day(self, number: int) -> date:
        """A day of the occasion; later years have more occasions."""
        back = (LAST_DAY - FIRST_DAY).days * self.chance("day", number).random() ** 1.7
        return LAST_DAY - timedelta(days=int(back))

    def occasion(self, number: int) -> Record:
        chance = self.chance("occasion", number)
        return {
            "type": "occasion",
            "slug": occasion_slug(number),
            "date": _edtf(chance, self.day(number)),
            "event": chance.choice(EVENTS),
            "place": self.places.one(chance) if chance.random() < 0.8 else "",
        }


def speaker_slug(number: int) -> str:
    family, given = _name(number)
    return f"{given}-{family}"


def publication_slug(number: int) -> str:
    return f"{_town(number)}-{PAPERS[number % len(PAPERS)].lower()}"


def _town(number: int) -> str:
    return stem(number + FAMILIES, 3)


def topic_slug(number: int) -> str:
    return f"{FIELDS[number % len(FIELDS)].lower()}-{stem(number, 2)}"


def occasion_slug(number: int) -> str:
    return f"occasion-{number + 1}"


def _name(number: int) -> tuple[str, str]:
    """Family and given name: several share the one or the other, none share both."""
    again, family = divmod(number, FAMILIES)
    return stem(family, 3), stem(7 * family + 389 * again, 2)


def _forms(number: int, chance: Random) -> list[Record]:
    """The forms of a person's name, the preferred one first: as it is written at home."""
    family, given = (part.capitalize() for part in _name(number))
    parts = {"family": family, "given": given}
    orders = {"given-first": f"{given} {family}", "family-first": f"{family} {given}"}
    home = chance.choice(["given-first", "given-first", "family-first"])
    kinds = {order: "preferred" if order == home else "alias" for order in orders}
    forms = [{"name": orders[o], "order": o, "kind": k, **parts} for o, k in kinds.items()]
    forms.sort(key=lambda form: form["kind"], reverse=True)
    if home == "family-first" and chance.random() < 0.5:
        written = ["".join(chance.choices(NAME_KANJI, k=2)) for _ in parts]
        own = dict(zip(parts, written, strict=True))
        forms.append({"name": "".join(written), "language": "ja", "order": home, **own})
    elif chance.random() < 0.15:
        name = f"{given} {family}".lower().translate(CYRILLIC).title()
        forms.append({"name": name, "language": "ru", "kind": "transliteration"})
    return forms


def _coarse(chance: Random, day: date) -> str:
    """The day, or its month or year alone."""
    return day.isoformat()[: chance.choices((10, 7, 4), cum_weights=(70, 90, 100))[0]]


def _edtf(chance: Random, day: date) -> str:
    """A date of any precision that holds the day."""
    month, year = f"{day:%Y-%m}", str(day.year)
    later = (day + timedelta(days=chance.randint(1, 40))).isoformat()
    written = {
        day.isoformat(): 70,
        month: 8,
        year: 5,
        f"{day}/{later}": 4,
        f"[{day}..{later}]": 2,
        f"[{day},{later}]": 1,
        f"{{{day},{later}}}": 1,
        f"{month}~": 2,
        f"{year}~": 2,
        f"{day}?": 2,
        "": 3,
    }
    return chance.choices(list(written), weights=list(written.values()))[0]
