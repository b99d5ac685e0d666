"""Verbs that say nothing but show a stance, in somebody’s own words: thanked her for “…”.

They introduce a few quoted words only, and never a whole quotation.
"""

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.syntax.lexicon import is_capitalised
from citations.extraction.syntax.noun_phrases import NounPhrase
from citations.extraction.syntax.subjects import is_subject, subject_of
from citations.extraction.token_stream import QUOTE_SLOT, TokenStream

# With what they are about: compared the vote to “…”, spoke of “…”.
_STANCES = frozenset(
    "thanked thanks heralded heralds credited credits compared compares likened likens spoke "
    "speaks talked talks referenced references questioned questions commanded portrayed portrays "
    "painted paints viewed views regarded regards regard ridiculed ridicules lambasted lambasts "
    "scorned celebrated celebrates welcomed welcomes invoked invokes coined coins floated "
    "envisioned envisions envisaged imagined imagines apologised apologized apologises apologizes "
    "insulted insults christened styled rated judged judges defined defines introduced voiced "
    "voices rejected rejects brushed shrugged waved laughed defended defends advertised advertises "
    "bristled vented raged mourned mourns applauded applauds commended commends lauded lauds "
    "congratulated congratulates rebuked rebukes admonished berated castigated chastised decried "
    "decries disparaged lashed nicknamed nicknames pitched pitches cast casts saw sees rued "
    "regretted regrets despaired despairs marvelled marveled wrote warned".split()
)
# What is wanted, in somebody’s words, where “to” follows: wanted to “…”.
_WISHES = frozenset(
    "wanted wants hoped hopes planned plans intended intends aimed aims sought seeks refused "
    "refuses declined declines threatened threatens vowed vows invited invites encouraged "
    "encourages asked commanded told ordered".split()
)
# Found him “…”, judged it “…”.
_JUDGING = frozenset("found finds judged judges rated rates pronounced thought thinks".split())
# With “that”, in the words of a decision: ruled that it was “…”.
_DECIDING = frozenset(
    "ruled rules decided decides found finds established determined determines resolved "
    "calculated calculates guessed guesses figured figures inferred deduced signalled signaled "
    "certified wagered guaranteed".split()
)
_OBJECTS = frozenset({"him", "her", "it", "them", "me", "us"})
# The words must follow one of these; “saw the” is no stance.
_LINKS = frozenset({"as", "for", "of", "about", "to", "against", "from", "at", "over", "on"})
_LINKED = frozenset({"saw", "sees", "cast", "casts", "painted", "paints", "brushed", "waved"})
# Words between the verb and the quotation.
_FARTHEST = 12


def attribution_by_stance(stream: TokenStream, place: int, start: int) -> Attribution | None:
    """The subject of the last such verb in the sentence from `start`, with its verb."""
    for verb in range(place - 1, max(start, place - _FARTHEST), -1):
        word = stream.words[verb]
        if word == QUOTE_SLOT:
            return None
        if word in _STANCES | _WISHES | _JUDGING | _DECIDING and _introduces(stream, verb, place):
            phrase = subject_of(stream, verb, start)
            if phrase and is_subject(stream, phrase) and _is_somebody(stream, phrase, verb):
                return Attribution(phrase, (verb, verb + 1), "stance", 0.75)
            return None
    return None


def _introduces(stream: TokenStream, verb: int, place: int) -> bool:
    between = stream.words[verb + 1 : place]
    if between[:1] == ["that"]:
        return stream.words[verb] in _DECIDING and "," not in between
    last = between[-1] if between else ""
    if last in {"a", "an", "the", "his", "her", "their", "its"}:
        last = between[-2] if len(between) > 1 else ""
    if stream.words[verb] in _JUDGING:
        return len(between) == 1 and between[0] in _OBJECTS
    if stream.words[verb] in _WISHES:
        return last == "to"
    if "," in between or "that" in between or stream.words[verb] in _DECIDING - _STANCES:
        return False
    return last == "as" if stream.words[verb] in _LINKED else last in _LINKS


def _is_somebody(stream: TokenStream, phrase: NounPhrase, verb: int) -> bool:
    """Whether the subject is before the verb and is not a thing without a name."""
    if phrase.end > verb:
        return False
    if phrase.is_pronoun:
        return stream.words[phrase.start].lower() in {"he", "she", "they", "who"}
    return phrase.name is not None and is_capitalised(stream.words[phrase.name[0]])
