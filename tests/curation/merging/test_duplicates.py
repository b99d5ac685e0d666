"""Records that look alike are suggested, until they are merged or recorded as different."""

import pytest
from django.contrib.auth.models import User

from citations.curation.merging.duplicates import likely_duplicates
from citations.curation.merging.merge import merge_records, record_as_different
from citations.models import Article, Publication, Quote
from tests.support.merging import kishida, make_quote, make_speaker

FIRST_WORDS = (
    "regrettably, the issue of the Northern Territories has not been resolved and a peace treaty"
    " has not been concluded!"
)


def test_a_pair_is_suggested_until_it_is_recorded_as_different(editor: User) -> None:
    twin = make_speaker("FUMIO KISHIDA")
    [pair] = likely_duplicates("speaker")
    assert {pair.one, pair.other} == {kishida(), twin}
    assert pair.reason == "the same name"
    record_as_different("speaker", twin, kishida(), editor)
    assert likely_duplicates("speaker") == []


def test_a_pair_is_suggested_until_it_is_merged(editor: User) -> None:
    twin = make_speaker("FUMIO KISHIDA")
    merge_records("speaker", kishida().pk, twin.pk, editor, "the same")
    assert likely_duplicates("speaker") == []


@pytest.mark.parametrize(
    ("name", "homepage", "issn", "reason"),
    [
        ("THE PAPER", "", "", "the same name"),
        ("Other", "http://paper.example/news", "", "the same site"),
        ("Other", "", "1234-5678", "the same ISSN"),
    ],
)
def test_publications_with_one_name_site_or_issn_are_suggested(
    editor: User, name: str, homepage: str, issn: str, reason: str
) -> None:
    first = {"homepage": "https://www.paper.example/", "issn": "1234-5678"}
    Publication.objects.create(slug="a", name="The Paper", kind="newspaper", **first)
    Publication.objects.create(slug="b", name=name, kind="other", homepage=homepage, issn=issn)
    assert [pair.reason for pair in likely_duplicates("publication")] == [reason]


def test_articles_with_one_headline_and_date_are_suggested(seed: None) -> None:
    first = Article.objects.get(key="46X7TFXG")
    same = Article.objects.create(
        headline=first.headline.upper(), kind="webpage", published=first.published
    )
    [pair] = likely_duplicates("article")
    assert {pair.one, pair.other} == {first, same}


def test_quotes_of_one_speaker_in_the_same_words_are_suggested(indexed: None) -> None:
    twin = make_quote(kishida(), FIRST_WORDS)
    make_quote(make_speaker("Somebody"), FIRST_WORDS)
    make_quote(kishida(), FIRST_WORDS.replace("peace ", ""))
    [pair] = likely_duplicates("quote")
    assert pair.other == twin
    assert pair.one == Quote.objects.filter(text__startswith="Regrettably").earliest("pk")
