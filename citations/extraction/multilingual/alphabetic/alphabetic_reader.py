"""Reads the quotations of a text in a language that is written with capital letters."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from citations.extraction.languages.lexicon_loading import Language
from citations.extraction.multilingual.alphabetic.antecedents import KnownPerson, People
from citations.extraction.multilingual.alphabetic.clauses import ClauseReader, Cue
from citations.extraction.multilingual.alphabetic.inflection import base_form
from citations.extraction.multilingual.alphabetic.people import find_people
from citations.extraction.multilingual.alphabetic.prose import (
    DASHES,
    LINE,
    QUOTE,
    Prose,
    read_prose,
)
from citations.extraction.multilingual.alphabetic.speech import SpeechPiece, find_speech
from citations.extraction.multilingual.alphabetic.tagging import Tagger
from citations.extraction.quotation import Quotation
from citations.text.spans import Span

_FEWEST_WORDS = 3
_OPEN = 0.3


@dataclass(frozen=True, slots=True)
class ReadPiece:
    """A piece of speech with what was found out about it."""

    piece: SpeechPiece
    place: int
    cue: Cue | None
    person: KnownPerson | None
    is_partial: bool
    goes_on: bool
    rule: str
    confidence: float


def read_alphabetic(text: str, published: str, language: Language) -> list[Quotation]:
    pieces = find_speech(text, language)
    return _AlphabeticReader(text, pieces, language).quotations() if pieces else []


class _AlphabeticReader:
    def __init__(self, text: str, pieces: list[SpeechPiece], language: Language) -> None:
        self.text, self.pieces = text, pieces
        self.prose: Prose = read_prose(text, pieces, language)
        self.tag = Tagger(self.prose)
        phrases = find_people(self.prose, self.tag)
        self.people = People(self.prose, self.tag, phrases)
        self.clauses = ClauseReader(self.prose, self.tag, phrases)
        self.works, self.so_called = language.words("works"), language.words("so_called")
        self.numbers = {place: number for number, place in enumerate(self.prose.places)}
        self.signs = language.words("signs")

    def quotations(self) -> list[Quotation]:
        read: list[ReadPiece] = []
        for number, (piece, place) in enumerate(zip(self.pieces, self.prose.places, strict=True)):
            found = self._read(number, piece, place, read[-1] if read else None)
            if found:
                read.append(found)
        return list(self._joined(read))

    # One piece ----------------------------------------------------------------------------------

    def _read(
        self, number: int, piece: SpeechPiece, place: int, before: ReadPiece | None
    ) -> ReadPiece | None:
        if piece.goes_on and before and before.piece is self.pieces[number - 1]:
            return replace(before, piece=piece, place=place, goes_on=True)
        if before and self._is_second_half(place, before):
            return replace(before, piece=piece, place=place, goes_on=True)
        prior = self.prose.token(place - 1)
        has_colon = prior == ":" or (prior in DASHES and self.prose.token(place - 2) == ":")
        begins = self._begins_sentence(place)
        if self._is_title(place, has_colon=has_colon):
            return None
        cue = self._cue(place, has_colon=has_colon, begins=begins)
        if cue and not (has_colon and self._is_sign(place) and not self._names_subject(cue)):
            return self._attributed(piece, place, cue, is_partial=not (begins or has_colon))
        if self._is_sign(place) if has_colon else self._is_sign_behind(place):
            return None
        if not (begins or has_colon or piece.is_dialogue) or not self._is_speech(
            piece, has_colon=has_colon
        ):
            return None
        return self._unattributed(piece, place, before)

    def _cue(self, place: int, *, has_colon: bool, begins: bool) -> Cue | None:
        if has_colon:
            return self.clauses.cue_before(place, has_colon=True) or self.clauses.cue_after(place)
        after = self.clauses.cue_after(place) if self._may_follow(place, begins=begins) else None
        if begins or (after and after.rule != "after"):
            return after
        if not self._may_be_partial(place):
            return after
        return self.clauses.cue_before(place, has_colon=False) or self._verb_at_end(place) or after

    def _may_follow(self, place: int, *, begins: bool) -> bool:
        return begins or self.prose.token(place + 1) in DASHES | {","}

    def _verb_at_end(self, place: int) -> Cue | None:
        """Er hat den Plan „Unsinn“ genannt: the verb behind the words, its subject before them."""
        verb = place + 1
        if not self.prose.language.is_set("verb_second") or not self.tag.is_verb(verb):
            return None
        found = self.clauses._subject_in_front(place, self.prose.sentence_start(place))  # noqa: SLF001
        return Cue("wording", 0.75, found, (verb, verb + 1)) if found else None

    def _begins_sentence(self, place: int) -> bool:
        at = place - 1
        if self.prose.token(at) in DASHES and self._is_dateline(at):
            return True
        while self.prose.token(at) in DASHES and not self.prose.is_sentence_start(at + 1):
            at -= 1
        return (
            self.prose.is_sentence_start(place)
            or self.prose.is_sentence_start(at + 1)
            or self.prose.token(at) in {LINE, QUOTE}
        )

    def _is_dateline(self, dash: int) -> bool:
        """MÜHLTAL – „Wir mahlen“."""
        words = [self.prose.token(at) for at in range(self.prose.sentence_start(dash), dash)]
        return 0 < len(words) < 5 and words[0].isupper()

    def _may_be_partial(self, place: int) -> bool:
        """A lower-case phrase, or one that a verb or “that” leads to."""
        if self._begins_small(place) or self.tag.capital_nouns:
            return True
        prior = place - 1
        if self.prose.token(prior) == ",":
            prior -= 1
        return (
            self.tag.is_verb(prior)
            or self.prose.low(prior) in self.tag.that
            or self.tag.is_gerund(prior)
        )

    def _is_by_name(self, place: int, before: str) -> bool:
        """El llamado «Ermitaño», and not: ha detto «Arrivo»."""
        if before in self.tag.auxiliaries:
            return False
        return before in self.tag.determiners | {",", "so", "tak", "так"} or not self._begins_small(
            place
        )

    def _begins_small(self, place: int) -> bool:
        words = self.pieces[self.numbers[place]].words
        return self.text[words.start : words.start + 1].islower()

    def _is_title(self, place: int, *, has_colon: bool) -> bool:
        if has_colon:
            return False
        nearest = [self.prose.low(place - back) for back in (1, 2)]
        if nearest[0] in {".", "!", "?", "…", LINE, QUOTE, ","}:
            return False
        if nearest[0] in self.so_called and self._is_by_name(place, nearest[1]):
            return True
        if self.tag.is_calling(place - 1) or self.tag.is_verb(place - 1):
            return False
        listed = self.so_called if self._begins_small(place) else self.works | self.so_called
        if nearest[0] in listed:
            return True
        is_attached = nearest[0] not in self.tag.that | self.tag.prepositions
        return nearest[1] in listed and is_attached

    def _names_subject(self, cue: Cue) -> bool:
        return cue.subject is not None and bool(cue.subject.name or cue.subject.is_pronoun)

    def _is_sign(self, place: int) -> bool:
        start = self.prose.sentence_start(place)
        return any(
            self.prose.token(at) in self.signs or self.prose.low(at) in self.signs
            for at in range(max(start, place - 25), place)
        )

    def _is_sign_behind(self, place: int) -> bool:
        end = min(self.prose.sentence_end(place), place + 12)
        return any(
            self.prose.token(at) in self.signs or self.prose.low(at) in self.signs
            for at in range(place + 1, end)
        )

    def _is_speech(self, piece: SpeechPiece, *, has_colon: bool) -> bool:
        """Without a cue, only whole sentences are taken for speech."""
        words = piece.words.text_in(self.text)
        if piece.is_dialogue:
            return True
        ends = words[-1:] in ".!?…" or self.text[piece.outer.end : piece.outer.end + 1] in ".!?,…"
        return ends and (has_colon or len(words.split()) >= _FEWEST_WORDS)

    def _is_second_half(self, place: int, before: ReadPiece) -> bool:
        """“…”, said X, “…”: the sentence of the quotation before goes on in this one."""
        if before.cue is None or before.is_partial or before.rule in {"before", "colon"}:
            return False
        if before.cue.verb and before.cue.verb[0] < before.place:
            return False
        is_same = self.prose.sentences[before.place] == self.prose.sentences[place]
        if not is_same or self.numbers[place] != self.numbers[before.place] + 1:
            return False
        at = place - 1
        if self.prose.token(at) not in {","} | DASHES:
            return False
        behind = before.cue.subject.end if before.cue.subject else 0
        verb = before.cue.verb[1] if before.cue.verb else 0
        return not any(self.tag.is_verb(each) for each in range(max(behind, verb), place))

    # Who ----------------------------------------------------------------------------------------

    def _attributed(
        self, piece: SpeechPiece, place: int, cue: Cue, *, is_partial: bool
    ) -> ReadPiece:
        subject, confidence = cue.subject, cue.confidence
        if subject is None:
            at = cue.verb[0] if cue.verb else place
            gender = self.tag.gender_of_verb(at)
            is_plural = self.tag.is_plural_verb(at)
            person = (
                None
                if is_plural
                else self.people.antecedent(min(at, place), gender, is_dropped=True)
            )
        else:
            person = self.people.by_phrase.get(subject.start)
            if subject.is_pronoun or not subject.name:
                confidence = min(confidence, 0.8)
            if person and cue.verb and not person.gender:
                person.gender = self.tag.gender_of_verb(cue.verb[0])
        if person is None:
            confidence = min(confidence, 0.6)
        return ReadPiece(piece, place, cue, person, is_partial, False, cue.rule, confidence)

    def _unattributed(self, piece: SpeechPiece, place: int, before: ReadPiece | None) -> ReadPiece:
        carried = before is not None and not piece.is_dialogue and self._follows(before, place)
        if carried and before:
            return replace(
                before, piece=piece, place=place, goes_on=True, is_partial=False,
            )  # fmt: skip
        person = None if piece.is_dialogue else self._subject_before(place)
        if person:
            return ReadPiece(piece, place, None, person, False, False, "subject-before", 0.6)
        return ReadPiece(piece, place, None, None, False, False, "unattributed", _OPEN)

    def _follows(self, before: ReadPiece, place: int) -> bool:
        """Whether only the attribution of the quotation before stands between, in one paragraph."""
        if before.cue is None or before.is_partial:
            return False
        between = range(before.place + 1, place)
        if any(self.prose.token(at) in {LINE, QUOTE} for at in between):
            return False
        last = self.prose.sentences[place - 1] if place else 0
        return last - self.prose.sentences[before.place] <= 0

    def _subject_before(self, place: int) -> KnownPerson | None:
        """The only person of the sentence in front, if that sentence is about the person."""
        at = place - 1
        if at < 0 or self.prose.token(at) == LINE:
            return None
        start = self.prose.sentence_start(at)
        found = [each for each in self.people.occurrences if start <= each.at < place]
        people = {id(each.person) for each in found}
        if len(people) != 1 or found[0].is_governed:
            return None
        return found[0].person

    # Results ------------------------------------------------------------------------------------

    def _joined(self, read: list[ReadPiece]) -> Iterator[Quotation]:
        number = 0
        while number < len(read):
            first = read[number]
            segments = [first.piece.words]
            number += 1
            while number < len(read) and read[number].goes_on and not first.is_partial:
                segments.append(read[number].piece.words)
                number += 1
            yield self._quotation(first, tuple(segments))

    def _quotation(self, read: ReadPiece, segments: tuple[Span, ...]) -> Quotation:
        subject = read.cue.subject if read.cue else None
        verb = read.cue.verb if read.cue else None
        return Quotation(
            segments=segments,
            mode="partial" if read.is_partial else "direct",
            attribution=self.prose.span(subject.start, subject.end) if subject else None,
            cue=self.prose.span(*verb) if verb else None,
            speaker=self._speaker(read),
            said="",
            said_from=None,
            confidence=read.confidence,
            rule=read.rule,
        )

    def _speaker(self, read: ReadPiece) -> str:
        if read.person is None:
            return ""
        name = read.person.name
        subject = read.cue.subject if read.cue else None
        if read.rule == "according-to" and subject and subject.name == name:
            name = base_form(name, self.prose.language.code)
        return " ".join(name)
