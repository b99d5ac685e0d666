"""Candidate quotes are loaded with every wording, and the best match is chosen."""

import pytest
from pytest_django import DjangoAssertNumQueries

from citations.comparison.verdict import Verdict
from citations.comparison.wording_tokens import WordingTokens
from citations.drafts.candidates import (
    PrintedWording,
    QuoteCandidate,
    best_match,
    load_candidates,
    match_rank,
)
from citations.index.analysis import indexable_text
from citations.models import Quote

RECORDED = "We will not give up our claim to the northern islands"


def wording(*parts: str, contexts: tuple[tuple[str, str], ...] = ()) -> PrintedWording:
    return PrintedWording(
        parts, frozenset(indexable_text(" ".join(parts)).split()), tuple(contexts)
    )


def candidate(*wordings: PrintedWording) -> QuoteCandidate:
    return QuoteCandidate(1, 1, is_paraphrase=False, wordings=wordings)


def test_a_quote_is_loaded_with_its_reference_wording_and_its_printings(seed: None) -> None:
    quote = Quote.objects.get(key="XYRS28E5")
    loaded = load_candidates([quote.pk])[quote.pk]
    assert (loaded.number, loaded.speaker, loaded.is_paraphrase) == (
        quote.pk, quote.speaker_id, False,
    )  # fmt: skip
    assert loaded.wordings[0].text == quote.text
    appearance = quote.appearances.get(primary=True)
    assert loaded.wordings[0].contexts[0] == (appearance.prefix, appearance.suffix)


def test_a_split_printing_is_a_wording_in_parts(seed: None) -> None:
    quote = Quote.objects.get(appearances__cue="read")
    parts = [each.parts for each in load_candidates([quote.pk])[quote.pk].wordings]
    assert sorted(len(each) for each in parts) == [1, 2]


def test_an_original_is_a_wording_of_its_own(seed: None) -> None:
    Quote.objects.filter(key="XYRS28E5").update(original="これは優先事項だ", original_language="ja")
    quote = Quote.objects.get(key="XYRS28E5")
    assert "これは優先事項だ" in {
        each.text for each in load_candidates([quote.pk])[quote.pk].wordings
    }


def test_unpublished_quotes_are_not_candidates(seed: None) -> None:
    quote = Quote.objects.get(key="XYRS28E5")
    Quote.objects.filter(pk=quote.pk).update(state="proposed")
    assert load_candidates([quote.pk]) == {}


def test_wide_contexts_come_from_the_text_of_the_article(
    seed: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    quotes = list(Quote.objects.published().values_list("pk", flat=True))
    with django_assert_num_queries(2):
        near = load_candidates(quotes)
    with django_assert_num_queries(3):
        wide = load_candidates(quotes, wide=True)
    quote = Quote.objects.get(key="XYRS28E5").pk
    before, after = near[quote].wordings[0].contexts[0]
    wide_before, wide_after = wide[quote].wordings[0].contexts[0]
    assert wide_before.endswith(before)
    assert wide_after.startswith(after)
    assert len(wide_before + wide_after) > len(before + after)


def test_without_keys_there_is_no_query(
    db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert load_candidates([]) == {}


@pytest.mark.parametrize(
    ("quoted", "verdict"),
    [
        ("We will not give up our claim", Verdict.VERBATIM),
        ("we will not give up our claim,", Verdict.TYPOGRAPHIC),
        ("We will not … the northern islands", Verdict.ABRIDGED),
        ("We will give up our claim to the northern islands", Verdict.ALTERED),
    ],
)
def test_the_passage_of_the_wording_is_compared(quoted: str, verdict: Verdict) -> None:
    match = best_match(WordingTokens((quoted,)), candidate(wording(RECORDED)))
    assert match
    assert (match.passage.verdict, match.text) == (verdict, RECORDED)


def test_words_with_nothing_in_common_do_not_match() -> None:
    assert (
        best_match(WordingTokens(("The harbour opens in spring",)), candidate(wording(RECORDED)))
        is None
    )


def test_the_best_wording_wins() -> None:
    other = wording("We will never give up our claim to the northern islands")
    match = best_match(WordingTokens((RECORDED,)), candidate(other, wording(RECORDED)))
    assert match
    assert (match.passage.verdict, match.text) == (Verdict.VERBATIM, RECORDED)


def test_matches_are_ordered_by_verdict_and_then_by_likeness() -> None:
    exact, altered, far = (
        best_match(WordingTokens((quoted,)), candidate(wording(RECORDED)))
        for quoted in (
            RECORDED,
            "We will not give up our claim to the southern islands",
            "We will not give up our hope to the southern islands",
        )
    )
    assert exact
    assert altered
    assert far
    assert sorted([far, altered, exact], key=match_rank) == [exact, altered, far]


def test_words_outside_the_sources_marks_go_beyond_the_quotation() -> None:
    printed = wording("a quiet harbour", contexts=(("He called it “", "” that nobody visits."),))
    match = best_match(WordingTokens(("a quiet harbour that nobody visits",)), candidate(printed))
    assert match
    assert match.passage.goes_beyond
    assert match.context == ("He called it “", "” that nobody visits.")
