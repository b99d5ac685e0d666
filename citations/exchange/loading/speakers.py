"""Loads speakers with their names and offices."""

from collections import Counter

from citations.exchange.loading.batch import RecordLine, RecordLoader, RowWrite
from citations.exchange.loading.row_writes import RecordTable, Row
from citations.exchange.values import InvalidValueError, constraint_error
from citations.models import NameKind, Position, Quote, Speaker, SpeakerName
from citations.models.speakers import (
    HAS_MERGED,
    HAS_QUOTES,
    MERGED_INTO_ITSELF,
    already_merged_message,
)

NAMES = RecordTable(SpeakerName, take=lambda row: row["kind"] == NameKind.PREFERRED)
POSITIONS = RecordTable(Position)


class SpeakerLoader(RecordLoader):
    table = RecordTable(Speaker)
    nested = ("names", "positions", "merged_into")

    def look_up(self) -> None:
        stored = [row["id"] for row in self.old.values()]
        self.names = NAMES.rows(lambda row: (row["speaker_id"], row["name"]), speaker__in=stored)
        self.positions = POSITIONS.rows(
            lambda row: (row["speaker_id"], row["title"], row["start"]), speaker__in=stored
        )
        self.preferred = {
            number: name
            for (number, name), row in self.names.items()
            if row["kind"] == NameKind.PREFERRED
        }
        self._look_up_merges()

    def _look_up_merges(self) -> None:
        merging = [each.record for each in self.entries if each.record.merged_into]
        slugs = [each.slug for each in merging]
        into = Speaker.objects.filter(slug__in=[each.merged_into for each in merging])
        self.kept = dict(into.values_list("slug", "pk"))
        self.merged = dict(into.exclude(merged_into=None).values_list("slug", "merged_into__slug"))
        others = Speaker.objects.filter(merged_into__slug__in=slugs)
        self.has_merged = Counter(others.values_list("merged_into__slug", flat=True))
        merged = Speaker.objects.filter(slug__in=self.old).exclude(merged_into=None)
        self.stored_merges = dict(merged.values_list("slug", "merged_into__slug"))
        quotes = Quote.objects.filter(speaker__slug__in=slugs)
        self.has_quotes = set(quotes.values_list("speaker__slug", flat=True).distinct())

    def own_row(self, entry: RecordLine) -> Row:
        into = entry.record.merged_into
        row = self.own_fields(entry.record) | {"merged_into_id": None}
        if into:
            self._check_merge(entry.record.slug, into)
            found = self.done if into in self.done else self.kept
            row["merged_into_id"] = self.id_of(found, Speaker, into, "merged_into", entry)
        return row

    def _check_merge(self, slug: str, into: str) -> None:
        if slug == into:
            raise InvalidValueError("merged_into", MERGED_INTO_ITSELF)
        if into in self.merged:
            raise InvalidValueError("merged_into", already_merged_message(self.merged[into]))
        if self.has_merged[slug]:
            raise InvalidValueError("merged_into", HAS_MERGED)
        if slug in self.has_quotes:
            raise InvalidValueError("merged_into", HAS_QUOTES)

    def part_writes(self, entry: RecordLine, number: int, row: Row) -> list[RowWrite]:
        record = entry.record
        preferred = self.preferred.get(number)
        names = {each.name: each.kind for each in record.names}
        if preferred and preferred not in names and NameKind.PREFERRED in names.values():
            raise constraint_error("names", SpeakerName, "speakername_one_preferred")
        if before := self.stored_merges.get(record.slug):
            self.has_merged[before] -= 1
        if record.merged_into:
            self.merged[record.slug] = record.merged_into
            self.has_merged[record.merged_into] += 1
        else:
            self.merged.pop(record.slug, None)
        return [
            RowWrite(NAMES, self.part_row(each, number), self.names.get((number, each.name)))
            for each in record.names
        ] + [
            RowWrite(
                POSITIONS,
                self.part_row(each, number),
                self.positions.get((number, each.title, each.start)),
            )
            for each in record.positions
        ]
