"""The index follows the database, whoever changes it and however."""

from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from citations.index import sync
from citations.models import (
    Appearance,
    Article,
    Change,
    Occasion,
    Position,
    Publication,
    Quote,
    Speaker,
    SpeakerName,
    Topic,
)
from citations.query.parser import parse_query
from citations.search.find import find_quotes
from citations.search.request import Search
from tests.support.asking_process import an_early_quote, found, new_quote

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("synced_index")]


def test_it_follows_a_saved_quote() -> None:
    quote = an_early_quote()
    quote.text = "arduous"
    quote.save()
    assert found("arduous") == {"arduous"}
    assert found("unacceptable") == set()


def test_it_follows_quotes_created_in_bulk() -> None:
    Quote.objects.bulk_create([new_quote(f"umbrella number {n}") for n in range(25)])
    assert find_quotes(Search(query=parse_query("umbrella"))).total == 25


def test_it_follows_an_update_of_many() -> None:
    Quote.objects.filter(speaker__slug="hayashi-yoshimasa").update(text="no comment whatsoever")
    assert found("whatsoever") == {"no comment w"}


def test_it_follows_a_deletion() -> None:
    an_early_quote().delete()
    assert found("unacceptable") == set()


def test_it_follows_a_quote_that_is_withdrawn() -> None:
    Quote.objects.filter(pk=an_early_quote().pk).update(state="rejected")
    assert found("unacceptable") == set()


def test_it_follows_fixtures_loaded_again() -> None:
    Quote.objects.update(text="overwritten")
    assert find_quotes(Search(query=parse_query("overwritten"))).total == 13
    call_command("loaddata", "quotes", verbosity=0)
    assert found("overwritten") == set()
    assert found("unacceptable") == {"unacceptable"}


def test_it_follows_plain_sql() -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE citations_quote SET text = 'thorny' WHERE text = 'unacceptable'")
    assert found("thorny") == {"thorny"}
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM citations_quote_topics")
    assert found("topic:peace") == set()


RENAMED: list[tuple[str, Callable[[], int], str]] = [
    # a speaker's name form
    (
        "speaker:zaphod",
        lambda: SpeakerName.objects.filter(name="Hayashi Yoshimasa").update(name="Zaphod"),
        "But in light",
    ),
    # the speaker's name
    (
        "speaker:zaphod",
        lambda: Speaker.objects.filter(slug="hayashi-yoshimasa").update(name="Zaphod"),
        "But in light",
    ),
    # a corrected headline
    (
        "headlined",
        lambda: Article.objects.filter(headline__startswith="Kishida").update(headline="Headlined"),
        "difficult",
    ),
    # an office
    (
        "position:premier",
        lambda: Position.objects.filter(title="Prime Minister").update(title="Premier"),
        "difficult",
    ),
    # an occasion's place
    (
        "place:osaka",
        lambda: Occasion.objects.filter(place="Tokyo").update(place="Osaka"),
        "difficult",
    ),
    # an occasion's date
    (
        "said:1999",
        lambda: Occasion.objects.filter(date="2024-02-07").update(date="1999-12"),
        "difficult",
    ),
    # a topic's name
    (
        "topic:xyzzy",
        lambda: Topic.objects.filter(slug="peace-treaty").update(name="xyzzy"),
        "Regrettably,",
    ),
    # the words around an appearance
    (
        "context:marmalade",
        lambda: Appearance.objects.filter(exact="difficult").update(prefix="marmalade"),
        "difficult",
    ),
]


@pytest.mark.parametrize(("query", "change", "expected"), RENAMED, ids=[row[0] for row in RENAMED])
def test_it_follows_what_a_quote_shows(
    query: str, change: Callable[[], int], expected: str
) -> None:
    assert found(query) == set()
    assert change()
    assert expected in found(query)


def test_it_follows_a_publication_and_its_name() -> None:
    paper = Publication.objects.create(slug="gazette", name="Gazette", kind="newspaper")
    Article.objects.update(publication=paper)
    assert len(found("publication:gazette")) == 13
    Publication.objects.filter(pk=paper.pk).update(name="Courier")
    assert found("publication:gazette") == set()
    assert len(found("publication:courier")) == 13


def test_many_articles_are_indexed() -> None:
    quote = Quote.objects.get(text="difficult")
    articles = Article.objects.bulk_create(
        Article(headline=f"Headline {n}", kind="webpage") for n in range(1200)
    )
    Appearance.objects.bulk_create(
        Appearance(quote=quote, article=article, exact="difficult") for article in articles
    )
    sync.rebuild_index()
    assert find_quotes(Search(query=parse_query('"headline 1199"'))).total == 1


def test_checking_again_changes_nothing_in_the_index() -> None:
    before = Change.objects.count()
    Appearance.objects.update(checked_at=timezone.now())
    Quote.objects.update(note="looked at again")
    assert Change.objects.count() == before
