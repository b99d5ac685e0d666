"""Loading quotes, with their topics and appearances."""

from collections import defaultdict
from typing import Any

from django.core.exceptions import ValidationError

from citations.exchange.loading.batch import RecordLine, RecordLoader, RowWrite
from citations.exchange.loading.row_writes import Row, RecordTable
from citations.exchange.schema import Appearance as Printing
from citations.exchange.schema import Quote as Said
from citations.exchange.values import InvalidValueError
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
from citations.models.base.constraints import constraint_message
from citations.models.segments import check_printed

APPEARANCES = RecordTable(Appearance, take=lambda row: bool(row["primary"]))
TOPICS = RecordTable(Quote.topics.through)
# Texts held at a time.
TEXTS = 20

Words = tuple[str, str, str]


class QuoteLoader(RecordLoader):
    table = RecordTable(Quote)
    named = "key"
    nested = ("speaker", "occasion", "position", "topics", "correct_speaker", "appearances")

    def look_up(self) -> None:
        self.records: list[Said] = [each.record for each in self.entries]
        self._look_up_speakers()
        self.occasions = self._numbers(Occasion, "slug", {each.occasion for each in self.records})
        topics = {topic for each in self.records for topic in each.topics or ()}
        self.topics = self._numbers(Topic, "slug", topics)
        standing = [row["id"] for row in self.old.values()]
        self.topics_of: dict[int, dict[int, int]] = defaultdict(dict)
        for row in TOPICS.rows(lambda row: row["id"], quote__in=standing).values():
            self.topics_of[row["quote_id"]][row["topic_id"]] = row["id"]
        self.dropped: list[int] = []
        self.new_topics: list[Row] = []
        self._look_up_appearances(standing)
        self._read_words()

    def _numbers(self, model: Any, named: str, names: set[Any]) -> dict[str, int]:
        names.discard(None)
        found = model.objects.filter(**{f"{named}__in": names}).order_by()
        return dict(found.values_list(named, "pk"))

    def _look_up_speakers(self) -> None:
        slugs = {each.speaker for each in self.records}
        slugs |= {each.correct_speaker for each in self.records if each.correct_speaker}
        speakers = Speaker.objects.filter(slug__in=slugs).order_by()
        found = speakers.values_list("slug", "pk", "merged_into__name", "merged_into__slug")
        self.speakers = {slug: number for slug, number, _, _ in found}
        self.kept = {slug: f"{name} ({into})" for slug, _, name, into in found if into}
        holders = {self.speakers.get(each.speaker) for each in self.records if each.position}
        offices = Position.objects.filter(speaker__in=holders - {None}).order_by()
        held = offices.values_list("speaker", "title", "start", "pk")
        self.offices = {tuple(name): number for *name, number in held}

    def _look_up_appearances(self, standing: list[int]) -> None:
        keys = [one.key for each in self.records for one in each.appearances]
        self.appearances = APPEARANCES.rows(lambda row: row["key"], key__in=keys)
        self.claimed: set[str] = set()
        self.primaries: dict[int, dict[str, bool]] = defaultdict(dict)
        found = Appearance.objects.filter(quote__in=standing).order_by()
        for quote, key, primary in found.values_list("quote", "key", "primary"):
            self.primaries[quote][key] = primary
        printed = [one for each in self.records for one in each.appearances]
        self.articles = self._numbers(Article, "key", {one.article for one in printed})
        texts = Snapshot.objects.filter(article__in=self.articles.values()).order_by()
        self.snapshots = {
            (article, sha256): number
            for article, sha256, number in texts.values_list("article", "sha256", "pk")
        }

    def _read_words(self) -> None:
        """What stands at the spans of each appearance, or why nothing does; text by text."""
        self.words: dict[int, Words | InvalidValueError] = {}
        wanted: dict[int, list[Printing]] = defaultdict(list)
        for record in self.records:
            for one in record.appearances:
                taken = (self.articles.get(one.article, 0), one.snapshot or "")
                if number := self.snapshots.get(taken):
                    wanted[number].append(one)
        texts = Snapshot.objects.filter(pk__in=wanted).order_by("pk").values_list("pk", "text")
        for number, text in texts.iterator(chunk_size=TEXTS):
            for one in wanted[number]:
                self.words[id(one)] = _words_at(text, one)

    def row(self, entry: RecordLine) -> Row:
        record: Said = entry.record
        speaker = self.number(self.speakers, Speaker, record.speaker, "speaker", entry)
        if kept := self.kept.get(record.speaker):
            raise InvalidValueError("speaker", f"This speaker is merged: choose {kept}.")
        row = self.plain(record) | {"speaker_id": speaker, "occasion_id": None}
        if record.occasion:
            row["occasion_id"] = self.number(
                self.occasions, Occasion, record.occasion, "occasion", entry
            )
        row["correct_speaker_id"] = record.correct_speaker and self.number(
            self.speakers, Speaker, record.correct_speaker, "correct_speaker", entry
        )
        row["position_id"] = self._office(record, speaker)
        return row

    def _office(self, record: Said, speaker: int) -> int | None:
        if not (office := record.position):
            return None
        number = self.offices.get((speaker, office.title, office.start))
        if not number:
            since = f" from {office.start}" if office.start else " without a start"
            reason = f"{record.speaker} has no office {office.title}{since}."
            raise InvalidValueError("position", reason)
        return number

    def parts(self, entry: RecordLine, number: int, row: Row) -> list[RowWrite]:
        record: Said = entry.record
        puts = [
            self._appearance(one, f"appearances[{at}]", number, entry)
            for at, one in enumerate(record.appearances)
        ]
        primaries = self.primaries[number] | {one.key: one.primary for one in record.appearances}
        if sum(primaries.values()) > 1:
            reason = constraint_message(Appearance, "appearance_one_primary")
            raise InvalidValueError("appearances", reason)
        if record.state == State.PUBLISHED and not primaries:
            raise InvalidValueError("appearances", NEEDS_APPEARANCE)
        self._plan_topics(entry, number)
        self.claimed.update(one.key for one in record.appearances)
        return puts

    def _appearance(self, one: Printing, path: str, number: int, entry: RecordLine) -> RowWrite:
        old = self.appearances.get(one.key)
        if one.key in self.claimed or (old and old["quote_id"] != number):
            raise InvalidValueError(f"{path}.key", f"{one.key} is an appearance of another quote.")
        article = self.number(self.articles, Article, one.article, f"{path}.article", entry)
        row = self.part(one, number)
        del row["article"], row["snapshot"]
        row |= {"article_id": article, "snapshot_id": None, "segments": []}
        if one.snapshot:
            row["snapshot_id"] = self.snapshots.get((article, one.snapshot))
            row["segments"] = [list(segment) for segment in one.segments]
            row["exact"], row["prefix"], row["suffix"] = self._words(one, path)
        else:
            row |= {"prefix": one.prefix or "", "suffix": one.suffix or ""}
        return RowWrite(APPEARANCES, row, old)

    def _words(self, one: Printing, path: str) -> Words:
        words = self.words.get(id(one))
        if words is None:
            reason = f"Article {one.article} has no text with this SHA-256."
            raise InvalidValueError(f"{path}.snapshot", reason)
        if isinstance(words, InvalidValueError):
            raise InvalidValueError(f"{path}.{words.field}", str(words))
        return words

    def _plan_topics(self, entry: RecordLine, number: int) -> None:
        """The topics to be added; a standing quote's others are dropped."""
        if entry.record.topics is None:
            return
        given = {
            self.number(self.topics, Topic, slug, f"topics[{at}]", entry)
            for at, slug in enumerate(entry.record.topics)
        }
        standing = self.topics_of.get(number, {})
        if standing.keys() == given:
            return
        self.touched.add(number)
        self.dropped += [row for topic, row in standing.items() if topic not in given]
        new = sorted(given - standing.keys())
        self.new_topics += [{"quote_id": number, "topic_id": topic} for topic in new]

    def make_way(self) -> None:
        if self.dropped:
            TOPICS.model._default_manager.filter(pk__in=self.dropped).delete()  # noqa: SLF001
        TOPICS.add(self.new_topics)


def _words_at(text: str, one: Printing) -> Words | InvalidValueError:
    try:
        segments = [list(segment) for segment in one.segments]
        return check_printed(text, segments, one.exact, one.prefix, one.suffix)
    except ValidationError as error:
        [(field, messages)] = error.message_dict.items()
        return InvalidValueError(field, " ".join(messages))
