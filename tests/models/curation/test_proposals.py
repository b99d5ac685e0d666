"""Proposals: their words in the snapshot, and the decision on them."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from citations.models import Judgement, Proposal
from citations.text.spans import Span
from tests.support.rows import WORDS, messages, saved, snapshot

pytestmark = pytest.mark.django_db


def proposal(*spans: Span) -> Proposal:
    one = Proposal(snapshot=saved(snapshot()))
    one.anchor(list(spans) or [WORDS])
    return one


def test_a_proposal_copies_its_words_from_the_snapshot() -> None:
    one = proposal(WORDS, Span(46, 51))
    assert (one.exact, one.start) == ("We will rebuild Soon.", 17)
    assert one.spans == [WORDS, Span(46, 51)]
    assert str(one) == "We will rebuild Soon."


def test_a_proposal_without_words_or_with_half_a_word_is_refused() -> None:
    one = proposal()
    with pytest.raises(ValidationError, match="Select the words in the text"):
        one.anchor([])
    with pytest.raises(ValidationError, match="inside a word"):
        one.anchor([Span(18, 32)])


def test_a_decision_has_a_user_and_a_time_until_it_is_reopened() -> None:
    one, user = saved(proposal()), User.objects.create(username="curator")
    assert one.is_open
    one.judge(Judgement.ACCEPTED, user)
    one.save()
    assert (one.is_open, one.judged_by) == (False, user)
    assert one.judged_at is not None
    assert not Proposal.objects.open().exists()
    one.judge(Judgement.OPEN, user)
    one.save()
    assert (one.judged_by, one.judged_at) == (None, None)
    assert Proposal.objects.open().get() == one


def test_proposals_come_in_the_order_of_the_text() -> None:
    later = saved(proposal(Span(46, 51)))
    earlier = Proposal(snapshot=later.snapshot)
    earlier.anchor([WORDS])
    saved(earlier)
    assert list(Proposal.objects.in_order()) == [earlier, later]
    again = Proposal(snapshot=later.snapshot)
    again.anchor([WORDS])
    assert messages(again) == ["Another proposal begins with the same word."]
