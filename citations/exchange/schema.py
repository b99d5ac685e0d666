"""The exchange format: one record a line, JSON Lines in UTF-8, named by natural keys.

The structs below are the whole of it: `load` validates against them, `dump` writes their fields in
this order, and the JSON Schema (2020-12) is made of them. Texts are limited in code points.
"""

import json
from datetime import UTC
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from citations import models
from citations.edtf.parsing import parse_edtf
from citations.exchange.values import (
    MANY_ITEMS,
    Address,
    Edtf,
    Key,
    Language,
    LanguageOrNone,
    Name200,
    Name500,
    Offset,
    Slug,
    Time,
    Upto9,
    Upto20,
    Upto100,
    Upto200,
    Upto300,
    Upto500,
    Words,
    InvalidValueError,
    check_addresses,
    check_distinct,
    normalize_dates,
)
from citations.models import (
    ArticleKind,
    Mode,
    NameKind,
    NameOrder,
    PublicationKind,
    RelationKind,
    SpeakerKind,
    Standing,
    State,
)
from citations.models.base.constraints import constraint_message
from citations.models.quotes import LONGEST_QUOTE


class _Part(Struct, forbid_unknown_fields=True):
    """What stands inside a record."""


class _Record(_Part, tag_field="type"):
    """What stands on a line of its own."""


class Publication(_Record, tag="publication"):
    """Who published articles."""

    slug: Slug
    name: Name200
    kind: PublicationKind
    country: Annotated[str, Meta(max_length=2)] = ""
    homepage: Annotated[str, Meta(max_length=500)] = ""
    issn: Upto9 = ""

    def __post_init__(self) -> None:
        check_addresses(self, "homepage")


class Topic(_Record, tag="topic"):
    """A subject that quotes are about."""

    slug: Slug
    name: Name200


class Name(_Part):
    """One form of a speaker's name."""

    name: Name200
    language: Language = "en"
    family: Upto100 = ""
    given: Upto100 = ""
    order: NameOrder = NameOrder.NONE
    kind: NameKind = NameKind.ALIAS


class Position(_Part):
    """An office the speaker held, from when to when; named by title and start."""

    title: Name200
    organisation: Upto200 = ""
    start: Edtf = ""
    end: Edtf = ""

    def __post_init__(self) -> None:
        normalize_dates(self, "start", "end")
        start, end = (parse_edtf(text) if text else None for text in (self.start, self.end))
        if start and end and start.earliest and end.latest and end.latest < start.earliest:
            raise InvalidValueError("end", constraint_message(models.Position, "position_ends_after_it_starts"))


class Speaker(_Record, tag="speaker"):
    """Who says something. `merged_into` is the speaker this address now leads to."""

    slug: Slug
    name: Name200
    kind: SpeakerKind = SpeakerKind.PERSON
    description: Upto300 = ""
    birth: Edtf = ""
    death: Edtf = ""
    wikidata: Upto20 = ""
    notes: str = ""
    merged_into: Slug | None = None
    names: Annotated[list[Name], MANY_ITEMS] = []
    positions: Annotated[list[Position], MANY_ITEMS] = []

    def __post_init__(self) -> None:
        normalize_dates(self, "birth", "death")
        if sum(each.kind == NameKind.PREFERRED for each in self.names) > 1:
            raise InvalidValueError("names", constraint_message(models.SpeakerName, "speakername_one_preferred"))
        check_distinct("names", [each.name for each in self.names])
        check_distinct("positions", [(each.title, each.start) for each in self.positions])


class Occasion(_Record, tag="occasion"):
    """When and where something was said."""

    slug: Slug
    date: Edtf = ""
    event: Upto200 = ""
    place: Upto200 = ""
    note: str = ""

    def __post_init__(self) -> None:
        normalize_dates(self, "date")


class Snapshot(_Part):
    """The article's text as taken; named by its SHA-256, which follows from it."""

    text: Words
    taken_at: Time
    origin: Upto500 = ""

    def __post_init__(self) -> None:
        try:
            self.taken_at = self.taken_at.astimezone(UTC)
        except OverflowError as error:
            raise InvalidValueError("taken_at", "This time is before the year 1 in UTC.") from error


class Article(_Record, tag="article"):
    """A source text. `derived_from` is the article it was copied from."""

    key: Key
    headline: Name500
    kind: ArticleKind
    publication: Slug | None = None
    byline: Annotated[list[str], MANY_ITEMS] = []
    published: Edtf = ""
    language: Language = "en"
    url: Address = ""
    archived_url: Address = ""
    accessed: Edtf = ""
    derived_from: Key | None = None
    note: str = ""
    snapshots: Annotated[list[Snapshot], MANY_ITEMS] = []

    def __post_init__(self) -> None:
        normalize_dates(self, "published", "accessed")
        check_addresses(self, "url", "archived_url")
        check_distinct("snapshots", [each.text for each in self.snapshots])


class Office(_Part):
    """The position in which a quote was said, by what names it among the speaker's."""

    title: Name200
    start: Edtf = ""

    def __post_init__(self) -> None:
        normalize_dates(self, "start")


class Appearance(_Part):
    """An article's printing of the quote.

    `snapshot` is the SHA-256 of one of the article's texts, and `segments` where the words stand
    in it; `exact`, `prefix` and `suffix` then follow from it, and may be left out.
    """

    key: Key
    article: Key
    snapshot: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}(?![\s\S])")] | None = None
    segments: Annotated[list[tuple[Offset, Offset]], MANY_ITEMS] = []
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    attribution: Upto300 = ""
    cue: Upto100 = ""
    translated: bool = False
    primary: bool = False

    def __post_init__(self) -> None:
        if bool(self.snapshot) != bool(self.segments):
            raise InvalidValueError("segments", "Spans and the text they point into go together.")
        if not self.snapshot and not self.exact:
            raise InvalidValueError("exact", "Without a snapshot the words as printed are needed.")


class Quote(_Record, tag="quote"):
    """What a speaker said. `topics`, when given, are all its topics."""

    key: Key
    speaker: Slug
    text: Words
    language: Language = "en"
    original: Annotated[str, Meta(max_length=LONGEST_QUOTE)] = ""
    original_language: LanguageOrNone = ""
    mode: Mode = Mode.DIRECT
    occasion: Slug | None = None
    position: Office | None = None
    topics: Annotated[list[Slug], MANY_ITEMS] | None = None
    state: State = State.PROPOSED
    standing: Standing = Standing.ACCEPTED
    standing_note: str = ""
    correct_speaker: Slug | None = None
    note: str = ""
    appearances: Annotated[list[Appearance], MANY_ITEMS] = []

    def __post_init__(self) -> None:
        if self.standing != Standing.ACCEPTED and not self.standing_note:
            self._refuse("standing_note", "quote_standing_has_reasons")
        somebody_else = self.correct_speaker != self.speaker
        if self.correct_speaker and not (self.standing == Standing.MISATTRIBUTED and somebody_else):
            self._refuse("correct_speaker", "quote_correct_speaker_of_misattributed")
        if bool(self.original) != bool(self.original_language):
            self._refuse("original_language", "quote_original_has_language")
        if sum(each.primary for each in self.appearances) > 1:
            raise InvalidValueError("appearances", constraint_message(models.Appearance, "appearance_one_primary"))
        check_distinct("appearances", [each.key for each in self.appearances])

    def _refuse(self, field: str, constraint: str) -> None:
        raise InvalidValueError(field, constraint_message(models.Quote, constraint))


class Relation(_Record, tag="relation"):
    """How `quote` relates to `other`."""

    quote: Key
    kind: RelationKind
    other: Key


Record = Publication | Topic | Speaker | Occasion | Article | Quote | Relation
# In the order in which `dump` writes them: what is named comes first.
RECORDS: tuple[type[Record], ...] = (
    Publication, Topic, Speaker, Occasion, Article, Quote, Relation,
)  # fmt: skip


def type_name(record: type[Record]) -> str:
    """The value of `type` on the record's lines."""
    return str(record.__struct_config__.tag)


def json_schema() -> str:
    """The JSON Schema of a line."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    shown = msgspec.json.schema(Record, schema_hook=schema_of_choices)
    return json.dumps(schema | shown, indent=2, ensure_ascii=False)


def schema_of_choices(kind: Any) -> dict[str, Any]:
    """What JSON Schema says of a field with choices."""
    return {"enum": kind.values}
