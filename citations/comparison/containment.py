"""Finds the passage of a recorded wording that quoted words come from, and how they differ."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, product

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

from citations.comparison.abridgement import (
    PatternStep,
    count_negations,
    has_omissions,
    read_omissions,
)
from citations.comparison.compare import compare
from citations.comparison.overquotation import LEAST_WORDS, find_overquotation
from citations.comparison.verdict import Verdict
from citations.comparison.wording_tokens import Containment, WordingTokens, find_run
from citations.text.spans import Span

# With this share of words in common, one may be an altered wording of the other. If they have only
# a few words in common, the share must be higher, because some words occur everywhere.
LEAST_ALIKE, FEW_ALIKE, FEW = 0.6, 0.75, 8
# Places examined if the words occur several times.
MOST_PLACES = 20
# Words by which the beginning and the end of an abridged quotation are found.
ANCHOR = 3
# A reporting clause splits a quotation at the end of a sentence or inside one. Of this many seams
# all punctuation is tried.
MOST_SEAMS = 3
LOOSE = " … "
_BRACKETED = re.compile(r"\[[^\][]{1,200}\]")
_STOPS = frozenset(".?!;")
# Marks that may be replaced or left out without changing the words.
_SOFT = frozenset(",;:.")


def find_containment(quoted: WordingTokens, recorded: WordingTokens) -> Containment | None:
    """The passage of the recorded wording that fits the quoted words best, or None."""
    if not quoted.words or not recorded.words:
        return None
    readings = list(_readings(quoted))
    found = (
        match
        for find in (_find_printed, _find_abridged)
        for reading in readings
        if (match := find(reading, recorded))
    )
    if exact := next(found, None):
        return exact
    if len(quoted.parts) > 1 and (loose := _find_abridged(_join_parts(quoted, LOOSE), recorded)):
        return loose
    return find_overquotation(readings[0], recorded) or _find_altered(readings[0], recorded)


def _readings(quoted: WordingTokens) -> Iterator[WordingTokens]:
    """The parts of a split quotation as one wording, for each possible punctuation at the seams."""
    seams = len(quoted.parts) - 1
    if seams == 0:
        yield quoted
        return
    for joints in islice(product((" ", ". ", ", "), repeat=min(seams, MOST_SEAMS)), 27):
        rest = (" ",) * (seams - len(joints))
        text = quoted.parts[0]
        for joint, part in zip((*joints, *rest), quoted.parts[1:], strict=True):
            text += (joint if text[-1:] not in ".,;:?!" else " ") + part
        yield WordingTokens((text,))


def _join_parts(quoted: WordingTokens, joint: str) -> WordingTokens:
    return WordingTokens((joint.join(quoted.parts),))


def _find_printed(quoted: WordingTokens, recorded: WordingTokens) -> Containment | None:
    """The same words in a row; altered if each place has a "not" that the quotation cuts off."""
    contrary = None
    for at in islice(find_run(quoted.words, recorded.words), MOST_PLACES):
        first, last = recorded.places[at], recorded.places[at + len(quoted.words) - 1]
        span = recorded.span(*_with_marks(quoted, recorded, first, last))
        if negated := _negated_passage(recorded, at, at + len(quoted.words) - 1):
            contrary = contrary or negated
            continue
        compared = compare(quoted.text, recorded.pieces_within(span))
        if compared.verdict in {Verdict.VERBATIM, Verdict.TYPOGRAPHIC}:
            return Containment(compared.verdict, span, compared.edits)
        if _are_same_words(quoted, WordingTokens(tuple(recorded.pieces_within(span)))):
            return Containment(Verdict.TYPOGRAPHIC, span, compared.edits)
    if not contrary:
        return None
    edits = compare(quoted.text, recorded.pieces_within(contrary)).edits
    return Containment(Verdict.ALTERED, contrary, edits)


def _negated_passage(recorded: WordingTokens, first: int, last: int) -> Span | None:
    """The passage with the "not" directly before it, or after it at the end of the sentence."""
    places, found = recorded.places, recorded.tokens
    before = places[first] - 1
    if before >= 0 and count_negations(found[before : before + 1]):
        return recorded.span(before, places[last])
    after = places[last] + 1
    ends = after + 1 == len(found) or found[min(after + 1, len(found) - 1)].key in _STOPS
    if after < len(found) and ends and count_negations(found[after : after + 1]):
        return recorded.span(places[first], after)
    return None


def _with_marks(
    quoted: WordingTokens, recorded: WordingTokens, first: int, last: int
) -> tuple[int, int]:
    """The first and last token, including the marks there that the quotation has too."""
    ahead = quoted.keys[: quoted.places[0]][::-1]
    behind = quoted.keys[quoted.places[-1] + 1 :]
    for key in ahead:
        if first and recorded.keys[first - 1] == key:
            first -= 1
    for key in behind:
        if last + 1 < len(recorded.keys) and recorded.keys[last + 1] == key:
            last += 1
    return first, last


def _are_same_words(quoted: WordingTokens, recorded: WordingTokens) -> bool:
    """Whether only commas and similar marks differ, and capitals: first letters, or all letters."""
    ours, theirs = (
        [t.key for t in each.tokens if t.key not in _SOFT] for each in (quoted, recorded)
    )
    is_capital = quoted.text.isupper()
    return len(ours) == len(theirs) and all(
        one == other
        or (one.casefold() == other.casefold() and (is_capital or one[1:] == other[1:]))
        for one, other in zip(ours, theirs, strict=True)
    )


def _find_abridged(quoted: WordingTokens, recorded: WordingTokens) -> Containment | None:
    """The shortest passage that the words fit with the omissions and insertions they mark.

    Brackets that the record has too are part of its text: they mark nothing.
    """
    own = [each[0] for each in _BRACKETED.finditer(quoted.text) if each[0] in recorded.text]
    if own:
        match = _find_abridged(*(_replace_own_brackets(each, own) for each in (quoted, recorded)))
        edits = compare(quoted.text, recorded.pieces_within(match.span)).edits if match else ()
        return replace(match, edits=edits) if match else None
    pattern = read_omissions(quoted.tokens)
    if not has_omissions(pattern):
        return None
    words = [at for at, step in enumerate(pattern) if step.kind == "words"]
    if not words:
        return None
    head, tail = (
        _leading_words(pattern[words[0] :]),
        _leading_words(pattern[: words[-1] + 1][::-1])[::-1],
    )
    starts = list(islice(find_run(head, recorded.keys), MOST_PLACES))
    ends = [at + len(tail) - 1 for at in islice(find_run(tail, recorded.keys), MOST_PLACES)]
    pairs = sorted(
        ((end - start, start, end) for start in starts for end in ends if end >= start),
    )
    for _, start, end in pairs[: 2 * MOST_PLACES]:
        span = recorded.span(start, end)
        compared = compare(quoted.text, recorded.pieces_within(span))
        if compared.verdict is Verdict.ABRIDGED:
            drops = compared.drops_negation
            return Containment(Verdict.ABRIDGED, span, compared.edits, drops_negation=drops)
    return None


def _replace_own_brackets(words: WordingTokens, bracketed: Sequence[str]) -> WordingTokens:
    """The words with these brackets replaced by ones without a meaning; no letter moves."""
    parts = words.parts
    for each in bracketed:
        parts = tuple(part.replace(each, f"⟦{each[1:-1]}⟧") for part in parts)
    return WordingTokens(parts)


def _leading_words(steps: Sequence[PatternStep]) -> list[str]:
    found: list[str] = []
    for step in steps[:ANCHOR]:
        if step.kind != "words":
            break
        found.append(step.key.casefold())
    return found


def _find_altered(quoted: WordingTokens, recorded: WordingTokens) -> Containment | None:
    """The passage with the most words in the same order."""
    first, last = _passage_to_align(quoted.words, recorded.words)
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
    compared = compare(quoted.text, recorded.pieces_within(span))
    return Containment(Verdict.ALTERED, span, compared.edits, likeness)


def _passage_to_align(quoted: Sequence[str], recorded: Sequence[str]) -> tuple[int, int]:
    """The range of recorded words to align: as many as are quoted, with a margin."""
    if len(quoted) >= len(recorded):
        return 0, len(recorded)
    found = partial_ratio_alignment(quoted, recorded)
    if not found:
        return 0, len(recorded)
    margin = 2 + len(quoted) // 4
    return max(0, found.dest_start - margin), min(len(recorded), found.dest_end + margin)
