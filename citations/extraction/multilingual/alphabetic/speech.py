"""Finds speech: the words between marks and in lines that begin with a dash.

Words of the writer inside them, such as « …, dit-elle. … », part the speech into pieces.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citations.extraction.languages.lexicon_loading import Language
from citations.extraction.marks.quotation_marks import MarkPair, find_mark_pairs
from citations.text.spans import Span

_DIALOGUE_LINE = re.compile(
    r"^[^\S\n]*([—–―-])[^\S\n]*(?=[^\W\d_a-z]|[¿¡«\"“…])([^\n]+)", re.MULTILINE
)
# Where words of the writer may begin inside speech, and the next two words.
_BOUNDARY = re.compile(
    r"(?P<sign>[,?!…]|\.{3})?\s*(?P<dash>(?<=\s)[—–―-]|[—–―](?=\w))?\s*"
    r"(?P<words>(?P<first>[^\W\d_]+)(?:['’\-\s]+(?P<second>[^\W\d_]+))?(?:['’\-\s]+(?P<third>[^\W\d_]+))?)"
)
_SIGN = re.compile(r"[,?!…]|\.{3}|[—–―]|(?<=\s)-(?=\s)")
_INVERTED = re.compile(r"[^\W\d_]+(?:-t)?-(?:il|elle|ils|elles|on)\b")
_DASH_END = re.compile(r"\s*(?:(?<=[.,:;!?…])|(?<=\s))?[—–―]\s*[.,:;]?\s*|\s-\s+")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)")
_COMMA = re.compile(r",\s")
_LONGEST_INCISE, _MOST_INCISES = 220, 6
_MOST_LINES = 20_000
_TRAILING = " \t\u00a0\u202f,–—―-"


@dataclass(frozen=True, slots=True)
class SpeechPiece:
    """Words without their marks; `outer` includes the marks.

    `goes_on` says that the piece before is part of the same speech, parted only by words of the
    writer; `is_dialogue` that a dash marks the speech.
    """

    words: Span
    outer: Span
    goes_on: bool
    is_dialogue: bool


def find_speech(text: str, language: Language) -> list[SpeechPiece]:
    """The pieces of all speech, in order."""
    words = IncisePatterns(language)
    lines = list(_dialogue_pieces(text, language, words))
    taken = [(pieces[0].outer.start, pieces[-1].outer.end) for pieces in lines]
    found = [piece for pieces in lines for piece in pieces]
    for pair in find_mark_pairs(text):
        while taken and taken[0][1] <= pair.outer.start:
            taken.pop(0)
        inside = taken and taken[0][0] < pair.outer.end
        if not inside and pair.inner.start < pair.inner.end:
            found += _marked_pieces(text, pair, words)
    return sorted(found, key=lambda piece: piece.words)


class IncisePatterns:
    """What of a lexicon tells the words of the writer inside speech."""

    def __init__(self, language: Language) -> None:
        self.verbs = language.words("verbs")
        self.with_commas = language.is_set("incise_inside")
        self.auxiliaries = language.words("auxiliaries")
        self.pronouns = language.words("pronouns_m", "pronouns_f", "pronouns_plural")
        self.subjects = self.pronouns | language.words(
            "articles_m", "articles_f", "articles_other", "possessives", "titles_m", "titles_f",
            "titles", "roles_m", "roles_f",
        )  # fmt: skip
        self.relatives = language.words("relatives")
        self.roles = language.words("roles_m", "roles_f")
        self.titles = language.words("titles", "titles_m", "titles_f")
        self.function_words = language.words(
            "prepositions", "conjunctions", "adverbs", "that", "relatives", "auxiliaries",
            "articles_m", "articles_f", "articles_other", "articles_plural", "possessives",
            "pronouns_other", "according",
        ) | self.pronouns  # fmt: skip
        self.skipped = language.words("adverbs") | self.auxiliaries

    def begins(self, text: str, at: int, end: int, *, after_dash: bool) -> bool:
        """Whether words of the writer begin here: a reporting verb and perhaps its subject."""
        match = _BOUNDARY.match(text, at, end)
        if match is None:
            return False
        words = [match[name] for name in ("first", "second", "third") if match[name]]
        if not words[0][0].islower():
            return False
        inverted = _INVERTED.match(text, match.start("first"), end)
        if inverted:
            return True
        for number, word in enumerate(words):
            rest = words[number + 1 :]
            if word in self.verbs:
                return after_dash or (bool(rest) and self._may_be_subject(rest[0]))
            if word not in self.skipped:
                break
        return after_dash and self._is_unknown_verb(words)

    def _may_be_subject(self, word: str) -> bool:
        return word[0].isupper() or word.lower() in self.subjects

    def _is_unknown_verb(self, words: list[str]) -> bool:
        """— trompeta Juan Mena —: a word that no list has, and then surely a person."""
        if len(words) < 2 or words[0] in self.function_words:
            return False
        is_person = words[1][0].isupper() or words[1] in self.titles
        third = words[2] if len(words) > 2 else ""
        is_role = words[1].lower() in self.subjects and third in self.titles | self.roles
        return is_person or is_role


def _dialogue_pieces(
    text: str, language: Language, words: IncisePatterns
) -> Iterator[list[SpeechPiece]]:
    if not language.is_set("dialogue_dash"):
        return
    lines = []
    for match in _DIALOGUE_LINE.finditer(text):
        if len(lines) >= _MOST_LINES:
            break
        pieces = list(_pieces(text, Span(*match.span(2)), match.start(1), words))
        lines.append((match[1], pieces))
    # A single line without words of the writer is an item of a list, or a credit.
    are_speech = any(
        len(pieces) > 1 or pieces[0].words.end < pieces[0].outer.end for _, pieces in lines
    )
    for dash, pieces in lines:
        is_parted = len(pieces) > 1 or pieces[0].words.end < pieces[0].outer.end
        if is_parted or (are_speech and dash != "-"):
            yield [
                SpeechPiece(each.words, Span(each.outer.start, each.words.end), each.goes_on, True)
                for each in pieces
            ]


def _marked_pieces(text: str, pair: MarkPair, words: IncisePatterns) -> list[SpeechPiece]:
    pieces = list(_pieces(text, pair.inner, pair.outer.start, words))
    last = pieces[-1]
    if last.words.end >= pair.inner.end or last.outer.end == last.words.end == pair.inner.end:
        pieces[-1] = SpeechPiece(
            last.words, Span(last.outer.start, pair.outer.end), last.goes_on, False
        )
    else:
        pieces[-1] = SpeechPiece(
            last.words,
            Span(*last.words) if last.goes_on else Span(last.outer.start, last.words.end),
            last.goes_on,
            False,
        )
    return [
        piece
        if piece is pieces[-1]
        else SpeechPiece(
            piece.words, Span(piece.outer.start, piece.words.end), piece.goes_on, False
        )
        for piece in pieces
    ]


def _pieces(
    text: str, inner: Span, outer_start: int, words: IncisePatterns
) -> Iterator[SpeechPiece]:
    """The speech inside this span; what is between the pieces is the writer's.

    If the writer has the last word, the outer span of the last piece is longer than its words.
    """
    start, begun, goes_on = inner.start, outer_start, False
    searched = inner.start
    for _ in range(_MOST_INCISES):
        found = _next_incise(text, searched, inner.end, words)
        if found is None:
            break
        cut, resumed = found
        piece = _stripped(text, start, cut)
        if piece.start < piece.end:
            yield SpeechPiece(
                piece, Span(begun, max(piece.end, cut) + (resumed >= inner.end)), goes_on, False
            )
            goes_on = True
        start = begun = searched = resumed
        if resumed >= inner.end:
            return
    piece = _stripped(text, start, inner.end, keep_comma=not goes_on)
    if piece.start < piece.end:
        yield SpeechPiece(
            piece, Span(begun if not goes_on else piece.start, piece.end), goes_on, False
        )


def _stripped(text: str, start: int, end: int, *, keep_comma: bool = False) -> Span:
    while start < end and (text[start].isspace() or text[start] in "–—―-"):
        start += 1
    while end > start and (text[end - 1].isspace() or (text[end - 1] in _TRAILING)):
        end -= 1
    return Span(start, end)


def _next_incise(text: str, start: int, end: int, words: IncisePatterns) -> tuple[int, int] | None:
    """Where the speech is cut, and where it goes on (`end` if it does not)."""
    for sign in _SIGN.finditer(text, start, end):
        is_dash = sign.group()[0] in "–—―-"
        if not is_dash and not words.with_commas:
            continue
        if is_dash and sign.start() == start:
            continue
        if not words.begins(text, sign.end(), end, after_dash=is_dash):
            continue
        cut = sign.start() if sign.group() in {","} or is_dash else sign.end()
        resumed = _resumption(text, sign.end(), end, words, after_dash=is_dash)
        if resumed is not None:
            return cut, resumed
    return None


def _resumption(
    text: str, start: int, end: int, words: IncisePatterns, *, after_dash: bool
) -> int | None:
    """Where the speech goes on after words of the writer that begin at `start`."""
    limit = min(end, start + _LONGEST_INCISE)
    # The dash after the verb's own: — said X. — Words.
    stop = _SENTENCE_END.search(text, start + 1, limit)
    while stop and _is_abbreviation(text, stop.start()):
        stop = _SENTENCE_END.search(text, stop.end(), limit)
    dash = _DASH_END.search(text, start + 1, limit) if after_dash else None
    if dash and (stop is None or dash.start() <= stop.end() + 2):
        return dash.end()
    if not after_dash:
        comma = _apposition_end(text, start, stop.start() if stop else limit, words)
        if comma is not None:
            return comma
    if stop is None:
        return end if end - start <= _LONGEST_INCISE else None
    return stop.end() if text[stop.end() : end].strip() else end


def _is_abbreviation(text: str, at: int) -> bool:
    word = text[max(0, at - 4) : at].split()[-1:] or [""]
    return word[0] in {"M", "Dr", "Me", "Sr", "Sra", "dott", "prof", "Prof", "Mgr"} or (
        len(word[0]) == 1 and word[0].isupper()
    )


def _apposition_end(text: str, start: int, end: int, words: IncisePatterns) -> int | None:
    """Where speech goes on in the same sentence, after a comma; None if it does not."""
    comma = _COMMA.search(text, start, end)
    while comma:
        following = re.match(r"[^\W\d_]+", text[comma.end() : comma.end() + 24])
        word = following.group().lower() if following else ""
        following_two = re.match(
            r"[^\W\d_]+['’\s]+([^\W\d_]+)", text[comma.end() : comma.end() + 40]
        )
        second = following_two[1].lower() if following_two else ""
        if (
            word in words.relatives
            or word in words.roles
            or second in words.roles
            or word in {"en", "dans", "avec", "à", "âgé", "âgée"}
            or text[comma.end()].isdigit()
        ):
            comma = _COMMA.search(text, comma.end(), end)
            continue
        return comma.end()
    return None
