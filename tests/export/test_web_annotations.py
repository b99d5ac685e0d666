"""Where a quote stands as Web Annotations: complete, and pointing at its words."""

import json
from typing import Any

import pytest
from django.test import Client

from citations.models import Appearance, Article, Quote, Snapshot
from tests.support.pages import SPLIT, TWICE, page


def items_of(client: Client, key: str) -> list[dict[str, Any]]:
    read = json.loads(page(client, f"/quotes/{key}.jsonld"))
    assert read["total"] == len(read["first"]["items"])
    found: list[dict[str, Any]] = read["first"]["items"]
    return found


def test_it_is_a_collection_that_any_page_may_read(client: Client, seed: None) -> None:
    response = client.get(f"/quotes/{TWICE}.jsonld")
    assert response["Content-Type"] == (
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    )
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response["Link"] == f'<http://testserver/quotes/{TWICE}/>; rel="describes"'
    read = json.loads(response.content)
    assert read["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (read["type"], read["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert read["id"] == f"http://testserver/quotes/{TWICE}.jsonld"


@pytest.mark.parametrize("key", [SPLIT, TWICE])
def test_each_part_of_each_appearance_is_annotated(client: Client, seed: None, key: str) -> None:
    Article.objects.update(url="https://news.example/a")
    items = items_of(client, key)
    standing = Appearance.objects.filter(quote__key=key)
    assert len(items) == sum(len(one.spans) for one in standing) == 2
    assert len({one["id"] for one in items}) == len(items)
    for one in items:
        assert one["motivation"] == "identifying"
        assert one["body"] == f"http://testserver/quotes/{key}/"
        assert one["target"]["source"] == "https://news.example/a"
        assert one["target"]["state"]["type"] == "TimeState"


def test_the_places_count_code_points(client: Client, seed: None) -> None:
    one = Appearance.objects.filter(quote__key=TWICE)[0]
    assert one.snapshot
    text = f"👩‍👧 \U00020bb7 said: “{one.exact}” 👍"
    start = text.index(one.exact)
    snapshot = Snapshot(article=one.article, text=text, sha256="0" * 64)
    snapshot.save()
    Appearance.objects.filter(pk=one.pk).update(
        snapshot=snapshot, segments=[[start, start + len(one.exact)]]
    )
    [found] = [i for i in items_of(client, TWICE) if one.key in i["id"]]
    words, place = found["target"]["selector"]
    assert words == {
        "type": "TextQuoteSelector",
        "exact": one.exact,
        "prefix": text[:start],
        "suffix": "” 👍",
    }
    assert place["type"] == "TextPositionSelector"
    assert text[place["start"] : place["end"]] == one.exact


def test_without_a_text_only_the_words_are_pointed_at(client: Client, seed: None) -> None:
    Appearance.objects.filter(quote__key=SPLIT).update(snapshot=None, segments=[])
    Article.objects.update(url="")
    [one] = items_of(client, SPLIT)
    assert [each["type"] for each in one["target"]["selector"]] == ["TextQuoteSelector"]
    assert "state" not in one["target"]
    article = Article.objects.get(appearances__quote__key=SPLIT)
    assert one["target"]["source"] == f"http://testserver/articles/{article.key}/"


def test_a_copy_in_an_archive_is_named(client: Client, seed: None) -> None:
    Article.objects.update(archived_url="https://archive.example/1")
    state = items_of(client, TWICE)[0]["target"]["state"]
    assert state["cached"] == "https://archive.example/1"


@pytest.mark.parametrize("segments", ["x", [[0]], [["a", "b"]]])
def test_spans_written_past_the_model_are_no_error(
    client: Client, seed: None, segments: Any
) -> None:
    one = Appearance.objects.filter(quote__key=TWICE)[0]
    Appearance.objects.filter(pk=one.pk).update(segments=segments)
    assert len(items_of(client, TWICE)) == 2


def test_a_quote_that_stands_nowhere_has_none(client: Client, seed: None) -> None:
    Appearance.objects.filter(quote__key=TWICE).delete()
    assert items_of(client, TWICE) == []


@pytest.mark.parametrize("state", ["proposed", "rejected"])
def test_only_what_is_published_is_annotated(client: Client, seed: None, state: str) -> None:
    Quote.objects.filter(key=TWICE).update(state=state)
    assert client.get(f"/quotes/{TWICE}.jsonld").status_code == 404


def test_it_takes_no_more_queries_than_the_page(
    client: Client, seed: None, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(8):
        page(client, f"/quotes/{TWICE}.jsonld")
