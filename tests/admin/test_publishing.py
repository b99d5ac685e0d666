"""Who may edit, publish, reject and delete."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from citations.models import (
    Appearance,
    Article,
    Quote,
    Speaker,
    State,
    Verification,
)
from tests.support.curating import address, page_of, save

pytestmark = pytest.mark.django_db


# Permissions -------------------------------------------------------------------------------


def test_curators_edit_and_propose_and_editors_also_publish_reject_and_merge() -> None:
    curators, editors = (Group.objects.get(name=name) for name in ("Curators", "Editors"))
    assert not curators.permissions.filter(codename__startswith="delete").exists()
    assert not curators.permissions.filter(codename__in=["publish_quote", "merge_speaker"])
    assert editors.permissions.filter(codename__in=["publish_quote", "merge_speaker"]).count() == 2
    assert not Permission.objects.filter(
        group=editors, codename__in=["change_snapshot", "change_verification"]
    )


def test_the_groups_can_be_taken_back() -> None:
    module = import_module("citations.migrations.0002_groups")
    module.remove_groups(apps, None)
    assert not Group.objects.filter(name__in=["Curators", "Editors"]).exists()


def test_a_curator_cannot_edit_a_published_quote(curator: Client, quote: Quote) -> None:
    Quote.objects.set_state(State.PUBLISHED)
    page = curator.get(address(quote))
    assert page.status_code == 200
    assert 'name="text"' not in page.content.decode()
    assert save(curator, quote, text="Other words.").status_code == 403
    quote.refresh_from_db()
    assert quote.text == "We will go."


def test_a_curator_cannot_publish_by_the_button_or_the_action(
    curator: Client, quote: Quote, article: Article
) -> None:
    stands = {"article": article.pk, "words": "We will go."}
    assert save(curator, quote, stands, _publish="1").status_code == 403
    curator.post(
        reverse("admin:citations_quote_changelist"),
        {"action": "publish", "_selected_action": [quote.pk]},
    )
    quote.refresh_from_db()
    assert quote.state == State.PROPOSED
    assert "Save and publish" not in curator.get(address(quote)).content.decode()


def test_a_key_is_shown_once_it_is_given(editor: Client, quote: Quote) -> None:
    assert f"Key: {quote.key}" in page_of(editor.get(address(quote)))
    assert "Key: –" in page_of(editor.get(reverse("admin:citations_quote_add")))


def test_the_state_is_no_field_of_the_form(editor: Client, quote: Quote) -> None:
    assert save(editor, quote, state="published").status_code == 302
    quote.refresh_from_db()
    assert quote.state == State.PROPOSED


@pytest.mark.parametrize(
    ("state", "deleted"),
    [
        (State.PROPOSED, True),  # with where it stands and its checks
        (State.PUBLISHED, False),
        (State.REJECTED, False),
    ],
)
def test_editors_delete_only_proposed_quotes(
    editor: Client, quote: Quote, article: Article, state: State, deleted: bool
) -> None:
    save(editor, quote, {"article": article.pk, "words": "we will go."})
    assert Verification.objects.count() == 1
    Quote.objects.set_state(state)
    response = editor.post(address(quote, "delete"), {"post": "yes"})
    assert response.status_code == (302 if deleted else 403)
    assert Quote.objects.exists() is not deleted


def test_curators_delete_nothing(curator: Client, quote: Quote) -> None:
    assert curator.post(address(quote, "delete"), {"post": "yes"}).status_code == 403


def test_many_are_not_deleted_when_one_is_published(editor: Client, quote: Quote) -> None:
    Quote.objects.set_state(State.PUBLISHED)
    changelist = reverse("admin:citations_quote_changelist")
    chosen = {"action": "delete_selected", "_selected_action": [quote.pk], "post": "yes"}
    assert editor.post(changelist, chosen).status_code in (200, 403)
    assert Quote.objects.exists()


# Publishing --------------------------------------------------------------------------------


def test_save_and_publish_saves_and_publishes(
    editor: Client, quote: Quote, article: Article
) -> None:
    assert "Save and publish" in editor.get(address(quote)).content.decode()
    stands = {"article": article.pk, "words": "we will go."}
    assert save(editor, quote, stands, _publish="1").status_code == 302
    quote.refresh_from_db()
    assert quote.state == State.PUBLISHED
    assert quote.history.first().state == State.PUBLISHED


def test_nothing_is_published_that_stands_nowhere(editor: Client, quote: Quote) -> None:
    page = save(editor, quote, _publish="1")
    assert "A published quote stands in at least one article" in page_of(page)
    quote.refresh_from_db()
    assert quote.state == State.PROPOSED


def test_a_published_quote_keeps_an_appearance(
    editor: Client, quote: Quote, article: Article
) -> None:
    save(editor, quote, {"article": article.pk, "words": "we will go."}, _publish="1")
    stands = Appearance.objects.get()
    gone = {"id": stands.pk, "article": article.pk, "words": "we will go.", "DELETE": "on"}
    assert "stands in at least one article" in page_of(save(editor, quote, gone))
    assert Appearance.objects.exists()


def test_publishing_many_says_how_many_were_left_out_and_why(
    editor: Client, quote: Quote, speaker: Speaker, article: Article
) -> None:
    save(editor, quote, {"article": article.pk, "words": "we will go."})
    homeless = Quote.objects.create(speaker=speaker, text="Nowhere.")
    page = editor.post(
        reverse("admin:citations_quote_changelist"),
        {"action": "publish", "_selected_action": [quote.pk, homeless.pk]},
        follow=True,
    )
    assert "1 quote was published now." in page_of(page)
    assert "1 quote was left out: no article is given" in page_of(page)
    assert set(Quote.objects.published()) == {quote}
    assert quote.history.first().history_user.username == "editors"


def test_many_are_rejected_and_made_proposals_again(editor: Client, quote: Quote) -> None:
    changelist = reverse("admin:citations_quote_changelist")
    for action, state in (("reject", "rejected"), ("propose_again", "proposed")):
        page = editor.post(
            changelist, {"action": action, "_selected_action": [quote.pk]}, follow=True
        )
        assert f"1 quote was {state} now." in page_of(page)
        page = editor.post(
            changelist, {"action": action, "_selected_action": [quote.pk]}, follow=True
        )
        assert f"1 quote was {state} before." in page_of(page)
        quote.refresh_from_db()
        assert quote.state == state


def test_what_is_withdrawn_says_why_to_whoever_has_its_address(
    editor: Client, quote: Quote, article: Article
) -> None:
    save(editor, quote, {"article": article.pk, "words": "we will go."}, _publish="1")
    assert editor.get(quote.get_absolute_url()).status_code == 200
    changelist = reverse("admin:citations_quote_changelist")
    for reason, told in (("", "1 quote was published: write why"), ("w" * 101, "at most 100")):
        asked = {"action": "reject", "_selected_action": [quote.pk], "reason": reason}
        assert told in page_of(editor.post(changelist, asked, follow=True))
        assert Quote.objects.published().contains(quote)
    asked["reason"] = "The paper <took> it back."
    assert "1 quote was rejected now." in page_of(editor.post(changelist, asked, follow=True))
    gone = editor.get(quote.get_absolute_url())
    assert gone.status_code == 410
    assert "The paper &lt;took&gt; it back." in gone.content.decode()
    assert quote.text not in gone.content.decode()
