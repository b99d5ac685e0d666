"""The curators' pages: what they may do, what is refused, and that nothing breaks them."""

import re
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User
from django.core.exceptions import ValidationError
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from citations.admin.wording import parts_of, spans_of
from citations.models import (
    Appearance,
    Article,
    Occasion,
    Publication,
    Quote,
    Snapshot,
    Speaker,
    State,
    Topic,
    Verification,
    sha256_of,
)
from citations.search import follow
from citations.search.find import Search, find
from citations.search.query import parse
from citations.text.spans import Span

pytestmark = pytest.mark.django_db

LEADING = "“We will wait,” she said. “And then\u00a0we will go.” "
TEXT = LEADING + "It was late. It was not late in Paris. “We will wait,” he repeated."


@pytest.fixture(autouse=True)
def groups(db: None) -> None:
    """The groups as the migration makes them, also after a test that emptied the tables."""
    module = import_module("citations.migrations.0002_groups")
    module.make_groups(apps, SimpleNamespace(connection=connection))


def user_in(group: str) -> User:
    user = User.objects.create_user(group.lower(), is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user


def signed_in(group: str, client: Client) -> Client:
    client.force_login(user_in(group))
    return client


@pytest.fixture
def curator() -> Client:
    return signed_in("Curators", Client())


@pytest.fixture
def editor() -> Client:
    return signed_in("Editors", Client())


@pytest.fixture
def root() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("root"))
    return client


@pytest.fixture
def speaker() -> Speaker:
    return Speaker.objects.create(slug="a-speaker", name="A Speaker")


@pytest.fixture
def article() -> Article:
    article = Article.objects.create(headline="Waiting", kind="article-newspaper")
    Snapshot.objects.create(article=article, text=TEXT, sha256=sha256_of(TEXT))
    return article


@pytest.fixture
def quote(speaker: Speaker) -> Quote:
    return Quote.objects.create(speaker=speaker, text="We will go.")


def address(record: Any, page: str = "change") -> str:
    label = f"admin:{record._meta.app_label}_{record._meta.model_name}_{page}"
    return reverse(label, args=[record.pk])


def sent(quote: Quote, *appearances: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """What the form of a quote sends."""
    data: dict[str, Any] = {
        "speaker": quote.speaker_id,
        "text": quote.text,
        "language": "en",
        "mode": "direct",
        "standing": "accepted",
        "relations-TOTAL_FORMS": 0,
        "relations-INITIAL_FORMS": 0,
        "appearances-TOTAL_FORMS": len(appearances),
        "appearances-INITIAL_FORMS": sum("id" in one for one in appearances),
    }
    for number, appearance in enumerate(appearances):
        data |= {f"appearances-{number}-{name}": value for name, value in appearance.items()}
    return data | fields


def save(client: Client, quote: Quote, *appearances: dict[str, Any], **fields: Any) -> Any:
    return client.post(address(quote), sent(quote, *appearances, **fields))


def page_of(response: HttpResponse) -> str:
    """The page's text without tags, spaces run together."""
    return " ".join(re.sub(r"<[^>]*>", " ", response.content.decode()).split())


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


# Pasting words -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("We will wait", ["We will wait"]),
        ("“We will wait”", ["We will wait"]),  # marks around are not part of the words
        ("We will wait\n\nAnd then", ["We will wait", "And then"]),  # an empty line parts
        ("We will wait\n…\nAnd then", ["We will wait", "And then"]),
        ("We will wait\n\n[...]\n\nAnd then", ["We will wait", "And then"]),
        ("one line\nand another", ["one line\nand another"]),
        ("“one” and “two”", ["“one” and “two”"]),  # these marks are not around it all
        (" \n\n…", []),
        ("“We will wait,”", ["We will wait"]),  # the comma is the article's sentence's
        ("“One. \n\n“Two,”", ["One.", "Two"]),  # a mark opens each paragraph, one closes all
        ("«One.\n\n«Two»", ["One.", "Two"]),
        ("「One\n\n「Two」", ["One", "Two"]),
        ('"One.\n\n"Two"', ["One.", "Two"]),
        ("“He said “no” and", ["He said “no” and"]),  # inner marks stay
        ("‘Don’t go,’", ["Don’t go"]),  # British marks; apostrophes stay
        ("'Don't go'", ["Don't go"]),
        ("‘one’ and ‘two’", ["‘one’ and ‘two’"]),
        ("'one' and 'two'", ["'one' and 'two'"]),
        ("’Tis late", ["’Tis late"]),
    ],
)
def test_pasted_words_are_taken_apart(words: str, parts: list[str]) -> None:
    assert parts_of(words) == parts


@pytest.mark.parametrize(
    ("words", "before", "exact"),
    [
        ("And then we will go.", "", "And then\u00a0we will go."),  # folded: taken as printed
        ("We will wait\n\nwe will go.", "she was: ", None),  # these words do not stand before
        ("We will wait", "late in Paris. “", "We will wait"),  # with the mark between
        ("We will wait", "late in Paris.", "We will wait"),  # and without it
        ("We will wait", "in Rome", None),
    ],
)
def test_words_are_taken_as_the_article_prints_them(
    curator: Client, quote: Quote, article: Article, *, words: str, before: str, exact: str | None
) -> None:
    response = save(curator, quote, {"article": article.pk, "words": words, "before": before})
    assert [one.exact for one in Appearance.objects.all()] == ([exact] if exact else [])
    assert response.status_code == (302 if exact else 200)


def test_a_split_quotation_is_anchored_part_by_part_and_checked_at_once(
    curator: Client, quote: Quote, article: Article
) -> None:
    words = "she said\r\n\r\nwe will go.\r\n…\r\nWe will wait"
    saved = save(curator, quote, {"article": article.pk, "words": words})
    assert saved.status_code == 302
    stands = Appearance.objects.get()
    assert stands.printed == ["she said", "we will go.", "We will wait"]
    assert stands.snapshot == article.current_snapshot
    assert stands.verdict == "altered"
    assert Verification.objects.get().appearance == stands


def test_saving_again_leaves_spans_and_checks_alone(
    curator: Client, quote: Quote, article: Article
) -> None:
    save(curator, quote, {"article": article.pk, "words": "And then\n\nwe will go."})
    stands = Appearance.objects.get()
    shown = {"id": stands.pk, "article": article.pk, "words": "And then\r\n\r\nwe will go."}
    assert save(curator, quote, shown).status_code == 302
    assert Verification.objects.count() == 1
    assert stands.history.count() == 1


def test_a_changed_wording_is_compared_anew(
    curator: Client, quote: Quote, article: Article
) -> None:
    save(curator, quote, {"article": article.pk, "words": "It was not late in Paris."})
    stands = Appearance.objects.get()
    shown = {"id": stands.pk, "article": article.pk, "words": "It was not late in Paris."}
    save(curator, quote, shown, text="It was not late in Paris.")
    stands.refresh_from_db()
    assert stands.verdict == "verbatim"


def test_words_that_are_not_there_show_the_nearest_with_the_differences(
    curator: Client, quote: Quote, article: Article
) -> None:
    page = save(curator, quote, {"article": article.pk, "words": "And then we <b>shall go."})
    html = page.content.decode()
    assert "The article does not print these words" in html
    assert re.search(r"<del>.*not there: </span>b&gt;shall </del>", html)
    assert "<b>shall" not in html
    assert re.search(r"<ins>.*printed: </span>will </ins>", html)
    assert not Appearance.objects.exists()


def test_words_in_several_places_are_listed_with_what_stands_around(
    curator: Client, quote: Quote, article: Article
) -> None:
    page = save(curator, quote, {"article": article.pk, "words": "We will wait"})
    assert "in several places" in page_of(page)
    assert page.content.decode().count("<mark>We will wait</mark>") == 2


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("we will go.\n\nIt was not late\n\nshe said", "Write the parts in the order"),
        ("Nothing of this kind was ever printed there", "nor anything like them"),
        ("…", "not only an ellipsis"),
        ("", "This field is required."),
        ("nul\0nul", "Null characters are not allowed."),
        ("x" * 20_001, "at most 20000 characters"),
    ],
)
def test_words_that_cannot_be_placed_are_a_form_error(
    curator: Client, quote: Quote, article: Article, words: str, problem: str
) -> None:
    page = save(curator, quote, {"article": article.pk, "words": words})
    assert page.status_code == 200
    assert problem in page_of(page)


def test_an_article_without_a_text_says_where_to_add_one(
    curator: Client, quote: Quote, article: Article
) -> None:
    other = Article.objects.create(headline="Empty", kind="webpage")
    page = save(curator, quote, {"article": other.pk, "words": "we will go."})
    assert "No text of this article is kept." in page_of(page)
    # The same when an appearance that points into another text is moved there.
    save(curator, quote, {"article": article.pk, "words": "we will go."})
    stands = Appearance.objects.get()
    page = save(curator, quote, {"id": stands.pk, "article": other.pk, "words": "we will go."})
    assert "No text of this article is kept." in page_of(page)


def test_a_failed_change_of_article_leaves_the_appearance_where_it_was(
    curator: Client, quote: Quote, article: Article
) -> None:
    save(curator, quote, {"article": article.pk, "words": "we will go."})
    stands = Appearance.objects.get()
    other = Article.objects.create(headline="Other", kind="webpage")
    Snapshot.objects.create(
        article=other, text="Some other text.", sha256=sha256_of("Some other text.")
    )
    page = save(curator, quote, {"id": stands.pk, "article": other.pk, "words": "we will go."})
    assert page.status_code == 200
    stands.refresh_from_db()
    assert stands.article == article


def test_the_same_appearance_is_not_taken_twice(
    curator: Client, quote: Quote, article: Article
) -> None:
    twice = {"article": article.pk, "words": "we will go."}
    assert "stands here twice" in page_of(save(curator, quote, twice, twice))


def test_the_primary_appearance_is_one_and_can_be_another(
    curator: Client, quote: Quote, article: Article
) -> None:
    first = {"article": article.pk, "words": "we will go."}
    second = {"article": article.pk, "words": "It was not late in Paris."}
    both = ({**first, "source_of_wording": "on"}, {**second, "source_of_wording": "on"})
    assert "Only one appearance can be the primary" in page_of(save(curator, quote, *both))
    save(curator, quote, first, {**second, "source_of_wording": "on"})
    one, other = Appearance.objects.order_by("id")
    assert (one.primary, other.primary) == (False, True)
    save(
        curator, quote,
        {**first, "id": one.pk, "source_of_wording": "on"}, {**second, "id": other.pk},
    )  # fmt: skip
    one, other = Appearance.objects.order_by("id")
    assert (one.primary, other.primary) == (True, False)


def test_a_repeated_word_is_found_by_the_words_before_it() -> None:
    spans = spans_of(["We will wait"], TEXT, before="in Paris.")
    assert spans[0].start == TEXT.rindex("We will wait")


# Texts of articles -------------------------------------------------------------------------


def article_sent(article: Article, text: str = "", **fields: Any) -> dict[str, Any]:
    return {
        "headline": article.headline, "kind": article.kind, "language": "en",
        "byline": "", "snapshots-TOTAL_FORMS": 0, "snapshots-INITIAL_FORMS": 0,
        "snapshots-2-TOTAL_FORMS": 1, "snapshots-2-INITIAL_FORMS": 0,
        "snapshots-2-0-text": text, "snapshots-2-0-origin": "", **fields,
    }  # fmt: skip


def test_a_pasted_text_gets_its_sum_and_time(curator: Client, article: Article) -> None:
    response = curator.post(address(article), article_sent(article, "One.\r\n\r\nTwo."))
    assert response.status_code == 302
    taken = article.current_snapshot
    assert taken
    assert taken.text == "One.\n\nTwo."
    assert taken.sha256 == sha256_of("One.\n\nTwo.")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (TEXT, "This text of the article is already kept."),
        ("nul\0", "Null characters are not allowed."),
    ],
)
def test_a_text_that_cannot_be_kept_is_a_form_error(
    curator: Client, article: Article, text: str, problem: str
) -> None:
    page = curator.post(address(article), article_sent(article, text))
    assert problem in page_of(page)
    assert article.snapshots.count() == 1


def test_a_text_is_only_read(root: Client, article: Article) -> None:
    snapshot = article.snapshots.get()
    page = root.get(address(snapshot))
    assert page.status_code == 200
    assert 'name="text"' not in page.content.decode()
    assert root.post(address(snapshot), {"text": "other"}).status_code == 403


def test_the_byline_is_written_one_name_a_line(curator: Client, article: Article) -> None:
    curator.post(address(article), article_sent(article, byline=" A.  Reporter\r\n\r\nB. Writer "))
    article.refresh_from_db()
    assert article.byline == ["A. Reporter", "B. Writer"]
    assert "A. Reporter\nB. Writer" in curator.get(address(article)).content.decode()


def test_a_date_that_is_none_is_a_form_error(curator: Client, article: Article) -> None:
    page = curator.post(address(article), article_sent(article, published="07/02/2024"))
    assert "is not a date that can be read" in page_of(page)


def test_what_is_cited_is_not_deleted(root: Client, quote: Quote, article: Article) -> None:
    save(root, quote, {"article": article.pk, "words": "we will go."})
    page = root.post(address(article, "delete"), {"post": "yes"})
    assert "would require deleting the following protected related objects" in page_of(page)
    assert Article.objects.exists()


def test_a_text_is_kept_with_its_outer_spaces(curator: Client, article: Article) -> None:
    curator.post(address(article), article_sent(article, "\tOne.\n"))
    assert article.snapshots.filter(text="\tOne.\n").exists()
    page = curator.post(address(article), article_sent(article, " \n "))
    assert "these are only spaces" in page_of(page)


def test_only_editors_add_a_text_to_an_article_that_is_public(
    curator: Client, editor: Client, quote: Quote, article: Article
) -> None:
    save(curator, quote, {"article": article.pk, "words": "we will go."})
    Quote.objects.set_state(State.PUBLISHED)
    assert 'name="snapshots-2-0-text"' not in curator.get(address(article)).content.decode()
    sent_by_curator = article_sent(article, "Rewritten.", headline="Waiting in Paris")
    assert curator.post(address(article), sent_by_curator).status_code == 302
    article.refresh_from_db()
    assert (article.headline, article.snapshots.count()) == ("Waiting in Paris", 1)
    editor.post(address(article), article_sent(article, "Corrected."))
    assert article.snapshots.count() == 2


# What the database would refuse -------------------------------------------------------------


def speaker_sent(speaker: Speaker, **rows: list[dict[str, Any]]) -> dict[str, Any]:
    data: dict[str, Any] = {"name": speaker.name, "kind": "person"}
    for prefix in ("names", "positions"):
        sent_rows = rows.get(prefix, [])
        data[f"{prefix}-TOTAL_FORMS"] = len(sent_rows)
        data[f"{prefix}-INITIAL_FORMS"] = sum("id" in row for row in sent_rows)
        for number, row in enumerate(sent_rows):
            data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def named(name: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "language": "en", "order": "none", "kind": kind, **more}


def test_an_office_that_ends_before_it_starts_is_a_form_error(
    curator: Client, speaker: Speaker
) -> None:
    office = {"title": "Chair", "start": "2020", "end": "2019"}
    pages = (
        curator.post(address(speaker), speaker_sent(speaker, positions=[office])),
        curator.post(reverse("admin:citations_position_add"), {**office, "speaker": speaker.pk}),
    )
    for page in pages:
        assert page_of(page).count("An office cannot end before it starts.") == 1


def test_one_name_is_preferred_and_it_can_be_another(curator: Client, speaker: Speaker) -> None:
    two = [named("One", "preferred"), named("Two", "preferred")]
    page = curator.post(address(speaker), speaker_sent(speaker, names=two))
    assert "Only one name can be the preferred one." in page_of(page)
    one = speaker.names.create(name="One", kind="preferred")
    two = [named("One", "preferred", id=one.pk), named("Two", "preferred")]
    page = curator.post(address(speaker), speaker_sent(speaker, names=two))
    assert "Only one name can be the preferred one." in page_of(page)
    other = speaker.names.create(name="Two")
    for first, second in (("alias", "preferred"), ("preferred", "alias")):
        swapped = [named("One", first, id=one.pk), named("Two", second, id=other.pk)]
        page = curator.post(address(speaker), speaker_sent(speaker, names=swapped))
        assert page.status_code == 302
        kinds = list(speaker.names.order_by("id").values_list("kind", flat=True))
        assert kinds == [first, second]
    # A page that was opened before somebody else preferred another name.
    stale = speaker_sent(speaker, names=[named("Three", "preferred")])
    assert curator.post(address(speaker), stale).status_code == 302
    assert speaker.names.get(kind="preferred").name == "Three"


def test_the_same_sent_twice_is_a_form_error(
    curator: Client, quote: Quote, article: Article
) -> None:
    speaker = quote.speaker
    name, office = named("Two", "alias"), {"title": "Chair", "start": "2020", "end": ""}
    data = speaker_sent(speaker, names=[name], positions=[office])
    assert curator.post(address(speaker), data).status_code == 302
    page = page_of(curator.post(address(speaker), data))
    assert "This speaker already has this name." in page
    assert "This office is already recorded." in page
    other = Quote.objects.create(speaker=speaker, text="Other.")
    relation = {
        "relations-TOTAL_FORMS": 1, "relations-0-kind": "restates", "relations-0-other": other.pk,
    }  # fmt: skip
    stands = {"article": article.pk, "words": "we will go."}
    assert save(curator, quote, stands, **relation).status_code == 302
    page = page_of(save(curator, quote, stands, **relation))
    assert "This appearance is already recorded." in page
    page = page_of(save(curator, quote, **relation))
    assert "This relation is already recorded." in page


def test_nothing_is_related_to_itself(curator: Client, quote: Quote, article: Article) -> None:
    relation = {
        "relations-TOTAL_FORMS": 1, "relations-0-kind": "restates", "relations-0-other": quote.pk,
    }  # fmt: skip
    assert "A quote has no relation to itself." in page_of(save(curator, quote, **relation))
    page = curator.post(address(article), article_sent(article, derived_from=article.pk))
    assert "An article cannot be a copy of itself." in page_of(page)


def test_what_only_the_database_notices_is_told_and_nothing_is_saved(
    curator: Client, speaker: Speaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaker.names.create(name="One")
    monkeypatch.setattr("citations.admin.forms.RecordForm.validate_unique", lambda form: None)
    data = speaker_sent(speaker, names=[named("One", "alias")]) | {"description": "New."}
    page = curator.post(address(speaker), data, follow=True)
    assert "somebody else has just saved the same" in page_of(page)
    speaker.refresh_from_db()
    assert speaker.description == ""


def test_the_second_of_two_editors_is_told_of_the_first(
    curator: Client, editor: Client, quote: Quote
) -> None:
    opened = curator.get(address(quote)).content.decode()
    seen = re.search(r'name="seen" value="([^"]+)"', opened)
    assert seen
    assert save(editor, quote, text="Other words.", seen=seen[1]).status_code == 302
    page = save(curator, quote, text="Third words.", seen=seen[1])
    assert "editors changed this quote" in page_of(page)
    quote.refresh_from_db()
    assert quote.text == "Other words."


def test_a_published_quote_whose_words_differ_is_told(
    editor: Client, quote: Quote, article: Article
) -> None:
    stands = {"article": article.pk, "words": "It was not late in Paris."}
    page = editor.post(address(quote), sent(quote, stands, _publish="1"), follow=True)
    assert "the words printed in one article differ from the wording" in page_of(page)
    shown = {**stands, "id": Appearance.objects.get().pk}
    reworded = sent(quote, shown, text="It was not late in Paris.")
    page = editor.post(address(quote), reworded, follow=True)
    assert "differ from the wording" not in page_of(page)


def test_a_common_word_in_a_long_text_is_told_in_time() -> None:
    with pytest.raises(ValidationError, match="not in one place"):
        spans_of(["go"], "We go. " * 60_000, before="they")


def test_many_appearances_take_few_queries(
    root: Client, quote: Quote, article: Article, django_assert_max_num_queries: Any
) -> None:
    snapshot = article.snapshots.get()
    for at in range(40):
        stands = Appearance(quote=quote)
        stands.anchor(snapshot, [Span(at, at + 5)])
        stands.save()
    with django_assert_max_num_queries(30):
        page = root.get(address(quote)).content.decode()
    assert page.count(f'<option value="{article.pk}" selected>Waiting</option>') == 40


# Search and history ------------------------------------------------------------------------


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
    public = find(Search(asked=parse(asked)))
    if not re.fullmatch(r"[0-9a-z]{8}", asked):
        assert page.context["cl"].result_count == public.total
    assert page.context["cl"].result_count == found


@pytest.mark.usefixtures("seed")
def test_curators_find_what_the_public_does_not(curator: Client) -> None:
    key = "0ZRS6RJV"
    hidden = Quote.objects.filter(key=key)
    hidden.set_state(State.PROPOSED)
    search = Search(asked=parse("hostile position"))
    page = curator.get(reverse("admin:citations_quote_changelist"), {"q": "hostile position"})
    assert page.context["cl"].result_count == 1
    found = find(search)
    assert (found.total, found.quotes) == (0, [])
    assert not any(found.counts.values())
    assert not found.years


@pytest.mark.usefixtures("seed")
def test_nothing_unpublished_is_counted_in_any_facet_or_year() -> None:
    everything = find(Search())
    Quote.objects.filter(speaker__slug="kishida-fumio").set_state(State.REJECTED)
    hidden = Quote.objects.exclude(state=State.PUBLISHED).count()
    follow.rebuild()
    found = find(Search())
    assert found.total == everything.total - hidden == Quote.objects.published().count()
    assert "kishida-fumio" not in found.counts["speaker"]
    assert sum(found.counts["mode"].values()) == found.total
    chosen = find(Search(chosen={"speaker": ("kishida-fumio",)}))
    assert chosen.total == 0
    assert "kishida-fumio" not in chosen.counts["speaker"]


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


# Bad input ---------------------------------------------------------------------------------


@pytest.fixture
def records(quote: Quote, article: Article) -> None:
    Publication.objects.create(slug="p", name="P", kind="website")
    Occasion.objects.create(slug="o", date="2024")
    Topic.objects.create(slug="t", name="T")


@pytest.mark.parametrize("number", ["99999999999999999999", "0", "-1", "abc", "_00", "1" * 500])
@pytest.mark.parametrize("page", ["change", "history", "delete"])
def test_no_address_of_a_record_breaks(root: Client, page: str, number: str) -> None:
    for model in admin.site._registry:
        label = f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"
        assert root.get(reverse(label, args=[number])).status_code in (302, 403, 404), model


@pytest.mark.parametrize(
    "parameters",
    [
        {"q": "\0"},
        {"q": "x" * 10_000},
        {"p": "99999999999999999999"},
        {"p": "\0"},
        {"state__exact": "\0"},
        {"id": "99999999999999999999"},
        {"id__in": "99999999999999999999"},
        {"topics__id__exact": "99999999999999999999"},
        {"topics__id__exact": "abc"},
        {"verdict": "\0"},
        {"o": "99.-99.abc"},
        {"e": "1"},
        {"nonsense": "1"},
        # What fails in the database, or only on one of the two.
        {"mode__regex": "("},
        {"text__iregex": "("},
        {"id__range": "1"},
        {"last_login__year": "0"},
        {"taken_at__year__gt": "99999"},
        {"segments__contains": "1"},
        {"segments__0": "1"},
        {"segments__exact": "["},
        {"byline": "["},
        {"byline__in": "[,{"},
        {"last_login": "0001-01-01 00:00+14:00"},
        {"taken_at__exact": "9999-12-31 23:59-14:00"},
        {"birth_earliest__isnull": "x"},
        {"exact": "1"},
        {"__": "1"},
    ],
)
def test_no_list_breaks(root: Client, records: None, parameters: dict[str, str]) -> None:
    for model in admin.site._registry:
        label = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
        assert root.get(reverse(label), parameters).status_code in (200, 302, 400), model


@pytest.mark.parametrize("number", ["99999999999999999999", "abc", "\0", ""])
def test_no_posted_number_breaks(root: Client, quote: Quote, number: str) -> None:
    changelist = reverse("admin:citations_quote_changelist")
    chosen = {"action": "publish", "_selected_action": [number]}
    assert root.post(changelist, chosen).status_code in (200, 302, 404)
    fields = ("speaker", "occasion", "position", "topics", "correct_speaker")
    page = save(root, quote, {"article": number, "words": "x"}, **dict.fromkeys(fields, number))
    assert page.status_code == 200
    page = save(root, quote, {"id": number, "article": "1", "words": "x"})
    assert page.status_code == 200
    added = reverse("admin:citations_quote_add")
    assert root.get(added, dict.fromkeys(fields, number)).status_code == 200


@pytest.mark.parametrize("term", ["\0", "x" * 10_000, "-", "kishida"])
def test_no_autocomplete_breaks(root: Client, term: str) -> None:
    for field in ("speaker", "occasion", "topics", "correct_speaker"):
        asked = {
            "term": term, "app_label": "citations", "model_name": "quote", "field_name": field,
        }  # fmt: skip
        assert root.get(reverse("admin:autocomplete"), asked).status_code == 200


@pytest.mark.parametrize("page", ["change", "history", "delete"])
def test_an_empty_parameter_of_the_admin_counts_as_absent(
    root: Client, records: None, page: str
) -> None:
    for model in admin.site._registry:
        record = model._default_manager.first()
        if record:
            there = root.get(address(record, page)).status_code
            assert root.get(address(record, page) + "?_to_field=").status_code == there, model


def test_every_page_of_every_record_opens(root: Client, seed: None) -> None:
    for model in admin.site._registry:
        record = model._default_manager.first()
        pages = ["change", "history"] if record else []
        for page in pages:
            assert root.get(address(record, page)).status_code == 200, (model, page)
