"""Searching and the history."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from citations.index import sync
from citations.models import (
    Quote,
    Speaker,
    State,
    Topic,
)
from citations.query.parser import parse_query
from citations.search.find import find_quotes
from citations.search.request import Search
from tests.support.curating import (
    address,
    page_of,
    save,
    sent,
)

pytestmark = pytest.mark.django_db


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


@pytest.mark.usefixtures("seed")
def test_a_list_that_may_be_long_is_ordered_by_no_column(curator: Client) -> None:
    url = reverse("admin:citations_quote_changelist")
    page = curator.get(url)
    assert 'class="sortable' not in page.content.decode()
    for column in ("1", "-2", "2.3"):
        other = curator.get(url, {"o": column})
        assert list(other.context["cl"].result_list) == list(page.context["cl"].result_list)


def test_a_short_list_is_ordered_by_the_column_asked_for(curator: Client) -> None:
    for slug, name in [("a", "Zeta"), ("b", "Alpha"), ("c", "Mu")]:
        Topic.objects.create(slug=slug, name=name)
    page = curator.get(reverse("admin:citations_topic_changelist"), {"o": "-2"})
    assert [one.slug for one in page.context["cl"].result_list] == ["c", "b", "a"]


@pytest.mark.usefixtures("seed")
def test_a_row_is_chosen_by_its_number_and_named_for_screen_readers(editor: Client) -> None:
    quote = Quote.objects.get(key="0ZRS6RJV")
    Quote.objects.filter(pk=quote.pk).update(text='A "<b>" & more')
    html = editor.get(reverse("admin:citations_quote_changelist")).content.decode()
    assert (
        f'<input type="checkbox" name="_selected_action" value="{quote.pk}" class="action-select"'
        ' aria-label="Select this object for an action - A &quot;&lt;b&gt;&quot; &amp; more">'
    ) in html


def test_what_the_search_ignores_is_told(curator: Client) -> None:
    page = curator.get(reverse("admin:citations_quote_changelist"), {"q": "said:yesterday"})
    assert "“said:yesterday” is not a date" in page_of(page)


def test_the_history_marks_the_words_that_changed(curator: Client, quote: Quote) -> None:
    save(curator, quote, text="We will <i>stay</i>.", standing="disputed", standing_note="Why.")
    html = curator.get(address(quote, "history")).content.decode()
    assert re.search(r"<del>.*removed: </span>go\.?</del>", html)
    assert "&lt;i&gt;stay" in html
    assert "Disputed" in page_of(curator.get(address(quote, "history")))


def test_saving_what_is_unchanged_leaves_no_trace_in_the_history(
    curator: Client, quote: Quote
) -> None:
    assert save(curator, quote).status_code == 302
    assert quote.history.count() == 1


def test_no_former_version_is_brought_back(editor: Client, quote: Quote) -> None:
    version = quote.history.first()
    former = reverse("admin:citations_quote_simple_history", args=[quote.pk, version.pk])
    assert editor.get(former).status_code == 404
    assert editor.post(former, sent(quote)).status_code == 404


def test_offices_are_offered_with_their_holders(curator: Client, speaker: Speaker) -> None:
    office = speaker.positions.create(title="Chair", start="2020", end="2021-05")
    offered = curator.get(
        reverse("admin:citations_position_autocomplete"),
        {
            "term": "speaker cha", "app_label": "citations", "model_name": "quote",
            "field_name": "position",
        },
    )  # fmt: skip
    told = "A Speaker: Chair (2020 to May 2021)"
    assert offered.json()["results"] == [{"id": str(office.pk), "text": told}]
