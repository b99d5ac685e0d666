"""A quotation as writers give it: rightly in four ways, and spoiled in seven; always the same."""

import itertools
import re
from collections.abc import Callable
from random import Random

from citations.comparison.abridgement import count_negations
from citations.text.tokens import tokens

WORDS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+(?:['’]\w+)*")
INVENTED = (
    "harbour winter ledger copper willow signal market garden letter window bridge captain "
    "silver thunder orchard lantern meadow pepper velvet marble"
).split()
NEGATIONS = {"not", "never", "no", "nor"}
OTHER_MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "—": "–", "…": "..."})


def negations(text: str) -> int:
    """How many there are, in English."""
    return count_negations(tokens(text)).total()


Spoil = Callable[[str, Random], str]


def verbatim(text: str, chance: Random) -> str:
    return text


def marks_changed(text: str, chance: Random) -> str:
    """Straight marks for curly ones, another dash, no final stop, a small first letter."""
    changed = text.translate(OTHER_MARKS).rstrip(".")
    return changed[:1].lower() + changed[1:]


def part_of_it(text: str, chance: Random) -> str:
    """Some of its words in a row, four at least, with no "not" cut off."""
    found = list(WORDS.finditer(text))
    for _ in range(20):
        if len(found) < 6:
            break
        first = chance.randrange(len(found) - 4)
        last = chance.randrange(first + 3, len(found))
        beside = (*found[:first][-1:], *found[last + 1 :][:1])
        if not negations(" ".join(each[0] for each in beside)):
            return text[found[first].start() : found[last].end()]
    return text


def abridged(text: str, chance: Random) -> str:
    """Words between the second and the last but one left out, with dots in their place."""
    found = list(WORDS.finditer(text))
    for _ in range(20):
        if len(found) < 7:
            break
        first = chance.randrange(2, len(found) - 3)
        last = chance.randrange(first, len(found) - 2)
        gone = text[found[first].start() : found[last].end()]
        if not negations(gone):
            return f"{text[: found[first].start()]}… {text[found[last + 1].start() :]}"
    return text


def word_changed(text: str, chance: Random) -> str:
    return _replaced(text, chance.choice(list(WORDS.finditer(text))), chance.choice(INVENTED))


def negation_changed(text: str, chance: Random) -> str:
    """One "not" less where there is one, else one more."""
    found = list(WORDS.finditer(text))
    there = [each for each in found if each[0].lower() in NEGATIONS]
    if there and text[there[0].end() :][:1] == " ":
        return _replaced(text, there[0], "").replace("  ", " ").strip()
    at = chance.choice(found[1:] or found)
    return f"{text[: at.start()]}not {text[at.start() :]}"


def number_changed(text: str, chance: Random) -> str:
    """Another number, or one where a word was."""
    found = list(WORDS.finditer(text))
    there = [each for each in found if each[0].isdecimal()]
    return _replaced(text, chance.choice(there or found), str(chance.randrange(100, 999)))


def words_swapped(text: str, chance: Random) -> str:
    found = list(WORDS.finditer(text))
    pairs = [
        (one, other)
        for one, other in itertools.pairwise(found)
        if one[0].lower() != other[0].lower()
    ]
    if not pairs:
        return word_changed(text, chance)
    one, other = chance.choice(pairs)
    between = text[one.end() : other.start()]
    return f"{text[: one.start()]}{other[0]}{between}{one[0]}{text[other.end() :]}"


def over_quoted(text: str, chance: Random) -> str:
    more = " ".join(chance.sample(INVENTED, chance.randint(2, 5)))
    return f"{text.rstrip('.。 ')} and {more}."


def invented(text: str, chance: Random) -> str:
    """As many words as it has, and four at least, none of them the speaker's."""
    number = max(4, min(30, len(WORDS.findall(text))))
    return " ".join(chance.choices(INVENTED, k=number)).capitalize() + "."


def _replaced(text: str, word: re.Match[str], other: str) -> str:
    return text[: word.start()] + other + text[word.end() :]


# What a check must say of each: the verdicts that are right.
KINDS: dict[str, tuple[Spoil, frozenset[str]]] = {
    "verbatim": (verbatim, frozenset({"verbatim"})),
    "a part of it": (part_of_it, frozenset({"verbatim", "typographic"})),
    "marks changed": (marks_changed, frozenset({"verbatim", "typographic"})),
    "honest ellipsis": (abridged, frozenset({"abridged", "verbatim"})),
    "one word changed": (word_changed, frozenset({"altered", "over_quoted"})),
    "negation dropped or added": (negation_changed, frozenset({"altered", "over_quoted"})),
    "number changed": (number_changed, frozenset({"altered", "over_quoted"})),
    "two words swapped": (words_swapped, frozenset({"altered"})),
    "over-quoted": (over_quoted, frozenset({"over_quoted"})),
    "wrong speaker": (verbatim, frozenset({"verbatim"})),
    "invented": (invented, frozenset({"unknown"})),
}
SOUND = ("verbatim", "a part of it", "marks changed", "honest ellipsis")
SPOILED = ("one word changed", "negation dropped or added", "number changed", "two words swapped")
WRONG_SPEAKER = "wrong speaker"
