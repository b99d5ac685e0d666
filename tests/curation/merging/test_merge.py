"""Two records become one, to be taken back to the letter; what cannot be is refused whole."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import serializers
from django.test import Client

from citations.curation.merging.duplicates import likely
from citations.curation.merging.journal import CannotUndoError, undo
from citations.curation.merging.merge import CannotMergeError, merge, tell_apart
from citations.curation.merging.plans import plan
from citations.models import (
    Appearance,
    Article,
    Merge,
    Position,
    Proposal,
    Publication,
    Quote,
    QuoteRelation,
    Snapshot,
    Speaker,
    SpeakerName,
    Topic,
    sha256_of,
)
from citations.models.base.permanent_keys import new_key

RECORDS: list[Any] = [
    Speaker, SpeakerName, Position, Publication, Article, Snapshot, Quote, Appearance,
    QuoteRelation, Proposal, Quote.topics.through,
]  # fmt: skip


@pytest.fixture
def editor(seed: None) -> User:
    return User.objects.create_user("editor")


def everything() -> dict[str, Any]:
    """All rows but for when quotes were changed."""
    rows = [row for model in RECORDS for row in model.objects.order_by("pk")]
    told = serializers.serialize("python", rows)
    return {
        f"{row['model']} {row['pk']}": {k: v for k, v in row["fields"].items() if k != "changed"}
        for row in told
    }


def speaker(name: str, **about: Any) -> Speaker:
    made = Speaker.objects.create(slug=new_key().lower(), name=name, **about)
    SpeakerName.objects.create(speaker=made, name=name, kind="preferred")
    return made


def quote(said_by: Speaker, text: str = "We will wait", **about: Any) -> Quote:
    made = Quote.objects.create(speaker=said_by, text=text, state="published", **about)
    article = Article.objects.create(headline=f"Report {made.pk}", kind="webpage")
    Appearance.objects.create(quote=made, article=article, exact=text, primary=True)
    return made


def kishida() -> Speaker:
    return Speaker.objects.get(slug="kishida-fumio")


def two_speakers() -> tuple[Any, Any]:
    other = speaker("F. Kishida")
    office = Position.objects.create(speaker=other, title="Prime Minister", start="2021-10-04")
    Position.objects.create(speaker=other, title="Foreign Minister", start="2012")
    quote(other, position=office)
    quote(speaker("X"), standing="misattributed", standing_note="No.", correct_speaker=other)
    return kishida(), other


def two_publications() -> tuple[Any, Any]:
    one, other = (Publication.objects.create(slug=n, name=n, kind="other") for n in ("a", "b"))
    Article.objects.update(publication=other)
    return one, other


def two_articles() -> tuple[Any, Any]:
    other = Article.objects.get(key="46X7TFXG")
    kept = Article.objects.create(headline="Kept", kind="webpage", derived_from=other)
    Article.objects.create(headline="A copy", kind="webpage", derived_from=other)
    text = other.snapshots.get().text
    Snapshot.objects.create(article=kept, text=f"{text} ", sha256=sha256_of(f"{text} "))
    found = Proposal(snapshot=other.snapshots.get(), exact="x", segments=[[0, 1]], start=0)
    found.save()
    return kept, other


def two_quotes() -> tuple[Any, Any]:
    kept, other = quote(kishida()), quote(kishida(), "We will wait!")
    other.topics.add(Topic.objects.all()[0])
    third = Quote.objects.get(key="XYRS28E5")
    for one, another in ((other, third), (third, other), (kept, other)):
        QuoteRelation.objects.create(quote=one, kind="restates", other=another)
    return kept, other


PAIRS = {
    "speaker": two_speakers,
    "publication": two_publications,
    "article": two_articles,
    "quote": two_quotes,
}


@pytest.mark.parametrize("kind", PAIRS)
def test_a_merge_is_taken_back_to_the_letter(editor: User, kind: str) -> None:
    kept, other = PAIRS[kind]()
    before = everything()
    done = merge(kind, kept.pk, other.pk, editor, "the same")
    assert everything() != before
    undo(done.pk, editor)
    assert everything() == before
    with pytest.raises(CannotUndoError, match="undone already"):
        undo(done.pk, editor)


@pytest.mark.parametrize("kind", PAIRS)
def test_what_is_planned_changes_nothing(editor: User, kind: str) -> None:
    kept, other = PAIRS[kind]()
    before = everything()
    assert plan(kind, kept, other).moves
    assert everything() == before


def test_a_speakers_quotes_names_and_offices_go_to_the_one_that_is_kept(editor: User) -> None:
    kept, other = two_speakers()
    said = other.quotes.get()
    merge("speaker", kept.pk, other.pk, editor, "the same man")
    said.refresh_from_db()
    assert said.speaker == kept
    assert said.position == kept.positions.get(title="Prime Minister")
    assert kept.names.get(name="F. Kishida").kind == "alias"
    assert kept.positions.filter(title="Foreign Minister").exists()
    assert Quote.objects.get(standing="misattributed").correct_speaker == kept
    assert said.history.first().history_change_reason == "the same man"


def test_appearances_topics_and_relations_go_to_the_quote_that_is_kept(editor: User) -> None:
    kept, other = two_quotes()
    merge("quote", kept.pk, other.pk, editor, "the same words")
    other.refresh_from_db()
    assert (kept.appearances.count(), other.appearances.count()) == (2, 0)
    assert kept.appearances.filter(primary=True).count() == 1
    assert kept.topics.count() == 1
    assert {one.other.key for one in kept.relations.all()} == {"XYRS28E5", other.key}
    assert other.state == "rejected"


def test_the_same_appearance_of_both_is_one(editor: User) -> None:
    kept = Quote.objects.get(key="XYRS28E5")
    stands = kept.appearances.get()
    other = Quote.objects.create(speaker=kept.speaker, text=kept.text, state="published")
    double = Appearance(quote=other, primary=True)
    assert stands.snapshot
    double.anchor(stands.snapshot, stands.spans)
    double.save()
    merge("quote", kept.pk, other.pk, editor, "twice")
    assert kept.appearances.get() == stands


def test_the_texts_of_a_merged_article_are_texts_of_the_kept(editor: User) -> None:
    kept, other = two_articles()
    merge("article", kept.pk, other.pk, editor, "the same report")
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
def test_old_addresses_lead_on_for_good_and_back_again(
    client: Client, editor: User, kind: str, addresses: list[str]
) -> None:
    kept, other = PAIRS[kind]()
    old, new = other.natural_key()[0], kept.natural_key()[0]
    done = merge(kind, kept.pk, other.pk, editor, "the same")
    for address in addresses:
        response = client.get(address.format(old))
        assert (response.status_code, response["Location"]) == (301, address.format(new))
        assert response["Cache-Control"] == "no-cache"  # for it may be undone
    undo(done.pk, editor)
    assert client.get(addresses[0].format(old)).status_code == 200


def test_an_address_leads_through_several_merges(client: Client, editor: User) -> None:
    first, second, third = (quote(kishida(), f"We will wait{n * '!'}") for n in range(3))
    merge("quote", second.pk, third.pk, editor, "one")
    merge("quote", first.pk, second.pk, editor, "two")
    response = client.get(third.get_absolute_url())
    assert response["Location"] == first.get_absolute_url()


def refused(kind: str, kept: Any, merged: Any, editor: User) -> str:
    before = everything()
    with pytest.raises(CannotMergeError) as problem:
        merge(kind, kept.pk, merged.pk, editor, "the same")
    assert everything() == before
    assert not Merge.objects.filter(kept=kept.natural_key()[0]).exists()
    return str(problem.value)


def test_what_cannot_be_one_is_refused_and_nothing_is_changed(editor: User) -> None:
    one, other = speaker("One"), speaker("Other")
    assert "choose two" in refused("speaker", one, one, editor)
    quote(one, standing="misattributed", standing_note="No.", correct_speaker=other)
    assert "says that one of them did not say it" in refused("speaker", one, other, editor)
    assert "two speakers" in refused("quote", quote(one), quote(other), editor)
    rejected = quote(one, "Never")
    Quote.objects.filter(pk=rejected.pk).update(state="rejected")
    assert "keep the other" in refused("quote", rejected, quote(one), editor)


def test_merges_never_go_round_in_a_circle(editor: User) -> None:
    one, other, third = speaker("One"), speaker("Other"), speaker("Third")
    merge("speaker", one.pk, other.pk, editor, "the same")
    assert "merged already" in refused("speaker", other, one, editor)
    assert "merged already" in refused("speaker", third, other, editor)
    merge("speaker", third.pk, one.pk, editor, "the same")
    other.refresh_from_db()
    assert other.merged_into == third


def test_what_was_changed_since_is_not_undone_by_halves(editor: User) -> None:
    kept, other = two_speakers()
    done = merge("speaker", kept.pk, other.pk, editor, "the same")
    third = speaker("Third")
    merge("speaker", third.pk, kept.pk, editor, "further")
    before = everything()
    with pytest.raises(CannotUndoError, match="Changed since, or merged further"):
        undo(done.pk, editor)
    assert everything() == before


def test_likely_duplicates_are_found_until_they_are_merged_or_told_apart(editor: User) -> None:
    twin = speaker("FUMIO KISHIDA")
    [pair] = likely("speaker")
    assert {pair.one, pair.other} == {kishida(), twin}
    tell_apart("speaker", twin, kishida(), editor)
    tell_apart("speaker", kishida(), twin, editor)
    assert likely("speaker") == []


@pytest.mark.parametrize(
    ("name", "homepage", "issn", "why"),
    [
        ("THE PAPER", "", "", "name"),
        ("Other", "http://paper.example/news", "", "site"),
        ("Other", "", "1234-5678", "ISSN"),
    ],
)
def test_publications_alike_are_found(
    editor: User, name: str, homepage: str, issn: str, why: str
) -> None:
    first = {"homepage": "https://www.paper.example/", "issn": "1234-5678"}
    Publication.objects.create(slug="a", name="The Paper", kind="newspaper", **first)
    Publication.objects.create(slug="b", name=name, kind="other", homepage=homepage, issn=issn)
    assert [why in pair.why for pair in likely("publication")] == [True]


def test_articles_and_quotes_alike_are_found(editor: User) -> None:
    first = Article.objects.get(key="46X7TFXG")
    same = Article.objects.create(
        headline=first.headline.upper(), kind="webpage", published=first.published
    )
    [pair] = likely("article")
    assert {pair.one, pair.other} == {first, same}
    twin = quote(kishida(), "regrettably, the issue of the Northern Territories has not been "
                 "resolved and a peace treaty has not been concluded!")  # fmt: skip
    assert {each.other for each in likely("quote")} == {twin}
