"""Owners: whose answer, promise or statement it is."""

from citations.extraction.entities.names import after_titles
from citations.extraction.syntax.lexicon import is_capitalised, is_possessive, is_word
from citations.extraction.syntax.noun_phrases import NounPhrase
from citations.extraction.token_stream import TokenStream

_PRONOUNS = frozenset({"his", "her", "their"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "one"})
# Words between the owner and the noun: Duarte’s now famous prediction.
_FARTHEST_OWNER = 4
# Words between the article and the owner: the harbour master’s.
_LONGEST_ROLE = 4


def owner_of(stream: TokenStream, noun: int, start: int) -> NounPhrase | None:
    """The possessive before the noun, from the word `start` on: Ana Duarte’s old promise."""
    for at in range(noun - 1, max(start, noun - 1 - _FARTHEST_OWNER) - 1, -1):
        word = stream.words[at]
        if word.lower() in _PRONOUNS:
            return NounPhrase(at, at + 1, is_pronoun=True)
        if is_possessive(word):
            return possessor(stream, at, start)
        if not is_word(word):
            break
    return None


def possessor(stream: TokenStream, at: int, start: int) -> NounPhrase | None:
    """The phrase that ends with this possessive: Governor Duarte’s; the mayor’s."""
    first = at
    if is_capitalised(stream.words[at]):
        while first > start and is_capitalised(stream.words[first - 1]):
            first -= 1
        return NounPhrase(first, at + 1, (after_titles(stream, first, at + 1), at + 1))
    while first > start and at - first < _LONGEST_ROLE and is_word(stream.words[first - 1]):
        first -= 1
        if stream.words[first].lower() in _ARTICLES:
            return NounPhrase(first, at + 1)
    return None
