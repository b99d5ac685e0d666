"""A quote and its source as they are cited, and texts that try to break what holds them."""

from dataclasses import replace

from citations.cite.cited_quote import CitedQuote
from citations.cite.csl import CslName, CslSource

SOURCE = CslSource(
    "46X7TFXG", "article-newspaper", "Kishida says Japan-Russia ties are ‘difficult’", "en",
    (CslName("Kishida Fumio", "Kishida", "Fumio"), CslName("Ministry, of Foreign Affairs")),
    "The Japan Times", "2024-02-08", "2026-11-22", "https://example.org/a_b?c=1%20&d=~x#q",
)  # fmt: skip
QUOTED = CitedQuote(
    "VMBBKS08", "difficult", "en", CslName("Kishida Fumio", "Kishida", "Fumio"),
    "Prime Minister, Japan", "2024-02-07", True, False, "",
    "https://citations.example/quotes/VMBBKS08/", "2026-11-22", SOURCE,
)  # fmt: skip
NASTY = [
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


def nasty(text: str) -> CitedQuote:
    source = replace(
        SOURCE, title=text, publication=text, authors=(CslName(text), CslName(text, text, text))
    )
    return replace(
        QUOTED, key="NASTY000", text=text, speaker=CslName(text), warning=text, source=source
    )
