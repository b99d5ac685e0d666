"""CSL-JSON is read back by citeproc-py."""

import json

from citeproc.source.json import CiteProcJSON

from citations.cite.formats.csl_json import csl_item_of_quote, write_csl_json
from tests.support.cited_quotes import QUOTE, SOURCE, quote_from


def test_a_quote_is_an_item_with_a_note() -> None:
    file = write_csl_json([QUOTE])
    [item] = json.loads(file)
    assert item["type"] == "article-newspaper"
    assert item["author"][1] == {"literal": "Ministry, of Foreign Affairs"}
    assert item["issued"] == {"date-parts": [[2024, 2, 8]]}
    assert item["note"].startswith("“difficult”")
    [(key, read)] = CiteProcJSON([item]).items()
    assert (key, read.type, list(read.title)) == ("vmbbks08", "article-newspaper", [SOURCE.title])
    assert read.issued.year == 2024


def test_the_file_is_indented_and_ends_its_last_line() -> None:
    assert write_csl_json([]) == "[]\n"
    assert write_csl_json([QUOTE]).startswith('[\n  {\n    "id": "VMBBKS08",\n')
    assert "“difficult”" in write_csl_json([QUOTE])  # no escapes


def test_an_archived_copy_is_a_second_address() -> None:
    assert "archive_location" not in csl_item_of_quote(QUOTE)
    item = csl_item_of_quote(quote_from(archive_url="https://archive.example/1"))
    assert item["archive_location"] == "https://archive.example/1"
    assert item["URL"] == SOURCE.url
