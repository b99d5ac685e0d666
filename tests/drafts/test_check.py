"""A draft is compared with the quotes: the words of each quotation."""

import pytest

from citations.drafts.check import check_draft
from citations.index.sync import rebuild_index
from citations.models import Mode, Quote, Standing, State
from citations.models.base.time_budget import limit_time
from tests.support.checked_drafts import publish_quote, single_finding
from tests.support.draft import TEXT, TWELVE

pytestmark = pytest.mark.usefixtures("indexed")


def test_it_judges_each_of_twelve() -> None:
    report = check_draft(TEXT)
    verdicts = [
        (each.verdict.value, [flag.value for flag in each.flags]) for each in report.findings
    ]
    assert verdicts == [(verdict, flags) for _, verdict, flags in TWELVE]
    assert report.unchecked_from is None
    for each in report.findings:
        assert " ".join(span.text_in(TEXT) for span in each.segments) == each.exact
    assert report.attention_count == 9


@pytest.mark.parametrize(
    "draft",
    [
        "He is right: “the exchange activities is one of the top priorities” (Duarte, 2024).",
        "“Resuming the exchange activities is one of the top priorities”[3]",
        "> Resuming the exchange activities is one of the top priorities\n> — Kishida Fumio",
        "    Resuming the exchange activities is one of the top priorities\n\nIt was so.",
    ],
)
def test_quotations_without_a_speaker_are_checked_as_well(draft: str) -> None:
    assert single_finding(draft).verdict in {"verbatim", "typographic"}


@pytest.mark.parametrize(
    ("draft", "verdicts"),
    [
        ("Her essay “The Long Way Home of a Quiet Man” won.", []),
        ("The “most favoured nation” status ended.", []),
        ("It rests on “a view of the sea that nobody had before” (Duarte, 2024).", ["unknown"]),
    ],
)
def test_titles_and_terms_are_not_reported_as_unknown(draft: str, verdicts: list[str]) -> None:
    assert [each.verdict.value for each in check_draft(draft).findings] == verdicts


def test_a_paraphrase_is_not_the_speakers_words() -> None:
    publish_quote("urged Russia to restart the exchange of visitors", mode=Mode.INDIRECT)
    finding = single_finding("“urged Russia to restart the exchange of visitors,” Kishida said.")
    assert finding.verdict == "paraphrase"
    assert "paraphrase" in finding.note


def test_a_disputed_quote_comes_with_the_reason() -> None:
    note = "The tape is lost."
    publish_quote("Nothing is as slow as a treaty", standing=Standing.DISPUTED, standing_note=note)
    finding = single_finding("“Nothing is as slow as a treaty,” Kishida said.")
    assert (finding.verdict, finding.flags) == ("verbatim", ("standing",))
    assert note in finding.note


def test_words_printed_outside_the_marks_are_over_quoted() -> None:
    publish_quote("a door that stays open", mode=Mode.PARTIAL)
    finding = single_finding("“a door that stays open and more of it was told,” Kishida said.")
    assert finding.verdict == "over_quoted"


@pytest.mark.parametrize(
    "words",
    [
        "Japan’s relations with Russia are currently difficult",  # printed twice: the second one
        "currently difficult amid Moscow’s war in Ukraine",
        (
            "said Japan’s relations with Russia are currently difficult amid Moscow’s war in"
            " Ukraine, but pledged to continue making efforts to resolve a territorial dispute and"
            " sign a peace treaty."
        ),
    ],
)
def test_the_articles_own_words_are_over_quoted(words: str) -> None:
    finding = single_finding(f"“{words},” Kishida said.")
    assert finding.verdict == "over_quoted"
    assert finding.quote
    assert finding.quote.text == "difficult"


def test_two_quotes_joined_by_dots_are_one_finding() -> None:
    publish_quote("The harbour of the north is our home")
    publish_quote("Nobody will take the river from us")
    finding = single_finding(
        "“The harbour of the north is our home … nobody will take the river from us,” Kishida said."
    )
    assert (finding.verdict, finding.flags) == ("abridged", ("gap",))
    assert len(finding.others) == 1


def test_unpublished_quotes_are_not_revealed() -> None:
    quote = publish_quote("The harbour of the north is our home")
    Quote.objects.filter(pk=quote.pk).update(state=State.REJECTED)
    rebuild_index()
    assert (
        single_finding("“The harbour of the north is our home,” Kishida said.").verdict == "unknown"
    )


@pytest.mark.parametrize(
    "text", ["", " ", "Nobody said a word.", "“", "“”" * 1000, "“a” " * 5000, "…" * 1000]
)
def test_a_text_without_real_quotations_has_at_most_short_ones(text: str) -> None:
    verdicts = {each.verdict.value for each in check_draft(text).findings}
    assert verdicts <= {"too_short", "unchecked", "unknown"}


def test_a_quotation_as_long_as_a_book_is_skipped_and_the_rest_is_checked() -> None:
    text = f"“{'We go on. ' * 3000}” Kishida said.\n\n“We all fear we will have to start,” he said."
    book, sentence = check_draft(text).findings
    assert (book.verdict, sentence.verdict) == ("unchecked", "verbatim")
    assert "20,000 characters" in book.note


def test_a_long_draft_is_checked_in_part_and_the_report_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("citations.drafts.check.MOST_QUOTATIONS", 2)
    monkeypatch.setattr("citations.drafts.check.LONGEST_DRAFT", 500)
    report = check_draft("“We all fear we will have to start from scratch,” he said.\n\n" * 30)
    verdicts = [each.verdict.value for each in report.findings]
    assert verdicts[:3] == ["verbatim", "verbatim", "unchecked"]
    assert report.unchecked_from == report.findings[2].start
    monkeypatch.setattr("citations.drafts.check.MOST_QUOTATIONS", 50)
    assert check_draft("A word. " * 100).unchecked_from == 500


def test_what_there_is_no_time_for_is_reported_as_unchecked() -> None:
    with limit_time(0):
        report = check_draft(TEXT)
    assert {each.verdict.value for each in report.findings} == {"unchecked"}
    assert report.unchecked_from == report.findings[0].start
