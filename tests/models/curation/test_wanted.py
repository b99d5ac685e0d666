"""The wanted list: what was searched for and not found, and nothing of who searched."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection, transaction
from django.test import Client

from citations.models import Change, WantedSearch
from citations.models.base import time_budget
from citations.models.curation import wanted

DAY = date(2026, 3, 1)
note = WantedSearch.objects.note


def noted() -> dict[str, int]:
    return dict(WantedSearch.objects.filter(day=DAY).values_list("words", "times"))


@pytest.fixture(params=["Curators", "Editors"])
def member(db: None, request: pytest.FixtureRequest) -> Client:
    user = User.objects.create_user("member", password="member", is_staff=True)
    user.groups.add(Group.objects.get(name=request.param))
    client = Client()
    client.force_login(user)
    return client


def test_it_counts_each_search_on_its_day(db: None) -> None:
    for words in ("peace", "peace", "war"):
        note(words, DAY)
    note("peace", date(2026, 3, 2))
    assert noted() == {"peace": 2, "war": 1}


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("", {}),
        ("  ", {}),
        ("\0", {}),
        ("a\0b", {"a b": 1}),  # which PostgreSQL cannot keep
        ("x" * 600, {"x" * 512: 1}),
        ("岸田 \U0001f54a", {"岸田 \U0001f54a": 1}),
    ],
    ids=["nothing", "spaces", "a NUL", "a NUL between words", "too long", "other scripts"],
)
def test_it_takes_any_words(db: None, words: str, kept: dict[str, int]) -> None:
    note(words, DAY)
    assert noted() == kept


def test_a_flood_of_different_words_ends_at_a_days_most(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wanted, "MOST_A_DAY", 2)
    for words in ("one", "two", "three", "two"):
        note(words, DAY)
    assert noted() == {"one": 1, "two": 2}


def test_nothing_of_the_searcher_is_kept_and_the_index_hears_nothing(db: None) -> None:
    before = Change.objects.count()
    note("peace", DAY)
    assert Change.objects.count() == before
    assert [field.name for field in WantedSearch._meta.get_fields()] == [
        "id", "words", "day", "times",
    ]  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_searches_at_the_same_time_are_all_counted() -> None:
    def search(_: int) -> None:
        note("peace", DAY)
        connection.close()

    with ThreadPoolExecutor(4) as together:
        list(together.map(search, range(40)))
    assert list(noted()) == ["peace"]
    # One that would have had to wait is not counted: never more, and never an error.
    assert 1 <= noted()["peace"] <= 40


def lock_wait() -> object:
    with connection.cursor() as cursor:
        cursor.execute(wanted.LOCK_WAIT[connection.vendor][0])
        return cursor.fetchone()[0]


@pytest.mark.django_db(transaction=True)
def test_a_searcher_does_not_wait_for_a_writer_and_others_wait_as_before() -> None:
    note("peace", DAY)
    before = lock_wait()

    def search() -> object:
        started = lock_wait()
        note("peace", DAY)
        assert lock_wait() == started
        connection.close()
        return started

    with ThreadPoolExecutor(1) as other, transaction.atomic():
        WantedSearch.objects.update(times=5)  # holds the row, and on SQLite the database
        assert other.submit(search).result(timeout=10) == before
    assert noted() == {"peace": 5}


@pytest.mark.django_db(transaction=True)
def test_when_time_is_up_nothing_is_noted_and_the_wait_comes_back() -> None:
    import project.deadline  # noqa: F401  queries of new sessions follow the clock

    connection.close()
    before = lock_wait()
    with time_budget.limit_time(0):
        note("peace", DAY)
    assert (noted(), lock_wait()) == ({}, before)


def test_members_read_it_newest_day_first_and_are_led_to_the_search(member: Client) -> None:
    for words, day in [("old", date(2026, 2, 1)), ("rare", DAY), ('"a&b"', DAY), ('"a&b"', DAY)]:
        note(words, day)
    response = member.get("/admin/citations/wantedsearch/")
    text = response.content.decode()
    rows = [row.words for row in response.context["cl"].result_list]
    assert rows == ['"a&b"', "rare", "old"]
    assert 'href="/quotes/?q=%22a%26b%22"' in text
    assert "Add wanted" not in text
    found = member.get("/admin/citations/wantedsearch/?q=rar").context["cl"].result_list
    assert [row.words for row in found] == ["rare"]


def test_editors_take_from_it_and_nobody_writes_in_it(member: Client) -> None:
    note("peace", DAY)
    one = WantedSearch.objects.get()
    is_editor = Group.objects.get(name="Editors").user_set.exists()
    path = f"/admin/citations/wantedsearch/{one.pk}"
    assert member.get("/admin/citations/wantedsearch/add/").status_code == 403
    assert member.post(f"{path}/change/", {"words": "war"}).status_code == 403
    status = member.post(f"{path}/delete/", {"post": "yes"}).status_code
    assert status == (302 if is_editor else 403)
    assert WantedSearch.objects.exists() is not is_editor
