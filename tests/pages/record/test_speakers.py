"""Lines of the list of speakers, and a speaker's offices and years."""

from datetime import date

import pytest

from citations.index import sync
from citations.models import Position, Quote, Speaker, SpeakerName
from citations.pages.record.speakers import (
    counted_lines,
    foreign_names,
    lines_of_names,
    office_context,
    year_links,
)
from citations.search.find import find_quotes
from citations.search.request import Search


@pytest.mark.usefixtures("indexed")
def test_lines_have_numbers_of_quotes_and_addresses() -> None:
    speakers = list(Speaker.objects.public().order_by("slug"))
    lines = counted_lines(speakers)
    assert [line.slug for line in lines] == [speaker.slug for speaker in speakers]
    for line, speaker in zip(lines, speakers, strict=True):
        published = Quote.objects.published().filter(speaker=speaker)
        assert line.count == published.count() > 0
        assert line.url == speaker.get_absolute_url()


def test_no_speakers_have_no_lines(db: None) -> None:
    assert counted_lines([]) == []


@pytest.mark.usefixtures("indexed")
def test_speakers_are_found_by_the_beginning_of_a_name_the_most_quoted_first() -> None:
    assert [line.slug for line in lines_of_names("kish", 50)] == ["kishida-fumio"]
    lines = lines_of_names("", 50)
    assert [line.count for line in lines] == sorted((line.count for line in lines), reverse=True)
    assert len(lines_of_names("", 2)) == 2
    assert lines_of_names("zzzz", 50) == []


def test_foreign_names_come_with_their_languages(db: None) -> None:
    speaker = Speaker.objects.create(slug="s", name="Sato")
    other = Speaker.objects.create(slug="o", name="Other")
    for name, language in (("Sato", "en"), ("佐藤", "ja"), ("Сато", "ru")):
        SpeakerName.objects.create(speaker=speaker, name=name, language=language)
    assert foreign_names([speaker, other]) == {speaker.pk: [("佐藤", "ja"), ("Сато", "ru")]}


def test_offices_share_an_axis_and_a_current_one_reaches_to_its_end() -> None:
    past = Position(title="Minister", start="2000", end="2009")
    past.start_earliest, past.end_latest = date(2000, 1, 1), date(2009, 12, 31)
    now = Position(title="President", start="2010")
    now.start_earliest = date(2010, 1, 1)
    context = office_context([past, now])
    (_, first), (_, second) = context["offices"]
    assert first.start == 0
    assert second.start + second.length == 100
    assert context["line"].first == 2000


def test_offices_without_dates_have_no_bar() -> None:
    office = Position(title="Poet")
    assert office_context([office])["offices"] == [(office, None)]
    assert office_context([]) == {"line": None, "offices": []}


@pytest.mark.usefixtures("indexed")
def test_years_link_to_their_quotes_and_unknown_years_come_last() -> None:
    Quote.objects.filter(text="difficult").update(occasion=None)
    sync.rebuild_index()
    search = Search(chosen={"speaker": ("kishida-fumio",)})
    links = list(year_links(search, find_quotes(search, ())))
    assert links[-1].year is None
    assert (links[-1].count, links[-1].url) == (1, "")
    for link in links[:-1]:
        year = f"said_from={link.year:04}&said_to={link.year:04}"
        assert link.url == f"/quotes/?speaker=kishida-fumio&{year}"
        assert link.count
