"""Loads articles with their snapshots."""

from citations.exchange import schema
from citations.exchange.loading.batch import RecordLine, RecordLoader, RowWrite
from citations.exchange.loading.row_writes import RecordTable, Row
from citations.exchange.values import InvalidValueError, constraint_error
from citations.models import Article, Publication, Snapshot, sha256_of
from citations.models.sources import DERIVES_IN_A_CIRCLE, ancestor_keys

# Equal SHA-256 means equal text.
SNAPSHOTS = RecordTable(Snapshot, unread=("text",))


class ArticleLoader(RecordLoader):
    table = RecordTable(Article)
    key_field = "key"
    nested = ("publication", "derived_from", "snapshots")

    def look_up(self) -> None:
        records = [each.record for each in self.entries]
        publications = Publication.objects.filter(slug__in={each.publication for each in records})
        self.publications = dict(publications.values_list("slug", "pk"))
        sources = Article.objects.filter(key__in={each.derived_from for each in records})
        self.sources = dict(sources.values_list("key", "pk"))
        self.above: dict[str, str | None] = {}
        stored = [row["id"] for row in self.old.values()]
        self.snapshots = SNAPSHOTS.rows(
            lambda row: (row["article_id"], row["sha256"]), article__in=stored
        )

    def own_row(self, entry: RecordLine) -> Row:
        record = entry.record
        row = self.own_fields(record) | {"publication_id": None, "derived_from_id": None}
        if record.publication:
            row["publication_id"] = self.id_of(
                self.publications, Publication, record.publication, "publication", entry
            )
        if record.derived_from == record.key:
            raise constraint_error("derived_from", Article, "article_not_derived_from_itself")
        if record.derived_from:
            found = self.done if record.derived_from in self.done else self.sources
            row["derived_from_id"] = self.id_of(
                found, Article, record.derived_from, "derived_from", entry
            )
            self._check_circle(record, row)
        self.above[record.key] = record.derived_from
        return row

    def _check_circle(self, record: schema.Article, row: Row) -> None:
        """Refuse a circle; only an article that is already stored can close one."""
        old = self.old.get(record.key)
        changes = old is not None and old["derived_from_id"] != row["derived_from_id"]
        if changes and record.key in ancestor_keys(record.derived_from or "", self.above):
            raise InvalidValueError("derived_from", DERIVES_IN_A_CIRCLE)

    def part_writes(self, entry: RecordLine, number: int, row: Row) -> list[RowWrite]:
        rows = [
            self.part_row(each, number) | {"sha256": sha256_of(each.text)}
            for each in entry.record.snapshots
        ]
        return [
            RowWrite(SNAPSHOTS, row, self.snapshots.get((number, row["sha256"]))) for row in rows
        ]
