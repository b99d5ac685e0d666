"""BibTeX and BibLaTeX are read back by programs that are not ours, and no text breaks them."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import bibtexparser
import pytest
from pybtex.database import parse_string

from citations.cite.cited_quote import CitedQuote
from citations.cite.csl import CslName
from citations.cite.formats.bibtex import (
    bibtex_author,
    escape_tex,
    escape_url,
    protect_capitals,
    write_biblatex,
    write_bibtex,
)
from tests.support.cited_quotes import (
    HOSTILE_TEXTS,
    QUOTE,
    SOURCE,
    hostile_quote,
    quote_from,
)

Write = Callable[[Iterable[CitedQuote]], str]
NOTE = "“difficult” (Kishida Fumio, Prime Minister, Japan, 7 February 2024)"


def test_an_entry_of_bibtex_has_a_year_and_a_month() -> None:
    assert write_bibtex([quote_from(issn="0447-5763")]) == (
        "@article{VMBBKS08,\n"
        "  author = {Kishida, Fumio and {Ministry, of Foreign Affairs}},\n"
        "  title = {Kishida says {Japan-Russia} ties are ‘difficult’},\n"
        "  journal = {The Japan Times},\n"
        "  url = {https://example.org/a_b?c=1%20&d=~x#q},\n"
        "  language = {en},\n"
        "  issn = {0447-5763},\n"
        f"  note = {{{NOTE}}},\n"
        "  year = {2024},\n"
        "  month = feb,\n"
        "}\n"
    )


def test_an_entry_of_biblatex_has_one_date() -> None:
    assert write_biblatex([QUOTE]).splitlines()[-3:] == [
        f"  note = {{{NOTE}}},", "  date = {2024-02-08},", "}",
    ]  # fmt: skip


def test_entries_are_separated_by_a_blank_line() -> None:
    assert write_bibtex([QUOTE, replace(QUOTE, key="0")]).count("}\n\n@article{0,\n") == 1


@pytest.mark.parametrize("write", [write_bibtex, write_biblatex])
def test_an_entry_is_read_back(write: Write) -> None:
    file = write([QUOTE])
    [entry] = parse_string(file, "bibtex").entries.values()
    assert str(entry.persons["author"][0]) == "Kishida, Fumio"
    assert entry.persons["author"][1].last_names == ["{Ministry, of Foreign Affairs}"]
    assert entry.fields["url"] == SOURCE.url
    [parsed] = bibtexparser.parse_string(file).entries
    assert (parsed.key, parsed.entry_type) == ("VMBBKS08", "article")
    assert parsed["title"].replace("{", "").replace("}", "") == SOURCE.title
    assert {"date": "2024-02-08", "year": "2024"}.items() & {
        f.key: f.value for f in parsed.fields
    }.items()


@pytest.mark.parametrize("write", [write_bibtex, write_biblatex])
@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_no_text_ends_an_entry(text: str, write: Write) -> None:
    file = write([hostile_quote(text), QUOTE])
    keys = ["NASTY000", "VMBBKS08"]
    entries = parse_string(file, "bibtex").entries
    assert list(entries) == keys
    assert len({tuple(entry.fields) for entry in entries.values()}) == 1
    assert len(entries["NASTY000"].persons["author"]) == 2
    parsed = bibtexparser.parse_string(file)
    assert [entry.key for entry in parsed.entries] == keys
    assert not parsed.failed_blocks


KINDS = [
    ("article-newspaper", "article", "article", "journal"),
    ("article-magazine", "article", "article", "journal"),
    ("article-journal", "article", "article", "journal"),
    ("book", "book", "book", "publisher"),
    ("report", "techreport", "report", "institution"),
    ("webpage", "misc", "online", "organization"),
    ("post", "misc", "online", "organization"),
    ("speech", "misc", "misc", "howpublished"),
]


@pytest.mark.parametrize(("kind", "bibtex", "biblatex", "container"), KINDS)
def test_each_kind_has_its_type_and_container(
    kind: str, bibtex: str, biblatex: str, container: str
) -> None:
    quote = quote_from(kind=kind)
    old, new = write_bibtex([quote]), write_biblatex([quote])
    assert old.startswith(f"@{bibtex}{{")
    assert new.startswith(f"@{biblatex}{{")
    assert f"  {container} = {{The Japan Times}}," in new
    if bibtex == "misc":
        assert "  howpublished = {The Japan Times}," in old


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a & b", r"a \& b"),
        ("100 % of $5", r"100 \% of \$5"),
        ("#1 a_b", r"\#1 a\_b"),
        ("~^", r"\textasciitilde{}\textasciicircum{}"),
        ("\\{}", r"\textbackslash{}\textbraceleft{}\textbraceright{}"),
        ("two\nlines", "two lines"),
    ],
)
def test_special_characters_are_escaped(text: str, escaped: str) -> None:
    assert escape_tex(text) == escaped


def test_words_with_two_capitals_are_protected() -> None:
    quote = quote_from(title="NHK and McArthur in Japan")
    assert "title = {{NHK} and {McArthur} in Japan}," in write_bibtex([quote])
    assert protect_capitals("A B & CD") == r"A B \& {CD}"


@pytest.mark.parametrize(
    ("name", "author"),
    [
        (CslName("Kishida Fumio", "Kishida", "Fumio"), "Kishida, Fumio"),
        (CslName("Madonna", "Madonna"), "Madonna"),
        (CslName("Reuters & Co"), r"{Reuters \& Co}"),
        (CslName("", "A, B", "C"), "{A, B}, C"),
        (CslName("", "Rock And Roll", "Anderson"), "{Rock And Roll}, Anderson"),
    ],
)
def test_no_name_is_split_at_a_comma_or_an_and(name: CslName, author: str) -> None:
    assert bibtex_author(name) == author


def test_only_what_could_end_its_braces_is_encoded_in_an_address() -> None:
    assert escape_url("https://e.example/{a}\\b c?d=%20_&#~") == (
        "https://e.example/%7Ba%7D%5Cb%20c?d=%20_&#~"
    )


@pytest.mark.parametrize(
    ("issued", "year", "month", "date"),
    [
        ("2024-02-08", "2024", "feb", "2024-02-08"),
        ("2024-12", "2024", "dec", "2024-12"),
        ("0987", "0987", None, "0987"),
        ("1940~", "1940", None, "1940~"),
        ("[2022-03-22..2022-12-31]", "2022", None, "2022"),
        ("2022-03-21/2022-03-31", "2022", "mar", "2022-03-21/2022-03-31"),
        ("[2022..2024]", None, None, "2022~/2024~"),
        ("1985/1986", None, None, "1985/1986"),
        ("", None, None, None),
    ],
)
def test_only_the_certain_parts_of_a_date_are_written(
    issued: str, year: str | None, month: str | None, date: str | None
) -> None:
    quote = quote_from(issued=issued)
    [entry] = parse_string(write_bibtex([quote]), "bibtex").entries.values()
    assert entry.fields.get("year") == year
    assert (f"month = {month}," in write_bibtex([quote])) is (month is not None)
    [entry] = parse_string(write_biblatex([quote]), "bibtex").entries.values()
    assert entry.fields.get("date") == date
