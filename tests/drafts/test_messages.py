"""The notes tell the writer in a sentence or two what to check."""

import pytest

from citations.comparison.compare import compare
from citations.comparison.verdict import Verdict
from citations.drafts.attribution_check import AttributionClaim
from citations.drafts.findings import Finding, Flag
from citations.drafts.messages import ambiguity_note, compose_note, describe_changes
from citations.models import Quote, Speaker

RECORDED = "We will not give up our claim"


@pytest.mark.parametrize(
    ("quoted", "sentences"),
    [
        ("We will give up our claim", "“not” is missing."),
        ("We will not ever give up our claim", "“ever” is added."),
        ("We will not give up our hope", "“hope” replaces “claim”."),
        ("we WILL not give up our claim", ""),
        ("They can give in your claim", "“They can” replaces “We will”."),
    ],
)
def test_each_change_is_one_sentence(quoted: str, sentences: str) -> None:
    assert describe_changes(compare(quoted, RECORDED).edits).startswith(sentences)


def test_further_changes_are_counted() -> None:
    recorded = "one two three four five six seven eight nine ten"
    four = "one 2 three 4 five 6 seven 8 nine ten"
    assert describe_changes(compare(four, recorded).edits).endswith(
        "“6” replaces “six”. 1 more change."
    )
    five = "one 2 three 4 five 6 seven 8 nine 10"
    assert describe_changes(compare(five, recorded).edits).endswith(" 2 more changes.")


def finding(verdict: Verdict, *flags: Flag, quote: Quote | None = None) -> Finding:
    return Finding((), "words", verdict, flags=flags, quote=quote)


@pytest.mark.parametrize(
    ("verdict", "note"),
    [
        (Verdict.VERBATIM, ""),
        (Verdict.TYPOGRAPHIC, "Only punctuation or capital letters differ."),
        (Verdict.ABRIDGED, "Omissions and additions are marked."),
        (Verdict.UNKNOWN, "This does not mean that it was never said."),
        (Verdict.TOO_SHORT, "Fewer than four words: many people may have said them."),
    ],
)
def test_a_verdict_has_its_note(verdict: Verdict, note: str) -> None:
    assert compose_note(finding(verdict), AttributionClaim()) == note


def test_each_flag_adds_a_sentence(seed: None) -> None:
    quote = Quote.objects.select_related("speaker", "occasion").get(key="XYRS28E5")
    claim = AttributionClaim("Hayashi", said="2024-02-09")
    note = compose_note(
        finding(Verdict.VERBATIM, Flag.SPEAKER, Flag.DATE, Flag.GAP, quote=quote), claim
    )
    assert note.startswith("On record as said by Kishida Fumio, not by Hayashi. ")
    assert "On record as said " in note[20:]
    assert note.endswith("The omission changes the meaning, or joins separate answers.")


def test_the_office_on_record_is_named(seed: None) -> None:
    quote = Quote.objects.select_related("speaker", "occasion").get(key="XYRS28E5")
    flagged = finding(Verdict.VERBATIM, Flag.POSITION, quote=quote)
    note = compose_note(flagged, AttributionClaim("Kishida"), "foreign minister")
    assert note.startswith(
        "The speaker’s office then was not “foreign minister” but Prime Minister"
    )


def test_the_standing_comes_with_the_reason_and_the_real_speaker(seed: None) -> None:
    quote = Quote.objects.get(key="XYRS28E5")
    quote.standing, quote.standing_note = "misattributed", "It is older."
    quote.correct_speaker = Speaker.objects.get(slug="hayashi-yoshimasa")
    note = compose_note(finding(Verdict.VERBATIM, Flag.STANDING, quote=quote), AttributionClaim())
    assert note == "It is misattributed: It is older. It was said by Hayashi Yoshimasa."


def test_the_speakers_of_ambiguous_words_are_named_once_each() -> None:
    ana, ben, eva = (Quote(speaker=Speaker(name=name)) for name in ("Ana", "Ben", "Eva"))
    assert ambiguity_note([ana, ben, ana]) == "On record for Ana or Ben: name the speaker."
    assert ambiguity_note([ana, ben, eva]) == "On record for Ana, Ben or Eva: name the speaker."
