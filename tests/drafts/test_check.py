"""A draft is compared with the quotes: the words, the speaker, the day, the office."""

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from citations.documents.document import UnreadableDocumentError
from citations.drafts.check import (
    MOST_BYTES,
    check_draft,
    check_draft_file,
    check_draft_files,
    read_draft,
)
from citations.drafts.findings import Finding
from citations.index.sync import rebuild_index
from citations.models import (
    Appearance,
    Article,
    Mode,
    Occasion,
    Quote,
    Snapshot,
    Speaker,
    Standing,
    State,
    sha256_of,
)
from citations.models.base.time_budget import limit_time
from citations.text.spans import Span
from tests.support.draft import TEXT, TWELVE

pytestmark = pytest.mark.usefixtures("indexed")

KISHIDA = "kishida-fumio"


def single_finding(text: str, published: str = "") -> Finding:
    (finding,) = check_draft(text, published).findings
    return finding


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
    ("printed", "matches"),
    [
        ("Kishida Fumio", True),
        ("Fumio Kishida", True),
        ("Prime Minister Kishida", True),
        ("Kishida", True),
        ("the prime minister", None),  # of which country
        ("Hayashi Yoshimasa", False),
        ("Akie Kishida", False),
        ("a visitor", None),
    ],
)
def test_it_matches_any_form_of_the_name(printed: str, matches: bool | None) -> None:
    finding = single_finding(
        f"“Resuming the exchange activities is one of the top priorities,” {printed} said."
    )
    assert (finding.printed, finding.matches) == (printed, matches)
    assert ("speaker" in finding.flags) is (matches is False)


@pytest.mark.parametrize(
    ("speaker", "differs"),
    [
        ("Prime Minister Kishida", False),
        ("Japanese Prime Minister Fumio Kishida", False),
        ("Then-Prime Minister Kishida", False),
        ("Fumio Kishida, Japan’s prime minister,", False),
        ("Kishida, a former banker,", False),
        ("LDP president Kishida", False),  # one may be both
        ("Foreign Minister Kishida", True),
        ("President Kishida", True),
        ("Former Prime Minister Kishida", True),
        ("Fumio Kishida, the foreign minister,", True),
    ],
)
def test_an_office_that_the_speaker_did_not_hold_then_is_flagged(
    speaker: str, *, differs: bool
) -> None:
    finding = single_finding(
        f"{speaker} said: “Resuming the exchange activities is one of the priorities.”"
    )
    assert ("position" in finding.flags) is differs
    assert finding.matches is True


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


def test_whom_a_pronoun_means_is_not_guessed() -> None:
    finding = single_finding(
        "Hayashi Yoshimasa spoke. “Resuming the exchange activities is one of the top"
        " priorities,” he said."
    )
    assert (finding.printed, finding.matches, finding.flags) == ("he", None, ())


def test_whom_a_role_means_is_not_guessed() -> None:
    finding = single_finding(
        "Ana Duarte is a senator. “Resuming the exchange activities is one of the top priorities,”"
        " the senator said."
    )
    assert (finding.printed, finding.matches) == ("the senator", None)


def test_a_weekday_depends_on_the_drafts_date() -> None:
    text = (
        "“Resuming the exchange activities is one of the top priorities,” Kishida said on Monday."
    )
    assert single_finding(text).flags == ()
    assert single_finding(text, "2024-02-08").flags == ("date",)
    assert single_finding(text.replace("Monday", "Wednesday"), "2024-02-08").flags == ()


def test_few_words_are_judged_only_as_those_of_the_speaker_named() -> None:
    assert single_finding("“extremely unfair,” Kishida said.").verdict == "verbatim"
    assert single_finding("“I agree,” Kishida said.").verdict == "too_short"
    assert single_finding("“extremely unfair,” Hayashi said.").verdict == "too_short"


def publish_quote(text: str, speaker: str = KISHIDA, **fields: object) -> Quote:
    """A published quote that an article prints."""
    by = Speaker.objects.get(slug=speaker)
    quote = Quote.objects.create(speaker=by, text=text, **fields)
    article = Article.objects.create(headline="News", kind="webpage")
    before = "It was said that “"
    body = f"{before}{text}” and more of it was told."
    snapshot = Snapshot.objects.create(article=article, text=body, sha256=sha256_of(body))
    appearance = Appearance(quote=quote)
    appearance.anchor(snapshot, [Span(len(before), len(before) + len(text))])
    appearance.save()
    Quote.objects.filter(pk=quote.pk).update(state=State.PUBLISHED)
    rebuild_index()
    return quote


def test_a_paraphrase_is_not_the_speakers_words() -> None:
    publish_quote("urged Russia to restart the exchange of visitors", mode=Mode.INDIRECT)
    finding = single_finding("“urged Russia to restart the exchange of visitors,” Kishida said.")
    assert finding.verdict == "paraphrase"
    assert "paraphrase" in finding.note


def test_a_misattributed_quote_comes_with_the_right_speaker_and_the_reason() -> None:
    publish_quote(
        "Nothing is as slow as a treaty",
        standing=Standing.MISATTRIBUTED,
        standing_note="It is older.",
        correct_speaker=Speaker.objects.get(slug="hayashi-yoshimasa"),
    )
    finding = single_finding("“Nothing is as slow as a treaty,” Kishida said.")
    assert (finding.verdict, finding.flags) == ("verbatim", ("speaker", "standing"))
    assert "It is older." in finding.note
    assert "said by Hayashi Yoshimasa, not by Kishida" in finding.note
    corrected = single_finding("“Nothing is as slow as a treaty,” Hayashi Yoshimasa said.")
    assert (corrected.verdict, corrected.flags, corrected.matches) == ("verbatim", (), True)


def test_a_disputed_quote_comes_with_the_reason() -> None:
    note = "The tape is lost."
    publish_quote("Nothing is as slow as a treaty", standing=Standing.DISPUTED, standing_note=note)
    finding = single_finding("“Nothing is as slow as a treaty,” Kishida said.")
    assert (finding.verdict, finding.flags) == ("verbatim", ("standing",))
    assert note in finding.note


def test_words_of_several_speakers_are_ambiguous_until_one_is_named() -> None:
    words = "We shall keep the door open"
    publish_quote(words)
    publish_quote(words, "hayashi-yoshimasa")
    finding = single_finding(f"“{words},” a visitor said.")
    assert finding.verdict == "ambiguous"
    assert finding.quote is None
    assert {quote.speaker.slug for quote in finding.others} == {KISHIDA, "hayashi-yoshimasa"}
    named = single_finding(f"“{words},” Hayashi Yoshimasa said.")
    assert named.quote
    assert (named.verdict, named.quote.speaker.slug) == ("verbatim", "hayashi-yoshimasa")


def test_of_the_same_words_on_two_days_the_one_of_the_named_day_is_chosen() -> None:
    words = "We shall keep the door open"
    for day in ("2023-01-01", "2024-01-01"):
        publish_quote(words, occasion=Occasion.objects.create(slug=day, date=day))
    finding = single_finding(f"“{words},” Kishida said on Jan. 1, 2024.")
    assert finding.quote
    assert finding.quote.occasion
    assert (finding.quote.occasion.date, finding.flags) == ("2024-01-01", ())


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


def test_names_in_other_scripts_are_matched() -> None:
    publish_quote("北方領土の問題は解決されていない", language="ja")
    finding = single_finding("岸田文雄は「北方領土の問題は解決されていない」と述べた。")
    assert (finding.verdict, finding.flags) == ("verbatim", ())
    altered = single_finding("岸田文雄は「北方領土の問題は解決されている」と述べた。")
    assert altered.verdict == "altered"


@pytest.mark.parametrize("name", ["draft.txt", "-"])
def test_a_file_and_standard_input_are_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(TEXT)
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(TEXT.encode())))
    report = check_draft_file(name if name == "-" else str(path))
    assert (len(report.findings), report.attention_count) == (12, 9)


def test_the_error_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    with pytest.raises(UnreadableDocumentError, match=r"broken\.pdf: "):
        check_draft_file(str(tmp_path / "broken.pdf"))
    with pytest.raises(UnreadableDocumentError, match=r"none\.txt cannot be read: No such file"):
        check_draft_file(str(tmp_path / "none.txt"))


def test_of_several_files_the_readable_ones_are_checked(tmp_path: Path) -> None:
    path, missing = tmp_path / "draft.txt", tmp_path / "none.txt"
    path.write_text(TEXT)
    problems: list[str] = []
    ((name, report),) = check_draft_files([str(missing), str(path)], "", problems.append)
    assert (name, len(report.findings)) == (str(path), 12)
    assert problems == [f"{missing} cannot be read: No such file or directory."]


def test_a_draft_that_is_too_large_is_refused() -> None:
    with pytest.raises(UnreadableDocumentError, match="larger than 5 MB"):
        read_draft(b"a" * (MOST_BYTES + 1), "a.txt")
