"""People without a name who are the subject of a sentence: one of the assistants, her mother.

The next "she" means them, and not somebody who is named farther away.
"""

from citations.extraction.entities.entities import Entities
from citations.extraction.entities.person_nouns import is_person_noun, noun_gender
from citations.extraction.syntax.subjects import main_subject
from citations.extraction.token_stream import TokenStream

_SOMEBODY = frozenset({"one", "another", "someone", "somebody"})
# With "the", somebody may well be named elsewhere.
_OTHERWISE_KNOWN = frozenset({"the", "no"})
_LONGEST_APPOSITION = 8


def is_somebody_unnamed(
    stream: TokenStream, entities: Entities, start: int, end: int, gender: str
) -> bool:
    """Whether the subject of these words is a person without a name who may be of this gender."""
    phrase = main_subject(stream, start, end)
    if phrase is None or phrase.name or phrase.is_pronoun:
        return False
    words = [word.lower() for word in stream.words[phrase.start : phrase.end]]
    is_named = (
        stream.word(phrase.end) == ","
        and stream.word(phrase.end + 1) != "who"
        and entities.mentions_between(phrase.end, phrase.end + _LONGEST_APPOSITION)
    )
    if words[0] in _OTHERWISE_KNOWN or is_named:
        return False
    nouns = [word for word in words if is_person_noun(word)]
    shown = noun_gender(nouns[0]) if nouns else ""
    return bool(nouns or words[0] in _SOMEBODY) and shown in {"", gender}


def is_nameless_person(stream: TokenStream, start: int, end: int) -> bool:
    """Whether the subject of these words is a person without a name: the driver, a nurse."""
    phrase = main_subject(stream, start, end)
    if phrase is None or phrase.name or phrase.is_pronoun:
        return False
    return any(is_person_noun(word.lower()) for word in stream.words[phrase.start : phrase.end])
