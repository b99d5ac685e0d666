"""Records that quotes share: loaded once, a batch at a time."""

import pytest

from citations.index import joined_rows
from citations.index.joined_rows import RecordCache, load_articles, load_occasions, load_speakers
from citations.models import Article, Occasion, Publication, Speaker


class Loads:
    """Loads a record for each id, and remembers which ids were asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def __call__(self, ids: list[int]) -> dict[int, str]:
        self.asked.append(ids)
        return {pk: f"record {pk}" for pk in ids}


def test_a_record_is_loaded_once() -> None:
    load = Loads()
    cache = RecordCache(load)
    assert cache.records_for([2, None, 1, 2])[1] == "record 1"
    assert cache.records_for(iter([2, 3]))[3] == "record 3"
    assert cache.records_for([None, 0, 1]) == {1: "record 1", 2: "record 2", 3: "record 3"}
    assert load.asked == [[1, 2], [3]]


def test_a_full_cache_starts_over_with_all_records_of_the_batch(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(joined_rows, "MAX_CACHED_RECORDS", 2)
    load = Loads()
    cache = RecordCache(load)
    cache.records_for([1, 2, 3])
    assert cache.records_for(pk for pk in (3, 4)) == {3: "record 3", 4: "record 4"}
    assert load.asked == [[1, 2, 3], [3, 4]]


@pytest.mark.django_db
def test_a_speaker_has_every_form_of_the_name_once() -> None:
    speaker = Speaker.objects.create(slug="mayor", name="Łucja Nowak")
    for name in ("Nowak, Łucja", "LUCJA NOWAK", "…"):
        speaker.names.create(name=name, kind="alias")
    speaker.positions.create(title="Mayor", start="2020")
    loaded = load_speakers([speaker.pk])[speaker.pk]
    assert (loaded.slug, loaded.names) == ("mayor", ["lucja nowak", "nowak lucja"])
    assert [str(office) for office in loaded.offices] == ["Mayor"]


@pytest.mark.django_db
def test_an_article_and_an_occasion_have_their_words_and_days() -> None:
    paper = Publication.objects.create(slug="herald", name="The Herald", kind="newspaper")
    with_date = Article.objects.create(
        headline="Rebuilding!", kind="webpage", published="2022", publication=paper
    )
    bare = Article.objects.create(headline="Bare", kind="webpage")
    loaded = load_articles([with_date.pk, bare.pk])
    assert loaded[with_date.pk].headline == "rebuilding"
    assert loaded[with_date.pk].publication_words == "the herald"
    assert loaded[with_date.pk].has_date
    assert (loaded[bare.pk].publication, loaded[bare.pk].has_date) == ("", False)
    occasion = Occasion.objects.create(slug="speech", event="A Speech", place="Nemuro")
    assert load_occasions([occasion.pk])[occasion.pk] == (False, None, None, "a speech", "nemuro")
