"""What must always hold, in the database and in words, and what is never edited."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError

from citations.models import Snapshot, Verification, sha256_of
from citations.models.base.permanent_keys import new_key
from tests.support.rows import (
    RIGHT,
    TEXT,
    appearance,
    article,
    itself,
    messages,
    name,
    occasion,
    position,
    publication,
    quote,
    relation,
    saved,
    saved_speaker,
    snapshot,
    speaker,
    topic,
    verification,
)

pytestmark = pytest.mark.django_db

WEB = "A web address begins with http:// or https://."
WRONG = [
    # a right row, what is wrong in it, the message for people
    (speaker, {"kind": "robot"}, "Value 'robot' is not a valid choice."),
    (speaker, {"name": ""}, "This field cannot be blank."),
    (speaker, {"merged_into": itself}, "A speaker cannot be merged into itself."),
    (name, {"kind": "nickname"}, "Value 'nickname' is not a valid choice."),
    (name, {"order": "any"}, "Value 'any' is not a valid choice."),
    (name, {"name": ""}, "This field cannot be blank."),
    (position, {"title": ""}, "This field cannot be blank."),
    (position, {"end": "2019"}, "An office cannot end before it starts."),
    (publication, {"kind": "rumour"}, "Value 'rumour' is not a valid choice."),
    (publication, {"name": ""}, "This field cannot be blank."),
    (publication, {"homepage": "javascript:alert(1)"}, "Enter a valid URL."),
    (publication, {"homepage": "ftp://herald.example/"}, WEB),
    (article, {"kind": "leaflet"}, "Value 'leaflet' is not a valid choice."),
    (article, {"headline": ""}, "This field cannot be blank."),
    (article, {"url": "ftp://herald.example/"}, WEB),
    (article, {"url": "javascript:alert(1)//http://"}, "Enter a valid URL."),
    (article, {"archived_url": " http://herald.example/"}, "Enter a valid URL."),
    (article, {"derived_from": itself}, "An article cannot be a copy of itself."),
    (snapshot, {"text": ""}, "This field cannot be blank."),
    (occasion, {"slug": ""}, "This field cannot be blank."),
    (topic, {"name": ""}, "This field cannot be blank."),
    (quote, {"mode": "shouted"}, "Value 'shouted' is not a valid choice."),
    (quote, {"state": "lost"}, "Value 'lost' is not a valid choice."),
    (quote, {"standing": "doubted"}, "Value 'doubted' is not a valid choice."),
    (quote, {"text": ""}, "This field cannot be blank."),
    (
        quote,
        {"standing": "disputed"},
        "Give the reasons why the quote is disputed or misattributed.",
    ),
    (
        quote,
        {"original": "作り直す"},
        "Give an original wording and its language together, or neither.",
    ),
    (
        quote,
        {"original_language": "ja"},
        "Give an original wording and its language together, or neither.",
    ),
    (
        quote,
        {"correct_speaker": lambda _: saved_speaker("clerk")},
        "Only a misattributed quote has a correct speaker, who must be somebody else.",
    ),
    (
        quote,
        {
            "standing": "misattributed",
            "standing_note": "He denies it.",
            "correct_speaker": lambda _: saved_speaker(),
        },
        "Only a misattributed quote has a correct speaker, who must be somebody else.",
    ),
    (relation, {"kind": "likes"}, "Value 'likes' is not a valid choice."),
    (relation, {"other": lambda row: row.quote}, "A quote cannot be related to itself."),
    (appearance, {"exact": ""}, "This field cannot be blank."),
    (appearance, {"verdict": "perfect"}, "Constraint “appearance_verdict_known” is violated."),
    (appearance, {"segments": []}, "Give spans together with the snapshot that they point into."),
    (appearance, {"snapshot": None}, "Give spans together with the snapshot that they point into."),
    (verification, {"verdict": "perfect"}, "Value 'perfect' is not a valid choice."),
    (verification, {"method": "oracle"}, "Value 'oracle' is not a valid choice."),
    (verification, {"method": "person"}, "A check by a person needs the name of the person."),
]
TWICE = [
    # a right row, what a second one has of its own, the message for people
    (speaker, {}, "Speaker with this Slug already exists."),
    (name, {"kind": "alias"}, "This speaker already has this name."),
    (name, {"name": "The Mayor"}, "A speaker has only one preferred name."),
    (position, {}, "This office is already recorded."),
    (publication, {}, "Publication with this Slug already exists."),
    (article, {"key": "22222222"}, "Article with this Key already exists."),
    (snapshot, {}, "This text of the article is already stored."),
    (occasion, {}, "Occasion with this Slug already exists."),
    (topic, {"slug": "other"}, "Topic with this Name already exists."),
    (topic, {"name": "Other"}, "Topic with this Slug already exists."),
    (quote, {"key": "22222222"}, "Quote with this Key already exists."),
    (relation, {}, "This relation is already recorded."),
    (appearance, {}, "This appearance is already recorded."),
    (
        appearance,
        {"primary": True, "segments": [[1, 2]]},
        "A quote has only one primary appearance.",
    ),
]


def spoil(row: models.Model, changes: dict[str, Any]) -> None:
    for field, value in changes.items():
        setattr(row, field, value(row) if callable(value) else value)


def copy(row: models.Model) -> models.Model:
    """A second, unsaved row with the same values, but a key of its own."""
    twin = type(row).objects.get(pk=row.pk)
    twin.pk, twin._state.adding = None, True
    if hasattr(twin, "key"):
        twin.key = new_key()
    return twin


def refused_by_the_database(write: Callable[[], object]) -> bool:
    with pytest.raises(IntegrityError), transaction.atomic():
        write()
    return True


@pytest.mark.parametrize("right", RIGHT)
def test_a_right_row_is_kept(right: Callable[[], Any]) -> None:
    row = right()
    row.full_clean()
    row.save()
    row.full_clean()


@pytest.mark.parametrize(("right", "changes", "message"), WRONG)
def test_a_wrong_row_is_refused_in_words_and_by_the_database(
    right: Callable[[], Any], changes: dict[str, Any], message: str
) -> None:
    row = saved(right())
    spoil(row, changes)
    assert message in messages(row)
    values = {field: getattr(row, field) for field in changes}
    rows = type(row).objects.filter(pk=row.pk)
    if isinstance(row, Snapshot | Verification):  # these are never updated
        return
    assert refused_by_the_database(lambda: rows.update(**values))


@pytest.mark.parametrize(
    ("right", "changes"),
    # a new row has no number yet, by which it could refer to itself
    [(right, changes) for right, changes, _ in WRONG if itself not in changes.values()],
)
def test_a_wrong_row_is_refused_in_bulk(right: Callable[[], Any], changes: dict[str, Any]) -> None:
    row = right()
    spoil(row, changes)
    assert refused_by_the_database(lambda: type(row).objects.bulk_create([row]))


@pytest.mark.parametrize(("right", "changes", "message"), TWICE)
def test_a_second_row_is_refused_in_words_and_by_the_database(
    right: Callable[[], Any], changes: dict[str, Any], message: str
) -> None:
    row = right()
    if "key" in changes:
        row.key = changes["key"]
    if "primary" in changes:
        row.primary = True
    row.save()
    twin = copy(row)
    spoil(twin, changes)
    assert refused_by_the_database(lambda: type(twin).objects.bulk_create([twin]))
    if "segments" not in changes:
        assert message in messages(twin)


@pytest.mark.parametrize(
    ("right", "on"),
    [
        (position, "speaker"),  # through its quotes
        (snapshot, "article"),
        (appearance, "article"),
        (appearance, "snapshot"),
        (relation, "other"),
    ],
)
def test_what_others_stand_on_is_not_deleted(right: Callable[[], Any], on: str) -> None:
    row = saved(right())
    if on == "speaker":
        saved(quote(position=row))
    with pytest.raises(ProtectedError):
        getattr(row, on).delete()


@pytest.mark.parametrize("address", ["", "http://a.example", "HTTPS://a.example/?b=1"])
def test_a_web_address_is_kept(address: str) -> None:
    one = article()
    one.url = one.archived_url = address
    one.full_clean()
    one.save()


@pytest.mark.parametrize(
    ("tag", "right"),
    [
        ("en", True),
        ("pt-BR", True),
        ("zh-Hant-TW", True),
        ("sl-rozaj-biske-1994", True),
        ("x-klingon", True),  # private use
        ("yue", True),
        ('x"on', False),
        ("x", False),
        ("en_GB", False),  # a locale
        ("English", False),
        ("en-", False),
        ("en\n", False),
        ("日本語", False),
        ("e", False),
    ],
)
def test_a_language_has_the_shape_of_a_tag(tag: str, right: bool) -> None:
    one, two, three = quote(language=tag), article(), name()
    one.original, one.original_language, two.language, three.language = "x", tag, tag, tag
    for row in (one, two, three):
        if right:
            row.full_clean()
        else:
            assert "Write a BCP 47 language tag, like en, ja or pt-BR." in messages(row)


def test_a_quote_in_an_office_of_another_is_refused() -> None:
    office = saved(position())
    one = quote(position=office)
    one.speaker = saved_speaker("clerk")
    assert "Another speaker held this office." in messages(one)


def test_a_sum_that_is_not_the_texts_is_refused() -> None:
    one = snapshot()
    one.sha256 = "0" * 64
    assert messages(one) == [f"The text’s SHA-256 is {sha256_of(TEXT)}."]


@pytest.mark.parametrize("byline", ["A. Reporter", [1], {"name": "A. Reporter"}])
def test_a_byline_is_a_list_of_names(byline: object) -> None:
    one = article()
    one.byline = byline
    assert messages(one) == ['Write a list of names, like ["A. Reporter"].']
