"""Each format is read back by a program that is not ours, and nothing in a record injects."""

import json
from dataclasses import replace
from io import StringIO

import bibtexparser
import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string

from citations.cite.formats.bibtex import write_biblatex, write_bibtex
from citations.cite.formats.csl_json import write_csl_json
from citations.cite.formats.ris import write_ris
from tests.support.cited import NASTY, QUOTED, SOURCE, nasty


def test_ris_is_read_back() -> None:
    [read] = rispy.loads(write_ris([QUOTED]))
    assert read["type_of_reference"] == "NEWS"
    assert read["title"] == SOURCE.title
    assert read["authors"] == ["Kishida, Fumio", "Ministry of Foreign Affairs,"]
    assert (read["year"], read["date"]) == ("2024", "2024/02/08")
    assert read["urls"] == [SOURCE.url]
    assert "“difficult” (Kishida Fumio, Prime Minister, Japan, 7 February 2024)" in str(read)


@pytest.mark.parametrize("text", NASTY)
def test_nothing_ends_a_record_of_ris_but_its_end(text: str) -> None:
    made = write_ris([nasty(text), QUOTED])
    assert made.count("\r\nER  - \r\n") == 2
    assert all(line[2:6] == "  - " for line in made.split("\r\n")[:-1])
    assert made.splitlines() == made.split("\r\n")[:-1]  # no other line ends
    assert [read["type_of_reference"] for read in rispy.loads(made)] == ["NEWS", "NEWS"]


@pytest.mark.parametrize("write", [write_bibtex, write_biblatex])
def test_bibtex_is_read_back(write: object) -> None:
    made = write([QUOTED])  # type: ignore[operator]
    [entry] = parse_string(made, "bibtex").entries.values()
    assert str(entry.persons["author"][0]) == "Kishida, Fumio"
    assert entry.persons["author"][1].last_names == ["{Ministry, of Foreign Affairs}"]
    assert entry.fields["url"] == SOURCE.url
    [read] = bibtexparser.parse_string(made).entries
    assert (read.key, read.entry_type) == ("VMBBKS08", "article")
    assert read["title"].replace("{", "").replace("}", "") == SOURCE.title
    assert {"date": "2024-02-08", "year": "2024"}.items() & {
        f.key: f.value for f in read.fields
    }.items()


@pytest.mark.parametrize("write", [write_bibtex, write_biblatex])
@pytest.mark.parametrize("text", NASTY)
def test_nothing_ends_an_entry_of_bibtex_but_its_end(text: str, write: object) -> None:
    made = write([nasty(text), QUOTED])  # type: ignore[operator]
    keys = ["NASTY000", "VMBBKS08"]
    entries = parse_string(made, "bibtex").entries
    assert list(entries) == keys
    assert len({tuple(entry.fields) for entry in entries.values()}) == 1
    assert len(entries["NASTY000"].persons["author"]) == 2
    parsed = bibtexparser.parse_string(made)
    assert [entry.key for entry in parsed.entries] == keys
    assert not parsed.failed_blocks


def test_words_with_two_capitals_are_protected() -> None:
    source = replace(SOURCE, title="NHK and McArthur in Japan")
    assert "title = {{NHK} and {McArthur} in Japan}," in write_bibtex(
        [replace(QUOTED, source=source)]
    )


def test_csl_json_is_a_list_of_items() -> None:
    [read] = json.loads(write_csl_json([QUOTED]))
    assert read["type"] == "article-newspaper"
    assert read["author"][1] == {"literal": "Ministry, of Foreign Affairs"}
    assert read["issued"] == {"date-parts": [[2024, 2, 8]]}
    assert read["note"].startswith("“difficult”")
    [(key, item)] = CiteProcJSON([read]).items()
    assert (key, item.type, list(item.title)) == ("vmbbks08", "article-newspaper", [SOURCE.title])
    assert item.issued.year == 2024
    assert StringIO(write_csl_json([])).read() == "[]\n"


@pytest.mark.parametrize(
    ("issued", "year", "day"),
    [
        ("2024-02-08", "2024", "2024/02/08"),
        ("2024-02", "2024", "2024/02/"),
        ("[2022-03-22..2022-12-31]", "2022", "2022//"),
        ("2022-03-21/2022-03-31", "2022", "2022/03/"),
        ("[2022..2024]", None, None),
        ("1985/1986", None, None),
    ],
)
def test_a_year_is_told_only_where_it_is_sure(
    issued: str, year: str | None, day: str | None
) -> None:
    quoted = replace(QUOTED, source=replace(SOURCE, issued=issued))
    [read] = rispy.loads(write_ris([quoted]))
    assert (read.get("year"), read.get("date")) == (year, day)
    [entry] = parse_string(write_bibtex([quoted]), "bibtex").entries.values()
    assert entry.fields.get("year") == year


def test_what_joins_letters_stays() -> None:
    joined = "می\u200cخواهم 👩\u200d🔬"
    assert joined in write_ris([replace(QUOTED, text=joined)])
