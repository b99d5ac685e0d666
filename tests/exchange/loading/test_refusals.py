"""Whatever a line holds, it lands or is refused by its field, and the others land."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citations.documents.json_lines import FileLine
from citations.exchange.loading.load import LoadJob, load_files
from citations.exchange.loading.refusals import LineRefusal
from citations.models import Position, Quote, Speaker, Topic, sha256_of

TEXT = "The minister said “we will go on” on Monday."
PEOPLE = [
    {"type": "speaker", "slug": "abe", "name": "Abe",
     "positions": [{"title": "Minister", "start": "2001"}]},
    {"type": "speaker", "slug": "old-abe", "name": "Abe", "merged_into": "abe"},
    {"type": "speaker", "slug": "bo", "name": "Bo"},
]  # fmt: skip
TOPIC = {"type": "topic", "slug": "peace", "name": "Peace"}
ARTICLE: dict[str, Any] = {
    "type": "article", "key": "ARTC0000", "headline": "H", "kind": "webpage",
    "snapshots": [{"text": TEXT, "taken_at": "2022-01-01T00:00:00Z"}],
}  # fmt: skip
PRINTED = {"key": "APPR0000", "article": "ARTC0000", "snapshot": sha256_of(TEXT),
           "segments": [[19, 32]]}  # fmt: skip
QUOTE: dict[str, Any] = {"type": "quote", "key": "Q0000000", "speaker": "abe", "text": "we will",
                         "state": "published", "appearances": [PRINTED]}  # fmt: skip
GOOD = [*PEOPLE, TOPIC, ARTICLE, QUOTE]
OTHER = {**QUOTE, "key": "Q0000001", "state": "proposed", "appearances": []}


def refused(*records: Any) -> list[LineRefusal]:
    data = [each if isinstance(each, bytes) else json.dumps(each).encode() for each in records]
    refusals: list[LineRefusal] = []
    load_files(
        LoadJob(refusals.append), [[FileLine("f", n, each) for n, each in enumerate(data, 1)]]
    )
    return refusals


def printed(**values: Any) -> dict[str, Any]:
    return {**OTHER, "appearances": [{**PRINTED, "key": "APPR0001", **values}]}


BROKEN = [
    (b"{", "", "This line is not JSON"),
    (b"[]", "", "Expected `object`, got `array`."),
    (b'"x"', "", "Expected `object`, got `str`."),
    (b"\xff", "", "not JSON"),
    (b'{"type":"topic","slug":"x","name":"\xff"}', "", "not UTF-8"),
    (b'{"type":"topic","slug":"x","name":"\\ud800"}', "", "not JSON"),
    (b'{"type":"topic","slug":"x","name":"a\\u0000b"}', "name", "null character"),
    (b'{"x":' + b"[" * 100_000, "", "not JSON"),
    ({}, "type", "A record's type is one of publication, topic"),
    ({"type": "person"}, "type", "A record's type is one of publication, topic"),
    ({**TOPIC, "colour": 1}, "", "unknown field `colour`"),
    ({**TOPIC, "slug": "x", "name": ""}, "name", "length >= 1"),
    ({**TOPIC, "slug": "x", "name": "n" * 201}, "name", "length <= 200"),
    ({**TOPIC, "slug": "x\n"}, "slug", "matching"),
    ({**TOPIC, "slug": "other"}, "", "Another topic has this name."),
    (TOPIC, "slug", "This file already has peace."),
    ({**PEOPLE[0], "slug": "n", "birth": "7/2/22"}, "birth", "is not a date that can be read"),
    ({**PEOPLE[0], "slug": "n", "kind": "robot"}, "kind", "Invalid enum value 'robot'"),
    ({**PEOPLE[0], "slug": "n", "names": [{"name": "a", "language": "xxxxx"}]},
     "names[0].language", "matching"),
    ({**PEOPLE[0], "slug": "n", "names": [{"name": "a"}, {"name": "a"}]},
     "names", "a is listed twice."),
    ({**PEOPLE[0], "slug": "n", "names": [{"name": n, "kind": "preferred"} for n in "ab"]},
     "names", "A speaker has only one preferred name."),
    ({**PEOPLE[0], "slug": "n", "positions": [{"title": "t", "start": "2002", "end": "2001"}]},
     "positions[0].end", "An office cannot end before it starts."),
    ({**PEOPLE[0], "slug": "n", "merged_into": "n"}, "merged_into", "merged into itself"),
    ({**PEOPLE[0], "slug": "n", "merged_into": "old-abe"}, "merged_into", "was itself merged"),
    ({**PEOPLE[0], "slug": "n", "merged_into": "who"}, "merged_into", "There is no speaker who"),
    ({**ARTICLE, "key": "ARTC000"}, "key", "matching"),
    ({**ARTICLE, "key": "ARTC000I"}, "key", "matching"),
    ({**ARTICLE, "key": "ARTC0001", "url": "javascript:alert(1)"}, "url", "begins with http://"),
    ({**ARTICLE, "key": "ARTC0001", "url": "ftp://x.example/"}, "url", "begins with http://"),
    ({**ARTICLE, "key": "ARTC0001", "byline": ["A", 1]}, "byline[1]", "Expected `str`"),
    ({**ARTICLE, "key": "ARTC0001", "publication": "x"}, "publication", "no publication x"),
    ({**ARTICLE, "key": "ARTC0001", "derived_from": "ARTC0001"}, "derived_from", "copy of itself"),
    ({**ARTICLE, "key": "ARTC0001", "derived_from": "ARTC0002"}, "derived_from", "no article"),
    ({**ARTICLE, "key": "ARTC0001", "snapshots": [{"text": "t", "taken_at": "2022-01-01"}]},
     "snapshots[0].taken_at", "RFC3339"),
    ({**ARTICLE, "key": "ARTC0001",
      "snapshots": [{"text": "t", "taken_at": "0001-01-01T00:00:00+14:00"}]},
     "snapshots[0].taken_at", "before the year 1"),
    ({**OTHER, "speaker": "who"}, "speaker", "There is no speaker who"),
    ({**OTHER, "speaker": "old-abe"}, "speaker", "choose Abe (abe)."),
    ({**OTHER, "state": "published"}, "appearances", "A published quote needs an appearance."),
    ({**OTHER, "standing": "disputed"}, "standing_note", "Give the reasons why"),
    ({**OTHER, "correct_speaker": "bo"}, "correct_speaker", "Only a misattributed quote"),
    ({**OTHER, "original": "x"}, "original_language", "Give an original wording and its"),
    ({**OTHER, "speaker": "bo", "position": {"title": "Minister", "start": "2001"}},
     "position", "bo has no office Minister from 2001."),
    ({**OTHER, "topics": ["peace", "x"]}, "topics[1]", "There is no topic x"),
    ({**OTHER, "occasion": "x"}, "occasion", "There is no occasion x"),
    (printed(segments=[[19, 99]]), "appearances[0].segments", "is not a span of this text"),
    (printed(segments=[[19, 10**30]]), "appearances[0].segments", "is not a span of this text"),
    (printed(segments=[[-1, 3]]), "appearances[0].segments[0][0]", ">= 0"),
    (printed(segments=[[19, 22], [20, 25]]), "appearances[0].segments", "is not a span"),
    (printed(segments=[[20, 32]]), "appearances[0].segments", "inside a word"),
    (printed(segments=[]), "appearances[0].segments", "Give spans together with the snapshot"),
    (printed(snapshot=None), "appearances[0].segments", "Give spans together with the snapshot"),
    (printed(snapshot=None, segments=[]), "appearances[0].exact", "give the words as printed"),
    (printed(exact="no"), "appearances[0].exact", "prints “we will go on”"),
    (printed(prefix="no"), "appearances[0].prefix", "The snapshot prints “"),
    (printed(snapshot="0" * 64), "appearances[0].snapshot", "no text with this SHA-256"),
    (printed(article="ARTC0001"), "appearances[0].article", "There is no article ARTC0001"),
    (printed(key="APPR0000"), "appearances[0].key", "an appearance of another quote"),
    ({**OTHER, "appearances": [{**PRINTED, "key": f"APPR000{n}", "primary": True} for n in (1, 2)]},
     "appearances", "one primary appearance"),
    ({**OTHER, "appearances": [{**PRINTED, "key": f"APPR000{n}"} for n in (1, 2)]},
     "", "This appearance is already recorded."),
    ({"type": "relation", "quote": "Q0000000", "kind": "restates", "other": "Q0000000"},
     "other", "cannot be related to itself"),
    ({"type": "relation", "quote": "Q0000000", "kind": "restates", "other": "Q0000009"},
     "other", "There is no quote Q0000009"),
]  # fmt: skip


@pytest.mark.parametrize(("record", "field", "reason"), BROKEN)
def test_a_broken_record_is_refused_by_field_and_the_rest_lands(
    db: None, record: Any, field: str, reason: str
) -> None:
    after = {**TOPIC, "slug": "after", "name": "After"}
    [refusal] = refused(*GOOD, record, after)
    assert (refusal.line.number, refusal.field) == (len(GOOD) + 1, field)
    assert reason in refusal.reason
    assert (Quote.objects.count(), Topic.objects.count()) == (1, 2)


def test_a_record_comes_after_those_it_names(db: None) -> None:
    [refusal] = refused(*PEOPLE, ARTICLE, {**QUOTE, "topics": ["peace"]}, TOPIC)
    assert refusal.field == "topics[0]"


def test_a_speaker_with_quotes_is_not_merged(db: None) -> None:
    assert refused(*GOOD) == []
    [refusal] = refused({**PEOPLE[0], "merged_into": "bo"})
    assert "Other speakers were merged into this one" in refusal.reason
    assert Position.objects.count() == 1
    assert not Speaker.objects.exclude(slug="old-abe").exclude(merged_into=None).exists()


def test_keys_that_are_swapped_are_refused(db: None) -> None:
    other = printed(segments=[[0, 12]])
    assert refused(*GOOD, other) == []
    swapped = [{**QUOTE, "appearances": other["appearances"]}, {**other, "appearances": [PRINTED]}]
    assert [each.field for each in refused(*swapped)] == ["appearances[0].key"] * 2


def broken(record: dict[str, Any]) -> st.SearchStrategy[Any]:
    """The record with one of its values replaced by anything."""
    anything = st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=5,
    )
    names = st.sampled_from([*record, "note", "language", "new"])
    return st.builds(lambda name, value: {**record, name: value}, names, anything)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of([broken(each) for each in GOOD]), max_size=4), st.binary(max_size=20))
def test_nothing_in_a_file_is_a_traceback(
    db_of_examples: None, records: list[Any], raw: bytes
) -> None:
    from django.db import transaction

    with transaction.atomic():
        refused(*GOOD, *records, raw.replace(b"\n", b""))
        assert Quote.objects.filter(key="Q0000000").exists()
        assert Topic.objects.filter(slug="peace").exists()
        transaction.set_rollback(True)


@pytest.fixture
def db_of_examples(db: None) -> None:
    """The database, of which every example takes back what it did."""
