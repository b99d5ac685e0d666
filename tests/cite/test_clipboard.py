"""The texts that readers copy name speaker and source correctly in every style."""

from dataclasses import replace

import pytest

from citations.cite.cited_quote import CitedQuote
from citations.cite.clipboard import (
    ClipboardText,
    clipboard_texts,
    clipboard_texts_of_source,
    source_of_record,
)
from citations.cite.csl import CslName, CslSource
from citations.cite.styles.catalogue import (
    COMMON_STYLES,
    load_style,
)

TIES = CslSource(
    "46X7TFXG", "webpage", "Kishida says Japan-Russia ties are ‘difficult’", "en",
    publication="NHK", issued="2024-02-08",
)  # fmt: skip
RICH = replace(TIES, kind="article-newspaper", authors=(CslName("Motoko Rich", "Rich", "Motoko"),))
QUOTE = CitedQuote(
    key="SFDHTMQN",
    text="Regrettably, the issue of the “islands” is not solved.",
    language="en",
    speaker=CslName("Kishida Fumio", "Kishida", "Fumio"),
    office="Prime Minister, Japan",
    said="2024-02-07",
    is_verbatim=True,
    is_translated=False,
    warning="",
    address="https://citations.example/quotes/SFDHTMQN/",
    changed="2026-11-22",
    source=TIES,
    paragraph=3,
)


def texts_of(
    quote: CitedQuote = QUOTE, name: str = "apa", locale: str = "en-US"
) -> list[ClipboardText]:
    return clipboard_texts(quote, load_style(name), locale)


# The citation of words printed in an article with another author.
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
def test_a_citation_says_who_spoke_and_who_printed_it(
    name: str, locale: str, expected: str
) -> None:
    assert texts_of(replace(QUOTE, source=RICH), name, locale)[1].plain == expected


@pytest.mark.parametrize(
    ("text", "set_words"),
    [
        ("What? “No.”", "“What? ‘No.’”¹"),
        ("We will go.", "“We will go.”¹"),
        ("Will we go?", "“Will we go?”¹"),
    ],
)
def test_a_quotation_before_a_note_has_one_stop(text: str, set_words: str) -> None:
    copied = texts_of(replace(QUOTE, text=text), "chicago-notes-bibliography")[0].plain
    assert copied.split("\n\n")[0] == set_words


@pytest.mark.parametrize("name", COMMON_STYLES)
def test_the_headline_of_the_seed_comes_out_in_every_style(name: str) -> None:
    entry = texts_of(name=name)[2].plain
    # Americans set the comma inside the marks, which these styles do; none unbalances them.
    assert "ifficult" in entry
    assert entry.count("‘") == entry.count("’")
    assert entry.count("“") == entry.count("”")


def test_the_stop_of_a_quotation_follows_its_citation() -> None:
    quotation = texts_of()[0].plain
    assert quotation.startswith("“Regrettably, the issue of the ‘islands’ is not solved” (Kishida,")
    assert quotation.endswith("para. 3).")


def test_british_marks_are_single_outside_and_double_inside() -> None:
    quotation = texts_of(name="harvard-cite-them-right", locale="en-GB")[0].plain
    assert quotation.startswith("‘Regrettably, the issue of the “islands” is not solved’ (")


def test_a_notes_number_follows_the_stop() -> None:
    words, note = texts_of(name="chicago-notes-bibliography")[0].plain.split("\n\n")
    assert words == "“Regrettably, the issue of the ‘islands’ is not solved.”¹"
    assert note.startswith("¹ Kishida Fumio, quoted in “Kishida Says")


@pytest.mark.parametrize("name", COMMON_STYLES)
def test_a_paraphrase_never_stands_between_marks(name: str) -> None:
    quotation = texts_of(replace(QUOTE, text="It is not solved.", is_verbatim=False), name)[0].plain
    assert quotation.startswith("It is not solved")


def test_ones_own_translation_is_a_paraphrase_in_apa_alone() -> None:
    translated = replace(QUOTE, is_translated=True)
    assert texts_of(translated)[0].plain.startswith("Regrettably")
    assert texts_of(translated, "modern-language-association")[0].plain.startswith("“Regrettably")


def test_a_long_quotation_is_a_block_without_marks() -> None:
    long = " ".join(["word"] * 40)
    quotation = texts_of(replace(QUOTE, text=f"{long}."))[0]
    assert quotation.plain.startswith("word")
    assert "word. (Kishida" in quotation.plain
    assert quotation.rich.startswith("<blockquote>word")
    assert quotation.rich.endswith("para. 3)</blockquote>")


def test_a_doubt_follows_the_quotation_and_its_citation() -> None:
    doubted = texts_of(replace(QUOTE, warning="Disputed: no <recording> is known"))
    assert doubted[1].plain.endswith("[Disputed: no <recording> is known]")
    assert "[Disputed: no <recording> is known]" in doubted[0].plain
    assert "&lt;recording&gt;" in doubted[0].rich
    assert "<recording>" not in doubted[0].rich


def test_the_author_of_the_source_is_cited_as_its_author() -> None:
    own = replace(TIES, kind="speech", authors=(QUOTE.speaker,))
    assert texts_of(replace(QUOTE, source=own))[1].plain == "(Kishida, 2024, para. 3)"


def test_an_unknown_year_is_left_out() -> None:
    undated = replace(QUOTE, said="[2022..2024]", source=RICH)
    assert texts_of(undated)[1].plain == "(Kishida, as cited in Rich, 2024, para. 3)"


def test_the_record_is_cited_by_its_address_and_last_change() -> None:
    assert texts_of()[3].plain == (
        "Kishida Fumio: “Regrettably, the issue of the ‘islands’ is not solved”. "
        "(2026, November 22). Citations. https://citations.example/quotes/SFDHTMQN/"
    ).replace("”. (", ".” (")


@pytest.mark.parametrize("printed", ["Fumio Kishida", "KISHIDA Fumio", "Kishida, Fumio"])
def test_the_author_of_the_source_is_recognised_in_any_order(printed: str) -> None:
    own = replace(TIES, authors=(CslName(printed, "Kishida", "Fumio"),))
    assert texts_of(replace(QUOTE, source=own))[1].plain == "(Kishida, 2024, para. 3)"


@pytest.mark.parametrize("name", COMMON_STYLES)
def test_a_paraphrase_is_neither_quoted_nor_set_between_marks(name: str) -> None:
    said = replace(QUOTE, text="the islands are ours", is_verbatim=False, source=RICH)
    for copy in texts_of(said, name):
        assert not any(f"{mark}the islands" in copy.plain for mark in "“‘«\"'")
        assert not any(word in copy.plain for word in ("quoted", "qtd.", "quoting"))


def test_an_archived_copy_is_no_second_address() -> None:
    kept = replace(RICH, url="https://example.org/a", archive_url="https://archive.example/a")
    assert "archive.example" not in texts_of(replace(QUOTE, source=kept))[2].plain
    alone = replace(kept, url="")
    assert "https://archive.example/a" in texts_of(replace(QUOTE, source=alone))[2].plain


def test_each_text_has_a_name() -> None:
    assert [each.name for each in texts_of()] == [
        "Quotation with its citation",
        "Citation in the text",
        "Reference list entry",
        "Citation of this record",
    ]
    assert texts_of(name="bluebook-law-review")[1].name == "Note"


def test_a_note_is_numbered_in_html_too() -> None:
    quotation = texts_of(name="chicago-notes-bibliography")[0]
    assert quotation.rich.startswith("<p>“Regrettably")
    assert "solved.”<sup>1</sup></p><p><sup>1</sup> Kishida Fumio, quoted in" in quotation.rich


def test_a_short_quotation_is_no_block_in_html() -> None:
    assert texts_of()[0].rich.startswith("“Regrettably")
    assert texts_of(replace(QUOTE, text='a < "b"'))[0].rich.startswith('“a &lt; "b"” (')


def test_the_title_of_a_record_is_cut_at_eighty_characters() -> None:
    assert source_of_record(replace(QUOTE, text="x" * 79 + ".")).title == (
        f"Kishida Fumio: “{'x' * 79}”"
    )
    long = replace(QUOTE, text="x" * 80 + ".")
    assert source_of_record(long).title == f"Kishida Fumio: “{'x' * 79}…”"
    assert source_of_record(replace(QUOTE, text="x" * 81)).title == f"Kishida Fumio: “{'x' * 79}…”"
    assert source_of_record(replace(QUOTE, text="a\nb.", warning="Disputed.")).title == (
        "Kishida Fumio: “a b” [Disputed.]"
    )


def test_a_paraphrase_is_no_title_of_a_record() -> None:
    source = source_of_record(replace(QUOTE, is_verbatim=False))
    assert source == CslSource(
        "record-SFDHTMQN", "webpage", "Reported words of Kishida Fumio", "und",
        publication="Citations", issued="2026-11-22",
        url="https://citations.example/quotes/SFDHTMQN/",
    )  # fmt: skip


def test_a_source_is_copied_as_an_entry_and_a_citation() -> None:
    entry, citation = clipboard_texts_of_source(RICH, load_style("apa"), "en-US")
    assert (entry.name, citation.name) == ("Reference list entry", "Citation in the text")
    assert entry.plain.startswith("Rich, M. (2024, February 8). Kishida says")
    assert "<i>" in entry.rich
    assert citation.plain == citation.rich == "(Rich, 2024)"
    _, note = clipboard_texts_of_source(RICH, load_style("bluebook-law-review"), "en-US")
    assert note.name == "Note"
