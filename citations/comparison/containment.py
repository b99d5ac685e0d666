"""How quoted words stand to a longer wording that they may be taken from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, product

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

from citations.comparison.abridgement import (
    Step,
    counts_of_negations,
    has_omissions,
    read_omissions,
)
from citations.comparison.compare import compare
from citations.comparison.overquotation import LEAST_WORDS, beyond
from citations.comparison.verdict import Verdict
from citations.comparison.wording_tokens import Taken, Words, places_of
from citations.text.spans import Span

# The share of words in common from which on one may be an altered wording of the other; where
# these are few, it is higher: some words are in everything.
LEAST_ALIKE, FEW_ALIKE, FEW = 0.6, 0.75, 8
# Places that are looked at, of words that stand in several.
MOST_PLACES = 20
# Words by which the beginning and the end of an abridged quotation are looked for.
ANCHOR = 3
# A cue parts a quotation where a sentence ends, or within one.
MOST_SEAMS = 3
LOOSE = " … "
_BRACKETED = re.compile(r"\[[^\][]{1,200}\]")
_STOPS = frozenset(".?!;")
# Marks that another may stand for, or none, without another word being said.
_SOFT = frozenset(",;:.")


def taken_from(quoted: Words, recorded: Words) -> Taken | None:
    """Where in the recorded wording the quoted words stand best; None where they hardly do."""
    if not quoted.words or not recorded.words:
        return None
    readings = list(_readings(quoted))
    found = (
        taken
        for find in (_printed, _abridged)
        for reading in readings
        if (taken := find(reading, recorded))
    )
    if exact := next(found, None):
        return exact
    if len(quoted.parts) > 1 and (loose := _abridged(_joined(quoted, LOOSE), recorded)):
        return loose
    return beyond(readings[0], recorded) or _altered(readings[0], recorded)


def _readings(quoted: Words) -> Iterator[Words]:
    """The parts of a split quotation as one: what stood at the seam, the cue has taken."""
    seams = len(quoted.parts) - 1
    if seams == 0:
        yield quoted
        return
    for joints in islice(product((" ", ". ", ", "), repeat=min(seams, MOST_SEAMS)), 27):
        rest = (" ",) * (seams - len(joints))
        text = quoted.parts[0]
        for joint, part in zip((*joints, *rest), quoted.parts[1:], strict=True):
            text += (joint if text[-1:] not in ".,;:?!" else " ") + part
        yield Words((text,))


def _joined(quoted: Words, joint: str) -> Words:
    return Words((joint.join(quoted.parts),))


def _printed(quoted: Words, recorded: Words) -> Taken | None:
    """The very words, in a row; altered where they stand only behind a "not" that is cut off."""
    contrary = None
    for at in islice(places_of(quoted.words, recorded.words), MOST_PLACES):
        first, last = recorded.places[at], recorded.places[at + len(quoted.words) - 1]
        span = recorded.span(*_with_marks(quoted, recorded, first, last))
        if negated := _negated(recorded, at, at + len(quoted.words) - 1):
            contrary = contrary or negated
            continue
        compared = compare(quoted.text, recorded.within(span))
        if compared.verdict in {Verdict.VERBATIM, Verdict.TYPOGRAPHIC}:
            return Taken(compared.verdict, span, compared.edits)
        if _are_same_words(quoted, Words(tuple(recorded.within(span)))):
            return Taken(Verdict.TYPOGRAPHIC, span, compared.edits)
    if not contrary:
        return None
    edits = compare(quoted.text, recorded.within(contrary)).edits
    return Taken(Verdict.ALTERED, contrary, edits)


def _negated(recorded: Words, first: int, last: int) -> Span | None:
    """The passage of these words with the "not" right before it, or at the end of its sentence."""
    places, found = recorded.places, recorded.tokens
    before = places[first] - 1
    if before >= 0 and counts_of_negations(found[before : before + 1]):
        return recorded.span(before, places[last])
    after = places[last] + 1
    ends = after + 1 == len(found) or found[min(after + 1, len(found) - 1)].key in _STOPS
    if after < len(found) and ends and counts_of_negations(found[after : after + 1]):
        return recorded.span(places[first], after)
    return None


def _with_marks(quoted: Words, recorded: Words, first: int, last: int) -> tuple[int, int]:
    """The tokens from the first word to the last, with the marks that the quotation has there."""
    ahead = quoted.keys[: quoted.places[0]][::-1]
    behind = quoted.keys[quoted.places[-1] + 1 :]
    for key in ahead:
        if first and recorded.keys[first - 1] == key:
            first -= 1
    for key in behind:
        if last + 1 < len(recorded.keys) and recorded.keys[last + 1] == key:
            last += 1
    return first, last


def _are_same_words(quoted: Words, recorded: Words) -> bool:
    """Whether nothing differs but commas and the like, and capitals: those that begin words, or
    all of them."""
    ours, theirs = (
        [t.key for t in each.tokens if t.key not in _SOFT] for each in (quoted, recorded)
    )
    is_capital = quoted.text.isupper()
    return len(ours) == len(theirs) and all(
        one == other
        or (one.casefold() == other.casefold() and (is_capital or one[1:] == other[1:]))
        for one, other in zip(ours, theirs, strict=True)
    )


def _abridged(quoted: Words, recorded: Words) -> Taken | None:
    """The words with what they mark as left out or put in, in the shortest passage.

    Brackets that the record has too are its own: they mark nothing.
    """
    own = [each[0] for each in _BRACKETED.finditer(quoted.text) if each[0] in recorded.text]
    if own:
        taken = _abridged(*(_with_other_brackets(each, own) for each in (quoted, recorded)))
        edits = compare(quoted.text, recorded.within(taken.span)).edits if taken else ()
        return replace(taken, edits=edits) if taken else None
    pattern = read_omissions(quoted.tokens)
    if not has_omissions(pattern):
        return None
    words = [at for at, step in enumerate(pattern) if step.kind == "words"]
    if not words:
        return None
    head, tail = _run(pattern[words[0] :]), _run(pattern[: words[-1] + 1][::-1])[::-1]
    starts = list(islice(places_of(head, recorded.keys), MOST_PLACES))
    ends = [at + len(tail) - 1 for at in islice(places_of(tail, recorded.keys), MOST_PLACES)]
    pairs = sorted(
        ((end - start, start, end) for start in starts for end in ends if end >= start),
    )
    for _, start, end in pairs[: 2 * MOST_PLACES]:
        span = recorded.span(start, end)
        compared = compare(quoted.text, recorded.within(span))
        if compared.verdict is Verdict.ABRIDGED:
            drops = compared.drops_negation
            return Taken(Verdict.ABRIDGED, span, compared.edits, drops_negation=drops)
    return None


def _with_other_brackets(words: Words, bracketed: Sequence[str]) -> Words:
    """The words with brackets that mean nothing around these; no letter stands elsewhere."""
    parts = words.parts
    for each in bracketed:
        parts = tuple(part.replace(each, f"⟦{each[1:-1]}⟧") for part in parts)
    return Words(parts)


def _run(steps: Sequence[Step]) -> list[str]:
    found: list[str] = []
    for step in steps[:ANCHOR]:
        if step.kind != "words":
            break
        found.append(step.key.casefold())
    return found


def _altered(quoted: Words, recorded: Words) -> Taken | None:
    """The passage that has most of the words in their order."""
    first, last = _nearest(quoted.words, recorded.words)
    passage = recorded.words[first:last]
    steps = Levenshtein.opcodes(passage, quoted.words)
    alike = sum(each.src_end - each.src_start for each in steps if each.tag == "equal")
    leading = steps[0].src_end if steps[0].tag == "delete" else 0
    trailing = steps[-1].src_start if steps[-1].tag == "delete" else len(passage)
    first, last = first + leading, first + trailing
    likeness = 2 * alike / (len(quoted.words) + last - first)  # Dice's
    least = FEW_ALIKE if alike < FEW else LEAST_ALIKE
    if alike < min(LEAST_WORDS, len(quoted.words)) or likeness < least:
        return None
    span = recorded.span(recorded.places[first], recorded.places[last - 1])
    compared = compare(quoted.text, recorded.within(span))
    return Taken(Verdict.ALTERED, span, compared.edits, likeness)


def _nearest(quoted: Sequence[str], recorded: Sequence[str]) -> tuple[int, int]:
    """The words of the record to align with: as many as are quoted, and some around."""
    if len(quoted) >= len(recorded):
        return 0, len(recorded)
    found = partial_ratio_alignment(quoted, recorded)
    if not found:
        return 0, len(recorded)
    margin = 2 + len(quoted) // 4
    return max(0, found.dest_start - margin), min(len(recorded), found.dest_end + margin)
