"""Coreference: whom "he", "she" and "it" refer to, or nobody if the text leaves it open.

The nearest preceding sentence that names a matching person decides. The first such person in it
wins, who is mostly its subject (Lappin and Leass 1994 give subjects the greatest weight).
"""

from citations.extraction.entities.mentions import Mention, Mentions, is_person
from citations.extraction.entities.names import plain_name
from citations.extraction.syntax.lexicon import PREPOSITIONS, is_capitalised, is_possessive
from citations.extraction.syntax.noun_phrases import NounPhrase
from citations.extraction.syntax.subjects import main_subject, sentence_before, sentence_start
from citations.extraction.token_stream import QUOTE_SLOT, TokenStream

_GENDERS = {"he": "m", "she": "f", "his": "m", "her": "f"}
_MOST_TITLES = 6
# Names examined before a pronoun is left open.
_MOST = 24


def antecedent_of(
    frame: TokenStream, people: Mentions, speakers: frozenset[str], phrase: NounPhrase, place: int
) -> str:
    """The name that the pronoun refers to, or ""; `speakers` are known to speak."""
    pronoun = frame.words[phrase.start].lower()
    start = sentence_start(frame, min(phrase.start, place))
    if pronoun == "it":
        return _body_before(frame, start)
    if pronoun not in _GENDERS:
        return ""
    count = people.before(min(phrase.start, place))
    near = people.mentions[max(0, count - _MOST) : count]
    genders = {each: people.gender(each) for each in near if is_person(each, speakers)}
    fitting = [each for each, sex in genders.items() if sex in {"", _GENDERS[pronoun]}]
    sure = [each for each in fitting if genders[each] or each.words[-1] in speakers]
    subjects = [each for each in sure if _is_subject(frame, each)]
    chosen = _first_of_sentence(frame, subjects or sure or fitting)
    return people.fullest(chosen.name, chosen.at) if chosen else ""


def _is_subject(frame: TokenStream, mention: Mention) -> bool:
    """Whether it may be the subject of its sentence: no preposition before it, no possessive."""
    first, last = mention.at, mention.at + len(mention.words) - 1
    while is_capitalised(frame.word(first - 1)) and mention.at - first < _MOST_TITLES:
        first -= 1
    return frame.word(first - 1).lower() not in PREPOSITIONS and not is_possessive(frame.word(last))


def _first_of_sentence(frame: TokenStream, fitting: list[Mention]) -> Mention | None:
    """The first name in the last sentence that has a name."""
    if not fitting:
        return None
    start = sentence_start(frame, fitting[-1].at)
    return next(mention for mention in fitting if mention.at >= start)


def _body_before(frame: TokenStream, start: int) -> str:
    """It read: the subject of the preceding sentence, if it has a name."""
    begin, end = sentence_before(frame, start)
    if QUOTE_SLOT in frame.words[begin:end]:
        return ""
    phrase = main_subject(frame, begin, end)
    return plain_name(frame, phrase.name) if phrase and phrase.name else ""
