"""Whether a draft names the right speaker, office and day for the words it quotes."""

import pytest

from citations.models import Occasion, Speaker, Standing
from tests.support.checked_drafts import KISHIDA, publish_quote, single_finding

pytestmark = pytest.mark.usefixtures("indexed")


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


def test_names_in_other_scripts_are_matched() -> None:
    publish_quote("北方領土の問題は解決されていない", language="ja")
    finding = single_finding("岸田文雄は「北方領土の問題は解決されていない」と述べた。")
    assert (finding.verdict, finding.flags) == ("verbatim", ())
    altered = single_finding("岸田文雄は「北方領土の問題は解決されている」と述べた。")
    assert altered.verdict == "altered"
