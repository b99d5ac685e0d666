"""A quote and its source as they are cited, and texts that try to break a file format."""

from dataclasses import replace

from citations.cite.cited_quote import CitedQuote
from citations.cite.csl import CslName, CslSource

SOURCE = CslSource(
    id="46X7TFXG",
    kind="article-newspaper",
    title="Kishida says Japan-Russia ties are ‘difficult’",
    language="en",
    authors=(
        CslName("Kishida Fumio", "Kishida", "Fumio"),
        CslName("Ministry, of Foreign Affairs"),
    ),
    publication="The Japan Times",
    issued="2024-02-08",
    accessed="2026-11-22",
    url="https://example.org/a_b?c=1%20&d=~x#q",
)
QUOTE = CitedQuote(
    key="VMBBKS08",
    text="difficult",
    language="en",
    speaker=CslName("Kishida Fumio", "Kishida", "Fumio"),
    office="Prime Minister, Japan",
    said="2024-02-07",
    is_verbatim=True,
    is_translated=False,
    warning="",
    address="https://citations.example/quotes/VMBBKS08/",
    changed="2026-11-22",
    source=SOURCE,
)
HOSTILE_TEXTS = [
    "50 % of $5 & a_b #1 ~x^2 \\end{document} {brace",
    "}} @misc{x, title={y}}",
    "line\nER  - \nTY  - BOOK",
    "line\r\nER  - \r\n\r\nTY  - BOOK\r\n",
    "\u2028ER  - \u2029\x85TY  - X\x0b\x0c\x1c",
    "日本語と한국어と中文",
    "\u202eמשהו\u202c السلام",
    "x" * 300,
    '=HYPERLINK("http://evil.example")',
    " and ",
    '"quoted", and more',
]


def quote_from(**changes: object) -> CitedQuote:
    """`QUOTE` from a source with these fields changed."""
    return replace(QUOTE, source=replace(SOURCE, **changes))  # type: ignore[arg-type]


def hostile_quote(text: str) -> CitedQuote:
    """A quote with the text in every field that people write."""
    source = replace(
        SOURCE, title=text, publication=text, authors=(CslName(text), CslName(text, text, text))
    )
    return replace(
        QUOTE, key="NASTY000", text=text, speaker=CslName(text), warning=text, source=source
    )
