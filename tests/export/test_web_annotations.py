"""Web Annotations of a quote are complete and point at its words."""

from typing import Any

import pytest

from citations.export.web_annotations import annotation_collection
from citations.models import Appearance, Article, Quote, Snapshot
from citations.models.projections import with_record
from tests.support.pages import SPLIT, TWICE

SITE = "https://citations.example"


def items_of(key: str) -> list[dict[str, Any]]:
    quote = with_record(Quote.objects.all()).get(key=key)
    collection = annotation_collection(quote, SITE)
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["id"] == f"{SITE}/quotes/{key}.jsonld"
    assert collection["label"] == f"Where quotation {key} stands"
    assert collection["total"] == len(collection["first"]["items"])
    items: list[dict[str, Any]] = collection["first"]["items"]
    return items


@pytest.mark.parametrize("key", [SPLIT, TWICE])
def test_each_part_of_each_appearance_is_annotated(seed: None, key: str) -> None:
    Article.objects.update(url="https://news.example/a")
    items = items_of(key)
    standing = Appearance.objects.filter(quote__key=key)
    assert len(items) == sum(len(one.spans) for one in standing) == 2
    assert len({one["id"] for one in items}) == len(items)
    for one in items:
        assert one["motivation"] == "identifying"
        assert one["body"] == f"{SITE}/quotes/{key}/"
        assert one["target"]["source"] == "https://news.example/a"
        assert one["target"]["state"]["type"] == "TimeState"


def test_positions_count_code_points(seed: None) -> None:
    one = Appearance.objects.filter(quote__key=TWICE)[0]
    assert one.snapshot
    text = f"👩‍👧 \U00020bb7 said: “{one.exact}” 👍"
    start = text.index(one.exact)
    snapshot = Snapshot(article=one.article, text=text, sha256="0" * 64)
    snapshot.save()
    Appearance.objects.filter(pk=one.pk).update(
        snapshot=snapshot, segments=[[start, start + len(one.exact)]]
    )
    [item] = [i for i in items_of(TWICE) if one.key in i["id"]]
    words, place = item["target"]["selector"]
    assert words == {
        "type": "TextQuoteSelector",
        "exact": one.exact,
        "prefix": text[:start],
        "suffix": "” 👍",
    }
    assert place["type"] == "TextPositionSelector"
    assert text[place["start"] : place["end"]] == one.exact


def test_without_a_snapshot_only_the_words_are_selected(seed: None) -> None:
    Appearance.objects.filter(quote__key=SPLIT).update(snapshot=None, segments=[])
    Article.objects.update(url="")
    [one] = items_of(SPLIT)
    assert [each["type"] for each in one["target"]["selector"]] == ["TextQuoteSelector"]
    assert "state" not in one["target"]
    article = Article.objects.get(appearances__quote__key=SPLIT)
    assert one["target"]["source"] == f"{SITE}/articles/{article.key}/"


def test_an_archived_copy_is_named(seed: None) -> None:
    Article.objects.update(archived_url="https://archive.example/1")
    state = items_of(TWICE)[0]["target"]["state"]
    assert state["cached"] == "https://archive.example/1"


@pytest.mark.parametrize("segments", ["x", [[0]], [["a", "b"]]])
def test_invalid_spans_are_no_error(seed: None, segments: Any) -> None:
    one = Appearance.objects.filter(quote__key=TWICE)[0]
    Appearance.objects.filter(pk=one.pk).update(segments=segments)
    assert len(items_of(TWICE)) == 2


def test_a_quote_without_appearances_has_no_annotations(seed: None) -> None:
    Appearance.objects.filter(quote__key=TWICE).delete()
    assert items_of(TWICE) == []
