"""Which quote a quotation is: the words decide first, then the named speaker, then the day."""

import pytest

from citations.comparison.verdict import Verdict
from citations.comparison.wording_tokens import WordingTokens
from citations.drafts.attribution_check import AttributionClaim
from citations.drafts.candidates import QuoteMatch, best_match, load_candidates, match_rank
from citations.drafts.findings import Finding, Flag
from citations.drafts.record_choice import RecordChooser, actual_speaker, has_sound_match
from citations.models import Occasion, Quote, Speaker
from tests.support.merging import kishida, make_quote

pytestmark = pytest.mark.usefixtures("seed")

DOOR = "We shall keep the old door open"
KISHIDA = AttributionClaim("Kishida Fumio", "Kishida Fumio")
HAYASHI = AttributionClaim("Hayashi Yoshimasa", "Hayashi Yoshimasa")
NOBODY = AttributionClaim()


def hayashi() -> Speaker:
    return Speaker.objects.get(slug="hayashi-yoshimasa")


def matches_with(words: WordingTokens, *quotes: Quote) -> list[QuoteMatch]:
    candidates = load_candidates(quote.pk for quote in quotes)
    found = [best_match(words, candidates[quote.pk]) for quote in quotes]
    return sorted((each for each in found if each), key=match_rank)


def choose(text: str, claim: AttributionClaim, *quotes: Quote) -> Finding:
    words = WordingTokens((text,))
    matches = matches_with(words, *quotes)
    return RecordChooser.for_matches(matches).best_finding(words, claim, matches)


def test_the_same_words_of_the_named_speaker_are_chosen() -> None:
    one, other = make_quote(kishida(), DOOR), make_quote(hayashi(), DOOR)
    assert choose(DOOR, KISHIDA, one, other).quote == one
    assert choose(DOOR, HAYASHI, one, other).quote == other


def test_without_a_name_words_of_two_speakers_are_ambiguous() -> None:
    one, other = make_quote(kishida(), DOOR), make_quote(hayashi(), DOOR)
    finding = choose(DOOR, NOBODY, one, other)
    assert (finding.verdict, finding.quote) == (Verdict.AMBIGUOUS, None)
    assert set(finding.others) == {one, other}
    assert "Kishida Fumio or Hayashi Yoshimasa" in finding.note


def test_the_named_speakers_altered_words_come_before_anothers_exact_words() -> None:
    exact = make_quote(hayashi(), DOOR)
    altered = make_quote(kishida(), DOOR.replace("old", "new"))
    finding = choose(DOOR, KISHIDA, exact, altered)
    assert (finding.quote, finding.verdict) == (altered, Verdict.ALTERED)


def test_anothers_exact_words_are_flagged() -> None:
    finding = choose(DOOR, HAYASHI, make_quote(kishida(), DOOR))
    assert (finding.verdict, finding.flags) == (Verdict.VERBATIM, (Flag.SPEAKER,))
    assert finding.matches is False


def test_anothers_somewhat_similar_words_are_unknown() -> None:
    quote = make_quote(kishida(), "We shall keep the old door open to all our friends")
    finding = choose("We shall keep the new gate open to all your friends", HAYASHI, quote)
    assert (finding.verdict, finding.quote) == (Verdict.UNKNOWN, None)
    assert choose("We shall keep the new gate open to all your friends", KISHIDA, quote).quote


def test_few_words_are_judged_only_for_the_named_speaker() -> None:
    quote = make_quote(kishida(), "Never again")
    assert choose("Never again", KISHIDA, quote).verdict == Verdict.VERBATIM
    assert choose("Never again", HAYASHI, quote).verdict == Verdict.TOO_SHORT
    assert choose("Never again", NOBODY, quote).verdict == Verdict.TOO_SHORT


def test_of_two_equal_quotes_the_one_of_the_day_is_chosen() -> None:
    days = [Occasion.objects.create(slug=day, date=day) for day in ("2023-01-01", "2024-01-01")]
    first, second = (make_quote(kishida(), DOOR, occasion=day) for day in days)
    claim = AttributionClaim("Kishida", "Kishida", said="2024-01-01")
    finding = choose(DOOR, claim, first, second)
    assert (finding.quote, finding.flags) == (second, ())


def test_a_paraphrase_is_chosen_last_and_named_as_one() -> None:
    paraphrase, quote = make_quote(kishida(), DOOR, mode="indirect"), make_quote(kishida(), DOOR)
    assert choose(DOOR, KISHIDA, paraphrase, quote).quote == quote
    assert choose(DOOR, KISHIDA, paraphrase).verdict == Verdict.PARAPHRASE


def test_a_corrected_attribution_raises_no_flag() -> None:
    quote = make_quote(
        kishida(), DOOR, standing="misattributed", standing_note="No.", correct_speaker=hayashi()
    )
    assert actual_speaker(quote) == hayashi()
    assert choose(DOOR, HAYASHI, quote).flags == ()
    assert choose(DOOR, KISHIDA, quote).flags == (Flag.SPEAKER, Flag.STANDING)


def test_quotes_joined_by_omissions_are_abridged_with_a_flag() -> None:
    first = make_quote(kishida(), DOOR)
    second = make_quote(kishida(), "Nobody will take the river from us")
    parts = [matches_with(WordingTokens((quote.text,)), quote)[0] for quote in (first, second)]
    words = WordingTokens((f"{first.text} … {second.text}",))
    finding = RecordChooser.for_matches(parts).joined_finding(words, KISHIDA, parts)
    assert (finding.verdict, finding.quote, list(finding.others)) == (
        Verdict.ABRIDGED, first, [second],
    )  # fmt: skip
    assert (finding.flags, finding.edits) == ((Flag.GAP,), ())


def test_only_the_best_match_makes_a_quotation_sound() -> None:
    quote = make_quote(kishida(), DOOR)
    assert has_sound_match(matches_with(WordingTokens((DOOR,)), quote))
    assert not has_sound_match(matches_with(WordingTokens((DOOR.replace("old", "new"),)), quote))
    assert not has_sound_match([])
