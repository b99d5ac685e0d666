"""The forms of the review."""

import pytest
from django.test import Client

from citations.admin.curation.review_form import WordsForm
from citations.models import Article, Position, Proposal, Quote, Speaker, SpeakerName
from tests.support.curating import create_proposal, open_review, send_decision

WRONG = [
    ({"speaker": "", "new_speaker": ""}, "Choose a speaker, or enter the name"),
    ({"text": ""}, "This field is required."),
    ({"said": "21/3/2022"}, "is not a date that can be read"),
    ({"language": "English!"}, "BCP 47"),
    ({"mode": "shouted"}, "Select a valid choice"),
    ({"speaker": "99999999999999999999"}, "Select a valid choice"),
    ({"quote": "1"}, "Select a valid choice"),
    ({"attribution": "x" * 301}, "at most 300 characters"),
    ({"text": "a\0b"}, "Null characters are not allowed"),
]


@pytest.mark.parametrize(("fields", "message"), WRONG)
def test_a_wrong_value_is_a_form_error_and_nothing_is_saved(
    editor: Client, proposal: Proposal, fields: dict[str, str], message: str
) -> None:
    response = send_decision(editor, proposal, "publish", **fields)
    assert response.status_code == 200
    assert message in response.content.decode()
    proposal.refresh_from_db()
    assert (proposal.is_open, Quote.objects.count()) == (True, 0)


def test_a_position_of_another_speaker_is_refused(editor: Client, proposal: Proposal) -> None:
    other = Speaker.objects.create(slug="other", name="Other")
    office = Position.objects.create(speaker=other, title="Mayor")
    response = send_decision(editor, proposal, "publish", position=office.pk)
    assert "Another speaker held this position." in response.content.decode()


def test_a_new_speaker_is_created_under_the_printed_name(editor: Client, article: Article) -> None:
    unknown = create_proposal(article, "We will wait", named="Ana Duarte", attribution="she")
    assert 'value="Ana Duarte"' in open_review(editor, unknown)
    send_decision(editor, unknown, "publish")
    speaker = Quote.objects.get().speaker
    assert (speaker.name, speaker.slug, speaker.kind) == ("Ana Duarte", "ana-duarte", "person")
    assert speaker.names.get().kind == "preferred"


def test_the_next_words_of_a_new_speaker_offer_the_speaker_just_recorded(
    editor: Client, article: Article
) -> None:
    first = create_proposal(article, "We will wait", named="Ana Duarte", attribution="she")
    send_decision(editor, first, "publish")
    second = create_proposal(article, "It was late", named="Ana Duarte", attribution="Duarte")
    text = open_review(editor, second)
    speaker = Speaker.objects.get(slug="ana-duarte")
    assert f'<option value="{speaker.pk}" selected>Ana Duarte' in text
    send_decision(editor, second, "publish")
    assert [quote.speaker for quote in Quote.objects.all()] == [speaker, speaker]


def test_a_speaker_on_record_is_not_created_again(editor: Client, article: Article) -> None:
    known = Speaker.objects.create(slug="known", name="Ana Duarte")
    SpeakerName.objects.create(speaker=known, name="Ana Duarte")
    unknown = create_proposal(article, "We will wait", named="ana duarte")
    response = send_decision(editor, unknown, "publish", speaker="", new_speaker="ana duarte")
    assert "Ana Duarte (known) is on record" in response.content.decode()
    assert Speaker.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "valid"),
    [
        ({}, False),
        ({"start": "1"}, False),  # an end is missing
        ({"start": "0", "end": "4"}, True),
        ({"words": "We will wait"}, True),
        ({"start": "-1", "end": "4"}, False),
    ],
)
def test_words_are_selected_or_pasted(data: dict[str, str], *, valid: bool) -> None:
    assert WordsForm(data).is_valid() is valid
