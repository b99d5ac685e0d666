"""A proposal is accepted or rejected once, by one curator."""

import pytest
from django.contrib.auth.models import User

from citations.comparison.verdict import Verdict
from citations.curation.review.decisions import (
    AlreadyJudgedError,
    OccasionFields,
    ReviewDecision,
    accept_proposal,
    create_speaker,
    reject_proposal,
    reopen_proposal,
    unused_slug,
)
from citations.models import Appearance, Occasion, Proposal, Quote, Speaker
from tests.support.proposing import propose_in

TEXT = """“We will not recognise it,” Kishida said on Wednesday. “We will wait,” he added."""


@pytest.fixture
def curator(seed: None) -> User:
    return User.objects.create_user("curator")


@pytest.fixture
def proposals(curator: User) -> list[Proposal]:
    return propose_in(TEXT)


def decide(proposal: Proposal, **fields: object) -> ReviewDecision:
    values = {"text": proposal.exact, "language": "en", **fields}
    return ReviewDecision(speaker=Speaker.objects.get(slug="kishida-fumio"), **values)  # type: ignore[arg-type]


def test_an_accepted_proposal_becomes_a_verified_quote(
    curator: User, proposals: list[Proposal]
) -> None:
    first, _ = proposals
    appearance = accept_proposal(first.pk, decide(first, cue="said"), curator, publish=True)
    appearance.refresh_from_db()
    quote = appearance.quote
    assert (quote.text, quote.state) == ("We will not recognise it", "published")
    assert (appearance.primary, appearance.verdict) == (True, Verdict.VERBATIM)
    first.refresh_from_db()
    assert (first.judgement, first.judged_by, first.appearance) == ("accepted", curator, appearance)


def test_an_accepted_proposal_may_wait_for_publication(
    curator: User, proposals: list[Proposal]
) -> None:
    first, _ = proposals
    appearance = accept_proposal(first.pk, decide(first), curator, publish=False)
    assert appearance.quote.state == "proposed"


def test_a_further_appearance_keeps_the_quotes_wording(
    curator: User, proposals: list[Proposal]
) -> None:
    first, _ = proposals
    quote = Quote.objects.get(key="XYRS28E5")
    before = quote.text
    further = accept_proposal(first.pk, decide(first, quote=quote), curator, publish=True)
    quote.refresh_from_db()
    assert (quote.text, further.primary, quote.appearances.count()) == (before, False, 2)


def test_a_further_primary_appearance_gives_the_quote_its_wording(
    curator: User, proposals: list[Proposal]
) -> None:
    first, _ = proposals
    quote = Quote.objects.get(key="XYRS28E5")
    decision = decide(first, quote=quote, primary=True)
    further = accept_proposal(first.pk, decision, curator, publish=True)
    quote.refresh_from_db()
    assert quote.text == first.exact
    assert quote.appearances.get(primary=True) == further


def test_the_error_says_who_judged_it_and_how(curator: User, proposals: list[Proposal]) -> None:
    first, second = proposals
    accept_proposal(first.pk, decide(first), curator, publish=True)
    reject_proposal(second.pk, curator)
    with pytest.raises(AlreadyJudgedError, match="curator accepted this already"):
        accept_proposal(first.pk, decide(first), curator, publish=True)
    with pytest.raises(AlreadyJudgedError, match="curator rejected this already"):
        accept_proposal(second.pk, decide(second), curator, publish=True)
    assert Appearance.objects.filter(article=first.snapshot.article).count() == 1


def test_only_a_rejected_proposal_is_opened_again(curator: User, proposals: list[Proposal]) -> None:
    first, second = proposals
    reject_proposal(second.pk, curator)
    assert reopen_proposal(second.pk).is_open
    accept_proposal(first.pk, decide(first), curator, publish=True)
    with pytest.raises(AlreadyJudgedError):
        reopen_proposal(first.pk)


def test_quotes_of_an_article_share_an_occasion(curator: User, proposals: list[Proposal]) -> None:
    first, second = proposals
    occasion = OccasionFields("2024-02-07", "Rally", "Sapporo")
    one = accept_proposal(first.pk, decide(first, occasion=occasion), curator, publish=True)
    two = accept_proposal(second.pk, decide(second, occasion=occasion), curator, publish=True)
    assert one.quote.occasion == two.quote.occasion
    made = Occasion.objects.get(event="Rally")
    assert (made.slug, made.date, made.place) == ("rally-2024-02-07", "2024-02-07", "Sapporo")
    assert made.note == "“Wednesday”."


def test_a_day_that_the_text_does_not_give_has_no_note(
    curator: User, proposals: list[Proposal]
) -> None:
    first, _ = proposals
    occasion = OccasionFields("2024-02-06")
    accepted = accept_proposal(first.pk, decide(first, occasion=occasion), curator, publish=True)
    assert accepted.quote.occasion
    assert accepted.quote.occasion.note == ""
    assert accepted.quote.occasion.slug == "kishida-fumio-2024-02-06"


def test_without_any_fields_there_is_no_occasion(curator: User, proposals: list[Proposal]) -> None:
    first, _ = proposals
    assert accept_proposal(first.pk, decide(first), curator, publish=True).quote.occasion is None


def test_a_new_speaker_has_the_printed_name_as_the_preferred_one(db: None) -> None:
    speaker = create_speaker("Ana Duarte", "person", "en")
    assert speaker.slug == "ana-duarte"
    form = speaker.names.get()
    assert (form.name, form.language, form.kind) == ("Ana Duarte", "en", "preferred")


def test_a_slug_that_is_used_or_empty_gets_a_key(db: None) -> None:
    assert unused_slug(Speaker, "ana-duarte") == "ana-duarte"
    create_speaker("Ana Duarte", "person", "en")
    again = unused_slug(Speaker, "ana-duarte")
    assert again.startswith("ana-duarte-")
    assert len(again) == len("ana-duarte-") + 8
    assert len(unused_slug(Speaker, "")) == 8
    assert len(unused_slug(Speaker, "a" * 200)) == 90
