"""Matches quoted words, with the omissions and insertions that they mark, against a wording."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from citations.text.tokens import Kind, Token

# A bracket replaces a pronoun, a name or an office, not a sentence.
MOST_REPLACED = 6
MOST_BRACKETED = 12
# After this many steps an abridgement counts as not found; an honest one takes hundreds.
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


class PatternStep(NamedTuple):
    """One step of a pattern: a word or mark, an omission, or an insertion in brackets.

    `free_case`: the first letter may be a capital or not.
    """

    kind: Literal["words", "omission", "insertion"]
    key: str = ""
    free_case: bool = False


_OMISSION = PatternStep("omission")


@dataclass(frozen=True, slots=True)
class RecordedKeys:
    """The recorded wording as keys, in order.

    `seams`: positions at which a segment after the first begins. `first_words`: positions of the
    first word of each segment.
    """

    keys: tuple[str, ...]
    seams: frozenset[int]
    first_words: frozenset[int]

    @classmethod
    def from_segments(cls, segments: Sequence[str], found: Sequence[Token]) -> "RecordedKeys":
        """`found` are the tokens of the segments joined by one space."""
        keys: list[str] = []
        seams, first_words = set(), set()
        for segment in _tokens_by_segment(segments, found):
            inside = _strip_edges(segment)
            seams.add(len(keys))
            words = (at for at, token in enumerate(inside) if token.kind is Kind.WORD)
            first_words.add(len(keys) + next(words, 0))
            keys += [token.key for token in inside]
        return cls(tuple(keys), frozenset(seams - {0}), frozenset(first_words))


def read_literally(quoted: Sequence[Token]) -> tuple[PatternStep, ...]:
    """The quoted words as a pattern, without marks around them or a final comma or full stop."""
    return tuple(PatternStep("words", token.key) for token in _strip_edges(quoted))


def read_omissions(quoted: Sequence[Token]) -> tuple[PatternStep, ...]:
    """The same pattern, with the omissions and insertions that the quoted words mark.

    Omissions: … ... [...] (...). Insertions: [words]. Letters in brackets at the start of a word,
    as in "[W]e", belong to the word, and its first letter may be a capital or not. An omission
    includes a comma or full stop beside it.
    """
    steps: list[PatternStep] = []
    inside = _strip_edges(quoted)
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


def has_omissions(pattern: Sequence[PatternStep]) -> bool:
    """Whether the pattern has an omission, an insertion, or a letter in brackets."""
    return any(step.kind != "words" or step.free_case for step in pattern)


def matches_wording(pattern: Sequence[PatternStep], wording: RecordedKeys) -> bool:
    """Whether the pattern covers the wording from its first word to its last.

    Follows all reachable positions step by step, and gives up after MOST_STEPS.
    """
    places = _positions_by_key(wording.keys)
    reached = {0}
    left = MOST_STEPS
    for step in pattern:
        reached = _advance(step, reached, wording, places)
        left -= len(reached)
        if not reached or left < 0:
            return False
    return len(wording.keys) in reached


def count_negations(found: Sequence[Token]) -> Counter[str]:
    """How often each English negation occurs."""
    return Counter(token.key.casefold() for token in found if _is_negation(token.key))


def _tokens_by_segment(
    segments: Sequence[str], found: Sequence[Token]
) -> Iterator[Sequence[Token]]:
    starts = [token.span.start for token in found]
    first, end = 0, -1
    for segment in segments:
        end += len(segment) + 1
        last = bisect_left(starts, end)
        yield found[first:last]
        first = last


def _strip_edges(found: Sequence[Token]) -> Sequence[Token]:
    """Remove a final comma or full stop, and a pair of quotation marks around the whole."""
    inside = _strip_final_marks(found)
    if len(inside) > 2 and {inside[0].key, inside[-1].key} <= _QUOTE_MARKS:
        inside = _strip_final_marks(inside[1:-1])
    return inside


def _strip_final_marks(found: Sequence[Token]) -> Sequence[Token]:
    end = len(found)
    while end and found[end - 1].key in _FINAL:
        end -= 1
    return found[:end]


def _read_step(found: Sequence[Token], at: int) -> tuple[PatternStep, int]:
    token = found[at]
    if token.kind is Kind.ELLIPSIS:
        return _OMISSION, at + 1
    if token.key in "[(" and [each.key for each in found[at + 1 : at + 3]] in (
        ["...", "]"],
        ["...", ")"],
    ):
        return _OMISSION, at + 3
    if token.key == "[" and (close := _closing_bracket(found, at)):
        return _read_bracket(found, at, close)
    return PatternStep("words", token.key), at + 1


def _closing_bracket(found: Sequence[Token], opening: int) -> int | None:
    """Where the bracket closes.

    None if it does not close, is empty, is too long, or contains a number or a negation.
    """
    for at in range(opening + 1, min(opening + MOST_BRACKETED + 2, len(found))):
        if _is_fact(found[at].key):
            return None
        if found[at].key in "[]":
            return at if found[at].key == "]" and at > opening + 1 else None
    return None


def _read_bracket(found: Sequence[Token], opening: int, close: int) -> tuple[PatternStep, int]:
    inside = found[opening + 1 : close]
    rest = found[close + 1] if close + 1 < len(found) else None
    attached = rest and rest.kind is Kind.WORD and rest.span.start == found[close].span.end
    if rest and attached and len(inside) == 1:
        return PatternStep("words", inside[0].key + rest.key, free_case=True), close + 2
    return PatternStep("insertion"), close + 1


def _positions_by_key(keys: Sequence[str]) -> dict[str, list[int]]:
    """The positions of each word, by its key with the first letter in lower case."""
    places = defaultdict(list)
    for at, key in enumerate(keys):
        places[_lower_first(key)].append(at)
    return places


def _advance(
    step: PatternStep, reached: set[int], wording: RecordedKeys, places: dict[str, list[int]]
) -> set[int]:
    match step.kind:
        case "omission":
            return set(range(min(reached), len(wording.keys) + 1))
        case "insertion":
            return {end for place in reached for end in _ends_of_replacement(place, wording.keys)}
    here = {at for at in _candidates(step, reached, places) if _agrees(step, at, wording)}
    passed = reached & wording.seams if step.key in _FINAL else set()
    return {at + 1 for at in here} | passed


def _candidates(step: PatternStep, reached: set[int], places: dict[str, list[int]]) -> set[int]:
    standing = places.get(_lower_first(step.key), [])
    if len(standing) < len(reached):
        return {at for at in standing if at in reached}
    return reached


def _agrees(step: PatternStep, at: int, wording: RecordedKeys) -> bool:
    if at >= len(wording.keys):
        return False
    key = wording.keys[at]
    free_case = step.free_case or at in wording.first_words
    return key == step.key or (free_case and _lower_first(key) == _lower_first(step.key))


def _ends_of_replacement(start: int, keys: Sequence[str]) -> Iterator[int]:
    """Where the words that a bracket replaces may end: no later than a number or negation."""
    yield start
    for at in range(start, min(start + MOST_REPLACED, len(keys))):
        if _is_fact(keys[at]):
            return
        yield at + 1


def _is_fact(key: str) -> bool:
    """Whether it is a negation or a number, which no bracket may insert or replace."""
    number = key.casefold() in _NUMBERS or any(each.isnumeric() for each in key)
    return number or _is_negation(key)


def _is_negation(key: str) -> bool:
    word = key.casefold()
    return word in _NEGATIONS or word.endswith("n't")


def _lower_first(key: str) -> str:
    return key[:1].lower() + key[1:]
