"""Who speaks in each turn: the fullest name that the text gives the person of the label."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citations.extraction.entities.first_names import is_first_name as is_known_first_name
from citations.extraction.turns.labels.label_lines import Label
from citations.extraction.turns.labels.label_names import LabelName
from citations.extraction.turns.labels.speaker_words import ANSWERS, QUESTIONS
from citations.extraction.turns.persons.interviewees import Interview, interview_of, witness_of
from citations.extraction.turns.persons.introductions import Introduction, Introductions
from citations.text.spans import Span

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_INITIAL = re.compile(r"[^\W\d_]\.(?!\w)")
_SURE, _NAMED, _CONCLUDED, _OPEN = 0.9, 0.8, 0.7, 0.5


class TurnSpeaker(NamedTuple):
    """The speaker of a label, where the text prints the name if not there, and how sure that is."""

    name: str
    named_at: Span | None
    confidence: float


def turn_speakers(
    text: str, labels: Sequence[Label], people: Introductions
) -> Iterator[tuple[Label, TurnSpeaker]]:
    """Each label that begins a turn with its speaker, in order."""
    known = _PeopleInTurns(text, labels, people)
    examiner: Label | None = None
    first = next((each for each in labels if each.form == "letter"), None)
    lead_end = labels[0].span.start if labels else 0
    interview = interview_of(text, lead_end, people) if first else Interview()
    in_court = any(each.form == "examiner" or (each.letter and each.name) for each in labels)
    witness = None
    for number, each in enumerate(labels):
        if each.form == "examiner" or (each.letter and each.name):
            examiner = each
            witness = witness_of(text, each.span.start, people)
        if each.form == "examiner":
            continue
        if not each.letter:
            yield each, known.speaker(each)
            if _takes_over(text, labels, number):
                examiner = None
        elif in_court:
            yield each, _of_examination(each, examiner, witness, known)
        else:
            yield each, _of_interview(interview.asker if each.letter == "Q" else interview.answerer)


def _names_nobody(base: str) -> bool:
    """A letter, or a word such as QUESTION."""
    return (len(base) == 1 and base.isascii()) or base.casefold() in QUESTIONS | ANSWERS


def _takes_over(text: str, labels: Sequence[Label], number: int) -> bool:
    """Whether somebody else puts a question that the witness answers: who asks next is open."""
    if number + 1 == len(labels) or labels[number + 1].letter != "A":
        return False
    end = labels[number + 1].span.start
    words = text[max(labels[number].words_at, end - 200) : end]
    return words.rstrip(" \t\n\r0123456789").endswith("?")


def _of_interview(person: Introduction | None) -> TurnSpeaker:
    if person is None:
        return TurnSpeaker("", None, _OPEN)
    return TurnSpeaker(person.name, person.span, _CONCLUDED)


def _of_examination(
    label: Label, examiner: Label | None, witness: Introduction | None, known: "_PeopleInTurns"
) -> TurnSpeaker:
    if label.letter == "A":
        return _of_interview(witness)
    if examiner is None:
        return TurnSpeaker("", None, _OPEN)
    return TurnSpeaker(known.speaker(examiner).name, examiner.span, _NAMED)


class _PeopleInTurns:
    """The persons named above a label, in the words before it, and in the labels themselves."""

    def __init__(self, text: str, labels: Sequence[Label], people: Introductions) -> None:
        self.people = people
        self.lead_end = min((each.span.start for each in labels), default=0)
        bases = " ".join(each.name.base for each in labels if each.name)
        self.words = frozenset(_WORD.findall(text)) | frozenset(_WORD.findall(bases))
        self.labelled = Introductions()
        for each in labels:
            name = each.name
            if name and not name.is_role and not name.is_initials and " " in name.base:
                printed = self._as_printed(name.base)
                self.labelled.add(Introduction(printed, each.span, name.gender))

    def speaker(self, label: Label) -> TurnSpeaker:
        name = label.name
        if name is None or _names_nobody(name.base):
            return TurnSpeaker("", None, _OPEN)
        if name.is_role:
            return TurnSpeaker(name.base, None, _SURE)
        if " " in name.base:
            person = self._with_initial(name.base)
            printed = person.name if person else self._as_printed(name.base)
            return TurnSpeaker(printed, None, _SURE)
        if name.is_initials and (person := self._with_initials(name.base, label.span.start)):
            return TurnSpeaker(person.name, None, _CONCLUDED)
        person = self._with_name(name, label.span.start)
        return TurnSpeaker(person.name if person else self._in_case(name.base), None, _NAMED)

    def _with_initial(self, name: str) -> Introduction | None:
        """S. O'Brien among the labels: the only one of that surname whose first name has an S."""
        first, _, surname = name.partition(" ")
        if not _INITIAL.fullmatch(first):
            return None
        fitting = [
            each
            for each in self.labelled.by_word.get(surname.casefold(), {}).values()
            if each.name[0] == first[0] and not _INITIAL.match(each.name)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _with_initials(self, initials: str, before: int) -> Introduction | None:
        person = self.people.meant_by_initials(initials, before)
        return person or self.labelled.meant_by_initials(initials, before)

    def _with_name(self, name: LabelName, before: int) -> Introduction | None:
        """The person with this surname or first name among the labels, or in the text above."""
        person = self.labelled.meant_by(name.base, name.gender)
        if person or name.base.casefold() in self.labelled.by_word:
            return person
        person = self.people.meant_by(name.base, name.gender)
        if person is None or person.span.start >= before:
            return None
        # In what is spoken, a capital before a name may only begin the sentence.
        is_first_name = is_known_first_name(person.first_name.capitalize()) and not name.is_titled
        return person if person.span.start < self.lead_end or is_first_name else None

    def _as_printed(self, name: str) -> str:
        """With the capitals that the text gives this name outside the labels."""
        people = self.people.by_word.get(name.rsplit(maxsplit=1)[-1].casefold(), {})
        return people[name.casefold()].name if name.casefold() in people else name

    def _in_case(self, word: str) -> str:
        """WATTS as Watts, if the text prints that name elsewhere."""
        return word.title() if word.isupper() and word.title() in self.words else word
