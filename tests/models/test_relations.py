"""Relations between quotes."""

import pytest

from citations.models import QuoteRelation, RelationKind
from tests.support.rows import messages, quote, relation, saved

pytestmark = pytest.mark.django_db


def test_a_relation_reads_from_one_quote_to_the_other() -> None:
    one = saved(relation())
    assert str(one) == "We will rebuild Restates We will rebuild"


def test_a_relation_is_recorded_once_for_each_kind() -> None:
    one = saved(relation())
    again = QuoteRelation(quote=one.quote, kind=one.kind, other=one.other)
    assert messages(again) == ["This relation is already recorded."]
    saved(QuoteRelation(quote=one.quote, kind=RelationKind.ANSWERS, other=one.other))


def test_a_quote_is_not_related_to_itself() -> None:
    one = saved(quote())
    itself = QuoteRelation(quote=one, kind="restates", other=one)
    assert messages(itself) == ["A quote cannot be related to itself."]
