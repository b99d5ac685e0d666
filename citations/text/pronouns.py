"""Pronouns: whom "he", "she" and "it" stand for, or nobody where the text leaves it open.

The nearest sentence before that names a fitting person decides, and in it the one named first,
which is mostly its subject (Lappin and Leass 1994 give subjects the greatest weight).
"""

from citations.text.clauses import main_subject, sentence_before, sentence_start
from citations.text.frame import PLACE, Frame
from citations.text.people import Mention, People, is_person
from citations.text.phrases import Phrase, plain_name

_GENDERS = {"he": "m", "she": "f", "his": "m", "her": "f"}
# Names looked at before a pronoun is left open.
_MOST = 24


def antecedent(
    frame: Frame, people: People, speakers: frozenset[str], phrase: Phrase, place: int
) -> str:
    """The name that the pronoun stands for; "" where none fits. `speakers` are known to speak."""
    pronoun = frame.words[phrase.start].lower()
    start = sentence_start(frame, min(phrase.start, place))
    if pronoun == "it":
        return _body_before(frame, start)
    if pronoun not in _GENDERS:
        return ""
    count = people.before(min(phrase.start, place))
    fitting = [
        mention
        for mention in people.mentions[max(0, count - _MOST) : count]
        if is_person(mention, speakers) and people.gender(mention) in {"", _GENDERS[pronoun]}
    ]
    if not fitting:
        return ""
    chosen = _first_of_sentence(frame, fitting)
    return people.fullest(chosen.name, chosen.at)


def _first_of_sentence(frame: Frame, fitting: list[Mention]) -> Mention:
    """Of the names in the last sentence that has any, the first."""
    chosen = fitting[-1]
    start = sentence_start(frame, chosen.at)
    return next(mention for mention in fitting if mention.at >= start)


def _body_before(frame: Frame, start: int) -> str:
    """It read: what the sentence before is about, where that has a name."""
    begin, end = sentence_before(frame, start)
    if PLACE in frame.words[begin:end]:
        return ""
    phrase = main_subject(frame, begin, end)
    return plain_name(frame, phrase.name) if phrase and phrase.name else ""
