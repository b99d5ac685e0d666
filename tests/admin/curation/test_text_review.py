"""Each proposal of a text is accepted, corrected or rejected once, by one curator."""

import pytest
from django.test import Client

from citations.admin.curation.text_review import ADDED_BY_HAND
from citations.models import (
    Appearance,
    Article,
    Occasion,
    Position,
    Proposal,
    Quote,
    Speaker,
    Topic,
)
from tests.support.curating import create_proposal, open_review, review_page, send_decision


def test_an_accepted_proposal_is_a_quote_with_its_place_and_its_verdict(
    editor: Client, proposal: Proposal
) -> None:
    response = send_decision(
        editor, proposal, "publish", said="2022-03-21", event="news conference"
    )
    assert response.status_code == 302
    quote = Quote.objects.get()
    assert (quote.text, quote.state, quote.speaker) == (
        "We will wait",
        "published",
        proposal.speaker,
    )
    assert str(quote.occasion) == "2022-03-21, news conference"
    stands = Appearance.objects.get(quote=quote)
    assert (stands.attribution, stands.cue, stands.verdict) == ("she", "said", "verbatim")
    assert stands.primary
    proposal.refresh_from_db()
    assert (proposal.judgement, proposal.appearance) == ("accepted", stands)


def test_a_curator_accepts_but_does_not_publish(curator: Client, proposal: Proposal) -> None:
    assert "Accept and publish" not in open_review(curator, proposal)
    assert send_decision(curator, proposal, "publish").status_code == 403
    assert not Quote.objects.exists()
    send_decision(curator, proposal, "accept")
    assert Quote.objects.get().state == "proposed"


def test_what_is_rejected_stays_and_can_be_judged_again(editor: Client, proposal: Proposal) -> None:
    send_decision(editor, proposal, "reject")
    proposal.refresh_from_db()
    assert proposal.judgement == "rejected"
    assert 'value="reopen"' in open_review(editor, proposal)
    send_decision(editor, proposal, "reopen")
    proposal.refresh_from_db()
    assert (proposal.judgement, proposal.judged_by) == ("open", None)


def test_the_second_of_two_curators_sees_what_the_first_did(
    editor: Client, curator: Client, proposal: Proposal
) -> None:
    open_review(curator, proposal)
    send_decision(editor, proposal, "publish")
    response = curator.post(review_page(proposal), {"proposal": proposal.pk, "do": "reject"})
    assert response.status_code == 302
    page = curator.get(response["Location"]).content.decode()
    assert "Nothing was changed:" in page
    assert "Accepted by" in page
    assert Quote.objects.get().state == "published"


def test_the_same_wording_is_offered_as_a_further_appearance(
    editor: Client, proposal: Proposal, speaker: Speaker
) -> None:
    quote = Quote.objects.create(speaker=speaker, text="We will wait", state="published")
    page = open_review(editor, proposal)
    assert "a further appearance of: We will wait" in page
    assert "the same wording" in page
    send_decision(editor, proposal, "publish")
    assert Quote.objects.get() == quote
    assert not quote.appearances.get().primary


def test_a_further_appearance_can_give_the_wording(
    editor: Client, proposal: Proposal, article: Article, speaker: Speaker
) -> None:
    quote = Quote.objects.create(speaker=speaker, text="We will wait!", state="published")
    Appearance.objects.create(quote=quote, article=article, exact="We will wait", primary=True)
    send_decision(editor, proposal, "publish", quote=quote.pk, primary="on")
    quote.refresh_from_db()
    assert quote.text == "We will wait"
    assert [each.primary for each in quote.appearances.order_by("pk")] == [False, True]


def test_nearly_the_same_wording_is_offered_with_its_differences(
    editor: Client, article: Article, speaker: Speaker
) -> None:
    words = "It was late. It was not late in Paris."
    Quote.objects.create(speaker=speaker, text="It was late. It was quite late in Paris.")
    near = create_proposal(article, words, speaker=speaker)
    page = open_review(editor, near)
    assert "<del>" in page
    assert "quite" in page
    send_decision(editor, near, "publish")  # which takes it for a new one, as nobody said otherwise
    assert Quote.objects.filter(text=words).exists()


def test_the_next_quote_of_a_speaker_gets_the_same_occasion(
    editor: Client, proposal: Proposal, article: Article, speaker: Speaker
) -> None:
    office = Position.objects.create(speaker=speaker, title="Mayor", start="2020")
    topic = Topic.objects.create(slug="waiting", name="Waiting")
    send_decision(
        editor, proposal, "publish", said="2022-03-21", event="rally", place="Paris",
        topics=[topic.pk],
    )  # fmt: skip
    following = create_proposal(article, "It was not late in Paris", speaker=speaker)
    send_decision(editor, following, "publish")
    first, second = Quote.objects.order_by("pk")
    assert first.occasion == second.occasion == Occasion.objects.get()
    assert (second.position, list(second.topics.all())) == (office, [topic])


def test_selected_or_pasted_words_become_a_proposal(editor: Client, proposal: Proposal) -> None:
    page, text = review_page(proposal), proposal.snapshot.text
    start = text.index(" It was not late")
    end = start + len(" It was not late ")  # with spaces, as a selection takes them along
    editor.post(page, {"do": "propose", "start": start, "end": end})
    editor.post(page, {"do": "propose", "words": "in Paris"})
    found = [each.exact for each in Proposal.objects.in_order()]
    assert found == ["We will wait", "It was not late", "in Paris"]


NO_WORDS = [
    ({}, "Select words in the text, or paste them."),
    ({"start": "0", "end": "99999"}, "is not a span of this text"),
    ({"start": "2", "end": "9"}, "begin or end inside a word"),
    ({"start": "1", "end": "13"}, "Another proposal begins with the same word."),
    ({"start": "9", "end": "2"}, "is not a span of this text"),
    ({"start": "99999999999999999999", "end": "999999999999999999999"}, "span of this text"),
    ({"words": "Nobody said so"}, "does not print these words"),
]


@pytest.mark.parametrize(("fields", "message"), NO_WORDS)
def test_what_the_text_does_not_print_is_not_proposed(
    editor: Client, proposal: Proposal, fields: dict[str, str], message: str
) -> None:
    response = editor.post(review_page(proposal), {"do": "propose", **fields})
    assert response.status_code == 200
    assert message in response.content.decode()
    assert Proposal.objects.count() == 1


def test_a_button_that_is_not_there_and_another_texts_proposal_are_not_found(
    editor: Client, proposal: Proposal
) -> None:
    page = review_page(proposal)
    assert editor.post(page, {"do": "shout", "proposal": proposal.pk}).status_code == 404
    assert editor.post(page, {"do": "reject", "proposal": proposal.pk + 1}).status_code == 404


def test_the_page_explains_how_sure_it_is_who_spoke(editor: Client, article: Article) -> None:
    sure = create_proposal(
        article, "We will wait", rule="after-inverted", confidence=0.95, named="Ana Duarte"
    )
    page = " ".join(open_review(editor, sure).split())
    assert "About 95 in 100 such proposals are right." in page
    assert "Named in the text: Ana Duarte." in page
    assert "after-inverted" not in page


def test_words_that_a_curator_selected_have_no_confidence(editor: Client, article: Article) -> None:
    page = open_review(editor, create_proposal(article, "It was late", rule=ADDED_BY_HAND))
    assert "such proposals" not in page
    assert "A curator selected these words." in page


def test_the_number_of_proposals_is_singular_for_one(
    editor: Client, article: Article, proposal: Proposal
) -> None:
    assert "1 proposal, 1 open" in open_review(editor, proposal)
    create_proposal(article, "It was late")
    send_decision(editor, proposal, "reject")
    assert "2 proposals, 1 open" in open_review(editor, proposal)
