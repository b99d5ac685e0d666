"""Whether a wording stands in another, with the omissions and insertions that it marks."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from citations.text.tokens import Kind, Token

# A bracket stands for a pronoun, a name or an office, not for a sentence.
MOST_REPLACED = 6
MOST_BRACKETED = 12
# Steps after which an abridgement counts as not found; an honest one takes hundreds.
MOST_STEPS = 300_000

_FINAL = {",", "."}
_QUOTE_MARKS = {"'", "″"}
_NEGATIONS = frozenset(
    "no not never none nobody nothing nor neither nowhere cannot without hardly".split()
)
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty"
    " seventy eighty ninety hundred thousand million billion trillion".split()
)


class Step(NamedTuple):
    """One step of a pattern: these very words, an omission, or an insertion in brackets."""

    kind: Literal["words", "omission", "insertion"]
    key: str = ""
    free_case: bool = False


_OMISSION = Step("omission")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words on record: keys in order, where a later segment begins, where a first word is."""

    keys: tuple[str, ...]
    seams: frozenset[int]
    first_words: frozenset[int]

    @classmethod
    def of(cls, segments: Sequence[str], found: Sequence[Token]) -> "Wording":
        """The wording of segments, from the tokens of the segments joined by one space."""
        keys: list[str] = []
        seams, first_words = set(), set()
        for segment in _by_segment(segments, found):
            inside = _without_edges(segment)
            seams.add(len(keys))
            words = (at for at, token in enumerate(inside) if token.kind is Kind.WORD)
            first_words.add(len(keys) + next(words, 0))
            keys += [token.key for token in inside]
        return cls(tuple(keys), frozenset(seams - {0}), frozenset(first_words))


def read_literally(quoted: Sequence[Token]) -> tuple[Step, ...]:
    """The quoted words as a pattern, without marks around it and without a final comma or stop."""
    return tuple(Step("words", token.key) for token in _without_edges(quoted))


def read_omissions(quoted: Sequence[Token]) -> tuple[Step, ...]:
    """The same, with what the quoted words mark as omitted or put in.

    Omissions: … ... [...] (...). Insertions: [words]; letters bracketed at the start of a
    word, as in "[W]e", belong to it, with its first letter's case free. A comma or stop beside an
    omission goes with it.
    """
    steps: list[Step] = []
    inside = _without_edges(quoted)
    position = 0
    while position < len(inside):
        step, position = _read_step(inside, position)
        after_omission = bool(steps) and steps[-1] == _OMISSION
        if step == _OMISSION:
            while steps and (steps[-1] == _OMISSION or steps[-1].key in _FINAL):
                steps.pop()
        elif after_omission and step.key in _FINAL:
            continue
        steps.append(step._replace(free_case=True) if after_omission else step)
    return tuple(steps)


def has_omissions(pattern: Sequence[Step]) -> bool:
    """Whether the pattern marks an omission or an insertion, or changes a letter in brackets."""
    return any(step.kind != "words" or step.free_case for step in pattern)


def stands_in(pattern: Sequence[Step], wording: Wording) -> bool:
    """Whether the pattern covers the wording from its first word to its last.

    Follows every place that can be reached, a step at a time; gives up after MOST_STEPS.
    """
    places = _places(wording.keys)
    reached = {0}
    left = MOST_STEPS
    for step in pattern:
        reached = _follow(step, reached, wording, places)
        left -= len(reached)
        if not reached or left < 0:
            return False
    return len(wording.keys) in reached


def counts_of_negations(found: Sequence[Token]) -> Counter[str]:
    """The negations among the words (English), and how often each stands there."""
    return Counter(token.key.casefold() for token in found if _is_negation(token.key))


def _by_segment(segments: Sequence[str], found: Sequence[Token]) -> Iterator[Sequence[Token]]:
    starts = [token.span.start for token in found]
    first, end = 0, -1
    for segment in segments:
        end += len(segment) + 1
        last = bisect_left(starts, end)
        yield found[first:last]
        first = last


def _without_edges(found: Sequence[Token]) -> Sequence[Token]:
    """Without a final comma or stop, nor a pair of quotation marks around the whole."""
    inside = _without_final(found)
    if len(inside) > 2 and {inside[0].key, inside[-1].key} <= _QUOTE_MARKS:
        inside = _without_final(inside[1:-1])
    return inside


def _without_final(found: Sequence[Token]) -> Sequence[Token]:
    end = len(found)
    while end and found[end - 1].key in _FINAL:
        end -= 1
    return found[:end]


def _read_step(found: Sequence[Token], at: int) -> tuple[Step, int]:
    token = found[at]
    if token.kind is Kind.ELLIPSIS:
        return _OMISSION, at + 1
    if token.key in "[(" and [each.key for each in found[at + 1 : at + 3]] in (
        ["...", "]"],
        ["...", ")"],
    ):
        return _OMISSION, at + 3
    if token.key == "[" and (close := _close_of(found, at)):
        return _read_bracket(found, at, close)
    return Step("words", token.key), at + 1


def _close_of(found: Sequence[Token], opening: int) -> int | None:
    """Where the bracket closes; None where it does not, or holds nothing, too much, or a fact."""
    for at in range(opening + 1, min(opening + MOST_BRACKETED + 2, len(found))):
        if _is_fact(found[at].key):
            return None
        if found[at].key in "[]":
            return at if found[at].key == "]" and at > opening + 1 else None
    return None


def _read_bracket(found: Sequence[Token], opening: int, close: int) -> tuple[Step, int]:
    inside = found[opening + 1 : close]
    rest = found[close + 1] if close + 1 < len(found) else None
    attached = rest and rest.kind is Kind.WORD and rest.span.start == found[close].span.end
    if rest and attached and len(inside) == 1:
        return Step("words", inside[0].key + rest.key, free_case=True), close + 2
    return Step("insertion"), close + 1


def _places(keys: Sequence[str]) -> dict[str, list[int]]:
    """Where each word stands, under its key with the first letter in lower case."""
    places = defaultdict(list)
    for at, key in enumerate(keys):
        places[_lower_first(key)].append(at)
    return places


def _follow(
    step: Step, reached: set[int], wording: Wording, places: dict[str, list[int]]
) -> set[int]:
    match step.kind:
        case "omission":
            return set(range(min(reached), len(wording.keys) + 1))
        case "insertion":
            return {end for place in reached for end in _replaceable(place, wording.keys)}
    here = {at for at in _candidates(step, reached, places) if _agrees(step, at, wording)}
    passed = reached & wording.seams if step.key in _FINAL else set()
    return {at + 1 for at in here} | passed


def _candidates(step: Step, reached: set[int], places: dict[str, list[int]]) -> set[int]:
    standing = places.get(_lower_first(step.key), [])
    if len(standing) < len(reached):
        return {at for at in standing if at in reached}
    return reached


def _agrees(step: Step, at: int, wording: Wording) -> bool:
    if at >= len(wording.keys):
        return False
    key = wording.keys[at]
    free_case = step.free_case or at in wording.first_words
    return key == step.key or (free_case and _lower_first(key) == _lower_first(step.key))


def _replaceable(start: int, keys: Sequence[str]) -> Iterator[int]:
    """Where the words that a bracket replaces may end: before a number or a negation at most."""
    yield start
    for at in range(start, min(start + MOST_REPLACED, len(keys))):
        if _is_fact(keys[at]):
            return
        yield at + 1


def _is_fact(key: str) -> bool:
    """Whether it is a negation or a number, which no bracket may put in or take out."""
    number = key.casefold() in _NUMBERS or any(each.isnumeric() for each in key)
    return number or _is_negation(key)


def _is_negation(key: str) -> bool:
    word = key.casefold()
    return word in _NEGATIONS or word.endswith("n't")


def _lower_first(key: str) -> str:
    return key[:1].lower() + key[1:]
