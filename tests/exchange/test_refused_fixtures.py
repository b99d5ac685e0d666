"""Fixtures that are wrong: refused whole, by the name of the record."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from citations.curation.verification import verify_appearances
from citations.models import Appearance, Article, Change, Occasion, Quote, Speaker, Topic
from tests.support.checkout import FIXTURES, SEED
from tests.support.dumped import everything
from tests.support.spoiled_fixtures import REFUSED, Node, change


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
