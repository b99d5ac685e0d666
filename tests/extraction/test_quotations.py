"""Quotations in a text: every kind of printing, the seed articles, and hostile text."""

import json
import random
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from citations.extraction import calibration
from citations.extraction.quotation import Quotation
from citations.extraction.quotations import find_quotations, find_with_doubtful_speakers
from citations.text.spans import Span

ROOT = Path(__file__).parents[2]
GOLDEN = [
    json.loads(line)
    for line in (ROOT / "tests/golden/challenge.jsonl").read_text().splitlines()
]  # fmt: skip


def units(text: str, quotations: list[Quotation]) -> list[tuple[str, str]]:
    """The words and the mode of each segment, without the stop at its end."""
    return [
        (segment.text_in(text).rstrip(",."), quotation.mode)
        for quotation in quotations
        for segment in quotation.segments
    ]


def shown(text: str, quotation: Quotation) -> str:
    attribution = quotation.attribution.text_in(text) if quotation.attribution else ""
    return f"{quotation.speaker} {attribution}"


@pytest.mark.parametrize("case", GOLDEN, ids=[each["id"].split("/")[1] for each in GOLDEN])
def test_it_finds_what_a_careful_reader_finds(case: dict[str, Any]) -> None:
    text = case["text"]
    found = find_quotations(text)
    modes = {"direct": "direct", "mixed": "partial"}
    wanted = [(each["text"].rstrip(",."), modes[each["type"]]) for each in case["quotes"]]
    assert units(text, found) == wanted
    speakers = [shown(text, each) for each in found for _ in each.segments]
    for each, speaker in zip(case["quotes"], speakers, strict=True):
        name = each["speaker_resolved"] or each["speaker_name"] or each["speaker_head"]
        assert (name or each["speaker"]) in speaker


@pytest.mark.parametrize("case", GOLDEN, ids=[each["id"].split("/")[1] for each in GOLDEN])
def test_it_joins_the_parts_of_one_quotation(case: dict[str, Any]) -> None:
    groups: dict[str, int] = {}
    for each in case["quotes"]:
        groups[each["group"]] = groups.get(each["group"], 0) + 1
    found = find_quotations(case["text"])
    assert [len(each.segments) for each in found] == list(groups.values())


def fixture(name: str, model: str) -> list[dict[str, Any]]:
    records = json.loads((ROOT / f"fixtures/{name}.json").read_text())
    return [each["fields"] for each in records if each["model"] == f"citations.{model}"]


ARTICLES = {each["key"]: each for each in fixture("articles", "article")}
TEXTS = {each["article"][0]: each["text"] for each in fixture("articles", "snapshot")}
MODES = {each["key"]: each["mode"] for each in fixture("quotes", "quote")}


@pytest.mark.parametrize("key", TEXTS)
def test_it_finds_what_the_seed_record_holds_and_nothing_more(key: str) -> None:
    text = TEXTS[key]
    found = {
        each.segments: (
            each.mode,
            each.attribution.text_in(text) if each.attribution else "",
            each.cue.text_in(text) if each.cue else "",
        )
        for each in find_quotations(text, ARTICLES[key]["published"])
    }
    assert found == {
        tuple(Span(*pair) for pair in each["segments"]): (
            MODES[each["quote"][0]],
            each["attribution"],
            each["cue"],
        )
        for each in fixture("quotes", "appearance")
        if each["article"] == [key]
    }


@pytest.mark.parametrize(
    ("key", "begins", "said", "words"),
    [
        ("2QYFQPNN", "Under current", "2022-03-21", "March 21"),  # of the statement “it” is
        ("2QYFQPNN", "The current", "", None),  # no day is given
        ("46X7TFXG", "illegal", "2024-02-07", "Wednesday"),
        ("46X7TFXG", "occupation", "{2021,2022}", "2021 and 2022"),
        ("46X7TFXG", "Regrettably", "", None),  # “at the event” is no day
    ],
)
def test_it_dates_what_the_seed_articles_date(
    key: str, begins: str, said: str, words: str | None
) -> None:
    text = TEXTS[key]
    found = find_quotations(text, ARTICLES[key]["published"])
    one = next(each for each in found if each.segments[0].text_in(text).startswith(begins))
    assert one.said == said
    assert (one.said_from.text_in(text) if one.said_from else None) == words


def test_it_names_speakers_in_the_fullest_form_printed() -> None:
    names = {each.speaker for key in TEXTS for each in find_quotations(TEXTS[key]) if each.speaker}
    assert names == {
        "Russian Foreign Ministry", "Kishida Fumio", "Hayashi Yoshimasa", "Tsunoka Yasuji",
        "Fukuzawa Hideo", "Fumio Kishida",
    }  # fmt: skip


def test_it_is_surer_of_what_stands_beside_its_cue() -> None:
    text = "“It is done,” said Ana Duarte.\n\n“We are glad.”"
    beside, carried = find_quotations(text)
    assert (beside.rule, carried.rule) == ("after-inverted", "carried")
    assert 0 <= carried.confidence < beside.confidence <= 1


def test_it_names_nobody_of_whom_it_is_too_unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The council met. Embers called it “a mess of a road”."
    (doubtful,) = find_with_doubtful_speakers(text, "", "en")
    assert (doubtful.speaker, doubtful.evidence) == ("Embers", "word")
    assert doubtful.confidence < 0.75
    monkeypatch.setattr(calibration, "LEAST_CONFIDENCE", 0.75)
    (found,) = find_quotations(text, language="en")
    assert found == replace(doubtful, speaker="")
    assert found.attribution
    assert found.cue


HOSTILE = [
    *('"', "“", "”", "''", "“a” ", '"a" said "b" ', "a said said said ", "“a said ", "『a「"),
    *("“a, said B. ", "“a\n", "“A.”\n\n", "Trump said, “Hi,” ", "he, ", "A: b\nB: c\n", "(", "A. "),
    *(
        ":\n",
        ": ",
        "\n ",
        "x:\n    a\n",
        ">",
        "“He, and ",
        "“a” (“b”) ",
        "Mr. ",
        "A said “",
        "is how ",
    ),
    *(
        "KELLY: No.\n",
        "「a」と田中は",
        "‘a’ ",
        "in 2019 “a” said ",
        "\r",
        "\u2028",
        "e\u0301",
        "“\x00”",
    ),
]
LENGTH = 100_000


@pytest.mark.parametrize("unit", HOSTILE)
def test_it_reads_hostile_text_in_time_that_grows_with_its_length(unit: str) -> None:
    # A tenth takes a tenth of the time, give or take; what is quadratic takes a hundredth.
    long, short = (_fastest((unit * LENGTH)[:size]) for size in (LENGTH, LENGTH // 10))
    assert long < 0.05 or long < 40 * short


def _fastest(text: str) -> float:
    def seconds() -> float:
        began = time.process_time()
        find_quotations(text, "2024-02-08")
        return time.process_time() - began

    return min(seconds() for _ in range(2))


@pytest.mark.parametrize("unit", HOSTILE)
def test_its_spans_lie_in_the_text_and_in_order(unit: str) -> None:
    text = f"Ana Duarte said: “We go.” {unit * 200} “No,” she said."
    last = 0
    for each in find_quotations(text, "not a date"):
        for segment in each.segments:
            assert last <= segment.start < segment.end <= len(text)
            last = segment.end


PIECES = [
    *"“”\"'‘’,.:;?!—-\n\t «»「」『』@>",
    "said ",
    "he ",
    "Ann ",
    "to ",
    "according ",
    "と",
    "述",
    "は",
]


def test_any_text_is_read() -> None:
    draw = random.Random(5)
    for _ in range(1000):
        text = "".join(draw.choices(PIECES, k=draw.randrange(1, 60)))
        for each in find_quotations(text, "2024-02-08"):
            assert all(segment.text_in(text).strip() for segment in each.segments)


@pytest.mark.parametrize(
    ("text", "speaker", "printed"),
    [
        ("Analysts at the bank called it “no shock” on Monday.", "", "Analysts"),
        ("Hospitals called it “no shock”. Two hospitals closed.", "", "Hospitals"),
        ("Baker called it “no shock”. Tom Baker left.", "Tom Baker", "Baker"),
        ("“No shock,” said the Major.", "", "the Major"),
        ("“No shock,” said the Secretary of State.", "", "the Secretary of State"),
        ("Major Tom Baker left. “No shock,” said the Major.", "Tom Baker", "the Major"),
        ("LEEDS (Wire) — Shares fell, and they called it “no shock”.", "", "they"),
    ],
)
def test_a_word_with_a_capital_is_not_yet_a_name(text: str, speaker: str, printed: str) -> None:
    found = find_quotations(text, language="en")[-1]
    attribution = found.attribution.text_in(text) if found.attribution else ""
    assert (found.speaker, attribution) == (speaker, printed)


@pytest.mark.parametrize(
    "text",
    [
        "She bought a Volvo. “It is old,” she said.",
        "By Christmas she was well. “It helped,” she said.",
        "He moved to Ullapool. “It is quiet,” he said.",
        "The driver had seen nothing. Witnesses saw a Vauxhall. “It was dark,” he said.",
        "A nurse saw Tom Reed fall. “He slipped,” the nurse said.",
        "Ellen Marsh was attacked. “Your bag,” the attacker shouted.",
        "A film about Tom Reed opens today. “I had no money,” the director said.",
        "“Stop,” said Tom Reed.\n\n“Why?” said Ellen Marsh.\n\n“Because.”\n\n“I will.”",
    ],
)
def test_nobody_is_named_whom_the_text_does_not_show(text: str) -> None:
    found = find_quotations(text, language="en")
    assert found[-1].speaker == ""


@pytest.mark.parametrize(
    "text",
    [
        "Hat in hand, Tom Reed said “I am sorry for all of it.”",
        "Notice of the strike came when Tom Reed said “we are tired of waiting.”",
        "Imagine a world without bees, Tom Reed said: “We would starve in a year.”",
        "Tom Reed said the words “I am sorry” at last.",
        "BP Chief Tom Reed — who joined in May — said “we go to Rome in May.”",
    ],
)
def test_words_are_not_lost_to_what_stands_around_them(text: str) -> None:
    assert [each.speaker for each in find_quotations(text, language="en")] == ["Tom Reed"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is dull,” said the Guardian, London, in its review.", "Guardian"),
        ("“It is dull,” said the Taoiseach, Dublin, on Monday.", ""),
        ("“It is dull,” said the Taoiseach, Tom Reed, on Monday.", "Tom Reed"),
        ("“It is dull,” said the Speaker, MPs, and everybody else.", ""),
    ],
)
def test_what_stands_between_commas_is_not_always_a_name(text: str, speaker: str) -> None:
    (found,) = find_quotations(text, language="en")
    assert found.speaker == speaker
