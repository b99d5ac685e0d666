"""RIS is read back by a program that is not ours, and no text in a record breaks it."""

from dataclasses import replace

import pytest
import rispy

from citations.cite.csl import CslName
from citations.cite.formats.ris import ris_author, write_ris
from tests.support.cited_quotes import (
    HOSTILE_TEXTS,
    QUOTE,
    SOURCE,
    hostile_quote,
    quote_from,
)


def test_a_record_has_its_tags_in_order() -> None:
    archived = quote_from(archive_url="https://archive.example/1", issn="0447-5763")
    assert write_ris([archived]).split("\r\n") == [
        "TY  - NEWS",
        "TI  - Kishida says Japan-Russia ties are ‘difficult’",
        "AU  - Kishida, Fumio",
        "AU  - Ministry of Foreign Affairs,",
        "T2  - The Japan Times",
        "PY  - 2024",
        "DA  - 2024/02/08",
        "UR  - https://example.org/a_b?c=1%20&d=~x#q",
        "L2  - https://archive.example/1",
        "LA  - en",
        "SN  - 0447-5763",
        "N1  - “difficult” (Kishida Fumio, Prime Minister, Japan, 7 February 2024)",
        "ID  - VMBBKS08",
        "ER  - ",
        "",
    ]


def test_a_record_is_read_back() -> None:
    [record] = rispy.loads(write_ris([QUOTE]))
    assert record["type_of_reference"] == "NEWS"
    assert record["title"] == SOURCE.title
    assert record["authors"] == ["Kishida, Fumio", "Ministry of Foreign Affairs,"]
    assert (record["year"], record["date"]) == ("2024", "2024/02/08")
    assert record["urls"] == [SOURCE.url]
    assert "“difficult” (Kishida Fumio, Prime Minister, Japan, 7 February 2024)" in str(record)


@pytest.mark.parametrize(
    ("kind", "type_tag", "publisher_tag"),
    [
        ("article-newspaper", "NEWS", "T2"),
        ("article-magazine", "MGZN", "T2"),
        ("article-journal", "JOUR", "T2"),
        ("webpage", "ELEC", "T2"),
        ("post", "BLOG", "T2"),
        ("broadcast", "MPCT", "T2"),
        ("speech", "HEAR", "T2"),
        ("interview", "PCOMM", "T2"),
        ("report", "RPRT", "PB"),
        ("book", "BOOK", "PB"),
        ("document", "GEN", "PB"),
    ],
)
def test_each_kind_has_its_type_and_names_its_publication(
    kind: str, type_tag: str, publisher_tag: str
) -> None:
    lines = write_ris([quote_from(kind=kind)]).split("\r\n")
    assert lines[0] == f"TY  - {type_tag}"
    assert f"{publisher_tag}  - The Japan Times" in lines


@pytest.mark.parametrize(
    ("name", "author"),
    [
        (CslName("Kishida Fumio", "Kishida", "Fumio"), "Kishida, Fumio"),
        (CslName("Madonna", "Madonna"), "Madonna"),
        (CslName("Reuters, Tokyo"), "Reuters Tokyo,"),
    ],
)
def test_only_a_family_name_stands_before_the_first_comma(name: CslName, author: str) -> None:
    assert ris_author(name) == author


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_no_text_ends_a_record(text: str) -> None:
    file = write_ris([hostile_quote(text), QUOTE])
    assert file.count("\r\nER  - \r\n") == 2
    assert all(line[2:6] == "  - " for line in file.split("\r\n")[:-1])
    assert file.splitlines() == file.split("\r\n")[:-1]  # no other line ends
    assert [record["type_of_reference"] for record in rispy.loads(file)] == ["NEWS", "NEWS"]


@pytest.mark.parametrize(
    ("issued", "year", "day"),
    [
        ("2024-02-08", "2024", "2024/02/08"),
        ("2024-02", "2024", "2024/02/"),
        ("0987", "0987", "0987//"),
        ("[2022-03-22..2022-12-31]", "2022", "2022//"),
        ("2022-03-21/2022-03-31", "2022", "2022/03/"),
        ("[2022..2024]", None, None),
        ("1985/1986", None, None),
        ("", None, None),
    ],
)
def test_only_the_certain_parts_of_a_date_are_written(
    issued: str, year: str | None, day: str | None
) -> None:
    [record] = rispy.loads(write_ris([quote_from(issued=issued)]))
    assert (record.get("year"), record.get("date")) == (year, day)


def test_joiners_between_letters_stay() -> None:
    joined = "می\u200cخواهم 👩\u200d🔬"
    assert joined in write_ris([replace(QUOTE, text=joined)])


def test_empty_fields_are_left_out() -> None:
    bare = quote_from(authors=(), publication=" ", issued="", url="", language="")
    assert [line[:2] for line in write_ris([bare]).split("\r\n")] == [
        "TY", "TI", "N1", "ID", "ER", "",
    ]  # fmt: skip
