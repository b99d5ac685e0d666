"""`manage.py extract`: quotations of texts in JSON Lines, without a database."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

GOOD = {"id": "a", "text": "“We go,” Ana Duarte said on Wednesday.", "published": "2024-02-08"}
PARTLY = {"id": 2, "text": "Duarte called it “a shame”.", "published": None, "title": "ignored"}


def extract(path: Path, *lines: str) -> tuple[list[dict[str, object]], str]:
    """What is written, and the errors."""
    path.write_text("\n".join(lines))
    output, errors = io.StringIO(), io.StringIO()
    try:
        call_command("extract", jsonl=str(path), stdout=output, stderr=errors)
    except CommandError as error:
        errors.write(f"{error}")
    return [json.loads(line) for line in output.getvalue().splitlines()], errors.getvalue()


def test_it_writes_a_line_for_every_article(tmp_path: Path) -> None:
    written, errors = extract(tmp_path / "a.jsonl", json.dumps(GOOD), "", json.dumps(PARTLY))
    assert errors == ""
    assert [each["id"] for each in written] == ["a", 2]
    assert written[0]["quotes"] == [
        {
            "start": 1, "end": 6, "type": "direct", "speaker": "Ana Duarte",
            "speaker_surface": "Ana Duarte", "cue": "said", "said": "2024-02-07",
            "confidence": 0.97, "rule": "after", "evidence": "full",
        }
    ]  # fmt: skip
    assert written[1]["quotes"][0]["type"] == "mixed"  # type: ignore[index]


def test_it_writes_one_entry_for_every_segment(tmp_path: Path) -> None:
    split = {"id": "a", "text": "“If so,” she said, “we go.”"}
    ((line,), _) = extract(tmp_path / "a.jsonl", json.dumps(split))
    assert [(each["start"], each["end"]) for each in line["quotes"]] == [(1, 6), (20, 26)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("nonsense", "JSON is malformed"),
        ('{"id": "a"}', "missing required field `text`"),
        ('{"id": "a", "text": 1}', "Expected `str`, got `int`"),
        ("[]", "Expected `object`"),
        ("[" * 100_000, "line 1"),
    ],
)
def test_it_names_a_bad_line_and_goes_on(tmp_path: Path, line: str, reason: str) -> None:
    written, errors = extract(tmp_path / "a.jsonl", line, json.dumps(GOOD))
    assert [each["id"] for each in written] == ["a"]
    assert "a.jsonl, line 1: " in errors
    assert reason in errors
    assert "Skipped lines: 1." in errors


def test_it_says_which_file_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"Cannot read .*none\.jsonl"):
        call_command("extract", jsonl=str(tmp_path / "none.jsonl"))
