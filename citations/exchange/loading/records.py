"""Loading publications, topics, occasions and relations."""

from typing import Any

from citations.exchange.loading.batch import Entry, Loader
from citations.exchange.loading.row_writes import Row, Table
from citations.exchange.values import WrongError
from citations.models import Occasion, Publication, Quote, QuoteRelation, Topic
from citations.models.base.constraints import message_of


class PublicationLoader(Loader):
    table = Table(Publication)


class TopicLoader(Loader):
    table = Table(Topic)


class OccasionLoader(Loader):
    table = Table(Occasion)


class RelationLoader(Loader):
    table = Table(QuoteRelation)
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

    def row(self, entry: Entry) -> Row:
        record = entry.record
        if record.quote == record.other:
            reason = message_of(QuoteRelation, "quoterelation_between_two_quotes")
            raise WrongError("other", reason)
        return {
            "quote_id": self.number(self.quotes, Quote, record.quote, "quote", entry),
            "kind": record.kind,
            "other_id": self.number(self.quotes, Quote, record.other, "other", entry),
        }
