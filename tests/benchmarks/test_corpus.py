"""The corpus that measurements stand on: the same for the same seed, and what it says it is."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from django.core.management import call_command

from citations.edtf.parsing import parse_edtf
from citations.models import Appearance, Quote
from tests.benchmarks.corpus import Corpus, Record, records
from tests.benchmarks.corpus_words import COMMON

ROOT = Path(__file__).parents[2]


def written(*arguments: str) -> bytes:
    command = [sys.executable, "-m", "tests.benchmarks.corpus", *arguments]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout


@pytest.fixture(scope="module")
def corpus() -> list[Record]:
    return list(records(5000))


def of_type(records: list[Record], name: str) -> list[Record]:
    return [record for record in records if record["type"] == name]


def test_the_same_seed_writes_the_same_bytes_and_another_one_others() -> None:
    first = written("--size", "300", "--seed", "7")
    assert first == written("--size", "300", "--seed", "7")
    assert first != written("--size", "300", "--seed", "8")
    assert all(json.loads(line)["type"] for line in first.decode().splitlines())


@pytest.mark.parametrize("size", [1, 99, 250], ids=str)
def test_any_size_has_just_so_many_quotes(size: int) -> None:
    quotes = of_type(list(records(size)), "quote")
    assert len({quote["key"] for quote in quotes}) == len(quotes) == size


def test_a_record_made_by_itself_is_the_one_of_the_file(corpus: list[Record]) -> None:
    assert Corpus(5000, 1).article(33) == of_type(corpus, "article")[33]
    assert next(Corpus(5000, 1).quotes(0)) == of_type(corpus, "quote")[0]


def test_a_record_comes_after_those_it_names(corpus: list[Record]) -> None:
    there: set[tuple[str, str]] = set()
    for record in corpus:
        named = [("topic", topic) for topic in record.get("topics", [])]
        named += [("article", one["article"]) for one in record.get("appearances", [])]
        names = {"publication": "publication", "occasion": "occasion", "speaker": "speaker"}
        names |= {"correct_speaker": "speaker", "derived_from": "article", "other": "quote"}
        named += [(kind, record[name]) for name, kind in names.items() if name in record]
        assert there.issuperset(named), record
        there.add((record["type"], record.get("slug") or record.get("key", "")))


def test_it_loads_without_a_refused_line(db: None, tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(written("--size", "400"))
    call_command("load", str(path), verbosity=0)  # fails when a line is refused
    assert Quote.objects.count() == 400
    anchored = Appearance.objects.select_related("snapshot").exclude(snapshot=None)
    assert len(anchored) > 50
    for appearance in anchored:
        appearance.clean()  # its words, its segments and its context are the text's


def test_the_common_word_is_in_about_15_in_100_quotes(corpus: list[Record]) -> None:
    quotes = of_type(corpus, "quote")
    having = [quote for quote in quotes if COMMON in quote["text"].lower().split()]
    assert 0.13 < len(having) / len(quotes) < 0.17


def test_it_has_the_languages_states_and_modes_it_should(corpus: list[Record]) -> None:
    quotes = of_type(corpus, "quote")
    languages = Counter(quote["language"] for quote in quotes)
    assert set(languages) == {"en", "ja", "fr", "de", "ru"}
    assert 0.03 < languages["ja"] / len(quotes) < 0.07
    assert 0.03 < languages["fr"] / len(quotes) < 0.07
    states = Counter(quote["state"] for quote in quotes)
    assert states["published"] > 0.97 * len(quotes)
    assert set(states) == {"published", "proposed", "rejected"}
    assert {quote["mode"] for quote in quotes} == {"direct", "partial", "indirect"}
    assert {len(quote["appearances"]) for quote in quotes} == {1, 2, 3}


def test_its_occasions_have_dates_of_every_precision(corpus: list[Record]) -> None:
    dates = [occasion["date"] for occasion in of_type(corpus, "occasion")]
    shapes = {"".join("9" if c.isdigit() else c for c in date) for date in dates}
    day = "9999-99-99"
    assert shapes >= {"", "9999", "9999-99", day, f"{day}/{day}", f"[{day}..{day}]", f"{day}?"}
    assert shapes >= {f"[{day},{day}]", f"{{{day},{day}}}", "9999~", "9999-99~"}
    years = {year for date in filter(None, dates) if (year := parse_edtf(date).earliest.year)}
    assert min(years) < 2000
    assert max(years) == 2026


def test_a_third_of_the_articles_has_its_text(corpus: list[Record]) -> None:
    articles = of_type(corpus, "article")
    assert 0.3 < sum("snapshots" in article for article in articles) / len(articles) < 0.37


def test_at_a_million_it_is_as_large_as_it_says() -> None:
    corpus = Corpus(1_000_000, 1)
    speakers = corpus.speakers
    assert len(speakers.items) == 50_000
    assert 0.03 < speakers.weights[0] / speakers.weights[-1] < 0.05
    assert len(corpus.articles) == 200_000
    assert len(corpus.publications.items) == 500
    assert len(corpus.topics.items) == 300
    assert len(corpus.titles.items) == len(set(corpus.titles.items)) == 2000
    assert 95_000 < len(corpus.languages["en"].words.items) < 105_000
