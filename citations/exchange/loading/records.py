"""Loads publications, topics, occasions and relations."""

from typing import Any

from citations.exchange.loading.batch import RecordLine, RecordLoader
from citations.exchange.loading.row_writes import RecordTable, Row
from citations.exchange.values import constraint_error
from citations.models import Occasion, Publication, Quote, QuoteRelation, Topic


class PublicationLoader(RecordLoader):
    table = RecordTable(Publication)


class TopicLoader(RecordLoader):
    table = RecordTable(Topic)


class OccasionLoader(RecordLoader):
    table = RecordTable(Occasion)


class RelationLoader(RecordLoader):
    table = RecordTable(QuoteRelation)
    key_field = "quote"

    def stored_rows(self) -> dict[Any, Row]:
        keys = {key for each in self.entries for key in (each.record.quote, each.record.other)}
        self.quotes = dict(Quote.objects.filter(key__in=keys).values_list("key", "pk"))
        names = {number: key for key, number in self.quotes.items()}
        return self.table.rows(
            lambda row: (names[row["quote_id"]], row["kind"], names[row["other_id"]]),
            quote__in=names,
            other__in=names,
        )

    def key(self, record: Any) -> Any:
        return record.quote, record.kind, record.other

    def own_row(self, entry: RecordLine) -> Row:
        record = entry.record
        if record.quote == record.other:
            raise constraint_error("other", QuoteRelation, "quoterelation_between_two_quotes")
        return {
            "quote_id": self.id_of(self.quotes, Quote, record.quote, "quote", entry),
            "kind": record.kind,
            "other_id": self.id_of(self.quotes, Quote, record.other, "other", entry),
        }
