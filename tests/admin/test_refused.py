"""What the database would refuse is told beside its field."""

import re
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from citations.admin.base.pasted_words import locate_parts
from citations.models import (
    Appearance,
    Article,
    Quote,
    Speaker,
)
from citations.text.spans import Span
from tests.support.curating import (
    address,
    article_sent,
    named,
    page_of,
    save,
    sent,
    speaker_sent,
)

pytestmark = pytest.mark.django_db


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
    assert "A quote cannot be related to itself." in page_of(save(curator, quote, **relation))
    page = curator.post(address(article), article_sent(article, derived_from=article.pk))
    assert "An article cannot be a copy of itself." in page_of(page)


def test_what_only_the_database_notices_is_told_and_nothing_is_saved(
    curator: Client, speaker: Speaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaker.names.create(name="One")
    monkeypatch.setattr(
        "citations.admin.base.record_forms.RecordForm.validate_unique", lambda form: None
    )
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
        locate_parts(["go"], "We go. " * 60_000, before="they")


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
