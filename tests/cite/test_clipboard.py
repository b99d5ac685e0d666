"""What a reader copies names speaker and source rightly, in every style."""

from dataclasses import replace

import pytest

from citations.cite.cited_quote import CitedQuote
from citations.cite.clipboard import ClipboardText, clipboard_texts
from citations.cite.csl import CslName, CslSource
from citations.cite.styles.catalogue import (
    COMMON_STYLES,
    UnknownLocaleError,
    load_quotation_marks,
    load_style,
)

TIES = CslSource(
    "46X7TFXG", "webpage", "Kishida says Japan-Russia ties are ‘difficult’", "en",
    publication="NHK", issued="2024-02-08",
)  # fmt: skip
RICH = replace(TIES, kind="article-newspaper", authors=(CslName("Motoko Rich", "Rich", "Motoko"),))
QUOTED = CitedQuote(
    "SFDHTMQN", "Regrettably, the issue of the “islands” is not solved.", "en",
    CslName("Kishida Fumio", "Kishida", "Fumio"), "Prime Minister, Japan", "2024-02-07", True, False,
    "", "https://citations.example/quotes/SFDHTMQN/", "2026-11-22", TIES, 3,
)  # fmt: skip


def made(
    quoted: CitedQuote = QUOTED, name: str = "apa", locale: str = "en-US"
) -> list[ClipboardText]:
    return clipboard_texts(quoted, load_style(name), locale)


# The citation alone, of words that a paper with an author prints.
CITED = [
    ("apa", "en-US", "(Kishida, 2024, as cited in Rich, 2024, para. 3)"),
    ("modern-language-association", "en-US", "(Kishida qtd. in Rich, par. 3)"),
    ("chicago-author-date", "en-US", "(Kishida, quoted in Rich 2024, para. 3)"),
    ("harvard-cite-them-right", "en-GB", "(Kishida, 2024, quoted in Rich, 2024, para. 3)"),
    ("ieee", "en-US", "(Kishida Fumio, quoted in [1, Para. 3])"),
    ("nlm-citation-sequence", "en-US", "(Kishida Fumio, quoted in 1)"),
    (
        "chicago-notes-bibliography", "en-US",
        ("Kishida Fumio, quoted in Motoko Rich, “Kishida Says Japan-Russia Ties Are ‘Difficult,’” "
        "NHK, February 8, 2024, para. 3."),
    ),
    (
        "bluebook-law-review", "en-US",
        ("Motoko Rich, Kishida Says Japan-Russia Ties Are ‘Difficult,’ NHK, Feb. 8, 2024 "
        "(quoting Kishida Fumio)."),
    ),
    ("apa", "de-DE", "(Kishida, 2024, zitiert nach Rich, 2024, Abs. 3)"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "locale", "expected"), CITED)
def test_it_says_who_spoke_and_who_printed_it(name: str, locale: str, expected: str) -> None:
    assert made(replace(QUOTED, source=RICH), name, locale)[1].plain == expected


@pytest.mark.parametrize(
    ("text", "set_words"),
    [
        ("What? “No.”", "“What? ‘No.’”¹"),
        ("We will go.", "“We will go.”¹"),
        ("Will we go?", "“Will we go?”¹"),
    ],
)
def test_a_quotation_before_a_note_has_one_stop(text: str, set_words: str) -> None:
    copied = made(replace(QUOTED, text=text), "chicago-notes-bibliography")[0].plain
    assert copied.split("\n\n")[0] == set_words


@pytest.mark.parametrize("name", COMMON_STYLES)
def test_the_headline_of_the_seed_comes_out_in_every_style(name: str) -> None:
    entry = made(name=name)[2].plain
    # Americans set the comma inside the marks, which these styles do; none unbalances them.
    assert "ifficult" in entry
    assert entry.count("‘") == entry.count("’")
    assert entry.count("“") == entry.count("”")


def test_the_quotation_has_its_marks_and_its_stop_behind_the_citation() -> None:
    quotation = made()[0].plain
    assert quotation.startswith("“Regrettably, the issue of the ‘islands’ is not solved” (Kishida,")
    assert quotation.endswith("para. 3).")


def test_british_marks_are_single_outside_and_double_inside() -> None:
    quotation = made(name="harvard-cite-them-right", locale="en-GB")[0].plain
    assert quotation.startswith("‘Regrettably, the issue of the “islands” is not solved’ (")


def test_a_note_stands_behind_the_stop() -> None:
    words, note = made(name="chicago-notes-bibliography")[0].plain.split("\n\n")
    assert words == "“Regrettably, the issue of the ‘islands’ is not solved.”¹"
    assert note.startswith("¹ Kishida Fumio, quoted in “Kishida Says")


@pytest.mark.parametrize("name", COMMON_STYLES)
def test_a_paraphrase_never_stands_between_marks(name: str) -> None:
    quotation = made(replace(QUOTED, text="It is not solved.", is_verbatim=False), name)[0].plain
    assert quotation.startswith("It is not solved")


def test_ones_own_translation_is_a_paraphrase_in_apa_alone() -> None:
    translated = replace(QUOTED, is_translated=True)
    assert made(translated)[0].plain.startswith("Regrettably")
    assert made(translated, "modern-language-association")[0].plain.startswith("“Regrettably")


def test_many_words_are_set_apart_without_marks() -> None:
    long = " ".join(["word"] * 40)
    quotation = made(replace(QUOTED, text=f"{long}."))[0]
    assert quotation.plain.startswith("word")
    assert "word. (Kishida" in quotation.plain
    assert quotation.rich.startswith("<blockquote>word")


def test_a_doubt_goes_with_the_quotation_and_its_citation() -> None:
    doubted = made(replace(QUOTED, warning="Disputed: no <recording> is known"))
    assert doubted[1].plain.endswith("[Disputed: no <recording> is known]")
    assert "[Disputed: no <recording> is known]" in doubted[0].plain
    assert "&lt;recording&gt;" in doubted[0].rich
    assert "<recording>" not in doubted[0].rich


def test_the_author_of_the_source_is_cited_as_its_author() -> None:
    own = replace(TIES, kind="speech", authors=(QUOTED.speaker,))
    assert made(replace(QUOTED, source=own))[1].plain == "(Kishida, 2024, para. 3)"


def test_an_unknown_year_is_left_out() -> None:
    undated = replace(QUOTED, said="[2022..2024]", source=RICH)
    assert made(undated)[1].plain == "(Kishida, as cited in Rich, 2024, para. 3)"


def test_the_record_is_cited_by_its_address_and_last_change() -> None:
    assert made()[3].plain == (
        "Kishida Fumio: “Regrettably, the issue of the ‘islands’ is not solved”. "
        "(2026, November 22). Citations. https://citations.example/quotes/SFDHTMQN/"
    ).replace("”. (", ".” (")


def test_marks_are_those_of_the_locale() -> None:
    assert load_quotation_marks("fr-FR").opening == "«\xa0"
    with pytest.raises(UnknownLocaleError, match="no words for citations in “de-XX”") as unknown:
        load_quotation_marks("de-XX")
    assert "de-DE" in unknown.value.near


@pytest.mark.parametrize("printed", ["Fumio Kishida", "KISHIDA Fumio", "Kishida, Fumio"])
def test_the_author_of_the_source_is_no_secondary_citation(printed: str) -> None:
    own = replace(TIES, authors=(CslName(printed, "Kishida", "Fumio"),))
    assert made(replace(QUOTED, source=own))[1].plain == "(Kishida, 2024, para. 3)"


@pytest.mark.parametrize("name", COMMON_STYLES)
def test_a_paraphrase_is_neither_quoted_nor_set_between_marks(name: str) -> None:
    said = replace(QUOTED, text="the islands are ours", is_verbatim=False, source=RICH)
    for copy in made(said, name):
        assert not any(f"{mark}the islands" in copy.plain for mark in "“‘«\"'")
        assert not any(word in copy.plain for word in ("quoted", "qtd.", "quoting"))


def test_an_archived_copy_is_no_second_address() -> None:
    kept = replace(RICH, url="https://example.org/a", archive_url="https://archive.example/a")
    assert "archive.example" not in made(replace(QUOTED, source=kept))[2].plain
    alone = replace(kept, url="")
    assert "https://archive.example/a" in made(replace(QUOTED, source=alone))[2].plain
