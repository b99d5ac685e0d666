"""Loading publications, topics, occasions and relations."""

from typing import Any

from citations.exchange.loading.batch import RecordLine, RecordLoader
from citations.exchange.loading.row_writes import Row, RecordTable
from citations.exchange.values import InvalidValueError
from citations.models import Occasion, Publication, Quote, QuoteRelation, Topic
from citations.models.base.constraints import constraint_message


class PublicationLoader(RecordLoader):
    table = RecordTable(Publication)


class TopicLoader(RecordLoader):
    table = RecordTable(Topic)


class OccasionLoader(RecordLoader):
    table = RecordTable(Occasion)


class RelationLoader(RecordLoader):
    table = RecordTable(QuoteRelation)
    named = "quote"

    def standing(self) -> dict[Any, Row]:
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

    def row(self, entry: RecordLine) -> Row:
        record = entry.record
        if record.quote == record.other:
            reason = constraint_message(QuoteRelation, "quoterelation_between_two_quotes")
            raise InvalidValueError("other", reason)
        return {
            "quote_id": self.number(self.quotes, Quote, record.quote, "quote", entry),
            "kind": record.kind,
            "other_id": self.number(self.quotes, Quote, record.other, "other", entry),
        }
