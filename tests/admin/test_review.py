"""The review: what was found in a text is accepted, mended or turned down, once, by one curator."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from citations.models import (
    Appearance,
    Article,
    Occasion,
    Position,
    Proposal,
    Quote,
    Speaker,
    SpeakerName,
    Topic,
)
from citations.text.spans import Span

MOST_QUERIES = 15


@pytest.fixture
def proposal(article: Article, speaker: Speaker) -> Proposal:
    return proposed(article, "We will wait", speaker=speaker, attribution="she", cue="said")


def proposed(article: Article, words: str, **about: Any) -> Proposal:
    snapshot = article.current_snapshot
    assert snapshot
    start = snapshot.text.index(words)
    made = Proposal(snapshot=snapshot, **about)
    made.anchor([Span(start, start + len(words))])
    made.save()
    return made


def page_of(proposal: Proposal) -> str:
    return reverse("admin:citations_snapshot_review", args=[proposal.snapshot_id])


def shown(client: Client, proposal: Proposal) -> str:
    response = client.get(page_of(proposal), {"proposal": proposal.pk})
    assert response.status_code == 200
    return response.content.decode()


def judged(client: Client, proposal: Proposal, do: str, **fields: Any) -> Any:
    """The form as it was filled in, less what is given, sent by one of its buttons."""
    form = client.get(page_of(proposal), {"proposal": proposal.pk}).context["form"]
    values = {field.name: field.value() for field in form} if form else {}
    data = {name: value for name, value in (values | fields).items() if value not in (None, False)}
    data = {name: getattr(value, "pk", value) for name, value in data.items()}
    return client.post(page_of(proposal), data | {"proposal": proposal.pk, "do": do})


def test_an_accepted_proposal_is_a_quote_with_its_place_and_its_verdict(
    editor: Client, proposal: Proposal
) -> None:
    response = judged(editor, proposal, "publish", said="2022-03-21", event="news conference")
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
    assert "Accept and publish" not in shown(curator, proposal)
    assert judged(curator, proposal, "publish").status_code == 403
    assert not Quote.objects.exists()
    judged(curator, proposal, "accept")
    assert Quote.objects.get().state == "proposed"


def test_what_is_rejected_stays_and_can_be_judged_again(editor: Client, proposal: Proposal) -> None:
    judged(editor, proposal, "reject")
    proposal.refresh_from_db()
    assert proposal.judgement == "rejected"
    assert "Judge it again" in shown(editor, proposal)
    judged(editor, proposal, "reopen")
    proposal.refresh_from_db()
    assert (proposal.judgement, proposal.judged_by) == ("open", None)


def test_the_second_of_two_curators_sees_what_the_first_did(
    editor: Client, curator: Client, proposal: Proposal
) -> None:
    shown(curator, proposal)
    judged(editor, proposal, "publish")
    response = curator.post(page_of(proposal), {"proposal": proposal.pk, "do": "reject"})
    assert response.status_code == 302
    page = curator.get(response["Location"]).content.decode()
    assert "Nothing was changed:" in page
    assert "Accepted by" in page
    assert Quote.objects.get().state == "published"


def test_a_speaker_is_created_on_the_spot_under_the_printed_name(
    editor: Client, article: Article
) -> None:
    unknown = proposed(article, "We will wait", named="Ana Duarte", attribution="she")
    assert 'value="Ana Duarte"' in shown(editor, unknown)
    judged(editor, unknown, "publish")
    speaker = Quote.objects.get().speaker
    assert (speaker.name, speaker.slug, speaker.kind) == ("Ana Duarte", "ana-duarte", "person")
    assert speaker.names.get().kind == "preferred"


def test_nobody_is_created_who_is_on_record(editor: Client, article: Article) -> None:
    known = Speaker.objects.create(slug="known", name="Ana Duarte")
    SpeakerName.objects.create(speaker=known, name="Ana Duarte")
    unknown = proposed(article, "We will wait", named="ana duarte")
    response = judged(editor, unknown, "publish")
    assert "Ana Duarte (known) is on record" in response.content.decode()
    assert Speaker.objects.count() == 1


def test_the_same_wording_is_offered_as_a_further_appearance(
    editor: Client, proposal: Proposal, speaker: Speaker
) -> None:
    quote = Quote.objects.create(speaker=speaker, text="We will wait", state="published")
    page = shown(editor, proposal)
    assert "a further appearance of: We will wait" in page
    assert "the same wording" in page
    judged(editor, proposal, "publish")
    assert Quote.objects.get() == quote
    assert not quote.appearances.get().primary


def test_a_further_appearance_can_give_the_wording(
    editor: Client, proposal: Proposal, article: Article, speaker: Speaker
) -> None:
    quote = Quote.objects.create(speaker=speaker, text="We will wait!", state="published")
    Appearance.objects.create(quote=quote, article=article, exact="We will wait", primary=True)
    judged(editor, proposal, "publish", quote=quote.pk, primary="on")
    quote.refresh_from_db()
    assert quote.text == "We will wait"
    assert [each.primary for each in quote.appearances.order_by("pk")] == [False, True]


def test_nearly_the_same_wording_is_offered_with_its_differences(
    editor: Client, article: Article, speaker: Speaker
) -> None:
    words = "It was late. It was not late in Paris."
    Quote.objects.create(speaker=speaker, text="It was late. It was quite late in Paris.")
    near = proposed(article, words, speaker=speaker)
    page = shown(editor, near)
    assert "<del>" in page
    assert "quite" in page
    judged(editor, near, "publish")  # which takes it for a new one, as nobody said otherwise
    assert Quote.objects.filter(text=words).exists()


def test_who_speaks_on_does_so_on_the_same_occasion(
    editor: Client, proposal: Proposal, article: Article, speaker: Speaker
) -> None:
    office = Position.objects.create(speaker=speaker, title="Mayor", start="2020")
    topic = Topic.objects.create(slug="waiting", name="Waiting")
    judged(
        editor, proposal, "publish", said="2022-03-21", event="rally", place="Paris",
        topics=[topic.pk],
    )  # fmt: skip
    following = proposed(article, "It was not late in Paris", speaker=speaker)
    judged(editor, following, "publish")
    first, second = Quote.objects.order_by("pk")
    assert first.occasion == second.occasion == Occasion.objects.get()
    assert (second.position, list(second.topics.all())) == (office, [topic])


WRONG = [
    ({"speaker": "", "new_speaker": ""}, "Choose a speaker, or write the name"),
    ({"text": ""}, "This field is required."),
    ({"said": "21/3/2022"}, "is not a date that can be read"),
    ({"language": "English!"}, "BCP 47"),
    ({"mode": "shouted"}, "Select a valid choice"),
    ({"speaker": "99999999999999999999"}, "Select a valid choice"),
    ({"quote": "1"}, "Select a valid choice"),
    ({"attribution": "x" * 301}, "at most 300 characters"),
    ({"text": "a\0b"}, "Null characters are not allowed"),
]


@pytest.mark.parametrize(("fields", "told"), WRONG)
def test_what_is_wrong_is_told_and_nothing_is_saved(
    editor: Client, proposal: Proposal, fields: dict[str, str], told: str
) -> None:
    response = judged(editor, proposal, "publish", **fields)
    assert response.status_code == 200
    assert told in response.content.decode()
    proposal.refresh_from_db()
    assert (proposal.is_open, Quote.objects.count()) == (True, 0)


def test_an_office_of_another_speaker_is_refused(editor: Client, proposal: Proposal) -> None:
    other = Speaker.objects.create(slug="other", name="Other")
    office = Position.objects.create(speaker=other, title="Mayor")
    response = judged(editor, proposal, "publish", position=office.pk)
    assert "Another speaker held this office." in response.content.decode()


def test_selected_or_pasted_words_become_a_proposal(editor: Client, proposal: Proposal) -> None:
    page, text = page_of(proposal), proposal.snapshot.text
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


@pytest.mark.parametrize(("fields", "told"), NO_WORDS)
def test_what_the_text_does_not_print_is_not_proposed(
    editor: Client, proposal: Proposal, fields: dict[str, str], told: str
) -> None:
    response = editor.post(page_of(proposal), {"do": "propose", **fields})
    assert response.status_code == 200
    assert told in response.content.decode()
    assert Proposal.objects.count() == 1


@pytest.mark.parametrize("number", ["x", "0", "99999999999999999999", "1\0"])
def test_a_text_that_is_not_there_is_not_found(editor: Client, number: str) -> None:
    address = reverse("admin:citations_snapshot_review", args=[number])
    assert editor.get(address).status_code == 404


def test_a_button_that_is_not_there_and_another_texts_proposal_are_not_found(
    editor: Client, proposal: Proposal
) -> None:
    page = page_of(proposal)
    assert editor.post(page, {"do": "shout", "proposal": proposal.pk}).status_code == 404
    assert editor.post(page, {"do": "reject", "proposal": proposal.pk + 1}).status_code == 404


def test_only_curators_review(client: Client, root: Client, proposal: Proposal) -> None:
    assert client.get(page_of(proposal)).status_code == 302
    assert root.get(page_of(proposal)).status_code == 200


def test_a_page_of_many_proposals_asks_few_queries(
    editor: Client,
    article: Article,
    speaker: Speaker,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    Position.objects.create(speaker=speaker, title="Mayor", start="2020")
    for words in ("We will wait", "And then", "It was late", "It was not", "in Paris"):
        proposed(article, words, speaker=speaker, said="2022-03-21")
    first, second, third, *_ = Proposal.objects.in_order()
    topic = Topic.objects.create(slug="waiting", name="Waiting")
    judged(editor, first, "publish", topics=[topic.pk])
    judged(editor, second, "reject")
    Quote.objects.create(speaker=speaker, text=third.exact)
    with django_assert_max_num_queries(MOST_QUERIES):
        shown(editor, third)


def test_the_list_of_proposals_leads_to_their_texts(editor: Client, proposal: Proposal) -> None:
    listed = editor.get(reverse("admin:citations_proposal_changelist")).content.decode()
    assert f'href="{page_of(proposal)}?proposal={proposal.pk}"' in listed
    change = editor.get(reverse("admin:citations_proposal_change", args=[proposal.pk]))
    assert change["Location"] == f"{page_of(proposal)}?proposal={proposal.pk}"
