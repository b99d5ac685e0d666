"""Mentions: every name in the running text, with what the words around it tell of its bearer.

Names in headlines, streets and companies are mentions too, but they name nobody who could speak.
"""

from itertools import pairwise
from typing import Literal, NamedTuple

from citations.extraction.entities.family_names import given_name_of, is_family_first
from citations.extraction.entities.first_names import first_name_gender, is_first_name
from citations.extraction.entities.headlines import headline_words
from citations.extraction.entities.names import ELDERS, after_titles, before_honours, is_lone_title
from citations.extraction.entities.organisations import is_body_word, is_place, is_place_word
from citations.extraction.entities.person_nouns import (
    is_person_noun,
    noun_gender,
    singular_person_noun,
)
from citations.extraction.syntax.lexicon import (
    DETERMINERS,
    PARTICLES,
    POSTNOMINALS,
    ROYAL,
    SUFFIXES,
    is_capitalised,
    is_joined_name,
    is_possessive,
    is_word,
)
from citations.extraction.syntax.reporting_verbs import PLAIN, is_cue
from citations.extraction.syntax.subjects import sentence_start
from citations.extraction.token_stream import TokenStream

Kind = Literal["person", "body", "place", ""]
# How adjectives of origin and of parties end.
_ORIGINS = ("ese", "ish", "ian", "ican", "ean", "ern", "ench", "utch", "erman", "eek", "wiss")
_LANGUAGES = ("ese", "nglish", "rench", "utch", "panish", "erman")
_ENDS_HEAD = frozenset("who and of for at in with from on whose which that".split())
# Verbs before their subject, which are no names.
_INVERTED = frozenset({"Said", "Says", "Added", "Wrote", "Replied"})
# Who share a surname: the brothers Wilf and Joss Pellow.
_KIN = frozenset({"brothers", "sisters", "twins", "siblings", "couple"})
# Words read in front of a name and behind it for what its bearer is.
_REACH = 8


class Mention(NamedTuple):
    """A name at the words from `at` up to `end`.

    `words` are those of the name alone, without titles, suffix and possessive. `gender` is "m", "f"
    or "", by title, noun or first name; `kind` is "" where nothing shows it. `nouns` say what its
    bearer is: minister, sister. `is_named` is False in headlines. `suffix` is "Jr." and its like.
    """

    at: int
    end: int
    words: tuple[str, ...]
    gender: str
    kind: Kind
    nouns: frozenset[str]
    is_possessive: bool = False
    is_named: bool = True
    suffix: str = ""

    @property
    def name(self) -> str:
        return " ".join(self.words)


def find_mentions(stream: TokenStream) -> list[Mention]:
    """The names of the text, in order."""
    found: list[Mention] = []
    headlines = headline_words(stream)
    end = 0
    capitals = [at for at, word in enumerate(stream.words) if word[0].isupper()]
    for at in capitals:
        word = stream.words[at]
        if at < end or not is_capitalised(word):
            continue
        if (
            word in _INVERTED
            and sentence_start(stream, at) == at
            and _name_end(stream, at) > at + 2
        ):
            # Said Ana Duarte, the mayor: “…”; but Said Duarte came.
            continue
        end = _name_end(stream, at)
        mention = _mention(stream, at, end, is_named=not headlines[at])
        if mention and not _is_no_name(stream, mention):
            found.append(mention)
    return _with_shared_surnames(stream, found)


def _name_end(stream: TokenStream, at: int) -> int:
    end = at
    while end < len(stream.words) and end - at < 8:
        word = stream.words[end]
        is_joined = end > at and is_joined_name(word)
        if not (is_capitalised(word) or word.lower() in SUFFIXES or is_joined):
            following = stream.word(end + 1)
            joins = end > at and word in PARTICLES and word not in {"and", "y"}
            if not joins or not (is_capitalised(following) or following in PARTICLES):
                break
        end += 1
        if is_possessive(word) and not is_body_word(stream.word(end)):
            break
    return end


def _mention(stream: TokenStream, start: int, end: int, is_named: bool) -> Mention | None:
    first = after_titles(stream, start, end)
    name_end = before_honours(stream, first, end)
    words = " ".join(stream.words[first:name_end]).split()
    if not words:
        return None
    if len(words) == 2 and words[0].lower() in ROYAL:
        words.pop(0)
        first += 1
    owner = is_possessive(words[-1])
    if owner:
        words[-1] = words[-1].rstrip("s").rstrip("'’‘")
    if len(words) == 1 and not is_capitalised(words[0]):
        return None
    suffix = ""
    while len(words) > 1 and words[-1].lower() in SUFFIXES:
        suffix = words.pop()
    nouns = frozenset(_nouns_in_front(stream, start, first))
    if stream.word(end) == ",":
        nouns |= _nouns_behind_comma(stream, end)
    kind = _kind(stream, start, first, words, nouns)
    shown = gender_of(nouns)
    if not shown and kind != "body" and len(words) > 1:
        shown = first_name_gender(given_name_of(words))
    return Mention(first, end, tuple(words), shown, kind, nouns, owner, is_named, suffix)


def gender_of(nouns: frozenset[str]) -> str:
    """The gender that the nouns show, "" if they show none or two."""
    genders = {gender for noun in nouns if (gender := noun_gender(noun))}
    return genders.pop() if len(genders) == 1 else ""


def _is_no_name(stream: TokenStream, mention: Mention) -> bool:
    """Whether it says where or what somebody is: the Chinese leader; Chief executive ..."""
    following, word = stream.word(mention.end), mention.words[0]
    if is_lone_title(stream, (mention.at, mention.end)):
        return True
    if len(mention.words) > 1 or mention.nouns:
        return False
    if not following.islower() or is_cue(following):
        return word.endswith(_LANGUAGES)
    return word.endswith(_ORIGINS) or (is_person_noun(word.lower()) and is_person_noun(following))


def _nouns_in_front(stream: TokenStream, start: int, first: int) -> list[str]:
    """The titles, and the nouns right before the name: energy minister; his sister, ..."""
    titles = [word.lower().rstrip(".") for word in stream.words[start:first]]
    nouns = [singular_person_noun(title) or title for title in titles]
    before = stream.word(start - 1)
    if before == "," and is_person_noun(stream.word(start - 2).lower()):
        # The chair of governors, Cecil Rathbone: only the noun beside the comma, or its owner.
        before = stream.word(start - 2)
    elif before == ",":
        return nouns + _heads_before_comma(stream, start - 1)
    word = before.lower()
    is_person = is_person_noun(word)
    if before.islower() and is_word(word) and (is_person or nouns):
        nouns.append(word)
    if not is_person and word != "of":
        nouns += _head_before_of(stream, start)
    if singular := singular_person_noun(word) if word.isalpha() else "":
        nouns.append(singular)
    return nouns


def _head_before_of(stream: TokenStream, start: int) -> list[str]:
    """The head of the phrase that ends before the name: chair of the panel Ana Duarte."""
    at = start - 1
    while at > start - 4 and stream.word(at).islower() and stream.word(at) != "of":
        at -= 1
    head = stream.word(at - 1).lower()
    return [head] if stream.word(at) == "of" and at < start - 1 and is_person_noun(head) else []


def _heads_before_comma(stream: TokenStream, comma: int) -> list[str]:
    """The head of a phrase with "of" or "at" before the comma: the chair of governors, ..."""
    for at in range(comma - 1, max(-1, comma - _REACH), -1):
        word = stream.word(at).lower()
        if not is_word(word):
            break
        if word in {"of", "at", "for", "in"} and is_person_noun(stream.word(at - 1).lower()):
            return [stream.word(at - 1).lower()]
    return []


def _nouns_behind_comma(stream: TokenStream, end: int) -> frozenset[str]:
    """The nouns of an apposition: Paulo Freitas, the union's general secretary, ...; 44, ..."""
    if stream.word(end + 1).isdigit() and stream.word(end + 2) in {",", "."}:
        return frozenset({f"{stream.word(end + 1)}-year-old"})
    head = ""
    for at in range(end + 1, min(len(stream.words), end + 1 + _REACH)):
        word = stream.words[at]
        if not is_word(word) or word.lower() in _ENDS_HEAD:
            break
        head = word
        if at == end + 1 and not _may_open_apposition(word):
            break
    return frozenset({head} if head.islower() and is_person_noun(head) else ())


def _may_open_apposition(word: str) -> bool:
    low = word.lower()
    return low in DETERMINERS or is_person_noun(low) or is_possessive(word) or word == "former"


def _kind(
    stream: TokenStream, start: int, first: int, words: list[str], nouns: frozenset[str]
) -> Kind:
    if is_body_word(words[-1]):
        return "body"
    if _names_place(stream, first, words):
        return "place"
    if stream.word(start - 1).lower() == "the" and (first == start or len(words) == 1):
        # The Evening Lamp; the Head Start program; but the Reverend Anna Gatlin.
        return "body"
    is_named = len(words) > 1 and (
        is_first_name(words[0])
        or words[0] in ELDERS
        or is_family_first(words)
        or _speaks(stream, first + len(words))
    )
    is_honoured = stream.word(first + len(words)) in POSTNOMINALS
    if is_named or is_honoured or any(map(is_person_noun, nouns)):
        return "person"
    return "body" if words[0].isupper() and len(words[0]) > 1 else ""


def _speaks(stream: TokenStream, end: int) -> bool:
    """Whether a plain verb of speaking follows: Kishida Fumio said."""
    return stream.word(end) in PLAIN or stream.word(end) == "answered"


def _names_place(stream: TokenStream, first: int, words: list[str]) -> bool:
    """Fairlight Street; Florida; Salem, Ohio."""
    end = first + len(words)
    if stream.word(end) == "," and is_place(stream.word(end + 1)):
        return True
    return is_place_word(words[-1]) if len(words) > 1 else is_place(words[0])


def _with_shared_surnames(stream: TokenStream, found: list[Mention]) -> list[Mention]:
    """Wilfrid and Joyce Pellow: both are called Pellow."""
    made = [*found]
    for number, (mention, following) in enumerate(pairwise(found)):
        if (
            following.at == mention.end + 1
            and stream.words[mention.end] == "and"
            and len(mention.words) == 1
            and len(following.words) == 2
            and (
                stream.word(mention.at - 1) in _KIN
                or (is_first_name(mention.words[0]) and is_first_name(following.words[0]))
            )
        ):
            made[number] = _with_surname(mention, following.words[-1])
            made[number + 1] = following._replace(kind="person")
    return made


def _with_surname(mention: Mention, surname: str) -> Mention:
    gender = mention.gender or first_name_gender(mention.words[0])
    return mention._replace(words=(*mention.words, surname), kind="person", gender=gender)
