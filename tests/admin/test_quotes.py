"""Quotes in the admin: who searches, edits, publishes and deletes them."""

import re
from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from citations.index import sync
from citations.models import Appearance, Article, Quote, State, Verification
from citations.query.parser import parse_query
from citations.search.find import find_quotes
from citations.search.request import Search
from tests.support.curating import admin_address, quote_form_data, save_quote, visible_text


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("nemuro", 2),  # as on the public pages: the place
        ("fumio kishida", 5),
        ("岸田", 5),
        ("0zrs6rjv", 1),  # a key
        ("visa-free", 0),  # the articles' own words
        ('"', 13),
    ],
)
def test_the_list_is_searched_as_the_public_pages_are(
    curator: Client, asked: str, found: int
) -> None:
    page = curator.get(reverse("admin:citations_quote_changelist"), {"q": asked})
    public = find_quotes(Search(query=parse_query(asked)))
    if not re.fullmatch(r"[0-9a-z]{8}", asked):
        assert page.context["cl"].result_count == public.total
    assert page.context["cl"].result_count == found


@pytest.mark.usefixtures("seed")
def test_curators_find_what_the_public_does_not(curator: Client) -> None:
    key = "0ZRS6RJV"
    hidden = Quote.objects.filter(key=key)
    hidden.set_state(State.PROPOSED)
    search = Search(query=parse_query("hostile position"))
    page = curator.get(reverse("admin:citations_quote_changelist"), {"q": "hostile position"})
    assert page.context["cl"].result_count == 1
    found = find_quotes(search)
    assert (found.total, found.quotes) == (0, [])
    assert not any(found.counts.values())
    assert not found.years.year_range


@pytest.mark.usefixtures("seed")
def test_nothing_unpublished_is_counted_in_any_facet_or_year() -> None:
    everything = find_quotes(Search())
    Quote.objects.filter(speaker__slug="kishida-fumio").set_state(State.REJECTED)
    hidden = Quote.objects.exclude(state=State.PUBLISHED).count()
    sync.rebuild_index()
    found = find_quotes(Search())
    assert found.total == everything.total - hidden == Quote.objects.published().count()
    assert "kishida-fumio" not in found.counts["speaker"]
    assert sum(found.counts["mode"].values()) == found.total
    chosen = find_quotes(Search(chosen={"speaker": ("kishida-fumio",)}))
    assert chosen.total == 0
    assert "kishida-fumio" not in chosen.counts["speaker"]


def test_ignored_parts_of_a_search_are_reported(curator: Client) -> None:
    page = curator.get(reverse("admin:citations_quote_changelist"), {"q": "said:yesterday"})
    assert "“said:yesterday” is not a date" in visible_text(page)


def test_curators_edit_and_propose_and_editors_also_publish_reject_and_merge() -> None:
    curators, editors = (Group.objects.get(name=name) for name in ("Curators", "Editors"))
    assert not curators.permissions.filter(codename__startswith="delete").exists()
    assert not curators.permissions.filter(codename__in=["publish_quote", "merge_speaker"])
    assert editors.permissions.filter(codename__in=["publish_quote", "merge_speaker"]).count() == 2
    assert not Permission.objects.filter(
        group=editors, codename__in=["change_snapshot", "change_verification"]
    )


def test_the_migration_of_the_groups_can_be_reversed() -> None:
    module = import_module("citations.migrations.0002_groups")
    module.remove_groups(apps, None)
    assert not Group.objects.filter(name__in=["Curators", "Editors"]).exists()


def test_a_curator_cannot_edit_a_published_quote(curator: Client, quote: Quote) -> None:
    Quote.objects.set_state(State.PUBLISHED)
    page = curator.get(admin_address(quote))
    assert page.status_code == 200
    assert 'name="text"' not in page.content.decode()
    assert save_quote(curator, quote, text="Other words.").status_code == 403
    quote.refresh_from_db()
    assert quote.text == "We will go."


def test_a_curator_cannot_publish_by_the_button_or_the_action(
    curator: Client, quote: Quote, article: Article
) -> None:
    stands = {"article": article.pk, "words": "We will go."}
    assert save_quote(curator, quote, stands, _publish="1").status_code == 403
    curator.post(
        reverse("admin:citations_quote_changelist"),
        {"action": "publish", "_selected_action": [quote.pk]},
    )
    quote.refresh_from_db()
    assert quote.state == State.PROPOSED
    assert "Save and publish" not in curator.get(admin_address(quote)).content.decode()


def test_the_state_is_no_field_of_the_form(editor: Client, quote: Quote) -> None:
    assert save_quote(editor, quote, state="published").status_code == 302
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
    save_quote(editor, quote, {"article": article.pk, "words": "we will go."})
    assert Verification.objects.count() == 1
    Quote.objects.set_state(state)
    response = editor.post(admin_address(quote, "delete"), {"post": "yes"})
    assert response.status_code == (302 if deleted else 403)
    assert Quote.objects.exists() is not deleted


def test_curators_delete_nothing(curator: Client, quote: Quote) -> None:
    assert curator.post(admin_address(quote, "delete"), {"post": "yes"}).status_code == 403


def test_many_are_not_deleted_when_one_is_published(editor: Client, quote: Quote) -> None:
    Quote.objects.set_state(State.PUBLISHED)
    changelist = reverse("admin:citations_quote_changelist")
    chosen = {"action": "delete_selected", "_selected_action": [quote.pk], "post": "yes"}
    assert editor.post(changelist, chosen).status_code in (200, 403)
    assert Quote.objects.exists()


def test_save_and_publish_saves_and_publishes(
    editor: Client, quote: Quote, article: Article
) -> None:
    assert "Save and publish" in editor.get(admin_address(quote)).content.decode()
    stands = {"article": article.pk, "words": "we will go."}
    assert save_quote(editor, quote, stands, _publish="1").status_code == 302
    quote.refresh_from_db()
    assert quote.state == State.PUBLISHED
    assert quote.history.first().state == State.PUBLISHED


def test_a_quote_without_an_appearance_cannot_be_published(editor: Client, quote: Quote) -> None:
    page = save_quote(editor, quote, _publish="1")
    assert "A published quote needs at least one appearance" in visible_text(page)
    quote.refresh_from_db()
    assert quote.state == State.PROPOSED


def test_a_published_quote_keeps_an_appearance(
    editor: Client, quote: Quote, article: Article
) -> None:
    save_quote(editor, quote, {"article": article.pk, "words": "we will go."}, _publish="1")
    stands = Appearance.objects.get()
    gone = {"id": stands.pk, "article": article.pk, "words": "we will go.", "DELETE": "on"}
    assert "needs at least one appearance" in visible_text(save_quote(editor, quote, gone))
    assert Appearance.objects.exists()


def test_publishing_a_quote_whose_words_differ_warns(
    editor: Client, quote: Quote, article: Article
) -> None:
    stands = {"article": article.pk, "words": "It was not late in Paris."}
    page = editor.post(
        admin_address(quote), quote_form_data(quote, stands, _publish="1"), follow=True
    )
    assert "1 article prints words that differ from it" in visible_text(page)
    shown = {**stands, "id": Appearance.objects.get().pk}
    reworded = quote_form_data(quote, shown, text="It was not late in Paris.")
    page = editor.post(admin_address(quote), reworded, follow=True)
    assert "words that differ" not in visible_text(page)


def test_saving_what_is_unchanged_leaves_no_trace_in_the_history(
    curator: Client, quote: Quote
) -> None:
    assert save_quote(curator, quote).status_code == 302
    assert quote.history.count() == 1
