"""Markup is read as what it shows."""

import pytest

from citations.text.cleaning.clean_text import CleanText
from citations.text.cleaning.inline_markup import markup_edits


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # Markdown
        ("has **not** been", "has not been"),
        ("We *fear* it from _scratch_.", "We fear it from scratch."),
        ("__both__ and ***all***", "both and all"),
        ("we ~~cannot~~ can", "we cannot can"),  # struck words are there to be compared
        ("on [the prospects](https://example.org/x) for", "on the prospects for"),
        ("see [a](/b), ![c](./d)", "see a, c"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("a snake_case_name", "a snake_case_name"),
        ("a* note and b* note", "a* note and b* note"),
        ("[put in] (an aside)", "[put in] (an aside)"),
        # HTML
        ("of <em>Russian</em> aggression", "of Russian aggression"),
        ("<p>One</p><p>Two<br>Three</p>", "\n\nOne\n\n\n\nTwo\nThree\n\n"),
        ("wrote <q>We fear</q>.", "wrote “We fear”."),
        ('an <a href="/x">hostile</a> one', "an hostile one"),
        ("prospects<sup><a href='#n'>4</a></sup> for", "prospects for"),
        ("the 4<sup>th</sup> day", "the 4th day"),
        ("a <!-- note --> b", "a  b"),
        ("if a < b and c > d", "if a < b and c > d"),
        ("&ldquo;I&rsquo;m back&#8221;", "“I’m back”"),
        ("square&nbsp;one &amp; two", "square\u00a0one & two"),
        ("AT&T; &unknownentity; &", "AT&T; &unknownentity; &"),
        # LaTeX
        (r"with \enquote{Resuming the talks}.", "with “Resuming the talks”."),
        (r"with \textquote[A]{Resuming \emph{the} talks}.", "with “Resuming the talks”."),
        (r"talks\footnote{So the {rally} says.} in", "talks in"),
        (r"talks \cite{a} in", "talks  in"),
        (r"an \emph{open brace", r"an \emph{open brace"),
        (r"\unknown{command} }{", r"\unknown{command} }{"),
    ],
)  # fmt: skip
def test_markup(text: str, read: str) -> None:
    assert CleanText.unchanged(text).with_edits(markup_edits(text)).text == read
