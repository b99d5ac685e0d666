"""The quotations of a text become proposals, except those that were judged before."""

import pytest
from django.contrib.auth.models import User

from citations.curation.proposals import propose_quotations
from citations.models import Article, Judgement, Proposal, Quote, Snapshot, sha256_of

TEXT = """Kishida Fumio answered. “We will not recognise it,” Kishida said on Wednesday.

“That is all,” a visitor said."""


def store(article: Article, text: str = TEXT) -> Snapshot:
    return Snapshot.objects.create(article=article, text=text, sha256=sha256_of(text))


@pytest.fixture
def article(seed: None) -> Article:
    return Article.objects.create(headline="News", kind="webpage", published="2024-02-08")


def test_it_proposes_every_quotation_with_the_one_speaker_it_can_mean(article: Article) -> None:
    assert propose_quotations(store(article)) == 2
    first, second = Proposal.objects.in_order()
    assert (first.exact, first.attribution, first.cue) == (
        "We will not recognise it",
        "Kishida",
        "said",
    )
    assert first.speaker
    assert first.speaker.slug == "kishida-fumio"
    assert (second.exact, second.speaker) == ("That is all", None)


def test_nothing_is_proposed_twice(article: Article) -> None:
    snapshot = store(article)
    assert (propose_quotations(snapshot), propose_quotations(snapshot)) == (2, 0)


def test_a_recorded_quote_is_not_proposed(seed: None) -> None:
    recorded = Quote.objects.get(key="EAMWFK27").appearances.get()
    assert recorded.snapshot
    propose_quotations(recorded.snapshot)
    assert recorded.exact not in Proposal.objects.values_list("exact", flat=True)


def test_a_rejected_quotation_is_not_proposed_in_a_later_text(article: Article) -> None:
    propose_quotations(store(article))
    rejected = Proposal.objects.in_order()[1]
    rejected.judge(Judgement.REJECTED, User.objects.create_user("curator"))
    rejected.save()
    later = store(article, f"Corrected.\n\n{TEXT}")
    assert propose_quotations(later) == 1
    assert later.proposals.get().exact == "We will not recognise it"


def test_a_text_without_quotations_proposes_nothing(article: Article) -> None:
    assert propose_quotations(store(article, "Nobody said a word.")) == 0
