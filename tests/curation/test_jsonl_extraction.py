"""Quotations of an article in JSON, as one line of JSON."""

import json

import pytest

from citations.curation.jsonl_extraction import BadLineError, extract_line
from citations.documents.json_lines import FileLine

GOOD = {"id": "a", "text": "“We go,” Ana Duarte said on Wednesday.", "published": "2024-02-08"}


def extract(article: object) -> dict[str, object]:
    data = article if isinstance(article, str) else json.dumps(article)
    answer = extract_line(FileLine("a.jsonl", 3, data.encode()))
    assert b"\n" not in answer
    found: dict[str, object] = json.loads(answer)
    return found


def test_a_quotation_comes_with_its_span_speaker_verb_day_and_rule() -> None:
    assert extract(GOOD) == {
        "id": "a",
        "quotes": [
            {
                "start": 1, "end": 6, "type": "direct", "speaker": "Ana Duarte",
                "speaker_surface": "Ana Duarte", "cue": "said", "said": "2024-02-07",
                "confidence": 0.97, "rule": "after", "evidence": "full",
            }
        ],
    }  # fmt: skip


def test_each_segment_of_a_split_quotation_is_an_entry() -> None:
    quotes = extract({"id": 2, "text": "“If so,” she said, “we go.”"})["quotes"]
    assert isinstance(quotes, list)
    assert [(each["start"], each["end"]) for each in quotes] == [(1, 6), (20, 26)]
    assert {each["speaker_surface"] for each in quotes} == {"she"}


def test_words_in_a_clause_of_the_writers_are_mixed() -> None:
    quotes = extract({"id": 2, "text": "Duarte called it “a shame”.", "published": None})["quotes"]
    assert isinstance(quotes, list)
    assert [each["type"] for each in quotes] == ["mixed"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("nonsense", "JSON is malformed"),
        ('{"id": "a"}', "missing required field `text`"),
        ('{"id": "a", "text": 1}', "Expected `str`, got `int`"),
        ("[]", "Expected `object`"),
        ("[" * 100_000, 'A line is {"id": "…", "text": "…"'),
    ],
)
def test_a_bad_line_is_named_with_the_reason(line: str, reason: str) -> None:
    with pytest.raises(BadLineError) as problem:
        extract(line)
    assert str(problem.value).startswith("a.jsonl, line 3: ")
    assert reason in str(problem.value)


def test_a_line_that_could_not_be_read_keeps_its_reason() -> None:
    with pytest.raises(BadLineError, match="standard input, line 9: It is cut off"):
        extract_line(FileLine("-", 9, b"", "It is cut off."))


@pytest.mark.parametrize("key", ["language", "lang"])
def test_a_line_may_give_the_language(key: str) -> None:
    line = {"id": 3, "text": "“Si”, dijo Ana Duarte.", key: "es"}
    quotes = extract(line)["quotes"]
    assert isinstance(quotes, list)
    assert [each["speaker"] for each in quotes] == ["Ana Duarte"]
