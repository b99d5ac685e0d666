"""The margin of a source's text: notes, and anchors of quotations."""

from citations.models import Appearance, Article, Snapshot, sha256_of
from citations.pages.record.sources import anchors_of, margin_notes
from tests.support.pages import TWICE

ARTICLE = "2QYFQPNN"


def test_the_first_appearance_of_a_quote_has_the_anchor_that_others_link_to(seed: None) -> None:
    appearances = list(Appearance.objects.filter(article__key=ARTICLE).select_related("quote"))
    anchors = anchors_of(appearances)
    assert len(set(anchors.values())) == len(appearances)
    for one in appearances:
        assert anchors[one] in (f"q-{one.quote.key}", f"a-{one.key}")
    assert {f"q-{one.quote.key}" for one in appearances} <= set(anchors.values())


def test_the_newest_text_comes_first(seed: None) -> None:
    article = Article.objects.filter(appearances__quote__key=TWICE).order_by("pk")[0]
    old = article.appearances.filter(quote__key=TWICE).order_by("pk").first()
    snapshot = Snapshot.objects.create(article=article, text="unacceptable", sha256=sha256_of("u"))
    new = Appearance.objects.create(
        quote=old.quote,
        article=article,
        snapshot=snapshot,
        segments=[[0, 12]],
        exact="unacceptable",
    )
    anchors = anchors_of([old, new])
    assert anchors == {new: f"q-{TWICE}", old: f"a-{old.key}"}
    placed, elsewhere = margin_notes([old, new], snapshot)
    assert [note.appearance for note in placed] == [new]
    assert [note.appearance for note in elsewhere] == [old]


def test_without_a_text_all_notes_are_elsewhere(seed: None) -> None:
    one = Appearance.objects.select_related("quote").first()
    one.snapshot = None
    placed, elsewhere = margin_notes([one], None)
    assert len(placed) + len(elsewhere) == 1
