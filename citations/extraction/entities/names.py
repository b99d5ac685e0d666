"""Names: the part of a noun phrase that is a name, without titles."""

from citations.extraction.entities.first_names import is_first_name
from citations.extraction.entities.organisations import is_body_word, is_place_word
from citations.extraction.entities.person_nouns import is_person_noun, singular_person_noun
from citations.extraction.syntax.lexicon import (
    APOSTROPHE_S,
    DEMONYMS,
    DEPARTMENTS,
    DETERMINERS,
    MODIFIERS,
    PARTICLES,
    PARTIES,
    POSTNOMINALS,
    ROYAL,
    SUFFIXES,
    TITLES,
    is_capitalised,
    is_joined_name,
    is_possessive,
)
from citations.extraction.token_stream import TokenStream

# What the old are called, as a part of their names.
ELDERS = frozenset({"Mama", "Papa", "Mzee", "Baba", "Nana", "Auntie"})


def name_in(stream: TokenStream, start: int, end: int) -> tuple[int, int] | None:
    """The last name among these words, without its titles, or None."""
    last = end
    while last > start and not _is_name(stream.words[last - 1]):
        last -= 1
    first = last
    while first > start and _is_name_part(stream.words[first - 1]):
        first -= 1
        if is_possessive(stream.words[first]):
            first += first < last - 1
            break
    while first < last and not is_capitalised(stream.words[first]):
        first += 1
    if stream.word(first - 1) == "of" and stream.words[first] in DEPARTMENTS:
        if first == last - 1:
            return None
        first += 1
    first = after_titles(stream, first, last)
    while first < last - 1 and stream.words[first].islower():
        first += 1
    return (first, last) if first < last else None


def after_titles(stream: TokenStream, first: int, last: int) -> int:
    """Where the name begins, after its titles: Russian President Vladimir Putin."""
    if last - first < 2:
        return first
    for at in range(last - 2, first - 1, -1):
        low = stream.words[at].lower().rstrip(".")
        if (low in TITLES and low not in MODIFIERS) or (low in PARTIES and at == first):
            if low in ROYAL and at + 2 == last:
                return at
            return _after_more_titles(stream, at + 1, last)
    return _after_more_titles(stream, first, last)


def _after_more_titles(stream: TokenStream, first: int, last: int) -> int:
    """Skip what people are, when it is printed like a title: Florist Agneta S.; Brothers Saul."""
    if is_body_word(stream.words[last - 1]) or is_place_word(stream.words[last - 1]):
        return first
    while first < last - 1 and _is_noun_in_front(stream, first, last):
        first += 1
    return first


def _is_noun_in_front(stream: TokenStream, at: int, last: int) -> bool:
    word, following = stream.words[at], stream.words[at + 1]
    low = word.lower().rstrip(".")
    if word in ELDERS:
        return False
    if low in TITLES and low in MODIFIERS and last - at > 2:
        return True
    if not (is_person_noun(low) or singular_person_noun(low)) or low in PARTICLES:
        return False
    # Hunter Gatlin is a name, Hunter Dale Gatlin too; Baker Anna Gatlin bakes.
    return not is_first_name(word) or (last - at > 2 and is_first_name(following))


def before_honours(stream: TokenStream, first: int, last: int) -> int:
    """Where the name ends, before the letters behind it: Ana Duarte MP."""
    while last - first > 1 and stream.words[last - 1] in POSTNOMINALS:
        last -= 1
    return last


def _is_name(word: str) -> bool:
    return is_capitalised(word) or word.lower() in SUFFIXES or is_joined_name(word)


def _is_name_part(word: str) -> bool:
    return _is_name(word) or word.lower() in PARTICLES


def plain_name(stream: TokenStream, name: tuple[int, int]) -> str:
    """The name as printed, without the possessive and the letters of honours: OBE, MP."""
    first, last = name
    printed = " ".join(stream.words[first : before_honours(stream, first, last)])
    for ending in APOSTROPHE_S[:2]:
        printed = printed.removesuffix(ending)
    return printed


def is_lone_title(stream: TokenStream, name: tuple[int, int]) -> bool:
    """Whether it is a title without a name: the Major said; the Scot; the General Secretary."""
    first, last = name
    words = [word.lower().rstrip(".") for word in stream.words[first:last]]
    before = stream.word(first - 1)
    if not all(word in TITLES or word in DEMONYMS for word in words):
        return False
    if words[-1] in MODIFIERS or not (before.lower() in DETERMINERS or is_possessive(before)):
        return False
    return last - first == 1 or words[0] in TITLES
