"""Loads quotes with their topics and appearances."""

from collections import defaultdict
from typing import Any

from django.core.exceptions import ValidationError

from citations.exchange.loading.batch import RecordLine, RecordLoader, RowWrite
from citations.exchange.loading.row_writes import RecordTable, Row
from citations.exchange.schema import Appearance as AppearancePart
from citations.exchange.schema import Quote as QuoteRecord
from citations.exchange.values import InvalidValueError, constraint_error
from citations.models import (
    Appearance,
    Article,
    Occasion,
    Position,
    Quote,
    Snapshot,
    Speaker,
    State,
    Topic,
)
from citations.models.appearances import NEEDS_APPEARANCE
from citations.models.quotes import merged_speaker_message
from citations.models.segments import check_printed

APPEARANCES = RecordTable(Appearance, take=lambda row: bool(row["primary"]))
TOPICS = RecordTable(Quote.topics.through)
# Snapshots in memory at a time.
TEXTS_PER_CHUNK = 20

Words = tuple[str, str, str]


class QuoteLoader(RecordLoader):
    table = RecordTable(Quote)
    key_field = "key"
    nested = ("speaker", "occasion", "position", "topics", "correct_speaker", "appearances")

    def look_up(self) -> None:
        self.records: list[QuoteRecord] = [each.record for each in self.entries]
        self._look_up_speakers()
        self.occasions = self._ids(Occasion, "slug", {each.occasion for each in self.records})
        topics = {topic for each in self.records for topic in each.topics or ()}
        self.topics = self._ids(Topic, "slug", topics)
        stored = [row["id"] for row in self.old.values()]
        self.topics_of: dict[int, dict[int, int]] = defaultdict(dict)
        for row in TOPICS.rows(lambda row: row["id"], quote__in=stored).values():
            self.topics_of[row["quote_id"]][row["topic_id"]] = row["id"]
        self.removed_topics: list[int] = []
        self.new_topics: list[Row] = []
        self._look_up_appearances(stored)
        self._cut_words()

    def _ids(self, model: Any, key_field: str, names: set[Any]) -> dict[str, int]:
        names.discard(None)
        found = model.objects.filter(**{f"{key_field}__in": names}).order_by()
        return dict(found.values_list(key_field, "pk"))

    def _look_up_speakers(self) -> None:
        slugs = {each.speaker for each in self.records}
        slugs |= {each.correct_speaker for each in self.records if each.correct_speaker}
        speakers = Speaker.objects.filter(slug__in=slugs).order_by()
        found = speakers.values_list("slug", "pk", "merged_into__name", "merged_into__slug")
        self.speakers = {slug: number for slug, number, _, _ in found}
        self.kept = {slug: (name, into) for slug, _, name, into in found if into}
        holders = {self.speakers.get(each.speaker) for each in self.records if each.position}
        offices = Position.objects.filter(speaker__in=holders - {None}).order_by()
        held = offices.values_list("speaker", "title", "start", "pk")
        self.offices = {tuple(name): number for *name, number in held}

    def _look_up_appearances(self, stored: list[int]) -> None:
        keys = [one.key for each in self.records for one in each.appearances]
        self.appearances = APPEARANCES.rows(lambda row: row["key"], key__in=keys)
        self.claimed: set[str] = set()
        self.primaries: dict[int, dict[str, bool]] = defaultdict(dict)
        found = Appearance.objects.filter(quote__in=stored).order_by()
        for quote, key, primary in found.values_list("quote", "key", "primary"):
            self.primaries[quote][key] = primary
        printed = [one for each in self.records for one in each.appearances]
        self.articles = self._ids(Article, "key", {one.article for one in printed})
        texts = Snapshot.objects.filter(article__in=self.articles.values()).order_by()
        self.snapshots = {
            (article, sha256): number
            for article, sha256, number in texts.values_list("article", "sha256", "pk")
        }

    def _cut_words(self) -> None:
        """Cut the words of each appearance from its snapshot, or find out why that fails."""
        self.words: dict[int, Words | InvalidValueError] = {}
        wanted: dict[int, list[AppearancePart]] = defaultdict(list)
        for record in self.records:
            for one in record.appearances:
                named = self.articles.get(one.article, 0), one.snapshot or ""
                if number := self.snapshots.get(named):
                    wanted[number].append(one)
        texts = Snapshot.objects.filter(pk__in=wanted).order_by("pk").values_list("pk", "text")
        for number, text in texts.iterator(chunk_size=TEXTS_PER_CHUNK):
            for one in wanted[number]:
                self.words[id(one)] = _words_at(text, one)

    def own_row(self, entry: RecordLine) -> Row:
        record: QuoteRecord = entry.record
        speaker = self.id_of(self.speakers, Speaker, record.speaker, "speaker", entry)
        if kept := self.kept.get(record.speaker):
            raise InvalidValueError("speaker", merged_speaker_message(*kept))
        row = self.own_fields(record) | {"speaker_id": speaker, "occasion_id": None}
        if record.occasion:
            row["occasion_id"] = self.id_of(
                self.occasions, Occasion, record.occasion, "occasion", entry
            )
        row["correct_speaker_id"] = record.correct_speaker and self.id_of(
            self.speakers, Speaker, record.correct_speaker, "correct_speaker", entry
        )
        row["position_id"] = self._office(record, speaker)
        return row

    def _office(self, record: QuoteRecord, speaker: int) -> int | None:
        if not (office := record.position):
            return None
        number = self.offices.get((speaker, office.title, office.start))
        if not number:
            since = f" from {office.start}" if office.start else " without a start"
            reason = f"{record.speaker} has no office {office.title}{since}."
            raise InvalidValueError("position", reason)
        return number

    def part_writes(self, entry: RecordLine, number: int, row: Row) -> list[RowWrite]:
        record: QuoteRecord = entry.record
        writes = [
            self._appearance(one, f"appearances[{at}]", number, entry)
            for at, one in enumerate(record.appearances)
        ]
        primaries = self.primaries[number] | {one.key: one.primary for one in record.appearances}
        if sum(primaries.values()) > 1:
            raise constraint_error("appearances", Appearance, "appearance_one_primary")
        if record.state == State.PUBLISHED and not primaries:
            raise InvalidValueError("appearances", NEEDS_APPEARANCE)
        self._plan_topics(entry, number)
        self.claimed.update(one.key for one in record.appearances)
        return writes

    def _appearance(
        self, one: AppearancePart, path: str, number: int, entry: RecordLine
    ) -> RowWrite:
        old = self.appearances.get(one.key)
        if one.key in self.claimed or (old and old["quote_id"] != number):
            raise InvalidValueError(f"{path}.key", f"{one.key} is an appearance of another quote.")
        article = self.id_of(self.articles, Article, one.article, f"{path}.article", entry)
        row = self.part_row(one, number)
        del row["article"], row["snapshot"]
        row |= {"article_id": article, "snapshot_id": None, "segments": []}
        if one.snapshot:
            row["snapshot_id"] = self.snapshots.get((article, one.snapshot))
            row["segments"] = [list(segment) for segment in one.segments]
            row["exact"], row["prefix"], row["suffix"] = self._words(one, path)
        else:
            row |= {"prefix": one.prefix or "", "suffix": one.suffix or ""}
        return RowWrite(APPEARANCES, row, old)

    def _words(self, one: AppearancePart, path: str) -> Words:
        words = self.words.get(id(one))
        if words is None:
            reason = f"Article {one.article} has no text with this SHA-256."
            raise InvalidValueError(f"{path}.snapshot", reason)
        if isinstance(words, InvalidValueError):
            raise InvalidValueError(f"{path}.{words.field}", str(words))
        return words

    def _plan_topics(self, entry: RecordLine, number: int) -> None:
        """Plan which topics to add, and which of a stored quote's topics to remove."""
        if entry.record.topics is None:
            return
        given = {
            self.id_of(self.topics, Topic, slug, f"topics[{at}]", entry)
            for at, slug in enumerate(entry.record.topics)
        }
        stored = self.topics_of.get(number, {})
        if stored.keys() == given:
            return
        self.with_changed_parts.add(number)
        self.removed_topics += [row for topic, row in stored.items() if topic not in given]
        new = sorted(given - stored.keys())
        self.new_topics += [{"quote_id": number, "topic_id": topic} for topic in new]

    def write_related(self) -> None:
        if self.removed_topics:
            TOPICS.model._default_manager.filter(pk__in=self.removed_topics).delete()  # noqa: SLF001
        TOPICS.add(self.new_topics)


def _words_at(text: str, one: AppearancePart) -> Words | InvalidValueError:
    try:
        segments = [list(segment) for segment in one.segments]
        return check_printed(text, segments, one.exact, one.prefix, one.suffix)
    except ValidationError as error:
        [(field, messages)] = error.message_dict.items()
        return InvalidValueError(field, " ".join(messages))
