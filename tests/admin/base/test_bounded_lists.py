"""Change lists of any length: their order, their search and their limits."""

import pytest
from django.test import Client
from django.urls import reverse

from citations.admin.base import bounded_lists
from citations.admin.base.bounded_lists import rows_beginning_with
from citations.models import Quote, Speaker, State, Topic
from tests.support.curating import visible_text


@pytest.mark.usefixtures("seed")
def test_a_list_that_may_be_long_is_ordered_by_no_column(curator: Client) -> None:
    url = reverse("admin:citations_quote_changelist")
    page = curator.get(url)
    assert 'class="sortable' not in page.content.decode()
    for column in ("1", "-2", "2.3"):
        other = curator.get(url, {"o": column})
        assert list(other.context["cl"].result_list) == list(page.context["cl"].result_list)


@pytest.mark.usefixtures("seed")
def test_a_checkbox_has_the_primary_key_and_a_label(editor: Client) -> None:
    quote = Quote.objects.get(key="0ZRS6RJV")
    Quote.objects.filter(pk=quote.pk).update(text='A "<b>" & more')
    html = editor.get(reverse("admin:citations_quote_changelist")).content.decode()
    assert (
        f'<input type="checkbox" name="_selected_action" value="{quote.pk}" class="action-select"'
        ' aria-label="Select this object for an action - A &quot;&lt;b&gt;&quot; &amp; more">'
    ) in html


def test_a_list_is_titled_with_its_records(curator: Client, quote: Quote) -> None:
    page = visible_text(curator.get(reverse("admin:citations_quote_changelist")))
    assert page.startswith("Quotes | Citations")
    assert "Select quote" not in page


def test_a_long_list_is_not_counted_to_its_end(
    curator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        Topic.objects.create(slug=f"t{number}", name=f"Topic {number}")
    address = reverse("admin:citations_topic_changelist")
    assert "4 topics" in visible_text(curator.get(address))
    monkeypatch.setattr(bounded_lists, "MOST_LISTED", 3)
    assert "more than 3 topics" in visible_text(curator.get(address))
    assert "more than 3 results" in visible_text(curator.get(address, {"q": "topic"}))


def test_the_number_of_results_is_singular_for_one(curator: Client) -> None:
    Topic.objects.create(slug="t", name="Topic")
    page = visible_text(curator.get(reverse("admin:citations_topic_changelist"), {"q": "topic"}))
    assert "1 result (" in page
    assert page.endswith("1 topic")


def test_django_searches_only_the_newest_rows(
    curator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded_lists, "NEWEST_SEARCHED", 2)
    for number in range(4):
        Topic.objects.create(slug=f"t{number}", name=f"Topic {number}")
    page = curator.get(reverse("admin:citations_topic_changelist"), {"q": "topic"})
    assert {topic.slug for topic in page.context["cl"].result_list} == {"t2", "t3"}


def test_an_action_on_all_rows_changes_no_more_than_are_listed(
    editor: Client, speaker: Speaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    quotes = [Quote.objects.create(speaker=speaker, text=f"Words {n}.") for n in range(3)]
    monkeypatch.setattr(bounded_lists, "MOST_LISTED", 2)
    selected = {"action": "reject", "select_across": "1", "_selected_action": [quotes[0].pk]}
    editor.post(reverse("admin:citations_quote_changelist"), selected)
    assert Quote.objects.filter(state=State.REJECTED).count() == 2


def test_rows_are_found_by_the_start_of_a_column_in_any_case() -> None:
    for slug, name in (("a", "Ana Duarte"), ("b", "ANA LIMA"), ("c", "Joana")):
        Speaker.objects.create(slug=slug, name=name)
    found = rows_beginning_with(Speaker.objects.all(), "name", "ana")
    assert {speaker.slug for speaker in found} == {"a", "b"}
