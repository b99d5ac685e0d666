"""LaTeX read for its words."""

import pytest

from citations.documents.detection import read_document

CASES = [
    (r"He said ``yes'' and `no' -- it's --- so\ldots", "He said “yes” and ‘no’ – it’s — so…"),
    (r"\enquote{It is \enquote{so}, they say}", "“It is ‘so’, they say”"),
    (r"Caf\'e \`a la carte, \c{c}a, \v{S}koda, \ss", "Café à la carte, ça, Škoda, ß"),
    (r"100\% of \$5 \& more % never", "100% of $5 & more"),
    (r"\emph{all} \textbf{of {it}} \unknown{stays}", "all of it stays"),
    (r"He said so \cite[p.~3]{a}\label{b}.", "He said so ."),
    (r"It is so.\footnote{See `this'.} And on.", "It is so. (See ‘this’.) And on."),
    ("One\nline.\n\nAnother.", "One line.\n\nAnother."),
    ("a}b{c", "abc"),
    ("\\", ""),
]


@pytest.mark.parametrize(("source", "words"), CASES)
def test_it_is_read_as_it_is_set(source: str, words: str) -> None:
    text = read_document(source.encode(), "a.tex").text if words else ""
    assert text.replace("\u00a0", " ") == words


def test_only_the_document_is_read_and_its_title_is_the_headline() -> None:
    source = (
        "\\documentclass{article}\n\\title{On islands}\n\\newcommand{\\x}{y}\n"
        "\\begin{document}\n\\maketitle\nWords.\n\\end{document}\n"
    )
    reading = read_document(source.encode(), "a.tex")
    assert (reading.headline, reading.text) == ("On islands", "On islands\n\nWords.")


def test_a_block_quotation_is_set_in() -> None:
    source = "He wrote:\n\\begin{quote}We go.\n\nWe stay.\\end{quote}\nIt rained."
    assert read_document(source.encode(), "a.tex").text == (
        "He wrote:\n\n    We go.\n\n    We stay.\n\nIt rained."
    )
