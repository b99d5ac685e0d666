"""LaTeX gives the words that it prints."""

import pytest

from citations.documents.detection import read_document
from citations.documents.latex import read_latex

CASES = [
    (r"He said ``yes'' and `no' -- it's --- so\ldots", "He said “yes” and ‘no’ – it’s — so…"),
    (r"\enquote{It is \enquote{so}, they say}", "“It is ‘so’, they say”"),
    (r"Caf\'e \`a la carte, \c{c}a, \v{S}koda, \ss", "Café à la carte, ça, Škoda, ß"),
    (r"100\% of \$5 \& more % never", "100% of $5 & more"),
    (r"\emph{all} \textbf{of {it}} \unknown{stays}", "all of it stays"),
    (r"He said so \cite[p.~3]{a}\label{b}.", "He said so ."),
    (r"It is so.\footnote{See `this'.} And on.", "It is so.[^1] And on.\n\n[^1]: See ‘this’."),
    ("One\nline.\n\nAnother.", "One line.\n\nAnother."),
    ("a}b{c", "abc"),
    ("\\", ""),
]


@pytest.mark.parametrize(("source", "words"), CASES)
def test_words_are_read_as_they_are_printed(source: str, words: str) -> None:
    text = read_document(source.encode(), "a.tex").text if words else ""
    assert text.replace("\u00a0", " ") == words


def test_only_the_document_is_read_and_its_title_is_the_headline() -> None:
    source = (
        "\\documentclass{article}\n\\title{On islands}\n\\newcommand{\\x}{y}\n"
        "\\begin{document}\n\\maketitle\nWords.\n\\end{document}\n"
    )
    document = read_document(source.encode(), "a.tex")
    assert (document.headline, document.text) == ("On islands", "On islands\n\nWords.")


def test_a_block_quotation_is_indented() -> None:
    source = "He wrote:\n\\begin{quote}We go.\n\nWe stay.\\end{quote}\nIt rained."
    assert read_document(source.encode(), "a.tex").text == (
        "He wrote:\n\n    We go.\n\n    We stay.\n\nIt rained."
    )


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (r"\begin{itemize}\item one\item two\end{itemize}", "one\n\ntwo"),
        (r"\section{A \emph{head}} words", "A head\n\nwords"),
        (r"\footnote{\cite{a}\enquote{so}} x", "[^1] x\n\n[^1]: “so”"),
        (r"\enquote{a \footnote{\enquote{b}} c}", "“a [^1] c”\n\n[^1]: ‘b’"),
        (r"[an option] \textbf[no]{yes}", "[an option] yes"),
        ("a\\\\b\\ c\\-d", "a b cd"),
        (r"$x$ --- y", "x — y"),
    ],
)
def test_markup_is_not_printed(source: str, words: str) -> None:
    assert read_latex(source).text.strip() == words


def test_the_first_heading_or_line_is_the_headline() -> None:
    assert read_latex("\\section{One}\\section{Two}").headline == "One"
    assert read_latex("words\n\nmore").headline == "words"
