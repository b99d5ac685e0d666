"""Two people who are one subject: Ana Duarte and her sister, Ines, run the shop."""

from citations.extraction.entities.mentions import Mention
from citations.extraction.entities.person_nouns import is_person_noun
from citations.extraction.syntax.lexicon import DETERMINERS
from citations.extraction.token_stream import TokenStream

# Words between the two names: and her younger sister.
_FARTHEST = 6


def joins_subject(stream: TokenStream, subject: Mention, other: Mention) -> bool:
    """Whether "and", and at most a noun for the other person, stands between the two."""
    between = stream.words[subject.end : other.at]
    if between[:1] != ["and"] or len(between) > _FARTHEST:
        return False
    nouns = [word.lower() for word in between[1:] if word != ","]
    return not nouns or (nouns[0] in DETERMINERS and is_person_noun(nouns[-1]))
