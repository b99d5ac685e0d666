"""Loading articles, with the texts taken of them."""

from citations.exchange import schema
from citations.exchange.loading.batch import RecordLine, RecordLoader, RowWrite
from citations.exchange.loading.row_writes import Row, RecordTable
from citations.exchange.values import InvalidValueError
from citations.models import Article, Publication, Snapshot, sha256_of
from citations.models.base.constraints import constraint_message
from citations.models.sources import DERIVES_IN_A_CIRCLE, ancestor_keys

# The text follows from its SHA-256.
SNAPSHOTS = RecordTable(Snapshot, unread=("text",))


class ArticleLoader(RecordLoader):
    table = RecordTable(Article)
    named = "key"
    nested = ("publication", "derived_from", "snapshots")

    def look_up(self) -> None:
        records = [each.record for each in self.entries]
        publications = Publication.objects.filter(slug__in={each.publication for each in records})
        self.publications = dict(publications.values_list("slug", "pk"))
        sources = Article.objects.filter(key__in={each.derived_from for each in records})
        self.sources = dict(sources.values_list("key", "pk"))
        self.above: dict[str, str | None] = {}
        standing = [row["id"] for row in self.old.values()]
        self.snapshots = SNAPSHOTS.rows(
            lambda row: (row["article_id"], row["sha256"]), article__in=standing
        )

    def row(self, entry: RecordLine) -> Row:
        record = entry.record
        row = self.plain(record) | {"publication_id": None, "derived_from_id": None}
        if record.publication:
            row["publication_id"] = self.number(
                self.publications, Publication, record.publication, "publication", entry
            )
        if record.derived_from == record.key:
            reason = constraint_message(Article, "article_not_derived_from_itself")
            raise InvalidValueError("derived_from", reason)
        if record.derived_from:
            found = self.done if record.derived_from in self.done else self.sources
            row["derived_from_id"] = self.number(
                found, Article, record.derived_from, "derived_from", entry
            )
            self._check_circle(record, row)
        self.above[record.key] = record.derived_from
        return row

    def _check_circle(self, record: schema.Article, row: Row) -> None:
        """Only an article that stands already can be what others derive from."""
        old = self.old.get(record.key)
        changes = old is not None and old["derived_from_id"] != row["derived_from_id"]
        if changes and record.key in ancestor_keys(record.derived_from or "", self.above):
            raise InvalidValueError("derived_from", DERIVES_IN_A_CIRCLE)

    def parts(self, entry: RecordLine, number: int, row: Row) -> list[RowWrite]:
        rows = [
            self.part(each, number) | {"sha256": sha256_of(each.text)}
            for each in entry.record.snapshots
        ]
        return [RowWrite(SNAPSHOTS, row, self.snapshots.get((number, row["sha256"]))) for row in rows]
