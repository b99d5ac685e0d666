"""Credits: a speaker who stands behind or below the quotation, without a verb."""

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.entities.first_names import is_first_name
from citations.extraction.syntax.lexicon import (
    AUXILIARIES,
    PARTICLES,
    PREPOSITIONS,
    TITLES,
    is_capitalised,
    is_past,
    is_word,
)
from citations.extraction.syntax.noun_phrases import NounPhrase, phrase_from
from citations.extraction.syntax.reporting_verbs import is_cue
from citations.extraction.syntax.subjects import is_subject
from citations.extraction.token_stream import DASHES, GAP, LINE, QUOTE_SLOT, TokenStream

_LINES = frozenset({LINE, GAP, ">"})
_BULLETS = frozenset("•◦▪‣·*-–—>)")
_ENDS = frozenset({LINE, GAP, ".", ";"})
_BRACKETS = {"[": "]", "(": ")"}
# Words of a credit: the name, the office, the place.
_LONGEST = 16
# Paragraphs of one quotation that are read to find the credit below the last.
_MOST_PARAGRAPHS = 20
# Where people stand in a picture, and those who write and take it.
_PICTURED = frozenset(
    "left right pictured centre center above seen reporter correspondent photographer".split()
)
# What a sentence in brackets has, and a credit has not.
_SENTENCE_WORDS = frozenset(
    {"is", "was", "are", "were", "has", "had", "said", "says", ".", "?", "!"}
)
_RATES = frozenset("cent capita se annum".split())
_CLOSING = "\"”»’'」』“"


def credit_after(stream: TokenStream, place: int) -> Attribution | None:
    """The credit of a whole paragraph: “…” [Ana Duarte]; “…”: farmer Ana Duarte; “…”, per Duarte.

    It may also stand in the next line: — Ana Duarte; Ana Duarte, farmer.
    """
    last = _last_paragraph(stream, place)
    start = last + 1
    if stream.word(start) in {",", "."}:
        start += 1
    first = stream.word(start)
    if first.lower() == "per":
        return _per(stream, start)
    if first == ":":
        thus = stream.word(start + 1) in {"so", "thus"}
        return _ended_phrase(
            stream, start + 1 + thus, _ENDS | {","} | (PREPOSITIONS if thus else set())
        )
    if first in _BRACKETS:
        return _bracketed(stream, start + 1, _BRACKETS[first])
    if first in DASHES | {"|"}:
        found = _ended_phrase(stream, start + 1, _ENDS | {",", "("})
        return Attribution(found.phrase, found.cue, "dash", found.confidence) if found else None
    return _signature(stream, start)


def label_before_dash(stream: TokenStream, place: int, start: int) -> Attribution | None:
    """The label with which a line begins: Ana Duarte — “…”; Ana Duarte, farmer – “…”."""
    if stream.word(place - 1) not in DASHES or stream.word(start - 1) not in _LINES | _BULLETS:
        return None
    phrase = phrase_from(stream, start, place - 1)
    if phrase is None or phrase.name is None or place - start > _LONGEST:
        return None
    if _is_place(stream, phrase):
        return None
    rest = stream.words[phrase.end : place - 1]
    fits = not rest or (rest[0] == "," and not any(map(_is_verb, rest)))
    return Attribution(phrase, None, "label", 0.8) if fits else None


def _is_place(stream: TokenStream, phrase: NounPhrase) -> bool:
    """A dateline: WELLMOUTH — “…”; Kinshasa — “…”."""
    words = stream.words[phrase.start : phrase.end]
    return len(words) == 1 or all(word.isupper() for word in words)


def _is_verb(word: str) -> bool:
    return word in AUXILIARIES or is_past(word) or is_cue(word)


def _last_paragraph(stream: TokenStream, place: int) -> int:
    """The last paragraph of a quotation whose paragraphs have no closing marks."""
    at = place
    for _ in range(_MOST_PARAGRAPHS):
        following = at + 1
        while stream.word(following) in _LINES and following < len(stream.words):
            following += 1
        is_open = stream.span_at(at).text_in(stream.text)[-1:] not in _CLOSING
        if not is_open or stream.word(following) != QUOTE_SLOT:
            break
        at = following
    return at


def _per(stream: TokenStream, start: int) -> Attribution | None:
    limit = _line_end(stream, start)
    if stream.word(start + 1) in _RATES or stream.words[start] != "per":
        return None
    phrase = phrase_from(stream, start + 1, limit)
    # His wife, Carys Mumby: the appositive names her.
    if phrase is None or not is_subject(stream, phrase):
        return None
    return Attribution(phrase, (start, start + 1), "according-to", 0.85)


def _ended_phrase(stream: TokenStream, start: int, ends: frozenset[str]) -> Attribution | None:
    """A phrase with a name that one of these words ends."""
    limit = _line_end(stream, start)
    phrase = phrase_from(stream, start, limit)
    if phrase is None or phrase.name is None or stream.word(phrase.end) not in ends:
        return None
    return Attribution(phrase, None, "credit", 0.8)


def _bracketed(stream: TokenStream, start: int, closing: str) -> Attribution | None:
    """[Ana Duarte]; (Ana Duarte, Rome). A picture’s credit has a colon: (Photo: Ana Duarte)."""
    words = stream.words[start : start + _LONGEST]
    if closing not in words or ":" in words[: words.index(closing)]:
        return None
    end = start + words.index(closing)
    if stream.word(end + 1) not in _ENDS:
        return None
    phrase = phrase_from(stream, start, end)
    if phrase is None or phrase.name is None or phrase.end not in {end, _comma(stream, start, end)}:
        return None
    if not _SENTENCE_WORDS.isdisjoint(stream.words[phrase.end : end]):
        return None
    is_full = phrase.name[1] - phrase.name[0] > 1 or phrase.start < phrase.name[0]
    return Attribution(phrase, None, "credit", 0.8) if is_full else None


def _comma(stream: TokenStream, start: int, end: int) -> int:
    return next((at for at in range(start, end) if stream.words[at] == ","), end)


def _signature(stream: TokenStream, start: int) -> Attribution | None:
    """A line of its own with a name, after a dash or without one."""
    at = start
    while stream.word(at) in _LINES and at < len(stream.words):
        at += 1
    dashed = stream.word(at) in DASHES
    at += dashed
    limit = _line_end(stream, at)
    phrase = phrase_from(stream, at, limit) if at < limit else None
    if phrase is None or phrase.name is None:
        return None
    if not is_capitalised(stream.words[at]) and (at > start or not is_word(stream.words[at])):
        return None
    if not _is_credit(stream, phrase, limit, dashed):
        return None
    return Attribution(phrase, None, "credit", 0.85 if dashed else 0.75)


def _is_credit(stream: TokenStream, phrase: NounPhrase, limit: int, dashed: bool) -> bool:
    """Whether the line is a name with an office or a place, and neither prose nor a heading."""
    name = phrase.name or (0, 0)
    # Some print a full stop behind the name.
    end = limit + (dashed and stream.word(limit) == ".")
    if limit - phrase.start > _LONGEST or stream.word(end) not in {LINE, GAP}:
        return False
    rest = stream.words[phrase.end : limit]
    if not _PICTURED.isdisjoint(rest):
        return False
    if stream.words[phrase.start].islower() and any(map(_is_verb, rest)):
        return False
    if dashed:
        return not rest or rest[0] in {",", "("} or rest[0].lower() in PREPOSITIONS
    aged = rest[:1] == [","] and rest[-1].isdigit()
    full = name[1] - name[0] > 1 or aged or stream.words[phrase.start].lower().rstrip(".") in TITLES
    if not full or (rest and rest[0] not in {",", "("}):
        return False
    return bool(rest) or _is_known_name(stream, phrase)


def _is_known_name(stream: TokenStream, phrase: NounPhrase) -> bool:
    """A first name or a title shows that a bare line is a person and not a heading."""
    words = stream.words[phrase.start : phrase.end]
    is_titled = words[0].lower().rstrip(".") in TITLES
    # Farmer Ana Duarte: a role may stand before the first name.
    known = is_titled or any(map(is_first_name, words[:-1]))
    return known and all(is_capitalised(word) or word in PARTICLES for word in words)


def _line_end(stream: TokenStream, start: int) -> int:
    """The word at which the line ends, or a full stop or a quotation ends it before."""
    end = start
    while end < len(stream.words) and end - start <= _LONGEST:
        if stream.words[end] in _ENDS or stream.words[end] == QUOTE_SLOT:
            break
        end += 1
    return end
