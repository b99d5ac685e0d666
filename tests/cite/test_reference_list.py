"""Several quotes share one reference list, which their citations refer to."""

from dataclasses import replace

from citations.cite.csl import CslName, CslSource
from citations.cite.reference_list import make_reference_list
from citations.cite.styles.catalogue import load_style
from citations.cite.styles.citation_markup import citation_as_text
from tests.support.cited_quotes import QUOTE

RICH = CslSource(
    "rich", "article-newspaper", "Islands", "en", (CslName("Motoko Rich", "Rich", "Motoko"),),
    "The Paper", "2022-05-01",
)  # fmt: skip
ABE = replace(RICH, id="abe", title="Talks", authors=(CslName("Abe Shinzo", "Abe", "Shinzo"),))
FIRST = replace(QUOTE, source=RICH)
SECOND = replace(FIRST, key="0", said="2023", paragraph=4)
THIRD = replace(FIRST, source=ABE, warning="Disputed: no record.")


def test_each_source_is_listed_once_and_each_quote_is_cited() -> None:
    references = make_reference_list([FIRST, SECOND, THIRD], load_style("apa"), "en-US")
    assert [citation_as_text(each).split(".")[0] for each in references.entries] == [
        "Abe, S", "Rich, M",
    ]  # fmt: skip
    assert references.citations == [
        "(Kishida, 2024, as cited in Rich, 2022)",
        "(Kishida, 2023, as cited in Rich, 2022, para. 4)",
        "(Kishida, 2024, as cited in Abe, 2022) [Disputed: no record.]",
    ]


def test_numbers_are_those_of_the_list() -> None:
    references = make_reference_list([THIRD, FIRST, SECOND], load_style("ieee"), "en-US")
    assert [citation_as_text(each)[:3] for each in references.entries] == ["[1]", "[2]"]
    assert [each.split(" [Disp")[0] for each in references.citations] == [
        "(Kishida Fumio, quoted in [1])",
        "(Kishida Fumio, quoted in [2])",
        "(Kishida Fumio, quoted in [2, Para. 4])",
    ]


def test_no_quotes_make_an_empty_list() -> None:
    references = make_reference_list([], load_style("apa"), "en-US")
    assert (references.entries, references.citations) == ([], [])
