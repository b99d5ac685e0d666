"""Reads the quotations of a text in a language that is written with capital letters."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from citations.extraction.languages.lexicon_loading import Language
from citations.extraction.multilingual.cased.clause_grammar import Cue
from citations.extraction.multilingual.cased.cues_behind import CuesBehind
from citations.extraction.multilingual.cased.cues_in_front import CuesInFront
from citations.extraction.multilingual.cased.phrases.antecedents import KnownPerson, People
from citations.extraction.multilingual.cased.phrases.inflection import base_form
from citations.extraction.multilingual.cased.phrases.person_phrases import find_people
from citations.extraction.multilingual.cased.prose import DASHES, LINE, QUOTE, read_prose
from citations.extraction.multilingual.cased.quoted_words import QuotedWords
from citations.extraction.multilingual.cased.speech import SpeechPiece, find_speech
from citations.extraction.multilingual.cased.tagging import Tagger
from citations.extraction.quotation import Quotation
from citations.text.spans import Span

_OPEN = 0.3
_NEAR = 4


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
        self.prose = read_prose(text, pieces, language)
        self.tag = Tagger(self.prose)
        phrases = find_people(self.prose, self.tag)
        self.people = People(self.prose, self.tag, phrases)
        self.behind = CuesBehind(self.prose, self.tag, phrases)
        self.front = CuesInFront(self.prose, self.tag, phrases)
        self.words = QuotedWords(self.prose, self.tag, pieces)
        self.numbers = {place: number for number, place in enumerate(self.prose.places)}

    def quotations(self) -> list[Quotation]:
        read: list[ReadPiece] = []
        for number, (piece, place) in enumerate(zip(self.pieces, self.prose.places, strict=True)):
            found = self._read_piece(number, piece, place, read[-1] if read else None)
            if found:
                read.append(found)
        return list(self._join_pieces(read))

    # One piece ----------------------------------------------------------------------------------

    def _read_piece(
        self, number: int, piece: SpeechPiece, place: int, before: ReadPiece | None
    ) -> ReadPiece | None:
        goes_on = piece.goes_on and before and before.piece is self.pieces[number - 1]
        if goes_on and before and not self._is_of_another(place, before):
            return replace(before, piece=piece, place=place, goes_on=True)
        if before and self._is_second_half(place, before):
            return replace(before, piece=piece, place=place, goes_on=True)
        has_colon = self._has_colon(place)
        begins = has_colon or self.words.begins_sentence(place)
        if not has_colon and self.words.is_title(place):
            return None
        cue = self._cue(place, has_colon=has_colon, begins=begins)
        is_sign = self.words.is_sign(place) if has_colon else self.words.is_sign_behind(place)
        if cue and not (has_colon and is_sign and not self._names_subject(cue)):
            return self._attributed(piece, place, cue, is_partial=not begins)
        is_speech = begins and self.words.is_speech(piece, has_colon=has_colon)
        if is_sign or not (is_speech or piece.is_dialogue):
            return None
        return self._unattributed(piece, place, before, has_colon=has_colon)

    def _is_of_another(self, place: int, before: ReadPiece) -> bool:
        """Whether another speaker follows the next piece: – A – said X. – B – said Y."""
        own = self.behind.cue_after(place)
        if own is None or own.subject is None or not own.subject.name or before.person is None:
            return False
        return self.people.by_phrase.get(own.subject.start) is not before.person

    def _has_colon(self, place: int) -> bool:
        at = place - 1
        return self.prose.token(at - (self.prose.token(at) in DASHES)) == ":"

    def _cue(self, place: int, *, has_colon: bool, begins: bool) -> Cue | None:
        if has_colon:
            return self.front.cue_before(place, has_colon=True) or self.behind.cue_after(place)
        after = self.behind.cue_after(place) if self._may_follow(place, begins=begins) else None
        if begins or (after and after.rule != "after"):
            return after
        if not self.words.may_be_partial(place):
            return after
        return self.front.cue_before(place, has_colon=False) or self._verb_at_end(place) or after

    def _may_follow(self, place: int, *, begins: bool) -> bool:
        return begins or self.prose.token(place + 1) in DASHES | {","}

    def _verb_at_end(self, place: int) -> Cue | None:
        """Er hat den Plan „Unsinn“ genannt; von „Unsinn“ sprach X: the verb behind the words."""
        verb = place + 1
        is_second = self.prose.language.is_set("verb_second")
        if not (self.tag.is_verb(verb) if is_second else self.tag.is_calling(verb)):
            return None
        found = self.front.subject_in_front(place, self.prose.sentence_start(place))
        if found is None or (found.is_weak and not found.name):
            found = self.behind.subject_behind(verb, self.prose.sentence_end(verb))[0]
        return Cue("wording", 0.75, found, (verb, verb + 1)) if found else None

    def _names_subject(self, cue: Cue) -> bool:
        return cue.subject is not None and bool(cue.subject.name or cue.subject.is_pronoun)

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
            gender = self.tag.gender_of_verb(self.prose.low(at))
            is_plural = self.tag.is_plural_verb(self.prose.low(at))
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
                person.gender = self.tag.gender_of_verb(self.prose.low(cue.verb[0]))
        if person is None:
            confidence = min(confidence, 0.6)
        return ReadPiece(piece, place, cue, person, is_partial, False, cue.rule, confidence)

    def _unattributed(
        self, piece: SpeechPiece, place: int, before: ReadPiece | None, *, has_colon: bool
    ) -> ReadPiece:
        """A quotation without a cue: that of a neighbour, or of nobody in dialogue after a dash."""
        is_open = has_colon or piece.is_dialogue
        if before and not is_open and self._continues(before, place):
            return replace(before, piece=piece, place=place, goes_on=True, is_partial=False)
        person = None if piece.is_dialogue else self._subject_before(place)
        if person:
            return ReadPiece(piece, place, None, person, False, False, "subject-before", 0.6)
        return ReadPiece(piece, place, None, None, False, False, "unattributed", _OPEN)

    def _continues(self, before: ReadPiece, place: int) -> bool:
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
        if self.prose.token(at) == ":" and any(map(self.tag.is_verb, range(start, at))):
            # Somebody else is the subject of that verb.
            return None
        found = [each for each in self.people.occurrences if start <= each.at < place]
        if len({id(each.person) for each in found}) > 1:
            # The mayor Ana Duarte blames the Region: lone names may be of anything.
            whole = {
                id(each.person): each for each in found if each.person and len(each.person.name) > 1
            }
            named = next(iter(whole.values())) if len(whole) == 1 else None
            # Ana Duarte and Rossi: the other may have spoken as well.
            is_joined = named and any(0 < each.at - named.at <= _NEAR for each in found)
            found = [named] if named and not is_joined else []
        return found[0].person if found and not found[0].is_governed else None

    # Results ------------------------------------------------------------------------------------

    def _join_pieces(self, read: list[ReadPiece]) -> Iterator[Quotation]:
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
