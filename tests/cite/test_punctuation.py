"""A quotation in a text has the marks of its locale and one stop, in the right place."""

from dataclasses import replace

import pytest

from citations.cite.punctuation import TypesetQuotation, typeset_quotation, without_final_stop
from tests.support.citation_styles import AUTHOR_STYLE, NOTE_STYLE, make_style
from tests.support.cited_quotes import QUOTE

APA = make_style("apa")


def typeset(text: str, locale: str = "en-US", style: object = AUTHOR_STYLE) -> tuple[str, str]:
    words = typeset_quotation(replace(QUOTE, text=text), style, locale)  # type: ignore[arg-type]
    assert not words.is_block
    return words.before, words.after


@pytest.mark.parametrize(
    ("text", "stripped"),
    [
        ("It is so.", "It is so"),
        ("It is so,", "It is so"),
        ("It is so:;.", "It is so"),
        ("それは違う。", "それは違う"),
        ("So?", "So?"),
        ("So…", "So…"),
        ("So...", "So..."),
        ("...", "..."),
        (".", "."),
        ("", ""),
    ],
)
def test_a_final_stop_is_dropped_unless_it_means_something(text: str, stripped: str) -> None:
    assert without_final_stop(text) == stripped


@pytest.mark.parametrize(
    ("text", "locale", "before"),
    [
        ("It is so.", "en-US", "“It is so”"),
        ("It is  “so”.", "en-US", "“It is ‘so’”"),
        ("It is “so”.", "en-GB", "‘It is “so”’"),
        ("It is ‘so’.", "en-GB", "‘It is “so”’"),
        ("It isn’t ‘so’.", "en-GB", "‘It isn’t “so”’"),
        ("‘It isn’t so’, ‘no’", "en-GB", "‘“It isn’t so”, “no”’"),
        ("the ‘open", "en-GB", "‘the ‘open’"),
        ("the ‘don’t", "en-GB", "‘the ‘don’t’"),
        ("‘a’", "en-GB", "‘“a”’"),
        ("It is “so”.", "de-DE", "„It is ‚so‘“"),
        ("It is “so”.", "fr-FR", "«\xa0It is “so”\xa0»"),
        ("What? “No.”", "en-US", "“What? ‘No.’”"),
    ],
)
def test_inner_marks_differ_from_the_outer_ones(text: str, locale: str, before: str) -> None:
    assert typeset(text, locale) == (before, ".")


@pytest.mark.parametrize(
    ("text", "locale", "before"),
    [
        ("We will go.", "en-US", "“We will go.”"),
        ("We will go", "en-US", "“We will go.”"),
        ("We will go.", "en-GB", "‘We will go’."),
        ("We will go.", "de-DE", "„We will go“."),
        ("Will we go?", "en-US", "“Will we go?”"),
        ("Will we “go?”", "en-US", "“Will we ‘go?’”"),
        ("Go!", "en-GB", "‘Go!’"),
        ("We …", "en-US", "“We …”"),
        ("He said “No.”", "en-US", "“He said ‘No.’”"),
        ("He said “no”.", "en-US", "“He said ‘no’.”"),
    ],
)
def test_before_a_note_the_stop_comes_with_the_quotation(
    text: str, locale: str, before: str
) -> None:
    assert typeset(text, locale, NOTE_STYLE) == (before, "")


@pytest.mark.parametrize("style", [AUTHOR_STYLE, NOTE_STYLE], ids=["author", "note"])
def test_a_paraphrase_has_no_marks(style: object) -> None:
    quote = replace(QUOTE, text="it is so.", is_verbatim=False)
    words = typeset_quotation(quote, style, "en-US")  # type: ignore[arg-type]
    assert words == TypesetQuotation("it is so", ".", is_block=False)


def test_ones_own_translation_is_a_paraphrase_in_apa_alone() -> None:
    translated = replace(QUOTE, text="so", is_translated=True)
    assert typeset_quotation(translated, APA, "en-US").before == "so"
    assert typeset_quotation(translated, AUTHOR_STYLE, "en-US").before == "“so”"


def test_forty_words_are_a_block_in_apa() -> None:
    text = " ".join(["word"] * 39)
    assert not typeset_quotation(replace(QUOTE, text=text), APA, "en-US").is_block
    text = f"A  line\nbreak {text}."
    assert typeset_quotation(replace(QUOTE, text=text), APA, "en-US") == TypesetQuotation(
        text, "", is_block=True
    )
    paraphrase = replace(QUOTE, text=text, is_verbatim=False)
    assert not typeset_quotation(paraphrase, APA, "en-US").is_block
    exactly = replace(QUOTE, text=" ".join(["word"] * 40))
    assert typeset_quotation(exactly, APA, "en-US").is_block
    assert not typeset_quotation(exactly, AUTHOR_STYLE, "en-US").is_block
