"""A citation in the text has its words, brackets, paragraph and doubt in the right places."""

from dataclasses import replace

import pytest

from citations.cite.csl import CslName
from citations.cite.in_text_citation import citation_item, finish_citation
from tests.support.citation_styles import AUTHOR_STYLE, NUMERIC_STYLE, make_style
from tests.support.cited_quotes import QUOTE, SOURCE

OTHER = replace(
    QUOTE, paragraph=3, source=replace(SOURCE, authors=(CslName("Motoko Rich", "Rich", "Motoko"),))
)
OWN = replace(QUOTE, paragraph=3)
BLUEBOOK = make_style("bluebook-law-review")


def test_the_style_is_asked_for_the_source_the_words_before_and_the_paragraph() -> None:
    assert citation_item(OTHER, AUTHOR_STYLE, "en-US") == {
        "id": "46X7TFXG",
        "prefix": "Kishida, cited in ",
        "locator": "3",
        "label": "paragraph",
    }
    assert citation_item(OWN, AUTHOR_STYLE, "en-US") == {
        "id": "46X7TFXG", "locator": "3", "label": "paragraph",
    }  # fmt: skip


def test_a_paragraph_is_given_only_where_it_is_known_and_labelled() -> None:
    unknown = replace(OWN, paragraph=0)
    assert citation_item(unknown, AUTHOR_STYLE, "en-US") == {"id": "46X7TFXG"}
    assert citation_item(OWN, make_style(xml=""), "en-US") == {"id": "46X7TFXG"}
    assert citation_item(OWN, BLUEBOOK, "en-US") == {"id": "46X7TFXG"}


@pytest.mark.parametrize(
    ("citation", "finished"),
    [
        ("Rich, NHK.", 'Rich, NHK (quoting A &lt;B&gt; "C").'),
        (" Rich, NHK ", 'Rich, NHK (quoting A &lt;B&gt; "C")'),
    ],
)
def test_words_after_a_citation_come_before_its_stop(citation: str, finished: str) -> None:
    quote = replace(OTHER, speaker=CslName('A <B> "C"'))
    assert finish_citation(citation, quote, BLUEBOOK, "en-US") == finished


def test_a_number_with_words_before_it_is_put_in_brackets() -> None:
    made = "Kishida Fumio, quoted in [1]"
    assert finish_citation(made, OTHER, NUMERIC_STYLE, "en-US") == f"({made})"
    assert finish_citation(f"({made})", OTHER, NUMERIC_STYLE, "en-US") == f"({made})"
    assert finish_citation(made, OTHER, AUTHOR_STYLE, "en-US") == made
    assert finish_citation("[1]", OWN, NUMERIC_STYLE, "en-US") == "[1]"


def test_a_doubt_follows_the_citation() -> None:
    doubted = replace(OWN, warning='Disputed: <no> "record"')
    assert finish_citation("(Kishida 2024)", doubted, AUTHOR_STYLE, "en-US") == (
        '(Kishida 2024) [Disputed: &lt;no&gt; "record"]'
    )
