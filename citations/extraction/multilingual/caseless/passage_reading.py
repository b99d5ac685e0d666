"""Makes quotations of marked words once a language has said how they are attributed."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from citations.extraction.classification import Mode
from citations.extraction.multilingual.caseless.known_people import KnownPeople, PersonMention
from citations.extraction.multilingual.caseless.marked_prose import MarkedWords
from citations.extraction.quotation import Quotation
from citations.text.spans import Span

# How sure a speaker is: with a name, and with a pronoun, a role or a dropped subject.
_CONFIDENCES = {
    "after": (0.95, 0.85),
    "after-japanese": (0.95, 0.85),
    "owner": (0.85, 0.75),
    "before": (0.93, 0.85),
    "colon": (0.85, 0.7),
    "label": (0.85, 0.7),
    "according-to": (0.9, 0.8),
    "dash": (0.85, 0.7),
    "announced": (0.85, 0.75),
    "is-how": (0.85, 0.75),
    "carried": (0.7, 0.7),
    "wording": (0.85, 0.75),
}
_UNATTRIBUTED = 0.3


@dataclass(frozen=True, slots=True)
class PassageCue:
    """How marked words are attributed.

    `subject` is who is said to speak. Without one, the subject is the one of the sentences before
    if `is_dropped`, and open otherwise. `gender` is what the verb says about a dropped subject.
    `joins_previous` makes the words another segment of the quotation before.
    """

    rule: str
    subject: PersonMention | None = None
    cue: Span | None = None
    mode: Mode = "direct"
    is_dropped: bool = False
    gender: str = ""
    joins_previous: bool = False


OPEN = PassageCue("unattributed")
# The cue of marked words; None if they quote nobody. The second argument is the quotation before.
CueFinder = Callable[[MarkedWords, Quotation | None], PassageCue | None]


def read_passages(people: KnownPeople, find_cue: CueFinder) -> list[Quotation]:
    """The quotations of a text, in order."""
    found: list[Quotation] = []
    for passage in people.prose.passages:
        cue = find_cue(passage, found[-1] if found else None)
        if cue is not None and cue.joins_previous and found:
            segments = (*found[-1].segments, *passage.segments)
            found[-1] = replace(found[-1], segments=segments)
        elif cue is not None:
            quotation = _quotation(people, passage, cue)
            found.append(quotation)
            people.remember_speaker(passage.outer.start, quotation.speaker)
            if quotation.attribution:
                people.remember_speaker(quotation.attribution.start, quotation.speaker)
    return found


def _quotation(people: KnownPeople, passage: MarkedWords, cue: PassageCue) -> Quotation:
    attribution, speaker, is_named = None, "", False
    if cue.subject is not None:
        attribution = Span(cue.subject.start, cue.subject.end)
        speaker = people.speaker_of(cue.subject)
        is_named = cue.subject.kind in {"name", "organisation"}
    elif cue.is_dropped:
        at = min(passage.outer.start, cue.cue.start if cue.cue else passage.outer.start)
        speaker = people.antecedent(at, cue.gender)
    sure = _CONFIDENCES.get(cue.rule, (0.8, 0.7))[0 if is_named else 1]
    return Quotation(
        segments=passage.segments,
        mode=cue.mode,
        attribution=attribution,
        cue=cue.cue,
        speaker=speaker,
        said="",
        said_from=None,
        confidence=sure if speaker or attribution else _UNATTRIBUTED,
        rule=cue.rule if speaker or attribution or cue.cue else "unattributed",
    )
