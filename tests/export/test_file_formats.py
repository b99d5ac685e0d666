"""Every format is listed with its name and media type, and writes the quotes asked for."""

import pytest

from citations.export.file_formats import FORMATS, file_parts, without_parameters
from citations.export.rows import RecordAddresses
from citations.export.tables import Extent
from citations.models import Quote
from tests.support.pages import TWICE

SITE = "https://citations.example"
ADDRESSES = RecordAddresses(SITE, f"{SITE}/quotes/{{}}/".format, f"{SITE}/articles/{{}}/".format)


def test_names_and_media_types_are_those_that_programs_know() -> None:
    assert {kind: (each.label, each.media_type) for kind, each in FORMATS.items()} == {
        "ris": ("RIS", "application/x-research-info-systems; charset=utf-8"),
        "bib": ("BibTeX", "application/x-bibtex; charset=utf-8"),
        "biblatex": ("BibLaTeX", "application/x-biblatex; charset=utf-8"),
        "json": ("CSL-JSON", "application/vnd.citationstyles.csl+json"),
        "rdf": ("Zotero RDF", "application/rdf+xml; charset=utf-8"),
        "mods": ("MODS", "application/mods+xml; charset=utf-8"),
        "endnote": ("EndNote XML", "application/x-endnote+xml; charset=utf-8"),
        "txt": ("Text", "text/plain; charset=utf-8"),
        "html": ("HTML", "text/html; charset=utf-8"),
        "csv": ("CSV", "text/csv; charset=utf-8; header=present"),
        "jsonl": ("JSON Lines", "application/jsonl; charset=utf-8"),
    }
    assert {kind: each.ending for kind, each in FORMATS.items() if each.ending} == {
        "biblatex": "bib", "mods": "xml", "endnote": "xml",
    }  # fmt: skip


def test_tables_hold_more_quotes_than_references() -> None:
    assert {kind for kind, each in FORMATS.items() if each.max_quotes == 100_000} == {
        "csv", "jsonl",
    }  # fmt: skip
    assert FORMATS["ris"].max_quotes == 10_000


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_writes_the_quotes_with_their_addresses(seed: None, kind: str) -> None:
    quote = Quote.objects.get(key=TWICE)
    text = b"".join(file_parts(kind, [quote.pk], Extent(1, 1), ADDRESSES)).decode()
    assert TWICE in text
    assert "unacceptable" in text
    if kind in ("txt", "html", "csv", "jsonl", "mods", "rdf"):
        assert f"{SITE}/quotes/{TWICE}/" in text


def test_a_media_type_is_compared_without_its_parameters() -> None:
    assert without_parameters("text/csv; charset=utf-8; header=present") == "text/csv"
    assert without_parameters("text/csv") == "text/csv"
