"""Downloads of any search: what is in them, and how they are sent."""

import csv
import fcntl
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from django.http.response import HttpResponseBase
from django.test import Client
from pytest_django import Settings

from citations.export.file_formats import FORMATS
from citations.export.rows import COLUMNS
from citations.index import sync
from citations.models import Appearance, Position, Quote, State
from citations.models.appearances import primary_appearance
from citations.views.search import downloads


@pytest.fixture(autouse=True)
def indexed(seed: None, settings: Settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path  # where downloads take their turns
    sync.rebuild_index()


def body(response: HttpResponseBase) -> bytes:
    assert response.status_code == 200
    return bytes(response.getvalue())


def table(client: Client, **asked: object) -> list[dict[str, str]]:
    text = body(client.get("/quotes.csv", asked)).decode()
    assert text.startswith("\ufeff")  # a spreadsheet knows by it that this is UTF-8
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def lines(client: Client, **asked: object) -> list[dict[str, object]]:
    return [json.loads(line) for line in body(client.get("/quotes.jsonl", asked)).splitlines()]


def test_a_row_says_what_the_page_of_the_quote_says(client: Client) -> None:
    quote = Quote.objects.get(text="unacceptable")
    [row] = table(client, q="unacceptable")
    source = primary_appearance(quote)
    assert list(row) == list(COLUMNS)
    assert row["address"] == f"http://testserver/quotes/{quote.key}/"
    assert (row["speaker"], row["speaker_name"]) == (quote.speaker.slug, quote.speaker.name)
    assert row["office"] == str(quote.office)
    assert (row["said"], row["said_earliest"]) == ("2022-03-22", "2022-03-22")
    assert row["topics"] == "; ".join(topic.slug for topic in quote.topics.all())
    assert row["headline"] == source.article.headline
    assert row["article"] == f"http://testserver/articles/{source.article.key}/"
    assert (row["mode"], row["standing"]) == ("partial", "accepted")
    assert row["changed"] == quote.changed.isoformat()


def test_every_quote_has_its_office_and_its_source(client: Client) -> None:
    for row in table(client):
        quote = Quote.objects.get(key=row["key"])
        assert row["office"] == str(quote.office or ""), row["text"]
        assert row["verdict"] == primary_appearance(quote).verdict
        assert row["published"] == primary_appearance(quote).article.published


def test_an_office_is_as_recorded_before_it_is_the_one_held_that_day(client: Client) -> None:
    quote = Quote.objects.get(text="unacceptable")
    quote.position = Position.objects.create(speaker=quote.speaker, title="Acting minister")
    quote.save()
    [row] = table(client, q="unacceptable")
    assert row["office"] == "Acting minister" == str(quote.office)


def test_json_lines_have_the_same_values_and_every_appearance(client: Client) -> None:
    [line] = lines(client, q="unacceptable")
    [row] = table(client, q="unacceptable")
    told = Appearance.objects.filter(quote__text="unacceptable")
    assert line["topics"] == row["topics"].split("; ")
    for name in ("key", "address", "text", "speaker", "office", "said", "headline", "article"):
        assert line[name] == row[name]
    first, second = line["appearances"]
    assert {first["exact"], second["exact"]} == {one.exact for one in told}
    assert first["prefix"] == told.get(primary=True).prefix


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"q": "peace"},
        {"q": "peace", "sort": "oldest"},
        {"sort": "oldest"},
        {"speaker": "kishida-fumio"},
        {"q": "kishida", "said_from": "2022", "sort": "newest"},
        {"q": "nothinghasthisword"},
    ],
    ids=str,
)
def test_it_has_all_results_in_their_order(client: Client, asked: dict[str, object]) -> None:
    page = client.get("/quotes/", asked).context["results"]
    keys = [row["key"] for row in table(client, **asked)]
    assert keys == [row["key"] for row in lines(client, **asked)]
    assert keys == [result.key for result in page]


def test_a_page_number_does_not_limit_a_download(client: Client) -> None:
    assert len(table(client, page="2")) == len(table(client, page="never")) == 13


def test_only_what_is_published_is_ever_in_it(client: Client) -> None:
    Quote.objects.filter(text="unacceptable").update(state=State.PROPOSED)
    Quote.objects.filter(text="difficult").update(state=State.REJECTED)
    # The index does not know of it yet.
    assert "unacceptable" not in {row["text"] for row in table(client)}
    sync.rebuild_index()
    assert {"unacceptable", "difficult"}.isdisjoint(str(row["text"]) for row in lines(client))


@pytest.mark.parametrize("kind", ["csv", "jsonl", "atom"])
@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("speaker=nobody", "speaker: There is no speaker “nobody”"),
        ("said_from=yesterday", "said_from: "),
        ("said_from=2023&said_to=2022", "said_from: "),
        ("mode=loud&sort=size", "sort: "),
        ("place=" + "x" * 300, "place: "),
        ("speaker=%00", "speaker: "),
    ],
)
def test_an_invalid_parameter_is_named_with_a_remedy(
    client: Client, kind: str, asked: str, told: str
) -> None:
    response = client.get(f"/quotes.{kind}?{asked}")
    assert response.status_code == 400
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert told in response.content.decode()


@pytest.mark.parametrize("kind", ["csv", "jsonl", "atom"])
def test_any_query_is_answered(client: Client, kind: str) -> None:
    for query in ("C++", "(peace)", "peace treaty", "\0", " "):
        response = client.get(f"/quotes.{kind}", {"q": query})
        assert response.status_code == 200
        response.getvalue()


@pytest.mark.parametrize("kind", ["csv", "jsonl", "atom"])
@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("peace said:2022-13", "q: said:2022-13 is not a date and was left out; write said:2022"),
        ("peace said:2022-13", "q: Did you mean peace said:2022?"),
        ("speaker:", "q: speaker: has no value right after its colon and was left out"),
        ("a" * 5000, "q: aaa"),
        ("-", "q: - has no word right after it and was left out; write -war, without a space."),
    ],
)
def test_an_invalid_condition_is_an_error(client: Client, kind: str, query: str, told: str) -> None:
    response = client.get(f"/quotes.{kind}", {"q": query})
    assert response.status_code == 400
    assert told in response.content.decode()


def test_a_page_links_to_downloads_with_its_valid_parameters(client: Client) -> None:
    for address in client.get("/quotes/?q=peace+said:2022-13").context["downloads"].values():
        assert "q=peace&" in f"{address}&"
        assert body(client.get(address))


def test_lines_are_as_recorded(client: Client) -> None:
    text = '=HYPERLINK("http://x"), "said"\r\nhe 岸田'
    Quote.objects.filter(text="unacceptable").update(text=text)
    sync.rebuild_index()
    assert [row["text"] for row in table(client, q="hyperlink")] == [f"'{text}"]
    assert [row["text"] for row in lines(client, q="hyperlink")] == [text]


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_an_incomplete_download_says_so_in_its_name_and_headers(
    client: Client, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    for each in ("csv", "jsonl"):
        monkeypatch.setitem(FORMATS, each, replace(FORMATS[each], max_quotes=5))
    response = client.get(f"/quotes.{kind}?sort=oldest")
    body(response)
    name = f'attachment; filename="quotes-first-5-of-13.{kind}"'
    assert response.headers["Content-Disposition"] == name
    assert response.headers["Quotes-Found"] == "13"
    assert response.headers["Quotes-Included"] == "5"
    assert client.head(f"/quotes.{kind}").headers["Content-Disposition"] == name
    assert len(table(client)) == 5
    assert lines(client)[5:] == [{"type": "cut", "included": 5, "found": 13}]


def test_a_complete_download_says_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FORMATS, "jsonl", replace(FORMATS["jsonl"], max_quotes=13))
    for response in (client.get("/quotes.jsonl"), client.head("/quotes.jsonl")):
        body(response)
        assert response.headers["Content-Disposition"] == 'attachment; filename="quotes.jsonl"'
        assert response.headers["Quotes-Included"] == "13"
        assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert len(lines(client)) == 13


def test_only_one_download_runs_at_a_time(client: Client, settings: Settings) -> None:
    with (Path(settings.DATA_DIR) / "download.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        response = client.get("/quotes.csv")
        assert (response.status_code, response.headers["Retry-After"]) == (503, "10")
        assert "Another download is running" in response.content.decode()
        assert client.head("/quotes.csv").status_code == 200  # nothing is made
        assert client.get("/quotes.atom").status_code == 200
    assert len(table(client)) == 13


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("read", [0, 1], ids=["nothing", "the head"])
def test_a_reader_who_disconnects_releases_the_lock(client: Client, read: int) -> None:
    response = client.get("/quotes.csv")
    for _ in range(read):
        next(response.streaming_content)
    assert client.get("/quotes.csv").status_code == 503
    response.close()
    assert len(table(client)) == 13


def test_a_download_that_fails_at_the_start_releases_the_lock(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.raise_request_exception = False
    with monkeypatch.context() as broken:
        broken.setattr(downloads, "find_quote_ids", None)
        assert client.get("/quotes.csv").status_code == 500
    assert len(table(client)) == 13
