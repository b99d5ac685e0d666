"""Quotes and articles as citations take them."""

from dataclasses import replace

import pytest

from citations.cite.csl import SOURCE_KINDS, CslName
from citations.models import Article, ArticleKind, Quote, Speaker, SpeakerName
from citations.models.appearances import primary_appearance
from citations.models.citable import (
    byline_names,
    cited_quotes,
    cited_quotes_by_id,
    csl_source,
    csl_source_of_row,
    paragraph_of,
    recorded_byline_names,
    standing_warning,
)
from citations.models.projections import read_listed_quotes, with_record


def test_every_kind_of_article_can_be_cited() -> None:
    assert set(ArticleKind.values) == SOURCE_KINDS


def test_a_quote_is_cited_with_its_primary_source(printed: None) -> None:
    quotes = list(with_record(Quote.objects.published()))
    cited = cited_quotes(quotes, "https://site.example")
    assert len(cited) == len(quotes)
    for one, quote in zip(cited, quotes, strict=True):
        primary = primary_appearance(quote)
        assert primary
        assert (one.key, one.text, one.office) == (quote.key, quote.text, str(quote.office or ""))
        assert one.address == f"https://site.example/quotes/{quote.key}/"
        assert one.source.id == primary.article.key
        assert one.paragraph == paragraph_of(primary)
    assert any(one.paragraph for one in cited)


def test_a_list_and_a_citation_name_the_same_source(printed: None) -> None:
    quote = with_record(Quote.objects.published())[0]
    primary = primary_appearance(quote)
    assert primary
    row = read_listed_quotes([quote.pk])[quote.pk]
    source = csl_source(primary.article, {})
    assert csl_source_of_row(row) == replace(source, accessed="")


def test_quotes_are_cited_in_the_order_asked_for_and_hidden_ones_are_left_out(seed: None) -> None:
    numbers = list(Quote.objects.published().values_list("pk", flat=True)[:3])
    Quote.objects.filter(pk=numbers[1]).update(state="proposed")
    keys = [one.key for one in cited_quotes_by_id(numbers[::-1], "")]
    assert keys == [Quote.objects.get(pk=numbers[at]).key for at in (2, 0)]


@pytest.mark.parametrize(
    ("byline", "names"),
    [(["A. B.", "", "  ", 5], ["A. B."]), ("A. B.", []), ({"A": 1}, []), (None, [])],
)
def test_only_names_are_read_from_a_byline(byline: object, names: list[str]) -> None:
    assert byline_names(byline) == names


@pytest.mark.django_db
def test_a_recorded_name_has_its_parts_unless_two_speakers_differ() -> None:
    one = Article(byline=["Rich Motoko", "NHK", "Nobody"])
    for slug, kind, name, family in (
        ("rich", "person", "Rich Motoko", "Rich"),
        ("nhk", "organisation", "NHK", "NHK"),
    ):
        speaker = Speaker.objects.create(slug=slug, kind=kind, name=name)
        given = name.removeprefix(family).strip()
        SpeakerName.objects.create(speaker=speaker, name=name, family=family, given=given)
    found = recorded_byline_names([one])
    assert found == {
        "Rich Motoko": CslName("Rich Motoko", "Rich", "Motoko"),
        "NHK": CslName("NHK"),
    }
    other = Speaker.objects.create(slug="motoko", name="Rich Motoko")
    SpeakerName.objects.create(speaker=other, name="Rich Motoko", family="Motoko", given="Rich")
    assert set(recorded_byline_names([one])) == {"NHK"}


def test_a_warning_says_why_and_who_said_it_instead() -> None:
    quote = Quote(standing="accepted")
    assert standing_warning(quote) == ""
    quote = Quote(standing="disputed", standing_note="No record.")
    assert standing_warning(quote) == "Disputed: No record."
    quote = Quote(standing="misattributed", standing_note="An actor.")
    quote.correct_speaker = Speaker(name="Abe")
    assert standing_warning(quote) == "Misattributed: An actor. Said by Abe."
