"""The exchange format: one record a line, JSON Lines in UTF-8, named by natural keys.

These structs define the whole format: `load` validates against them, `dump` writes their fields in
this order, and the JSON Schema (2020-12) is generated from them. Texts are limited in code points.
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
    InvalidValueError,
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
    check_addresses,
    check_distinct,
    constraint_error,
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
from citations.models.quotes import LONGEST_QUOTE


class _Part(Struct, forbid_unknown_fields=True):
    """A part of a record."""


class _Record(_Part, tag_field="type"):
    """A record: one line."""


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
            raise constraint_error("end", models.Position, "position_ends_after_it_starts")


class Speaker(_Record, tag="speaker"):
    """Who said something. `merged_into` is the speaker to whom this address now redirects."""

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
            raise constraint_error("names", models.SpeakerName, "speakername_one_preferred")
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
    """The article's text at a time; named by its SHA-256, which is computed from it."""

    text: Words
    taken_at: Time
    origin: Upto500 = ""

    def __post_init__(self) -> None:
        try:
            self.taken_at = self.taken_at.astimezone(UTC)
        except OverflowError as error:
            reason = "In UTC this time is before the year 1."
            raise InvalidValueError("taken_at", reason) from error


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
    """The position in which a quote was said, named among those of the speaker."""

    title: Name200
    start: Edtf = ""

    def __post_init__(self) -> None:
        normalize_dates(self, "start")


class Appearance(_Part):
    """An article's printing of the quote.

    `snapshot` is the SHA-256 of one of the article's texts, and `segments` are the places of the
    words in it; `exact`, `prefix` and `suffix` can then be left out.
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
            name = "appearance_segments_need_snapshot"
            raise constraint_error("segments", models.Appearance, name)
        if not self.snapshot and not self.exact:
            raise InvalidValueError("exact", "Without a snapshot, give the words as printed.")


class Quote(_Record, tag="quote"):
    """What a speaker said. If `topics` is given, it lists all topics of the quote."""

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
            raise constraint_error("standing_note", models.Quote, "quote_standing_has_reasons")
        somebody_else = self.correct_speaker != self.speaker
        if self.correct_speaker and not (self.standing == Standing.MISATTRIBUTED and somebody_else):
            name = "quote_correct_speaker_of_misattributed"
            raise constraint_error("correct_speaker", models.Quote, name)
        if bool(self.original) != bool(self.original_language):
            name = "quote_original_has_language"
            raise constraint_error("original_language", models.Quote, name)
        if sum(each.primary for each in self.appearances) > 1:
            raise constraint_error("appearances", models.Appearance, "appearance_one_primary")
        check_distinct("appearances", [each.key for each in self.appearances])


class Relation(_Record, tag="relation"):
    """How `quote` relates to `other`."""

    quote: Key
    kind: RelationKind
    other: Key


Record = Publication | Topic | Speaker | Occasion | Article | Quote | Relation
# In the order in which `dump` writes them: records come before those that name them.
RECORDS: tuple[type[Record], ...] = (
    Publication, Topic, Speaker, Occasion, Article, Quote, Relation,
)  # fmt: skip


def type_name(record: type[Record]) -> str:
    """The value of `type` on the record's lines."""
    return str(record.__struct_config__.tag)


def json_schema() -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    record = msgspec.json.schema(Record, schema_hook=schema_of_choices)
    return json.dumps(schema | record, indent=2, ensure_ascii=False)


def schema_of_choices(kind: Any) -> dict[str, Any]:
    return {"enum": kind.values}
