"""Rows written many at a time, past the ORM."""

from datetime import date

import pytest

from citations.exchange.loading.row_writes import RecordTable, withdrawn_quote_ids
from citations.models import Occasion, Quote, SpeakerName, Topic
from tests.support.rows import quote, saved, saved_speaker

pytestmark = pytest.mark.django_db


def occasion_row(slug: str, day: str) -> dict[str, object]:
    return {"slug": slug, "date": day, "event": "", "place": "", "note": ""}


def test_rows_are_inserted_with_what_the_database_derives() -> None:
    table = RecordTable(Occasion)
    table.add([occasion_row("a", "2021-05"), occasion_row("b", "")])
    first = Occasion.objects.get(slug="a")
    assert (first.date_earliest, first.date_latest) == (date(2021, 5, 1), date(2021, 5, 31))
    rows = table.rows(lambda row: row["slug"], slug__in=["a", "b", "c"])
    assert set(rows) == {"a", "b"}
    assert rows["a"]["id"] == first.pk
    assert not table.differs(rows["a"], {**occasion_row("a", "2021-05"), "id": 0})
    assert table.differs(rows["a"], occasion_row("a", "2021"))
    assert not Occasion.history.exists()


def test_ids_are_reserved_in_rising_order_after_the_last() -> None:
    last = saved(Topic(slug="a", name="A")).pk
    table = RecordTable(Topic)
    assert table.reserve_ids(0) == []
    numbers = table.reserve_ids(3)
    assert numbers == sorted(set(numbers))
    assert numbers[0] > last
    table.add([{"id": n, "slug": f"t{n}", "name": f"T{n}"} for n in numbers])
    assert set(Topic.objects.values_list("pk", flat=True)) == {last, *numbers}


def test_a_change_is_written_with_its_history() -> None:
    one = saved(quote(state="published"))
    table = RecordTable(Quote)
    [old] = table.rows(lambda row: row["id"], pk=one.pk).values()
    new = {**old, "text": "We will build", "state": "rejected"}
    assert withdrawn_quote_ids([(old, new), (old, old)]) == [one.pk]
    before = one.changed
    table.change([(old, new)])
    one.refresh_from_db()
    assert (one.text, one.state) == ("We will build", "rejected")
    assert one.changed > before
    assert one.history.first().history_change_reason == "load"


def test_what_only_one_row_may_have_is_given_up_before_it_is_taken() -> None:
    speaker = saved_speaker()
    first = SpeakerName.objects.create(speaker=speaker, name="A", kind="preferred")
    SpeakerName.objects.create(speaker=speaker, name="B")
    table = RecordTable(SpeakerName, take=lambda row: row["kind"] == "preferred")
    rows = table.rows(lambda row: row["name"], speaker=speaker)
    taking = rows["B"], {**rows["B"], "kind": "preferred"}
    giving = rows["A"], {**rows["A"], "kind": "alias"}
    table.change([taking, giving])
    first.refresh_from_db()
    assert first.kind == "alias"
    assert SpeakerName.objects.get(kind="preferred").name == "B"
