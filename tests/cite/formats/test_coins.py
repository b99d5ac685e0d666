"""COinS are read back as keys and values."""

from dataclasses import replace
from urllib.parse import parse_qsl

import pytest

from citations.cite.csl import CslName, CslSource
from citations.cite.formats.coins import coins_title

AUTHORS = (CslName("Kishida Fumio", "Kishida", "Fumio"), CslName("Reuters, Tokyo"))
NEWS = CslSource(
    "K", "article-newspaper", "A & B = “c” + d", "en", AUTHORS, "The Paper", "2024-02",
    url="https://e.example/?a=1&b=%20#c", issn="0362-4331",
)  # fmt: skip


def test_a_newspaper_article_is_described_in_dublin_core() -> None:
    assert parse_qsl(coins_title(NEWS), strict_parsing=True) == [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", "newspaperArticle"),
        ("rft.title", NEWS.title),
        ("rft.source", "The Paper"),
        ("rft.creator", "Kishida, Fumio"),
        ("rft.creator", "Reuters Tokyo,"),
        ("rft.date", "2024-02"),
        ("rft.language", "en"),
        ("rft_id", NEWS.url),
    ]
    assert "+" not in coins_title(NEWS)


@pytest.mark.parametrize(
    ("kind", "schema", "title"),
    [
        ("article-journal", "journal", "rft.atitle"),
        ("book", "book", "rft.btitle"),
        ("report", "book", "rft.btitle"),
        ("speech", "dc", "rft.title"),
        ("document", "dc", "rft.title"),
        ("no-such-kind", "dc", "rft.title"),
    ],
)
def test_each_kind_has_its_format(kind: str, schema: str, title: str) -> None:
    read = dict(parse_qsl(coins_title(CslSource("K", kind, "T", "en"))))
    assert read["rft_val_fmt"] == f"info:ofi/fmt:kev:mtx:{schema}"
    assert read[title] == "T"


def test_a_journal_article_and_a_book_name_their_publication() -> None:
    article = parse_qsl(coins_title(replace(NEWS, kind="article-journal")))
    assert article[2:9] == [
        ("rft.genre", "article"),
        ("rft.atitle", NEWS.title),
        ("rft.jtitle", "The Paper"),
        ("rft.issn", "0362-4331"),
        ("rft.au", "Kishida, Fumio"),
        ("rft.au", "Reuters Tokyo,"),
        ("rft.date", "2024-02"),
    ]
    for kind in ("book", "report"):
        book = dict(parse_qsl(coins_title(replace(NEWS, kind=kind))))
        assert (book["rft.genre"], book["rft.pub"]) == (kind, "The Paper")
        assert book["rft.au"] == "Reuters Tokyo,"
    document = dict(parse_qsl(coins_title(replace(NEWS, kind="document"))))
    assert (document["rft.type"], document["rft.publisher"]) == ("document", "The Paper")


@pytest.mark.parametrize("text", ["a&b=c&rft.title=d", "x\ny", "%41+", "</span>", "日本"])
def test_no_text_is_taken_for_another_value(text: str) -> None:
    source = replace(NEWS, title=text)
    assert dict(parse_qsl(coins_title(source)))["rft.title"] == " ".join(text.split())


def test_without_a_live_page_the_archived_copy_is_the_address() -> None:
    archived = replace(NEWS, url="", archive_url="https://archive.example/1")
    assert dict(parse_qsl(coins_title(archived)))["rft_id"] == "https://archive.example/1"
