"""Chooses the quote on record that a quotation is, and makes the finding."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from django.db.models import Prefetch

from citations.comparison.verdict import SOUND_VERDICTS, Verdict
from citations.comparison.wording_tokens import WordingTokens
from citations.drafts import messages
from citations.drafts.attribution_check import (
    AttributionClaim,
    SpeakerMatcher,
    day_differs,
    days_of,
)
from citations.drafts.candidates import QuoteMatch, match_rank
from citations.drafts.findings import Finding, Flag, RecordedPassage
from citations.models import Appearance, Quote, Speaker, Standing

# Fewer words may be anybody's: they are judged only against the speaker whom the draft names.
LEAST_WORDS = 4
# An altered wording that is less alike by this much still wins if the named speaker said it.
NEAR_BEST = 0.1
# Rank penalty for another speaker's quote, larger than the rank of any verdict.
OTHER_SPEAKER_PENALTY = 10
# A quote that is less alike counts only if the draft does not name a different speaker.
LEAST_LIKENESS_OF_OTHERS = 0.8


class RecordChooser:
    def __init__(self, quotes: dict[int, Quote]) -> None:
        self.quotes = quotes
        self.speakers = SpeakerMatcher({actual_speaker(quote) for quote in quotes.values()})

    @classmethod
    def for_matches(cls, matches: Iterable[QuoteMatch]) -> "RecordChooser":
        """Load what these matches need, in a fixed number of queries."""
        numbers = {match.candidate.number for match in matches}
        appearances = Appearance.objects.select_related("article__publication")
        quotes = (
            Quote.objects.published()
            .select_related("speaker", "position", "occasion", "correct_speaker")
            .prefetch_related(
                Prefetch("appearances", appearances),
                "speaker__positions",
                "correct_speaker__positions",
            )
        )
        return cls(quotes.in_bulk(numbers) if numbers else {})

    def best_finding(
        self, words: WordingTokens, claim: AttributionClaim, matches: Sequence[QuoteMatch]
    ) -> Finding:
        """The finding, still without its segments. `matches` are in order, the best first."""
        known = [match for match in matches if match.candidate.number in self.quotes]
        if len(words.words) < LEAST_WORDS:
            known = [each for each in known if self._is_by_named_speaker(each, claim)]
            if not known:
                return _finding_without_quote(words, claim, Verdict.TOO_SHORT)
        near = [each for each in known if not self._is_by_another(each, claim)]
        if not near:
            return _finding_without_quote(words, claim, Verdict.UNKNOWN)
        best = min(near, key=lambda match: self._rank_key(match, claim, near[0]))
        rivals = self._rivals(best, claim, near)
        if rivals:
            quotes = [self._quote_of(each) for each in (best, *rivals)]
            finding = _finding_without_quote(words, claim, Verdict.AMBIGUOUS)
            return replace(finding, others=quotes, note=messages.ambiguity_note(quotes))
        return self._finding_for(words, claim, best)

    def joined_finding(
        self, words: WordingTokens, claim: AttributionClaim, parts: Sequence[QuoteMatch]
    ) -> Finding:
        others = [self._quote_of(each) for each in parts[1:]]
        first = self._finding_for(words, claim, parts[0])
        flags = tuple(flag for flag in Flag if flag in {*first.flags, Flag.GAP})
        finding = replace(first, verdict=Verdict.ABRIDGED, flags=flags, edits=(), others=others)
        return replace(finding, note=messages.compose_note(finding, claim))

    def _finding_for(
        self, words: WordingTokens, claim: AttributionClaim, match: QuoteMatch
    ) -> Finding:
        quote, passage = self._quote_of(match), match.passage
        verdict = _verdict_of(match)
        matches = self._matches(match, claim)
        office = self.speakers.office_differs(claim, actual_speaker(quote).pk, days_of(quote))
        is_corrected = quote.correct_speaker_id is not None and matches is True
        flags = {
            Flag.SPEAKER: matches is False,
            Flag.DATE: day_differs(claim, days_of(quote)),
            Flag.POSITION: bool(office) and matches is not False,
            Flag.STANDING: quote.standing != Standing.ACCEPTED and not is_corrected,
            Flag.GAP: passage.drops_negation,
        }
        raised = tuple(flag for flag, is_raised in flags.items() if is_raised)
        finding = Finding(
            segments=(),
            exact=words.text,
            verdict=verdict,
            flags=raised,
            quote=quote,
            printed=claim.printed,
            matches=matches,
            edits=passage.edits if verdict != Verdict.VERBATIM else (),
            source=RecordedPassage(match.text, passage.span, *match.context),
        )
        return replace(finding, note=messages.compose_note(finding, claim, office))

    def _quote_of(self, match: QuoteMatch) -> Quote:
        return self.quotes[match.candidate.number]

    def _matches(self, match: QuoteMatch, claim: AttributionClaim) -> bool | None:
        quote = self._quote_of(match)
        return self.speakers.matches(claim, actual_speaker(quote).pk, days_of(quote))

    def _is_by_another(self, match: QuoteMatch, claim: AttributionClaim) -> bool:
        """Whether the words are only somewhat alike, and another speaker's."""
        passage = match.passage
        if passage.likeness >= LEAST_LIKENESS_OF_OTHERS or passage.goes_beyond:
            return False
        return self._matches(match, claim) is False

    def _is_by_named_speaker(self, match: QuoteMatch, claim: AttributionClaim) -> bool:
        return _verdict_of(match) in SOUND_VERDICTS and self._matches(match, claim) is True

    def _rank_key(
        self, match: QuoteMatch, claim: AttributionClaim, first: QuoteMatch
    ) -> tuple[object, ...]:
        """A sort key: the words first, then the speaker whom the draft names, then the day."""
        rank, likeness = match_rank(match)
        matches, quote = self._matches(match, claim), self._quote_of(match)
        is_named = matches is True
        is_near = is_named and likeness - match_rank(first)[1] <= NEAR_BEST
        return (
            # The named speaker's similar words come before another's exact words.
            rank + (OTHER_SPEAKER_PENALTY if matches is False else 0),
            match_rank(first)[1] if is_near else likeness,
            not is_named,
            match.candidate.is_paraphrase,
            day_differs(claim, days_of(quote)),
            quote.pk,
        )

    def _rivals(
        self, best: QuoteMatch, claim: AttributionClaim, matches: Sequence[QuoteMatch]
    ) -> list[QuoteMatch]:
        """Other speakers' quotes that match as well, if it is unclear whom the draft means."""
        if _verdict_of(best) not in SOUND_VERDICTS or self._matches(best, claim) is not None:
            return []
        speaker = best.candidate.speaker
        alike = takewhile(lambda match: match_rank(match)[0] <= match_rank(best)[0], matches)
        return [
            match
            for match in alike
            if match.candidate.speaker != speaker and self._matches(match, claim) is None
        ]


def actual_speaker(quote: Quote) -> Speaker:
    """The speaker; for a misattributed quote the one who really said it, if that is known."""
    return quote.correct_speaker or quote.speaker


def has_sound_match(matches: Sequence[QuoteMatch]) -> bool:
    return bool(matches) and _verdict_of(matches[0]) in SOUND_VERDICTS


def _verdict_of(match: QuoteMatch) -> Verdict:
    if match.candidate.is_paraphrase:
        return Verdict.PARAPHRASE
    if match.passage.goes_beyond:
        return Verdict.OVER_QUOTED
    return match.passage.verdict


def _finding_without_quote(
    words: WordingTokens, claim: AttributionClaim, verdict: Verdict
) -> Finding:
    finding = Finding((), words.text, verdict, printed=claim.printed)
    return replace(finding, note=messages.compose_note(finding, claim))
