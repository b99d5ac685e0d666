"""Each style says in its own words that somebody is cited from another author's source."""

from dataclasses import replace

import pytest

from citations.cite.csl import CslName
from citations.cite.quoted_in import is_by_speaker, quoted_in_rule, words_around_citation
from tests.support.citation_styles import AUTHOR_STYLE, NOTE_STYLE, NUMERIC_STYLE, make_style
from tests.support.cited_quotes import QUOTE, SOURCE

OTHER = replace(QUOTE, source=replace(SOURCE, authors=(CslName("Motoko Rich", "Rich", "Motoko"),)))
APA, MLA, HARVARD = map(make_style, ("apa", "modern-language-association", "harvard-x"))
BLUEBOOK, CHICAGO, CHICAGO_NOTES, TURABIAN = map(
    make_style, ("bluebook-law-review", "chicago-author-date", "chicago-notes", "turabian-x")
)
WORDS = [
    (APA, "Kishida, 2024, as cited in ", ""),
    (MLA, "Kishida qtd. in ", ""),
    (HARVARD, "Kishida, 2024, quoted in ", ""),
    (BLUEBOOK, "", " (quoting Kishida Fumio)"),
    (CHICAGO, "Kishida, quoted in ", ""),
    (CHICAGO_NOTES, "Kishida Fumio, quoted in ", ""),
    (TURABIAN, "Kishida Fumio, quoted in ", ""),
    (NOTE_STYLE, "Kishida Fumio, quoted in ", ""),
    (NUMERIC_STYLE, "Kishida Fumio, quoted in ", ""),
    (AUTHOR_STYLE, "Kishida, cited in ", ""),
]


@pytest.mark.parametrize(("style", "before", "after"), WORDS, ids=[each[1] for each in WORDS])
def test_each_style_has_its_words(style: object, before: str, after: str) -> None:
    assert words_around_citation(OTHER, style, "en-US") == (before, after)  # type: ignore[arg-type]


def test_an_uncertain_year_is_left_out() -> None:
    quote = replace(OTHER, said="[2022..2024]")
    assert words_around_citation(quote, APA, "en-US") == ("Kishida, as cited in ", "")
    assert words_around_citation(quote, HARVARD, "en-US") == ("Kishida, quoted in ", "")


def test_a_speaker_without_a_family_name_is_named_in_full() -> None:
    quote = replace(OTHER, speaker=CslName("Foreign Ministry"))
    assert words_around_citation(quote, MLA, "en-US")[0] == "Foreign Ministry qtd. in "


@pytest.mark.parametrize(
    ("style", "before", "after"),
    [
        (MLA, "Kishida cited in ", ""),
        (CHICAGO, "Kishida, cited in ", ""),
        (BLUEBOOK, "", " (citing Kishida Fumio)"),
        (APA, "Kishida, 2024, as cited in ", ""),
    ],
    ids=["mla", "chicago", "bluebook", "apa"],
)
def test_a_paraphrase_is_not_called_a_quotation(style: object, before: str, after: str) -> None:
    quote = replace(OTHER, is_verbatim=False)
    assert words_around_citation(quote, style, "en-US") == (before, after)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("locale", "before"),
    [
        ("de-DE", "Kishida, 2024, zitiert nach "),
        ("fr", "Kishida, 2024, cité dans "),
        ("sv-SE", "Kishida, 2024, citerad i "),
        ("ja-JP", "Kishida, 2024, as cited in "),
        ("en-GB", "Kishida, 2024, as cited in "),
    ],
)
def test_the_words_are_in_the_language_of_the_locale(locale: str, before: str) -> None:
    assert words_around_citation(OTHER, APA, locale) == (before, "")


@pytest.mark.parametrize("style", [MLA, CHICAGO, AUTHOR_STYLE], ids=["mla", "chicago", "other"])
def test_each_english_phrase_is_translated(style: object) -> None:
    words = words_around_citation(OTHER, style, "it-IT")[0]  # type: ignore[arg-type]
    assert words.endswith("citato in ")
    assert not set(words.split()) & {"quoted", "cited", "qtd."}


@pytest.mark.parametrize(
    "name", ["Kishida Fumio", "Fumio Kishida", "KISHIDA Fumio", "Kishida, Fumio"]
)
def test_an_author_is_recognised_in_any_order_and_case(name: str) -> None:
    own = replace(OTHER, source=replace(SOURCE, authors=(CslName("A B"), CslName(name))))
    assert is_by_speaker(own)
    assert words_around_citation(own, APA, "en-US") == ("", "")
    assert not is_by_speaker(OTHER)


def test_long_quotations_are_blocks_from_as_many_words_as_the_style_says() -> None:
    lengths = [quoted_in_rule(each).block_words for each in (APA, BLUEBOOK, CHICAGO, TURABIAN, MLA)]
    assert lengths == [40, 50, 100, 100, 0]
    assert quoted_in_rule(CHICAGO_NOTES).block_words == 100
    assert [quoted_in_rule(each).own_translation_is_paraphrase for each in (APA, MLA)] == [
        True, False,
    ]  # fmt: skip
