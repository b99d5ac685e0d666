"""A quote's wordings: each once, earliest first, copies with their original, differences marked."""

import pytest
from django.test import Client

from citations.models import Appearance, Article, Quote, Speaker
from citations.pages.record.variants import reason_for_wording, wording_variants

SAID = "We will not give in"


@pytest.fixture
def quote(db: None) -> Quote:
    speaker = Speaker.objects.create(slug="duarte", name="Ana Duarte")
    return Quote.objects.create(speaker=speaker, text=SAID, state="published")


def printed(
    quote: Quote, words: str, published: str = "", source: Article | None = None, **about: bool
) -> Appearance:
    article = Article.objects.create(
        headline=f"{words} {published}", kind="webpage", published=published, derived_from=source
    )
    return Appearance.objects.create(quote=quote, article=article, exact=words, **about)


def told(quote: Quote) -> list[tuple[bool, list[str]]]:
    """Of each wording whether it is the quote's own, and the dates of its sources."""
    found = wording_variants(quote, quote.appearances.all())
    dates = [[each.appearance.article.published for each in one.sources] for one in found]
    return list(zip([one.is_reference for one in found], dates, strict=True))


def test_the_earliest_comes_first_and_the_undated_last(quote: Quote) -> None:
    printed(quote, "We won’t give in")
    printed(quote, SAID, "2024-03", primary=True)
    printed(quote, "We will never give in", "2022")
    assert told(quote) == [(False, ["2022"]), (True, ["2024-03"]), (False, [""])]


def test_marks_case_and_spaces_make_no_other_wording(quote: Quote) -> None:
    printed(quote, "we will  not give in,", "2022")
    printed(quote, "We will not “give in”", "2023")
    assert told(quote) == [(True, ["2022", "2023"])]


def test_copies_stand_with_what_they_were_copied_from(quote: Quote) -> None:
    first = printed(quote, SAID, "2022-01-01", primary=True)
    copy = printed(quote, SAID, "2022-01-02", first.article)
    printed(quote, SAID, "2022-01-03", copy.article)
    own = printed(quote, SAID, "2022-01-04")
    [wording] = wording_variants(quote, quote.appearances.all())
    assert [(one.appearance, len(one.copies)) for one in wording.sources] == [(first, 2), (own, 0)]


def test_copies_of_what_is_not_on_record_stand_together(quote: Quote) -> None:
    wire = Article.objects.create(headline="Wire", kind="webpage")
    printed(quote, SAID, "2022", wire)
    printed(quote, SAID, "2023", wire)
    [wording] = wording_variants(quote, quote.appearances.all())
    assert [len(one.copies) for one in wording.sources] == [1]


def test_translations_stand_apart_and_last(quote: Quote) -> None:
    printed(quote, SAID, "2020", translated=True)
    printed(quote, SAID, "2024")
    found = wording_variants(quote, quote.appearances.all())
    assert [(one.is_translated, len(one.edits)) for one in found] == [(False, 0), (True, 0)]


def test_the_rule_by_which_the_wording_was_chosen_is_said(quote: Quote) -> None:
    first = printed(quote, SAID, "2022")
    second = printed(quote, "We won’t give in", "2023")

    def rule() -> str:
        return reason_for_wording(quote, list(quote.appearances.all()))

    assert rule() == "No curator has chosen the source of the wording above yet."
    Appearance.objects.filter(pk=first.pk).update(primary=True)
    assert rule() == "The wording above is that of the earliest source."
    Article.objects.filter(pk=first.article_id).update(published="2022-06/2023-06")
    assert rule() == "The wording above is that of the source that a curator chose as the best."
    Appearance.objects.update(primary=False)
    Appearance.objects.filter(pk=second.pk).update(primary=True)
    assert rule() == "The wording above is edited from the wording of its own source."
    Quote.objects.update(text="We won’t give in")
    quote.refresh_from_db()
    assert rule() == "The wording above is that of the source that a curator chose as the best."


def test_the_page_marks_what_differs_word_by_word(client: Client, quote: Quote) -> None:
    printed(quote, SAID, "2022", primary=True)
    printed(quote, "We will never give in", "2023")
    page = client.get(quote.get_absolute_url()).content.decode()
    assert '<del><span class="unseen">left out: </span>not </del>' in page
    assert '<ins><span class="unseen">printed: </span>never </ins>' in page
    assert "The wording above is that of the earliest source." in page


def test_a_quote_of_one_source_says_nothing_of_wordings(client: Client, quote: Quote) -> None:
    printed(quote, SAID, "2022", primary=True)
    assert 'id="wordings"' not in client.get(quote.get_absolute_url()).content.decode()
