"""The finding of one quotation: which quote it is, and what of it the writer should look at."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from django.db.models import Prefetch

from citations.comparison.wording_tokens import Words
from citations.drafts import messages
from citations.drafts.attribution_check import Claim, Speakers, day_differs, days_of
from citations.drafts.candidates import Match, rank
from citations.drafts.findings import SOUND, Finding, Flag, Source, Verdict
from citations.models import Appearance, Quote, Speaker, Standing

# Words: fewer are said by many, and are judged only as those of the speaker whom the draft names.
LEAST_WORDS = 4
# Of altered wordings nearly as alike as the best, that of the named speaker is meant.
NEARLY = 0.1
# How much later in the order what another said comes: behind all that the named speaker did.
OTHERS = 10
# What is less alike is taken for another's words only where the draft names no one else.
LEAST_OF_OTHERS = 0.8


class Judge:
    """Knows the quotes that came up, who said them, and when."""

    def __init__(self, quotes: dict[int, Quote]) -> None:
        self.quotes = quotes
        self.speakers = Speakers({said_by(quote) for quote in quotes.values()})

    @classmethod
    def of(cls, matches: Iterable[Match]) -> "Judge":
        """The judge of these, in a fixed number of queries."""
        numbers = {match.candidate.number for match in matches}
        printed = Appearance.objects.select_related("article__publication")
        quotes = (
            Quote.objects.published()
            .select_related("speaker", "position", "occasion", "correct_speaker")
            .prefetch_related(
                Prefetch("appearances", printed),
                "speaker__positions",
                "correct_speaker__positions",
            )
        )
        return cls(quotes.in_bulk(numbers) if numbers else {})

    def finding(self, words: Words, claim: Claim, matches: Sequence[Match]) -> Finding:
        """What is found, with the segments yet to be told. `matches` go from the best on."""
        there = [match for match in matches if match.candidate.number in self.quotes]
        if len(words.words) < LEAST_WORDS:
            there = [each for each in there if self._is_theirs(each, claim)]
            if not there:
                return _nothing(words, claim, Verdict.TOO_SHORT, messages.TOO_SHORT)
        there = [each for each in there if not self._is_far(each, claim)]
        if not there:
            return _nothing(words, claim, Verdict.UNKNOWN, messages.UNKNOWN)
        best = min(there, key=lambda match: self._order(match, claim, there[0]))
        rivals = self._rivals(best, claim, there)
        if rivals:
            quotes = [self._quote(each) for each in (best, *rivals)]
            named = " or ".join(dict.fromkeys(quote.speaker.name for quote in quotes))
            found = _nothing(words, claim, Verdict.AMBIGUOUS, messages.AMBIGUOUS.format(named))
            return replace(found, others=quotes)
        return self._found(words, claim, best)

    def joined(self, words: Words, claim: Claim, parts: Sequence[Match]) -> Finding:
        """Of words from several quotes of one speaker, with omissions between them."""
        others = [self._quote(each) for each in parts[1:]]
        found = self._found(words, claim, parts[0])
        flags = tuple(flag for flag in Flag if flag in {*found.flags, Flag.GAP})
        told = replace(found, verdict=Verdict.ABRIDGED, flags=flags, edits=(), others=others)
        return replace(told, note=messages.note(told, claim, ""))

    def _found(self, words: Words, claim: Claim, match: Match) -> Finding:
        quote, taken = self._quote(match), match.taken
        verdict = _verdict(match)
        matches = self._matches(match, claim)
        office = self.speakers.office_differs(claim, said_by(quote).pk, days_of(quote))
        is_righted = quote.correct_speaker_id is not None and matches is True
        flags = {
            Flag.SPEAKER: matches is False,
            Flag.DATE: day_differs(claim, days_of(quote)),
            Flag.POSITION: bool(office) and matches is not False,
            Flag.STANDING: quote.standing != Standing.ACCEPTED and not is_righted,
            Flag.GAP: taken.drops_negation,
        }
        raised = tuple(flag for flag, is_raised in flags.items() if is_raised)
        found = Finding(
            segments=(),
            exact=words.text,
            verdict=verdict,
            flags=raised,
            quote=quote,
            printed=claim.printed,
            matches=matches,
            edits=taken.edits if verdict != Verdict.VERBATIM else (),
            source=Source(match.text, taken.span, *match.around),
        )
        return replace(found, note=messages.note(found, claim, office))

    def _quote(self, match: Match) -> Quote:
        return self.quotes[match.candidate.number]

    def _matches(self, match: Match, claim: Claim) -> bool | None:
        quote = self._quote(match)
        return self.speakers.matches(claim, said_by(quote).pk, days_of(quote))

    def _is_far(self, match: Match, claim: Claim) -> bool:
        """Whether some words are alike, but it is somebody else's, who said something else."""
        if match.taken.likeness >= LEAST_OF_OTHERS or match.taken.goes_beyond:
            return False
        return self._matches(match, claim) is False

    def _is_theirs(self, match: Match, claim: Claim) -> bool:
        return _verdict(match) in SOUND and self._matches(match, claim) is True

    def _order(self, match: Match, claim: Claim, first: Match) -> tuple[object, ...]:
        """By the words, then by whom the draft names, then by the day."""
        place, likeness = rank(match)
        matches, quote = self._matches(match, claim), self._quote(match)
        is_named = matches is True
        is_near = is_named and likeness - rank(first)[1] <= NEARLY
        return (
            # Nearly the named speaker's words are meant sooner than another's very words.
            place + (OTHERS if matches is False else 0),
            rank(first)[1] if is_near else likeness,
            not is_named,
            match.candidate.is_paraphrase,
            day_differs(claim, days_of(quote)),
            quote.pk,
        )

    def _rivals(self, best: Match, claim: Claim, matches: Sequence[Match]) -> list[Match]:
        """Those as good as the best that others have said, where the draft does not tell whom
        it means."""
        if _verdict(best) not in SOUND or self._matches(best, claim) is not None:
            return []
        speaker = best.candidate.speaker
        alike = takewhile(lambda match: rank(match)[0] <= rank(best)[0], matches)
        return [
            match
            for match in alike
            if match.candidate.speaker != speaker and self._matches(match, claim) is None
        ]


def said_by(quote: Quote) -> Speaker:
    """Who said it: where it is misattributed, the one who really did, if that is known."""
    return quote.correct_speaker or quote.speaker


def is_sound(matches: Sequence[Match]) -> bool:
    """Whether the words of the best match are the source's."""
    return bool(matches) and _verdict(matches[0]) in SOUND


def _verdict(match: Match) -> Verdict:
    if match.candidate.is_paraphrase:
        return Verdict.PARAPHRASE
    if match.taken.goes_beyond:
        return Verdict.OVER_QUOTED
    return Verdict(match.taken.verdict.value)


def _nothing(words: Words, claim: Claim, verdict: Verdict, note: str) -> Finding:
    return Finding((), words.text, verdict, printed=claim.printed, note=note)
