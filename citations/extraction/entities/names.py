"""Names: the part of a noun phrase that is a name, without titles."""

from citations.extraction.syntax.lexicon import (
    APOSTROPHE_S,
    DEPARTMENTS,
    MODIFIERS,
    PARTICLES,
    PARTIES,
    ROYAL,
    SUFFIXES,
    TITLES,
    is_capitalised,
    is_possessive,
)
from citations.extraction.token_stream import TokenStream


def name_in(frame: TokenStream, start: int, end: int) -> tuple[int, int] | None:
    """The last name among these words, without its titles, or None."""
    last = end
    while last > start and not _is_name(frame.words[last - 1]):
        last -= 1
    first = last
    while first > start and _is_name_part(frame.words[first - 1]):
        first -= 1
        if is_possessive(frame.words[first]):
            first += first < last - 1
            break
    while first < last and not is_capitalised(frame.words[first]):
        first += 1
    if frame.word(first - 1) == "of" and frame.words[first] in DEPARTMENTS:
        first += first < last - 1
    first = after_titles(frame, first, last)
    while first < last - 1 and frame.words[first].islower():
        first += 1
    return (first, last) if first < last else None


def after_titles(frame: TokenStream, first: int, last: int) -> int:
    """Where the name begins, after its titles: Russian President Vladimir Putin."""
    for at in range(last - 2, first - 1, -1):
        low = frame.words[at].lower().rstrip(".")
        if (low in TITLES and low not in MODIFIERS) or (low in PARTIES and at == first):
            kept = low in ROYAL and at + 2 == last
            return at if kept else at + 1
    return first


def _is_name(word: str) -> bool:
    return is_capitalised(word) or word.lower() in SUFFIXES


def _is_name_part(word: str) -> bool:
    return is_capitalised(word) or word.lower() in PARTICLES or word.lower() in SUFFIXES


def plain_name(frame: TokenStream, name: tuple[int, int]) -> str:
    """The name as printed, without the possessive."""
    printed = frame.text_of(*name)
    for ending in APOSTROPHE_S[:2]:
        printed = printed.removesuffix(ending)
    return printed
