"""The review form starts with what the text says and what was decided before in it."""

import pytest
from django.contrib.auth.models import User

from citations.comparison.verdict import Verdict
from citations.curation.review.decisions import OccasionFields, ReviewDecision, accept_proposal
from citations.curation.review.defaults import (
    find_recorded_speaker,
    joined_wording,
    office_on,
    review_defaults,
)
from citations.curation.verification import verdict_of
from citations.models import Appearance, Proposal, Speaker, SpeakerName, Topic
from tests.support.proposing import propose_in

TEXT = (
    "“We will not recognise it,” Kishida Fumio said on Wednesday.\n\n“We will wait,” he said.\n\n"
    "“We waited,” Kishida Fumio said on Thursday.\n\n“So did we,” a visitor said."
)

pytestmark = pytest.mark.usefixtures("seed")


@pytest.fixture
def proposals() -> list[Proposal]:
    return propose_in(TEXT)


def accept_first(proposals: list[Proposal]) -> list[Appearance]:
    """The first proposal accepted, with an event and a topic."""
    first = proposals[0]
    speaker = Speaker.objects.get(slug="kishida-fumio")
    decision = ReviewDecision(
        speaker=speaker,
        text=first.exact,
        language="en",
        occasion=OccasionFields("2024-02-07", "Rally", "Sapporo"),
        topics=[Topic.objects.all()[0]],
    )
    return [accept_proposal(first.pk, decision, User.objects.create_user("c"), publish=True)]


def test_the_text_fills_the_form(proposals: list[Proposal]) -> None:
    values = review_defaults(proposals[0], [])
    assert values["speaker"] == Speaker.objects.get(slug="kishida-fumio").pk
    assert (values["new_speaker"], values["text"]) == ("", "We will not recognise it")
    assert (values["attribution"], values["cue"]) == ("Kishida Fumio", "said")
    assert (values["said"], values["event"], values["topics"]) == ("2024-02-07", "", [])
    assert str(values["position"]).startswith("Prime Minister")


def test_a_speaker_who_is_not_on_record_is_offered_as_a_new_one(proposals: list[Proposal]) -> None:
    values = review_defaults(proposals[3], [])
    assert (values["speaker"], values["new_speaker"]) == (None, "a visitor")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We go,” Ana Duarte said.", "person"),
        ("“We go,” Duarte said.", "person"),
        ("“We go,” a visitor said.", "unnamed"),
        ("“We go,” the worker said.", "unnamed"),
        ("“We go,” the Harbour Board said.", "organisation"),
        ("„Wir gehen jetzt nach Hause“, sagte Ana Weiss.", "person"),
        ("「もう帰ります」と田中太郎さんは言った。", "person"),
    ],
)
def test_a_new_speaker_is_of_the_kind_that_the_words_show(text: str, kind: str) -> None:
    (proposal,) = propose_in(text)
    assert review_defaults(proposal, [])["new_kind"] == kind


def test_a_speaker_recorded_after_the_proposal_was_made_is_its_speaker() -> None:
    (proposal,) = propose_in("“We go,” Ana Duarte said.")
    assert find_recorded_speaker(proposal) is None
    recorded = Speaker.objects.create(slug="ana", name="Ana Duarte")
    SpeakerName.objects.create(speaker=recorded, name="Ana Duarte")
    SpeakerName.objects.create(speaker=recorded, name="ana duarte")
    assert find_recorded_speaker(proposal) == recorded
    other = Speaker.objects.create(slug="ana-2", name="Ana Duarte")
    SpeakerName.objects.create(speaker=other, name="Ana Duarte")
    assert find_recorded_speaker(proposal) is None


def test_the_same_speaker_goes_on_on_the_same_occasion(proposals: list[Proposal]) -> None:
    values = review_defaults(proposals[1], accept_first(proposals))
    assert (values["said"], values["event"], values["place"]) == ("2024-02-07", "Rally", "Sapporo")
    assert len(values["topics"]) == 1


def test_another_day_is_another_occasion(proposals: list[Proposal]) -> None:
    values = review_defaults(proposals[2], accept_first(proposals))
    assert (values["said"], values["event"], values["topics"]) == ("2024-02-08", "", [])


def test_another_speaker_starts_without_an_occasion(proposals: list[Proposal]) -> None:
    values = review_defaults(proposals[3], accept_first(proposals))
    assert (values["said"], values["event"]) == ("", "")


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("“If so,” Ana Duarte said, “we go.”", "If so we go."),
        ("“We stay,” Ana Duarte said. “They go.”", "We stay. They go."),
        ("“Why?” Ana Duarte asked. “They go.”", "Why? They go."),
    ],
)
def test_the_segments_are_joined_as_one_text(text: str, joined: str) -> None:
    (proposal,) = propose_in(text)
    assert len(proposal.spans) == 2
    assert joined_wording(proposal) == joined


def test_the_office_is_the_one_on_that_day_or_on_the_articles(proposals: list[Proposal]) -> None:
    first = proposals[0]
    assert office_on(first, "2025-05-01") is None
    assert str(office_on(first, "")).startswith("Prime Minister")
    assert office_on(proposals[3], "2024-02-07") is None


WRAPPED = (
    "“We will not recog-\nnise it[3] and we will\nwait,” Kishida Fumio said on Wednesday\n"
    "in the town."
)


def test_the_wording_of_a_wrapped_text_has_no_line_ends_and_verifies() -> None:
    (proposal,) = propose_in(WRAPPED)
    assert joined_wording(proposal) == "We will not recognise it and we will wait"
    decision = ReviewDecision(
        speaker=Speaker.objects.get(slug="kishida-fumio"),
        text=joined_wording(proposal),
        language="en",
        occasion=OccasionFields("2024-02-07", "", ""),
    )
    appearance = accept_proposal(proposal.pk, decision, User.objects.create_user("c"), publish=True)
    assert appearance.exact == "We will not recog-\nnise it[3] and we will\nwait"
    assert verdict_of(appearance) == Verdict.VERBATIM


@pytest.mark.parametrize(
    "text",
    [
        "Robin Ashdale and Kim Tallow walked out. “We go,” she said.",
        "“We go,” he said.",
        "Ana Weiss met Karl Weiss. “We go,” Weiss said.",
        "Der Zug hielt an der Brücke, und niemand stieg aus. „Wir gehen jetzt“, sagte sie.",
    ],
)
def test_a_speaker_whom_the_text_leaves_open_is_the_curators_to_name(text: str) -> None:
    values = review_defaults(propose_in(text)[0], [])
    assert (values["speaker"], values["new_speaker"]) == (None, "")
