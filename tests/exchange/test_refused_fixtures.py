"""Fixtures that are wrong: refused whole, by the name of the record."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from citations.curation.verification import verify_appearances
from citations.models import Appearance, Article, Change, Occasion, Quote, Speaker, Topic
from tests.support.checkout import FIXTURES, SEED
from tests.support.dumped import everything

Node = dict[str, Any]


def change(model: str, **fields: Any) -> Callable[[list[Node]], None]:
    """Change fields of the first record of a model."""

    def apply(nodes: list[Node]) -> None:
        node = next(node for node in nodes if node["model"] == f"citations.{model}")
        node["fields"] |= fields

    return apply


def repeat(nodes: list[Node]) -> None:
    nodes.append(nodes[0])


def drop_changed(nodes: list[Node]) -> None:
    del nodes[0]["fields"]["changed"]


def misnumber(nodes: list[Node]) -> None:
    nodes[0]["pk"] = "first"


def forget_fields(nodes: list[Node]) -> None:
    del nodes[0]["fields"]


def rename_model(nodes: list[Node]) -> None:
    nodes[0]["model"] = "citations.utterance"


def copy_with_number(nodes: list[Node]) -> None:
    nodes.append({**nodes[0], "pk": 999})


def merge_in_a_chain(nodes: list[Node]) -> None:
    for slug, other in (("one", "two"), ("two", "three"), ("three", None)):
        fields = {"slug": slug, "name": slug, "merged_into": other and [other]}
        nodes.append({"model": "citations.speaker", "fields": fields})


def merge_in_a_circle(nodes: list[Node]) -> None:
    merge_in_a_chain(nodes)
    nodes[-1]["fields"]["merged_into"] = ["one"]


MINISTRY = "citations.quote 0ZRS6RJV: "
STATEMENT = "citations.appearance GGQE2F02: "
MOSCOW = "citations.occasion russian-foreign-ministry-2022-03-21: "
REFUSED = [
    # the file, what is wrong in it, the record as it is named, the reason
    # spans
    ("quotes", change("appearance", segments=[[361, 466], [479, 606]]), STATEMENT, "prints “nder"),
    ("quotes", change("appearance", segments=[[360, 466]]), STATEMENT, "At these spans"),
    ("quotes", change("appearance", segments=[[466, 360]]), STATEMENT, "is not a span"),
    ("quotes", change("appearance", segments=[[479, 606], [360, 466]]), STATEMENT, "rising"),
    ("quotes", change("appearance", segments=[[0, 99_999]]), STATEMENT, "is not a span"),
    ("quotes", change("appearance", segments=[[-9, 9]]), STATEMENT, "is not a span"),
    ("quotes", change("appearance", segments="360-466"), STATEMENT, "is not a span"),
    (
        "quotes",
        change("appearance", segments=[]),
        STATEMENT,
        "Give spans together",
    ),
    (
        "quotes",
        change("appearance", snapshot=None),
        STATEMENT,
        "Give spans together",
    ),
    ("quotes", change("appearance", exact="It is possible"), STATEMENT, "exact: At these spans"),
    ("quotes", change("appearance", prefix="so"), STATEMENT, "prefix: "),
    # references
    (
        "quotes",
        change("quote", speaker=["nobody"]),
        MINISTRY,
        "speaker: There is no ['nobody']",
    ),
    ("quotes", change("quote", speaker="nobody"), MINISTRY, "speaker: “nobody” value must be"),
    ("quotes", change("quote", speaker=["a", "b"]), MINISTRY, "speaker: "),
    ("quotes", change("quote", speaker=99_999), MINISTRY, "speaker: speaker instance with id"),
    ("quotes", change("quote", speaker=2**64), MINISTRY, ""),
    ("quotes", change("quote", speaker=None), MINISTRY, "speaker: This field cannot be null"),
    (
        "quotes",
        change("quote", occasion=["never"]),
        MINISTRY,
        "occasion: There is no ['never']",
    ),
    ("quotes", change("quote", topics=[["weather"]]), MINISTRY, "topics: There is no"),
    ("quotes", change("quote", topics="weather"), MINISTRY, "topics: “w” value must be"),
    (
        "quotes",
        change("quote", position=["kishida-fumio", "King", ""]),
        MINISTRY,
        "position: There is no",
    ),
    (
        "quotes",
        change("quote", position=["kishida-fumio", "Prime Minister", "2021-10-04"]),
        MINISTRY,
        "position: Another speaker held this office.",
    ),
    ("quotes", change("appearance", article=["ZZZZZZZZ"]), STATEMENT, "article: There is no"),
    (
        "articles",
        change("snapshot", article=["ZZZZZZZZ"]),
        "citations.snapshot ?, ",
        "article: There is no",
    ),
    (
        "speakers",
        change("speakername", speaker=["nobody"]),
        "citations.speakername ?, Kishida Fumio: ",
        "speaker: There is no ['nobody'] before this record.",
    ),
    (
        "speakers",
        change("speaker", merged_into=["nobody"]),
        "citations.speaker kishida-fumio: ",
        "merged_into: ",
    ),
    ("speakers", merge_in_a_chain, "citations.speaker two: ", "Other speakers were merged"),
    ("speakers", merge_in_a_circle, "citations.speaker ", "Other speakers were merged into"),
    (
        "quotes",
        change("quote", speaker=[]),
        MINISTRY,
        "key of a speaker is [slug], not [].",
    ),
    (
        "quotes",
        change("quote", topics=[[]]),
        MINISTRY,
        "topics: The natural key of a topic is",
    ),
    # keys
    ("quotes", repeat, MINISTRY, "The fixture has this key twice."),
    ("quotes", copy_with_number, MINISTRY, "key: Quote with this Key already exists."),
    ("topics", repeat, "citations.topic exchange-visits: ", "The fixture has this key twice."),
    ("quotes", change("quote", key="0zrs6rjv"), "citations.quote 0zrs6rjv: ", "key: A key has"),
    # values
    ("quotes", change("quote", mode="shouted"), MINISTRY, "mode: Value 'shouted' is not a valid"),
    ("quotes", change("quote", text=""), MINISTRY, "text: This field cannot be blank."),
    ("quotes", change("quote", text="a\0b"), MINISTRY, "text: This text contains a null character"),
    (
        "articles",
        change("article", byline=["\0"]),
        "citations.article ",
        "byline: This text contains a null char",
    ),
    ("quotes", change("quote", language='x"on'), MINISTRY, "language: Write a BCP 47 language tag"),
    ("quotes", change("quote", standing="disputed"), MINISTRY, "Give the reasons why"),
    ("quotes", drop_changed, MINISTRY, "changed"),
    ("quotes", change("quote", changed="soon"), MINISTRY, "changed: “soon” value has an invalid"),
    ("occasions", change("occasion", date="Feb 2024"), MOSCOW, "date: "),
    ("occasions", change("occasion", date="2024-13"), MOSCOW, "date: "),
    ("occasions", change("occasion", slug="a b"), "citations.occasion a b: ", "slug: "),
    ("articles", change("snapshot", sha256="0" * 64), "citations.snapshot ", "The text’s SHA-256"),
    ("articles", change("snapshot", text="\ud800"), "citations.snapshot ", "surrogates"),
    ("articles", change("article", byline="A. Reporter"), "citations.article ", "byline: Write a"),
    ("topics", change("topic", name="Peace treaty"), "citations.topic peace-treaty: ", "name: "),
    # form
    ("quotes", change("quote", colour="red"), MINISTRY, "colour: Quote has no field named"),
    ("quotes", misnumber, MINISTRY + "“first” value must be an integer.", ""),
    ("quotes", rename_model, "citations.utterance ", "utterance"),
    ("quotes", forget_fields, "", "This has no model and fields: {'model': 'citations.quote'"),
]


def refusal(*files: object) -> str:
    with pytest.raises(CommandError) as caught:
        call_command("loaddata", *files, verbosity=0)
    return str(caught.value)


@pytest.mark.parametrize(("file", "spoil", "record", "reason"), REFUSED)
def test_a_wrong_record_is_refused_by_name_and_nothing_is_loaded(
    *,
    db: None,
    tmp_path: Path,
    file: str,
    spoil: Callable[[list[Node]], None],
    record: str,
    reason: str,
) -> None:
    nodes = json.loads((FIXTURES / f"{file}.json").read_text())
    spoil(nodes)
    (tmp_path / f"wrong-{file}.json").write_text(json.dumps(nodes))
    files = [tmp_path / f"wrong-{name}.json" if name == file else name for name in SEED]
    message = refusal(*files)
    assert f"wrong-{file}" in message
    assert record in message
    assert reason in message
    for model in (Speaker, Article, Occasion, Topic, Quote, Appearance):
        assert not model.objects.exists()


def test_a_published_quote_that_stands_nowhere_is_refused(seed: None, tmp_path: Path) -> None:
    nodes = json.loads((FIXTURES / "quotes.json").read_text())
    quote = next(node for node in nodes if node["model"] == "citations.quote")
    quote["fields"]["key"] = "ZZZZZZZZ"
    (tmp_path / "wrong.json").write_text(json.dumps([quote]))
    message = refusal(tmp_path / "wrong.json")
    assert "citations.quote ZZZZZZZZ: A published quote needs an appearance." in message
    assert not Quote.objects.filter(key="ZZZZZZZZ").exists()


def test_a_quote_that_loses_its_last_appearance_to_another_is_refused(
    seed: None, tmp_path: Path
) -> None:
    nodes = json.loads((FIXTURES / "quotes.json").read_text())
    moved = next(node for node in nodes if node["fields"].get("cue") == "read")
    moved["fields"] |= {"quote": ["VMBBKS08"], "primary": False}
    (tmp_path / "moved.json").write_text(json.dumps([moved]))
    message = refusal(tmp_path / "moved.json")
    assert "citations.quote 0ZRS6RJV: A published quote needs an appearance." in message
    assert Appearance.objects.get(key="GGQE2F02").quote.key == "0ZRS6RJV"


def test_a_verdict_is_given_by_a_check_and_by_no_fixture(db: None, tmp_path: Path) -> None:
    nodes = json.loads((FIXTURES / "quotes.json").read_text())
    change("appearance", verdict="verbatim", checked_at="2026-11-22T00:00:00Z")(nodes)
    (tmp_path / "checked.json").write_text(json.dumps(nodes))
    call_command("loaddata", *SEED[:-1], tmp_path / "checked.json", verbosity=0)
    assert set(Appearance.objects.values_list("verdict", "checked_at")) == {("", None)}
    verify_appearances(Appearance.objects.all())
    assert '"verdict"' not in everything()


def test_the_change_log_is_in_no_dump_and_from_no_fixture(seed: None, tmp_path: Path) -> None:
    out = StringIO()
    call_command("dumpdata", stdout=out)
    assert "citations.change" not in out.getvalue()
    assert "_earliest" not in out.getvalue().partition('"citations.historical')[0]
    fields = {"subject": "quote", "subject_id": 1, "transaction_id": 2**40}
    nodes = [{"model": "citations.change", "pk": 2**40, "fields": fields}]
    (tmp_path / "log.json").write_text(json.dumps(nodes))
    call_command("loaddata", tmp_path / "log.json", verbosity=0)
    assert not Change.objects.filter(pk=2**40).exists()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"[{", "This is not JSON: Expecting property name"),
        (b"", "This is not JSON: Expecting value"),
        (b"\xff[]", "This is not JSON: "),
        (b'{"model": "citations.topic"}', "This is not a list of records."),
        (b"12", "This is not a list of records."),
        (b'["a topic"]', "This has no model and fields: a topic"),
        (b"[null]", "This has no model and fields: None"),
    ],
)
def test_a_file_that_is_no_fixture_is_refused(
    db: None, tmp_path: Path, content: bytes, reason: str
) -> None:
    (tmp_path / "wrong.json").write_bytes(content)
    message = refusal("speakers", tmp_path / "wrong.json")
    assert "wrong.json" in message
    assert reason in message
    assert not Speaker.objects.exists()


def test_a_key_in_two_files_of_one_load_is_refused(db: None, tmp_path: Path) -> None:
    (tmp_path / "more.json").write_text((FIXTURES / "topics.json").read_text())
    assert "exchange-visits: The fixture has this key twice." in refusal(
        "topics", tmp_path / "more.json"
    )
    assert not Topic.objects.exists()


def test_two_primary_appearances_are_refused(seed: None, tmp_path: Path) -> None:
    nodes = json.loads((FIXTURES / "quotes.json").read_text())
    first = next(node for node in nodes if node["fields"].get("cue") == "protested")
    first["fields"]["primary"] = True
    (tmp_path / "wrong.json").write_text(json.dumps([first]))
    assert "A quote has only one primary appearance." in refusal(tmp_path / "wrong.json")


def test_unknown_fields_are_left_out_on_request(db: None, tmp_path: Path) -> None:
    nodes = [
        {"model": "citations.topic", "fields": {"slug": "a", "name": "A", "colour": "red"}},
        {"model": "citations.utterance", "fields": {}},
    ]
    (tmp_path / "old.json").write_text(json.dumps(nodes))
    call_command("loaddata", tmp_path / "old.json", ignorenonexistent=True, verbosity=0)
    assert Topic.objects.get().name == "A"


def test_excluded_models_are_not_looked_at(db: None, tmp_path: Path) -> None:
    call_command("loaddata", "topics", exclude=["citations.Topic"], verbosity=0)
    assert not Topic.objects.exists()
