"""Two records become one; what cannot be merged is refused and nothing changes."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from citations.curation.merging.change_set import undo_merge
from citations.curation.merging.merge import CannotMergeError, merge_records, record_as_different
from citations.models import Appearance, Different, Merge, Quote
from tests.support.merging import (
    PAIRS,
    all_records,
    kishida,
    make_quote,
    make_speaker,
    two_articles,
    two_quotes,
    two_speakers,
)


def test_a_speakers_quotes_names_and_offices_go_to_the_one_that_is_kept(editor: User) -> None:
    kept, other = two_speakers()
    quote = other.quotes.get()
    merge_records("speaker", kept.pk, other.pk, editor, "the same man")
    quote.refresh_from_db()
    assert quote.speaker == kept
    assert quote.position == kept.positions.get(title="Prime Minister")
    assert kept.names.get(name="F. Kishida").kind == "alias"
    assert kept.positions.filter(title="Foreign Minister").exists()
    assert Quote.objects.get(standing="misattributed").correct_speaker == kept
    assert quote.history.first().history_change_reason == "the same man"


def test_appearances_topics_and_relations_go_to_the_quote_that_is_kept(editor: User) -> None:
    kept, other = two_quotes()
    merge_records("quote", kept.pk, other.pk, editor, "the same words")
    other.refresh_from_db()
    assert (kept.appearances.count(), other.appearances.count()) == (2, 0)
    assert kept.appearances.filter(primary=True).count() == 1
    assert kept.topics.count() == 1
    assert {one.other.key for one in kept.relations.all()} == {"XYRS28E5", other.key}
    assert other.state == "rejected"


def test_the_same_appearance_of_both_is_one(editor: User) -> None:
    kept = Quote.objects.get(key="XYRS28E5")
    appearance = kept.appearances.get()
    other = Quote.objects.create(speaker=kept.speaker, text=kept.text, state="published")
    double = Appearance(quote=other, primary=True)
    assert appearance.snapshot
    double.anchor(appearance.snapshot, appearance.spans)
    double.save()
    merge_records("quote", kept.pk, other.pk, editor, "twice")
    assert kept.appearances.get() == appearance


def test_the_texts_of_a_merged_article_become_texts_of_the_kept_one(editor: User) -> None:
    kept, other = two_articles()
    merge_records("article", kept.pk, other.pk, editor, "the same report")
    kept.refresh_from_db()
    assert kept.snapshots.count() == 2
    assert kept.derived_from is None
    assert kept.copies.get().headline == "A copy"
    for appearance in Appearance.objects.filter(article=kept):
        assert appearance.snapshot
        assert appearance.snapshot.article == kept
        appearance.full_clean()
    assert not other.appearances.exists()


ADDRESSES = [
    ("quote", ["/quotes/{}/", "/quotes/{}.ris", "/quotes/{}.jsonld", "/quotes/{}/cite/?style=apa"]),
    ("article", ["/articles/{}/", "/articles/{}/cite/"]),
    ("publication", ["/publications/{}/"]),
    ("speaker", ["/speakers/{}/"]),
]


@pytest.mark.parametrize(("kind", "addresses"), ADDRESSES)
def test_old_addresses_redirect_until_the_merge_is_undone(
    client: Client, editor: User, kind: str, addresses: list[str]
) -> None:
    kept, other = PAIRS[kind]()
    old, new = other.natural_key()[0], kept.natural_key()[0]
    merge = merge_records(kind, kept.pk, other.pk, editor, "the same")
    for address in addresses:
        response = client.get(address.format(old))
        assert (response.status_code, response["Location"]) == (301, address.format(new))
        assert response["Cache-Control"] == "no-cache"  # because it may be undone
    undo_merge(merge.pk, editor)
    assert client.get(addresses[0].format(old)).status_code == 200


def test_an_address_redirects_through_several_merges(client: Client, editor: User) -> None:
    first, second, third = (make_quote(kishida(), f"We will wait{n * '!'}") for n in range(3))
    merge_records("quote", second.pk, third.pk, editor, "one")
    merge_records("quote", first.pk, second.pk, editor, "two")
    response = client.get(third.get_absolute_url())
    assert response["Location"] == first.get_absolute_url()


def refusal(kind: str, kept: Any, merged: Any, editor: User) -> str:
    """The message; asserts that nothing changed."""
    before = all_records()
    with pytest.raises(CannotMergeError) as problem:
        merge_records(kind, kept.pk, merged.pk, editor, "the same")
    assert all_records() == before
    assert not Merge.objects.filter(kept=kept.natural_key()[0]).exists()
    return str(problem.value)


def test_what_cannot_be_merged_is_refused_and_nothing_changes(editor: User) -> None:
    one, other = make_speaker("One"), make_speaker("Other")
    assert refusal("speaker", one, one, editor) == "Choose two different records that exist."
    make_quote(one, standing="misattributed", standing_note="No.", correct_speaker=other)
    assert "says that one of them did not say it" in refusal("speaker", one, other, editor)
    assert "two speakers" in refusal("quote", make_quote(one), make_quote(other), editor)
    rejected = make_quote(one, "Never")
    Quote.objects.filter(pk=rejected.pk).update(state="rejected")
    assert "keep the other" in refusal("quote", rejected, make_quote(one), editor)


def test_merges_never_form_a_circle(editor: User) -> None:
    one, other, third = make_speaker("One"), make_speaker("Other"), make_speaker("Third")
    merge_records("speaker", one.pk, other.pk, editor, "the same")
    assert "already been merged" in refusal("speaker", other, one, editor)
    assert "already been merged" in refusal("speaker", third, other, editor)
    merge_records("speaker", third.pk, one.pk, editor, "the same")
    other.refresh_from_db()
    assert other.merged_into == third


def test_a_pair_is_recorded_as_different_once_in_either_order(editor: User) -> None:
    one, other = make_speaker("One"), make_speaker("Other")
    record_as_different("speaker", one, other, editor)
    record_as_different("speaker", other, one, editor)
    pair = Different.objects.get()
    assert [pair.one, pair.other] == sorted([one.slug, other.slug])
