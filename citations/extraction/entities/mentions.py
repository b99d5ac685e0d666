"""Mentions of persons and organisations, and the fullest form of each name."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from citations.extraction.entities.first_names import FEMALE, MALE
from citations.extraction.entities.names import after_titles
from citations.extraction.syntax.lexicon import (
    PARTICLES,
    ROYAL,
    SUFFIXES,
    is_capitalised,
    is_possessive,
)
from citations.extraction.token_stream import TokenStream

_MASCULINE = frozenset(
    "mr sir lord king prince pope congressman councilman spokesman chairman".split()
)
_FEMININE = frozenset(
    "mrs ms miss lady dame queen princess congresswoman councilwoman spokeswoman chairwoman".split()
)
# Words that show that a name is not a person's.
_BODIES = frozenset(
    "party house university ministry department court committee news times post street state "
    "states city institute council association union army navy force bank group company corp inc "
    "congress senate parliament government administration agency bureau office center centre "
    "journal press county island islands river north south east west united nations world war "
    "republic republicans democrats americans america york washington california florida texas "
    "iowa ohio russia china japan iran israel syria iraq europe france germany britain act bill "
    "church college school hospital foundation campaign convention conference day week twitter "
    "commission command beach springs lake fort san santa el los las campaign tribunal agency club "
    "facebook google cnn fox nbc abc cbs msnbc fbi cia nato gop irs espn".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at a word of the token stream: its words, and "m", "f" or "" by its title."""

    at: int
    words: tuple[str, ...]
    gender: str

    @property
    def name(self) -> str:
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions in order, and the mentions that end or begin with a word."""

    mentions: list[Mention] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    by_word: dict[str, list[Mention]] = field(default_factory=dict)
    forms: dict[str, list[Mention]] = field(default_factory=dict)

    def fullest(self, name: str, at: int) -> str:
        """The fullest form of this name in the text; the nearest if several fit."""
        title, _, rest = name.partition(" ")
        if rest and title.lower() in ROYAL:
            full = self.fullest(rest, at)
            return full if " " in full else name
        longest = self.forms.get(name)
        if longest is None:
            longest = self.forms[name] = self._longest(tuple(name.split()))
        if not longest:
            return name
        return longest[max(0, bisect_right(longest, at, key=lambda each: each.at) - 1)].name

    def _longest(self, words: tuple[str, ...]) -> list[Mention]:
        fitting = [each for each in self.by_word.get(words[-1], ()) if _fits(words, each.words)]
        most = max((len(each.words) for each in fitting), default=0)
        return [each for each in fitting if len(each.words) == most]

    def gender(self, mention: Mention) -> str:
        """The gender that the text or the first name shows: "m", "f" or ""."""
        if mention.gender:
            return mention.gender
        alone = len(mention.words) == 1
        full = self.fullest(mention.words[0], mention.at).split() if alone else mention.words
        first = full[0].lower()
        if len(full) > 1 and (first in MALE or first in FEMALE):
            # A first name of both men and women shows nothing.
            return "" if first in MALE and first in FEMALE else "mf"[first in FEMALE]
        return next((m.gender for m in self.by_word.get(full[-1], ())[:20] if m.gender), "")

    def before(self, at: int) -> int:
        """The number of mentions before this word."""
        return bisect_left(self.places, at)


def _fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Kishida and Kishida Fumio; Alan and Alan Whitcombe; otherwise the same words in order."""
    if len(short) == 1:
        return short[0] in {full[0], full[-1]}
    return short[-1] in {full[-1], full[0]} and all(word in full for word in short)


def find_mentions(frame: TokenStream) -> Mentions:
    """The names of the text, in order."""
    found, end = Mentions(), 0
    for at, word in enumerate(frame.words):
        if at >= end and word[0].isupper() and is_capitalised(word):
            end = _name_end(frame, at)
            _add(found, frame, at, end)
    return found


def _name_end(frame: TokenStream, at: int) -> int:
    end = at
    while end < len(frame.words) and end - at < 8:
        word = frame.words[end]
        particle = end > at and word in PARTICLES and is_capitalised(frame.word(end + 1))
        if not (is_capitalised(word) or word.lower() in SUFFIXES or (particle and word != "and")):
            break
        end += 1
        if is_possessive(word):
            break
    return end


def _add(found: Mentions, frame: TokenStream, start: int, end: int) -> None:
    titles = [frame.word(start - 1).lower()]
    named = after_titles(frame, start, end)
    titles += [word.lower().rstrip(".") for word in frame.words[start:named]]
    start = named
    words = list(frame.words[start:end])
    if not words:
        return
    if len(words) == 2 and words[0].lower() in ROYAL:
        words.pop(0)
    if is_possessive(words[-1]):
        words[-1] = words[-1].rstrip("s").rstrip("'’‘")
    while len(words) > 1 and words[-1].lower() in SUFFIXES:
        words.pop()
    gender = "m" if set(titles) & _MASCULINE else "f" if set(titles) & _FEMININE else ""
    mention = Mention(start, tuple(words), gender)
    found.mentions.append(mention)
    found.places.append(start)
    for word in {words[0], words[-1]}:
        found.by_word.setdefault(word, []).append(mention)


def is_person(mention: Mention, known: frozenset[str]) -> bool:
    """Whether it may be a person: a title, a first name, or somebody who speaks in the text."""
    low = [word.lower() for word in mention.words]
    if any(word in _BODIES for word in low):
        return False
    if mention.gender or mention.words[-1] in known:
        return True
    return low[0] in MALE or low[0] in FEMALE or (len(low) > 1 and not low[-1].isupper())
